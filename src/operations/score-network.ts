import { sentences } from '#core/sentences/index.ts'
import type { Language } from '#core/sentences/language.ts'
import { z } from 'zod'
import type { Goal } from '#core/model/goal.ts'
import { isAttention } from '#core/model/records.ts'
import type { PersonId } from '#core/model/ids.ts'
import { byTie } from '#core/ledger/by-tie.ts'
import type { TieLedger } from '#core/ledger/by-tie.ts'
import { ledgerByPerson } from '#core/ledger/ledger.ts'
import { rhythmOf } from '#core/closeness/overdue.ts'
import { fieldWeights } from '#core/calibre/field.ts'
import { DEFAULT_FIELD_MEAN } from '#core/calibre/combine.ts'
import { calibreOf, soughtByPerson, workTexts } from '#core/scoring/calibre-of-people.ts'
import { endOfData } from '#core/scoring/end-of-data.ts'
import { standingOfLedger } from '#core/scoring/tie-standing.ts'
import { networkWorth } from '#core/worth/worth.ts'
import type { LedgerColumns, PersonFactRow, ScoreRow, TrendRow } from '#store/store.ts'
import { isoTimeOrNull } from './dates.ts'
import { closenessModelOf } from './closeness-model.ts'
import { goalsOf } from './default-goal.ts'
import { nobodiesAmong } from '#core/identity/directory.ts'
import { namesIn } from '#core/identity/profile.ts'
import { identityOf, refreshTouchpoints } from './import/derive.ts'
import { calibreSources } from './network.ts'
import { type Context, operation } from './operation.ts'
import { breathe } from './run.ts'
import { goalInputs } from './score/goal-inputs.ts'
import { overlapOf } from './score/outlook.ts'
import { keepSnapshot } from './score/snapshot.ts'
import type { ScoreSummary } from './score-summary.ts'
import { worthReport } from './worth-report.ts'

/**
 * Everybody the owner knows: who took part in an interaction with them, in any way the owner has a tie to, and who
 * is declared a connection, a follower, an address-book entry, or vouched for. People seen only beside others are
 * not among them.
 */
async function contactsOf(context: Context, columns: LedgerColumns, me: PersonId, before: number) {
  const { store, owner } = context
  const { ledger, people } = ledgerByPerson(columns)
  const seen = new Set<number>(people)
  const declared = new Set<number>()
  for (const { from, to, at } of [
    ...(await store.declarations(owner)).filter(({ kind }) => !isAttention(kind)),
    ...(await store.endorsements(owner)),
  ]) {
    if (at !== null && at >= before) continue
    for (const someone of [from, to]) if (someone !== 'owner' && someone !== me) declared.add(someone)
  }
  // Ties without an event follow those that have some.
  const all = [...people, ...[...declared].filter((id) => !seen.has(id)).sort((a, b) => a - b)]
  return { ledger: byTie({ ...ledger, tieCount: all.length }), people: all, declared }
}

/** The channels that exchange with each tie went over before a time, a bit each. */
function channelsOf(ledger: TieLedger, before: number): Int32Array {
  const channels = new Int32Array(ledger.tieCount)
  for (let row = 0; row < ledger.length; row++)
    if (ledger.bulk[row] === 0 && ledger.atMs[row]! < before)
      channels[ledger.tie[row]!]! |= 1 << ledger.channel[row]!
  return channels
}

/** Role addresses, lists, machines, departments. */
async function nobodiesOf(
  context: Context,
  factsOf: ReadonlyMap<number, readonly PersonFactRow[]>,
): Promise<ReadonlySet<number>> {
  const { keys, personIds } = await context.store.directory()
  return nobodiesAmong(
    keys.map((key, i) => ({ identity: identityOf(key), person: personIds[i] as number })),
    (person) => namesIn(factsOf.get(person) ?? []),
  )
}

/** The next time at which the scores change by themselves: an event to come, the beginning or end of a goal. */
function nextTurn(events: Float64Array, goals: readonly Goal[], at: number, now: number): number {
  const turns = goals.flatMap(({ startsAt, endsAt }) => [startsAt ?? Infinity, endsAt ?? Infinity])
  let next = Math.min(Infinity, ...turns.filter((turn) => turn > now))
  for (let i = 0; i < events.length; i++) if (events[i]! >= at && events[i]! < next) next = events[i]!
  return next
}

