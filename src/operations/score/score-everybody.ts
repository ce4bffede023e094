import { DEFAULT_FIELD_MEAN } from '#core/calibre/combine.ts'
import { needsDetail } from '#core/closeness/model.ts'
import type { ClosenessModel } from '#core/closeness/model.ts'
import type { TieFold } from '#core/ledger/tie-fold.ts'
import type { Goal } from '#core/model/goal.ts'
import { soughtByPerson } from '#core/scoring/calibre-of-people.ts'
import { endOfData, scoringTimes } from '#core/scoring/end-of-data.ts'
import type { ScoringTimes } from '#core/scoring/end-of-data.ts'
import { standingOfLedger } from '#core/scoring/tie-standing.ts'
import { networkWorth } from '#core/worth/worth.ts'
import type { Standing } from '#store/standings.ts'
import type { ScoreRow, TrendRow } from '#store/store.ts'
import { closenessModelOf } from '../closeness-model.ts'
import { isoTimeOrNull } from '../dates.ts'
import { goalsOf } from '../default-goal.ts'
import type { Context } from '../operation.ts'
import { breathe } from '../run.ts'
import type { ScoreSummary } from '../score-summary.ts'
import { worthReports } from '../worth-report.ts'
import { contactsOf } from './contacts.ts'
import type { Contacts } from './contacts.ts'
import { goalInputs } from './goal-inputs.ts'
import { judgeContacts } from './judge-contacts.ts'
import { overlapOf } from './outlook.ts'
import { channelsOf, scoreRowOf, trendRowOf } from './score-rows.ts'
import { keepSnapshot } from './snapshot.ts'
import { packedEverybody, packedFold } from './standing.ts'
import type { Everybody } from './standing.ts'

/**
 * Scores everybody the owner knows, and stores the scores with all that later scorings and screens go on from:
 * calibre of each contact, then how each tie stands, then what they are worth together.
 *
 * `scoredAt` is null while it is not known whose network this is; nothing is stored then.
 */
export async function scoreEverybody(context: Context) {
  const { store, owner } = context
  // Read before the data: what changes while scoring makes the scores old at once.
  const { me, changes } = await store.owner(owner)
  if (me === null) return { contacts: 0, scoredAt: null }
  const columns = await store.ledger(owner)
  const now = context.at ?? context.now()
  const times = scoringTimes(context.at, endOfData(columns.at, now))
  const { at, until } = times
  await breathe(context.signal)
  const contacts = await contactsOf(context, columns, me, at)
  const { ledger, people } = contacts
  const pairs = await store.attention(times.known)
  const soughtAs = soughtByPerson(pairs)
  await breathe(context.signal)
  const judged = await judgeContacts(context, me, contacts, times, soughtAs, columns, changes)
  const { calibre, factsOf, knowledge } = judged
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
  const { standing, settled } = standingOfAll(contacts, times, model, context.at === null)
  const { closeness, trust, twoWay } = standing
  await breathe(context.signal)
  const forWorth = { closeness, trust, calibre, twoWay, ...inputs }
  const worth = networkWorth(forWorth, aims.goals, { fieldMean: DEFAULT_FIELD_MEAN, now })
  await breathe(context.signal)
  const everybody: Everybody = {
    madeBy: context.version,
    at,
    seenTo: until,
    nextPerson: judged.nextPerson,
    withDetail: needsDetail(model),
    person: Int32Array.from(people),
    closeness,
    trust,
    calibre,
    twoWay,
    worth: worth.contactWorth,
    contribution: worth.contribution,
    channels: channelsOf(ledger, until),
    listed: listedAmong(contacts, judged.nobodies, standing),
    segments: inputs.segments,
  }
  const { rows, trends } = storedRows(everybody, standing, soughtAs)
  await breathe(context.signal)
  const summary: ScoreSummary = {
    scoredFor: context.at,
    nextEventAt: nextTurn(columns.at, aims.goals, until, now),
    reports: worthReports({ contacts: forWorth, result: worth, at: until, now }, aims),
    learning,
    learnedAt,
    fieldWeights: [...knowledge.weights],
    usualTalk: [...knowledge.usual],
  }
  await store.saveTrends(owner, trends)
  await store.saveScores(owner, at, rows, {
    seenChanges: changes,
    summary,
    ...(settled === null ? {} : { standing: { settled, current: packedEverybody(everybody) } }),
  })
  const isListed = (_: unknown, tie: number): boolean => everybody.listed[tie] === 1
  await store.saveOutlooks(owner, {
    person: people.filter(isListed),
    silent: standing.silent.filter(isListed),
    overlap: overlapOf(people, me, pairs).filter(isListed),
  })
  await keepSnapshot(context, summary.reports.en, rows.length, until)
  return { contacts: rows.length, scoredAt: isoTimeOrNull(until) }
}

type StandingOfAll = ReturnType<typeof standingOfLedger>
type SoughtAs = ReturnType<typeof soughtByPerson>

/** How all ties stand; and, to go on from, how they were folded when the day began, packed; null where not kept. */
function standingOfAll(
  { ledger }: Contacts,
  { at, until, known }: ScoringTimes,
  model: ClosenessModel,
  keep: boolean,
): { readonly standing: StandingOfAll; readonly settled: Standing['settled'] | null } {
  let settled: Standing['settled'] | null = null
  const take = (fold: TieFold): void => {
    if (keep) settled = packedFold(fold)
  }
  const standing = standingOfLedger(ledger, { at, until }, model, { before: known, take })
  return { standing, settled }
}

/**
 * 1 = a contact to show. Who only ever sent bulk, and is no declared contact, is a newsletter or a machine: kept, but
 * nobody you know.
 */
const listedAmong = (
  { people, declared }: Contacts,
  nobodies: ReadonlySet<number>,
  { ties }: StandingOfAll,
): Uint8Array =>
  Uint8Array.from(people, (person, tie) =>
    Number(
      !nobodies.has(person) &&
        (declared.has(person) || ties.out[tie]! + ties.in[tie]! + ties.together[tie]! > 0),
    ),
  )

/** What is stored of each contact to show: scores, and where the tie is heading. */
function storedRows(everybody: Everybody, standing: StandingOfAll, soughtAs: SoughtAs) {
  const rows: ScoreRow[] = []
  const trends: TrendRow[] = []
  everybody.person.forEach((person, tie) => {
    if (everybody.listed[tie] === 0) return
    const more = {
      calibre: everybody.calibre[tie]!,
      worth: everybody.worth[tie]!,
      contribution: everybody.contribution[tie]!,
      channels: everybody.channels[tie]!,
      sought: soughtAs(person),
    }
    rows.push(scoreRowOf(person, standing, tie, more))
    trends.push(trendRowOf(person, standing, tie, standing.before[tie]!))
  })
  return { rows, trends }
}

/** The next time at which the scores change by themselves: an event to come, the beginning or end of a goal. */
function nextTurn(events: Float64Array, goals: readonly Goal[], until: number, now: number): number {
  const turns = goals.flatMap(({ startsAt, endsAt }) => [startsAt ?? Infinity, endsAt ?? Infinity])
  let next = Math.min(Infinity, ...turns.filter((turn) => turn > now))
  for (let i = 0; i < events.length; i++) if (events[i]! >= until && events[i]! < next) next = events[i]!
  return next
}
