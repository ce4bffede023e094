import { z } from 'zod'
import { calibreSentence, evidenceSentence } from '#core/calibre/explain.ts'
import { closenessOf } from '#core/closeness/closeness.ts'
import { oneTieFor } from '#core/closeness/columns-for.ts'
import { explainCloseness } from '#core/closeness/explain.ts'
import { startsOf } from '#core/closeness/starts.ts'
import { isDormant } from '#core/closeness/trust.ts'
import { ledgerByPerson } from '#core/ledger/ledger.ts'
import { KithError } from '#core/model/errors.ts'
import type { PersonId } from '#core/model/ids.ts'
import { directions } from '#core/model/interaction.ts'
import { calibreOf } from '#core/scoring/calibre-of-people.ts'
import { isTwoWay } from '#core/scoring/tie-standing.ts'
import type { Sentences } from '#core/sentences/index.ts'
import { closenessModelOf } from './closeness-model.ts'
import type { DeclarationRow, LedgerColumns, PersonRow } from '#store/store.ts'
import { sourceOf } from './calibre/evidence-source.ts'
import { contactOf } from './contact.ts'
import { isoTime, isoTimeOrNull } from './dates.ts'
import { goalsOf } from './default-goal.ts'
import { findPerson } from './find-person.ts'
import { freshScores } from './fresh-scores.ts'
import { timelineEntryOf } from './list-interactions.ts'
import { calibreSources } from './network.ts'
import { happened } from './happened.ts'
import { type Context, operation } from './operation.ts'
import { type PersonDetail, personDetail } from './schemas.ts'
import { count, day, percent, table } from './text.ts'
import { wordsOf } from './words.ts'

/** Interactions shown of one person. */
const TIMELINE = 50
/** Interactions, facts and weeks that an assistant is told of. */
const BRIEF = 12
const WEEK_MS = 7 * 86_400_000

const declarationText = (
  { kind, from }: DeclarationRow,
  declared: Sentences['closeness']['declared'],
): string => {
  const [mine, theirs] = declared[kind] ?? [kind, kind]
  return from === 'owner' ? mine : theirs
}

/** Contact by week, oldest first. Weeks begin at multiples of seven days of the epoch, as closeness bins them. */
function weeksOf(columns: LedgerColumns, at: number): PersonDetail['weeks'] {
  const weeks = new Map<number, { in: number; out: number; together: number }>()
  for (let row = 0; row < columns.length; row++) {
    const atMs = columns.at[row] ?? NaN
    const direction = directions[columns.direction[row] ?? -1]
    if (columns.bulk[row] === 1 || !(atMs < at) || direction === undefined) continue
    const week = Math.floor(atMs / WEEK_MS)
    const counts = weeks.get(week) ?? { in: 0, out: 0, together: 0 }
    counts[direction] += 1
    weeks.set(week, counts)
  }
  return [...weeks]
    .sort(([a], [b]) => a - b)
    .map(([week, counts]) => ({ start: isoTime(week * WEEK_MS), ...counts }))
}

async function worthText(context: Context, row: PersonRow): Promise<string> {
  const counts = { in: row.interactionsIn, out: row.interactionsOut, together: row.interactionsTogether }
  const words = wordsOf(context).worth
  if (!isTwoWay(counts)) return words.personNothing
  const { assumed, goals } = await goalsOf(context)
  const [goal, ...others] = goals
  return words.person(
    goal === undefined || others.length > 0 ? null : goal,
    assumed,
    row.contribution,
    row.worth * 100,
    row.calibre === null,
  )
}

/** Scores opened into what they are made of. */
async function evidenceOf(context: Context, person: PersonId, row: PersonRow) {
  const { store, owner } = context
  const { me, scoredAt } = await store.owner(owner)
  const at = scoredAt ?? context.now()
  const columns = await happened(context, person)
  const { ledger } = ledgerByPerson(columns)
  const { model } = await closenessModelOf(context)
  const ties = oneTieFor(model, ledger, at)
  const closeness = closenessOf(ties, 0, model)
  const { sources, endorsedBy, field } = await calibreSources(context, me ?? person, () => row.sought, person)
  const facts = await store.facts(person)
  const calibre = calibreOf(person, facts, sources, endorsedBy.get(person) ?? [], at)
  const twoWayWeeks = ties.twoWayWeeks[0] ?? 0
  const words = wordsOf(context)
  return {
    facts,
    summary: explainCloseness(ties, 0, closeness, startsOf(ledger, at), words.closeness),
    closenessParts: closeness.parts.map(({ feature, value, logOdds }) => ({
      feature: feature.name,
      text: words.feature(feature),
      value,
      contribution: logOdds,
    })),
    trustText: twoWayWeeks === 0 ? words.closeness.noTrust : words.closeness.trust(twoWayWeeks),
    calibreEvidence: calibre.contributions.map(({ evidence, weight }) => {
      const { source, seenAt } = sourceOf(evidence, facts)
      return {
        kind: evidence.kind,
        text: evidenceSentence(evidence, words.calibre),
        level: evidence.level,
        weight,
        source,
        at: isoTimeOrNull(evidence.at ?? seenAt),
      }
    }),
    calibreText: calibreSentence(calibre, field, null, words.calibre),
    worthText: await worthText(context, row),
    weeks: weeksOf(columns, at),
  }
}