export const scoreNetwork = operation({
  name: 'score-network',
  summary: 'Scores everybody you know anew.',
  description:
    'kith does this by itself after every import and change; the scores are those of the end of the data, or of the time asked for.',
  input: z.object({}),
  output: z.object({
    contacts: z.number().int(),
    scoredAt: z.iso.datetime().nullable().describe('Null while it is not known whose network this is'),
  }),
  examples: [],
  http: { method: 'post', path: '/scores' },
  long: true,
  run: async (context) => {
    const { store, owner } = context
    await refreshTouchpoints(context)
    // Read before the data: what changes while scoring makes the scores old at once.
    const { me, changes } = await store.owner(owner)
    if (me === null) return { contacts: 0, scoredAt: null }
    const columns = await store.ledger(owner)
    const at = context.at ?? endOfData(columns.at, context.now())
    await breathe(context.signal)
    const { ledger, people, declared } = await contactsOf(context, columns, me, at)
    const pairs = await store.attention(at)
    const soughtAs = soughtByPerson(pairs)
    await breathe(context.signal)
    const factsOf = Map.groupBy(await store.facts(), (fact) => fact.personId as number)
    const { sources, endorsedBy, weights } = await calibreSources(context, me, soughtAs, undefined, (field) =>
      fieldWeights(
        field,
        people.map((person) => workTexts(factsOf.get(person) ?? [], at)),
      ),
    )
    const nobodies = await nobodiesOf(context, factsOf)
    const calibre = Float64Array.from(people, (person) => {
      // Role addresses and machines count for nothing.
      if (nobodies.has(person)) return 0
      const judged = calibreOf(person, factsOf.get(person) ?? [], sources, endorsedBy.get(person) ?? [], at)
      return judged.value ?? NaN
    })
    await breathe(context.signal)
    const aims = await goalsOf(context)
    const { model } = await closenessModelOf(context)
    const { inputs, learning } = await goalInputs(context, {
      people,
      ledger,
      goals: aims.goals,
      factsOf,
      model,
      calibre,
    })
    await breathe(context.signal)
    const now = context.at ?? context.now()
    const standing = standingOfLedger(ledger, { at, until: at }, model)
    await breathe(context.signal)
    const { ties, closeness, trust, twoWay } = standing
    const contacts = { closeness, trust, calibre, twoWay, ...inputs }
    const worth = networkWorth(contacts, aims.goals, { fieldMean: DEFAULT_FIELD_MEAN, now })
    await breathe(context.signal)
    const channels = channelsOf(ledger, at)
    const all = people.map((person, tie): ScoreRow => {
      const lastMs = ties.lastMs[tie] ?? NaN
      return {
        personId: person as PersonId,
        closeness: closeness[tie] ?? 0,
        trust: trust[tie] ?? 0,
        calibre: Number.isNaN(calibre[tie]) ? null : (calibre[tie] ?? null),
        worth: worth.contactWorth[tie] ?? 0,
        contribution: worth.contribution[tie] ?? 0,
        interactionsOut: ties.out[tie] ?? 0,
        interactionsIn: ties.in[tie] ?? 0,
        interactionsTogether: ties.together[tie] ?? 0,
        lastAt: Number.isNaN(lastMs) ? null : lastMs,
        channels: channels[tie] ?? 0,
        sought: soughtAs(person),
      }
    })
    // Who only ever sent bulk, and is no declared contact, is a newsletter or a machine: kept, but nobody you know.
    const rows = all.filter(
      (row) =>
        !nobodies.has(row.personId) &&
        (declared.has(row.personId) ||
          row.interactionsIn + row.interactionsOut + row.interactionsTogether > 0),
    )
    await breathe(context.signal)
    const report = (language: Language) =>
      worthReport({ rows: all, contacts, result: worth, at, now }, aims, sentences[language])
    const summary: ScoreSummary = {
      scoredFor: context.at,
      nextEventAt: nextTurn(columns.at, aims.goals, at, now),
      reports: { en: report('en'), de: report('de') },
      learning,
      fieldWeights: [...weights],
    }
    const kept = new Set(rows.map((row) => row.personId as number))
    await store.saveTrends(
      owner,
      people.flatMap((person, tie): TrendRow[] => {
        if (!kept.has(person)) return []
        const rhythm = rhythmOf(ties, tie)
        const before = standing.before[tie] ?? NaN
        return [
          {
            personId: person as PersonId,
            before: Number.isNaN(before) ? null : before,
            gapDays: rhythm?.gapDays ?? null,
            meanGapDays: rhythm?.meanGapDays ?? null,
          },
        ]
      }),
    )
    await store.saveScores(owner, at, rows, { seenChanges: changes, summary })
    await store.saveOutlooks(owner, {
      person: people,
      silent: standing.silent,
      overlap: overlapOf(people, me, pairs),
    })
    await keepSnapshot(context, summary.reports.en, rows.length, at)
    return { contacts: rows.length, scoredAt: isoTimeOrNull(at) }
  },
})
