import { z } from 'zod'
import type { Goal } from '#core/model/goal.ts'
import { isAttention } from '#core/model/records.ts'
import type { PersonId } from '#core/model/ids.ts'
import { byTie } from '#core/ledger/by-tie.ts'
import type { TieLedger } from '#core/ledger/by-tie.ts'
import { ledgerByPerson } from '#core/ledger/ledger.ts'
import { needsDetail } from '#core/closeness/model.ts'
import { fieldWeights } from '#core/calibre/field.ts'
import { DEFAULT_FIELD_MEAN } from '#core/calibre/combine.ts'
import { calibreOf, soughtByPerson, workTexts } from '#core/scoring/calibre-of-people.ts'
import { endOfData, scoringTimes } from '#core/scoring/end-of-data.ts'
import { standingOfLedger } from '#core/scoring/tie-standing.ts'
import { networkWorth } from '#core/worth/worth.ts'
import type { Standing } from '#store/standings.ts'
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
import { scoreTouched } from './score/score-touched.ts'
import { channelsOf, scoreRowOf, trendRowOf } from './score/score-rows.ts'
import { keepSnapshot } from './score/snapshot.ts'
import { packedEverybody, packedFold } from './score/standing.ts'
import { talkOfEverybody } from './score/talk.ts'
import type { Everybody } from './score/standing.ts'
import type { ScoreSummary } from './score-summary.ts'
import { worthReports } from './worth-report.ts'

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

/** Role addresses, lists, machines, departments; and the first id that no person has yet. */
async function nobodiesOf(context: Context, factsOf: ReadonlyMap<number, readonly PersonFactRow[]>) {
  const { keys, personIds, nextPersonId } = await context.store.directory()
  const nobodies = nobodiesAmong(
    keys.map((key, i) => ({ identity: identityOf(key), person: personIds[i] as number })),
    (person) => namesIn(factsOf.get(person) ?? []),
  )
  return { nobodies, nextPersonId }
}

/** Those who were contacts before a time: who took part in something by then, or in nothing but are declared. */
const knownBy = (before: number, { starts, atMs }: TieLedger, people: readonly number[]): number[] =>
  people.filter((_, tie) => starts[tie] === starts[tie + 1] || atMs[starts[tie]!]! < before)

/** The next time at which the scores change by themselves: an event to come, the beginning or end of a goal. */
function nextTurn(events: Float64Array, goals: readonly Goal[], until: number, now: number): number {
  const turns = goals.flatMap(({ startsAt, endsAt }) => [startsAt ?? Infinity, endsAt ?? Infinity])
  let next = Math.min(Infinity, ...turns.filter((turn) => turn > now))
  for (let i = 0; i < events.length; i++) if (events[i]! >= until && events[i]! < next) next = events[i]!
  return next
}

export const scoreNetwork = operation({
  name: 'score-network',
  description:
    'kith does this by itself after every import and change; the scores are those of the end of the data, or of the time asked for.',
  input: z.object({}),
  output: z.object({
    contacts: z.number().int(),
    scoredAt: z.iso.datetime().nullable().describe('Null while it is not known whose network this is'),
  }),
  examples: [],
  long: true,
  run: async (context) => {
    await refreshTouchpoints(context)
    return (await scoreTouched(context)) ?? scoreEverybody(context)
  },
})