function print(person: PersonDetail): string {
  const about = [person.title, person.organisation].filter((text) => text !== null).join(', ')
  return [
    `${person.name}${about === '' ? '' : ` (${about})`}`,
    person.identities.map((identity) => identity.value).join(', '),
    '',
    person.summary,
    '',
    `closeness  ${percent(person.closeness)}`,
    ...person.closenessParts.map(
      (part) =>
        `             ${part.contribution >= 0 ? '+' : '−'}${Math.abs(part.contribution).toFixed(2)}  ${part.text}: ${part.value?.toFixed(2) ?? 'unknown'}`,
    ),
    `trust      ${percent(person.trust)}  ${person.trustText}${person.dormant ? ' Out of touch, still trusted.' : ''}`,
    `calibre    ${percent(person.calibre)}  ${person.calibreText}`,
    ...person.calibreEvidence.map(
      (evidence) =>
        `             ${percent(evidence.level)} (weight ${evidence.weight.toFixed(2)})  ${evidence.text} [${evidence.source}${evidence.at === null ? '' : `, ${day(evidence.at)}`}]`,
    ),
    `worth      ${percent(person.worth)}  ${person.worthText}`,
    '',
    ...person.declarations.map(({ text, at }) => `${text}${at === null ? '' : `, ${day(at)}`}`),
    '',
    person.timeline.length === 0
      ? 'No interactions yet.'
      : `The last ${count(Math.min(10, person.timeline.length), 'interaction')}:\n${table(
          ['when', 'how', 'way', 'subject'],
          person.timeline
            .slice(0, 10)
            .map((entry) => [
              day(entry.at),
              entry.channel,
              entry.direction,
              `${entry.subject ?? ''}${entry.bulk ? ' (bulk)' : ''}`,
            ]),
          60,
        )}`,
  ].join('\n')
}

export const getPerson = operation({
  name: 'get-person',
  input: z.object({
    who: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .describe('Name or part of it, address, number, profile URL, or id'),
  }),
  output: personDetail,
  examples: [
    { title: 'By name', input: { who: 'Ada Lovelace' } },
    { title: 'By address', input: { who: 'ada@engine.example' } },
  ],
  cli: { positionals: ['who'], variadic: true, print },
  mcp: {
    readOnly: true,
    brief: (person) => ({
      ...person,
      facts: person.facts.slice(0, BRIEF),
      timeline: person.timeline.slice(0, BRIEF),
      weeks: person.weeks.slice(-BRIEF),
    }),
  },
  run: async (context, { who }) => {
    await freshScores(context)
    const { store, owner } = context
    const id = await findPerson(context, who)
    const row = await store.person(owner, id)
    if (row === null) throw new KithError('not-found', `${who} is nobody you are in touch with.`)
    const evidence = await evidenceOf(context, id, row)
    // At an earlier time, what was known by then.
    const seen = ({ at }: { readonly at: number | null }): boolean =>
      context.at === null || at === null || at < context.at
    return {
      ...contactOf(row),
      industry: row.industry,
      place: row.place,
      identities: [...(await store.identitiesOf(id))],
      ...evidence,
      facts: evidence.facts.filter(seen).map(({ field, value, source, at }) => ({
        field,
        value,
        source,
        at: isoTimeOrNull(at),
      })),
      dormant: isDormant(row.trust, row.closeness),
      declarations: (await store.declarations(owner, id)).filter(seen).map((stated) => ({
        text: declarationText(stated, wordsOf(context).closeness.declared),
        at: isoTimeOrNull(stated.at),
      })),
      timeline: (await store.timeline(owner, id, TIMELINE, context.at ?? undefined)).map(timelineEntryOf),
    }
  },
})