async function scoreEverybody(context: Context) {
  const { store, owner } = context
  // Read before the data: what changes while scoring makes the scores old at once.
  const { me, changes } = await store.owner(owner)
  if (me === null) return { contacts: 0, scoredAt: null }
  const columns = await store.ledger(owner)
  const now = context.at ?? context.now()
  const { at, until, known } = scoringTimes(context.at, endOfData(columns.at, now))
  await breathe(context.signal)
  const { ledger, people, declared } = await contactsOf(context, columns, me, at)
  const pairs = await store.attention(known)
  const soughtAs = soughtByPerson(pairs)
  await breathe(context.signal)
  const factsOf = Map.groupBy(await store.facts(), (fact) => fact.personId as number)
  const { sources, endorsedBy, knowledge } = await calibreSources(
    context,
    me,
    soughtAs,
    undefined,
    async (field) => ({
      weights: fieldWeights(
        field,
        knownBy(known, ledger, people).map((person) => workTexts(factsOf.get(person) ?? [], at)),
      ),
      ...(await talkOfEverybody(context, field, known, columns, changes)),
    }),
  )
  const { nobodies, nextPersonId } = await nobodiesOf(context, factsOf)
  const calibre = Float64Array.from(people, (person) => {
    // Role addresses and machines count for nothing.
    if (nobodies.has(person)) return 0
    const judged = calibreOf(person, factsOf.get(person) ?? [], sources, endorsedBy.get(person) ?? [], at)
    return judged.value ?? NaN
  })
  await breathe(context.signal)
  const aims = await goalsOf(context)
  const { model } = await closenessModelOf(context)
  const { inputs, learning, learnedAt } = await goalInputs(context, {
    people,
    ledger,
    goals: aims.goals,
    factsOf,
    model,
    calibre,
  })
  await breathe(context.signal)
  const kept: { settled?: Standing['settled'] } = {}
  const standing = standingOfLedger(ledger, { at, until }, model, {
    before: known,
    take: (fold) => {
      if (context.at === null) kept.settled = packedFold(fold)
    },
  })
  await breathe(context.signal)
  const { ties, closeness, trust, twoWay } = standing
  const contacts = { closeness, trust, calibre, twoWay, ...inputs }
  const worth = networkWorth(contacts, aims.goals, { fieldMean: DEFAULT_FIELD_MEAN, now })
  await breathe(context.signal)
  const channels = channelsOf(ledger, until)
  // Who only ever sent bulk, and is no declared contact, is a newsletter or a machine: kept, but nobody you know.
  const listed = Uint8Array.from(people, (person, tie) =>
    Number(
      !nobodies.has(person) &&
        (declared.has(person) || ties.out[tie]! + ties.in[tie]! + ties.together[tie]! > 0),
    ),
  )
  const { contribution, contactWorth } = worth
  const rows: ScoreRow[] = []
  const trends: TrendRow[] = []
  people.forEach((person, tie) => {
    if (listed[tie] === 0) return
    const more = {
      calibre: calibre[tie]!,
      worth: contactWorth[tie]!,
      contribution: contribution[tie]!,
      channels: channels[tie]!,
      sought: soughtAs(person),
    }
    rows.push(scoreRowOf(person, standing, tie, more))
    trends.push(trendRowOf(person, standing, tie, standing.before[tie]!))
  })
  await breathe(context.signal)
  const reports = worthReports({ contacts, result: worth, at: until, now }, aims)
  const summary: ScoreSummary = {
    scoredFor: context.at,
    nextEventAt: nextTurn(columns.at, aims.goals, until, now),
    reports,
    learning,
    learnedAt,
    fieldWeights: [...knowledge.weights],
    usualTalk: [...knowledge.usual],
  }
  const everybody: Everybody = {
    madeBy: context.version,
    at,
    seenTo: until,
    nextPerson: nextPersonId,
    withDetail: needsDetail(model),
    person: Int32Array.from(people),
    closeness,
    trust,
    calibre,
    twoWay,
    worth: contactWorth,
    contribution,
    channels,
    listed,
    segments: inputs.segments,
  }
  await store.saveTrends(owner, trends)
  await store.saveScores(owner, at, rows, {
    seenChanges: changes,
    summary,
    ...(kept.settled === undefined
      ? {}
      : { standing: { settled: kept.settled, current: packedEverybody(everybody) } }),
  })
  const contact = (_: unknown, tie: number): boolean => listed[tie] === 1
  await store.saveOutlooks(owner, {
    person: people.filter(contact),
    silent: standing.silent.filter(contact),
    overlap: overlapOf(people, me, pairs).filter(contact),
  })
  await keepSnapshot(context, summary.reports.en, rows.length, until)
  return { contacts: rows.length, scoredAt: isoTimeOrNull(until) }
}
