import { DEFAULT_FIELD_MEAN } from '#core/calibre/combine.ts'
import { byTie } from '#core/ledger/by-tie.ts'
import type { TieLedger } from '#core/ledger/by-tie.ts'
import type { PersonColumns } from '#core/ledger/ledger.ts'
import { foldOn } from '#core/ledger/tie-fold.ts'
import type { Goal } from '#core/model/goal.ts'
import type { PersonId } from '#core/model/ids.ts'
import { scoringTimes } from '#core/scoring/end-of-data.ts'
import { standingOf } from '#core/scoring/tie-standing.ts'
import type { TieStanding } from '#core/scoring/tie-standing.ts'
import { networkWorth } from '#core/worth/worth.ts'
import type { NetworkWorth } from '#core/worth/worth.ts'
import type { ScoreRow } from '#store/store.ts'
import { closenessModelOf } from '../closeness-model.ts'
import { isoTimeOrNull } from '../dates.ts'
import { goalsOf } from '../default-goal.ts'
import type { Context } from '../operation.ts'
import type { ScoreSummary } from '../score-summary.ts'
import { summaryOf } from '../score-summary.ts'
import { worthReports } from '../worth-report.ts'
import { chosenTies } from './chosen-ties.ts'
import type { ChosenTies } from './chosen-ties.ts'
import { learnedBefore, segmentsOf } from './goal-inputs.ts'
import { channelsOf, scoreRowOf, trendRowOf } from './score-rows.ts'
import { keepSnapshot } from './snapshot.ts'
import { everybodyFrom, packedEverybody, partOf, pickedFold } from './standing.ts'
import { isTalkKept } from './talk.ts'
import type { Everybody } from './standing.ts'

/** A change of worth smaller than this is not written: what is stored stays this near to what would be computed. */
const UNCHANGED = 1e-12

/**
 * Scores anew those alone whom new interactions touched since everybody was scored; null where that cannot be told
 * from them alone, and everybody has to be scored.
 *
 * Scores are of the end of a day, so that interactions of that day move nobody else's closeness. Each tie touched
 * goes on from its fold at the beginning of the day. What hangs on everybody is worth, which is computed from the
 * columns of all; who is sought, the weights of the field and what is talked about are those of the beginning of the day
 * (core/scoring/end-of-data.ts). Equal to a scoring of everybody to 1e-9.
 *
 * Everybody is scored where anything else changed, a day is over, something older than the day came in, somebody
 * became a contact who was known beside others before, an event to come has come, and where what outcomes teach may
 * have changed.
 */
export async function scoreTouched(context: Context) {
  const { store, owner } = context
  if (context.at !== null) return null
  const row = await store.owner(owner)
  const summary = summaryOf(row)
  const now = context.now()
  if (row.me === null || summary === null || summary.scoredFor !== null) return null
  if (summary.nextEventAt !== null && summary.nextEventAt <= now) return null
  const touched = await store.touched(owner, row.changes)
  if (touched === null) return null
  const kept = await store.standing(owner)
  if (kept === null) return null
  const everybody = everybodyFrom(kept)
  if (everybody.madeBy !== context.version) return null
  const { at, known } = scoringTimes(null, everybody.at)
  if (touched.since < known) return null
  if (!(await isTalkKept(context, known))) return null
  const recent = await store.recentLedger(owner, touched.people, known)
  const extent = extentOf(recent, now)
  if (extent.seenTo > at) return null

  const chosen = await chosenTies(context, everybody, touched, recent, row.me)
  if (chosen === null) return null
  const { person, tieOf } = chosen
  const { model } = await closenessModelOf(context)
  const ledger = ledgerOf(recent, person)
  const settled = await store.settledParts(owner, [...new Set(tieOf.map(partOf))])
  const fold = pickedFold(settled, tieOf, everybody)
  foldOn(fold, ledger, ledger.starts.slice(0, person.length), now)
  const standing = standingOf(fold, at, model)
  const all = withTouched(everybody, chosen, standing, channelsOf(ledger, now), extent.seenTo)
  const aims = await goalsOf(context)
  await putInSegments(context, all, chosen, aims.goals)
  const learned = await learnedBefore(context, all.person, summary, touched.since)
  // A new calibre, or somebody new, may change what outcomes teach.
  if (learned === null || (Object.keys(learned.history).length > 0 && touched.told.size > 0)) return null
  const contacts = { ...all, ...learned }
  const worth = networkWorth(contacts, aims.goals, { fieldMean: DEFAULT_FIELD_MEAN, now })

  const rows = touchedRows(all, chosen, everybody.person.length, standing, worth)
  if (rows === null) return null
  const others = movedWorth(all, chosen, worth)
  const reports = worthReports({ contacts, result: worth, at: all.seenTo, now }, aims)
  const rescored: ScoreSummary = {
    ...summary,
    nextEventAt: Math.min(summary.nextEventAt ?? Infinity, extent.next),
    reports,
  }
  const listed = new Set(rows.map((one) => one.personId as number))
  const stored = await store.saveRescored(owner, {
    scoredChanges: row.scoredChanges,
    seenChanges: row.changes,
    rows,
    trends: person.flatMap((one, i) => (listed.has(one) ? [trendRowOf(one, standing, i, NaN)] : [])),
    silent: person.flatMap((one, i) =>
      listed.has(one) ? [{ personId: one as PersonId, silent: standing.silent[i]! }] : [],
    ),
    worth: others,
    summary: rescored,
    current: packedEverybody(all),
  })
  if (!stored) return null
  const count = all.listed.reduce((sum, one) => sum + one, 0)
  await keepSnapshot(context, rescored.reports.en, count, all.seenTo)
  return { contacts: count, scoredAt: isoTimeOrNull(all.seenTo) }
}

/** Those who were touched in their places among everybody, and new people behind them; `everybody` is changed by it. */
function withTouched(
  everybody: Everybody,
  { person, tieOf, calibre }: ChosenTies,
  { closeness, trust, twoWay }: TieStanding,
  channels: Int32Array,
  seenTo: number,
): Everybody {
  const size = tieOf.reduce((most, tie) => Math.max(most, tie + 1), everybody.person.length)
  const all: Everybody = { ...grown(everybody, size), seenTo: Math.max(everybody.seenTo, seenTo) }
  tieOf.forEach((tie, i) => {
    all.person[tie] = person[i]!
    all.closeness[tie] = closeness[i]!
    all.trust[tie] = trust[i]!
    all.twoWay[tie] = twoWay[i]!
    all.calibre[tie] = calibre[i]!
    all.channels[tie]! |= channels[i]!
  })
  return all
}

/** Writes down which of the goals' segments those who were touched are in. */
async function putInSegments(
  context: Context,
  all: Everybody,
  { person, tieOf }: ChosenTies,
  goals: readonly Goal[],
): Promise<void> {
  const { store } = context
  const facts = new Map<number, Awaited<ReturnType<typeof store.facts>>>()
  if (all.segments.size > 0) for (const one of person) facts.set(one, await store.facts(one as PersonId))
  for (const [key, members] of await segmentsOf(context, person, goals, facts))
    tieOf.forEach((tie, i) => (all.segments.get(key)![tie] = members[i]!))
}

/**
 * What is stored of those who were touched; marks in `all` who is listed now. Null where somebody known before is
 * listed for the first time: how sought they were is not kept for those who were not.
 * @param known ties from this one on are of new people
 */
function touchedRows(
  all: Everybody,
  { person, tieOf, calibre }: ChosenTies,
  known: number,
  standing: TieStanding,
  { contactWorth, contribution }: NetworkWorth,
): readonly ScoreRow[] | null {
  const { ties } = standing
  const rows: ScoreRow[] = []
  for (const [i, tie] of tieOf.entries()) {
    const before = all.listed[tie]
    const here = before === 1 || ties.out[i]! + ties.in[i]! + ties.together[i]! > 0
    if (before === 0 && here && tie < known) return null
    if (!here) continue
    all.listed[tie] = 1
    const more = { worth: contactWorth[tie]!, contribution: contribution[tie]!, channels: all.channels[tie]! }
    rows.push(scoreRowOf(person[i]!, standing, i, { ...more, calibre: calibre[i]!, sought: null }))
  }
  return rows
}

/** Takes over the worth of those whose worth moved, and of all who were touched; returns the listed ones who were not. */
function movedWorth(
  all: Everybody,
  { tieOf }: ChosenTies,
  { contactWorth, contribution }: NetworkWorth,
): readonly Pick<ScoreRow, 'personId' | 'worth' | 'contribution'>[] {
  const isTouched = new Uint8Array(all.person.length)
  for (const tie of tieOf) isTouched[tie] = 1
  const others: Pick<ScoreRow, 'personId' | 'worth' | 'contribution'>[] = []
  for (let tie = 0; tie < isTouched.length; tie++) {
    const now = { worth: contactWorth[tie]!, contribution: contribution[tie]! }
    const moved =
      Math.abs(now.worth - all.worth[tie]!) > UNCHANGED ||
      Math.abs(now.contribution - all.contribution[tie]!) > UNCHANGED
    if (isTouched[tie] === 0 && !moved) continue
    all.worth[tie] = now.worth
    all.contribution[tie] = now.contribution
    if (isTouched[tie] === 0 && all.listed[tie] === 1)
      others.push({ personId: all.person[tie] as PersonId, ...now })
  }
  return others
}

/** Just after the newest event that has happened, and the first to come. */
function extentOf(recent: PersonColumns, now: number) {
  let seenTo = -Infinity
  let next = Infinity
  for (let row = 0; row < recent.length; row++) {
    const when = recent.at[row]!
    if (when < now) seenTo = Math.max(seenTo, when + 1)
    else next = Math.min(next, when)
  }
  return { seenTo, next }
}

/** The events as a ledger in which `person[i]` is tie i; those of others are left out. */
function ledgerOf(recent: PersonColumns, person: readonly number[]): TieLedger {
  const tieOf = new Map(person.map((one, i) => [one, i]))
  const rows: number[] = []
  for (let row = 0; row < recent.length; row++) if (tieOf.has(recent.person[row]!)) rows.push(row)
  return byTie({
    length: rows.length,
    tieCount: person.length,
    tie: Int32Array.from(rows, (row) => tieOf.get(recent.person[row]!)!),
    atMs: Float64Array.from(rows, (row) => recent.at[row]!),
    direction: Uint8Array.from(rows, (row) => recent.direction[row]!),
    channel: Uint8Array.from(rows, (row) => recent.channel[row]!),
    audience: Int32Array.from(rows, (row) => recent.audience[row]!),
    bulk: Uint8Array.from(rows, (row) => recent.bulk[row]!),
  })
}

/** The columns with room for new people. */
function grown(everybody: Everybody, size: number): Everybody {
  if (size === everybody.person.length) return everybody
  const longer = <A extends Float64Array | Int32Array | Uint8Array>(into: A, from: A): A => {
    into.set(from)
    return into
  }
  const floats = (from: Float64Array): Float64Array => longer(new Float64Array(size), from)
  const marks = (from: Uint8Array): Uint8Array => longer(new Uint8Array(size), from)
  return {
    ...everybody,
    person: longer(new Int32Array(size), everybody.person),
    closeness: floats(everybody.closeness),
    trust: floats(everybody.trust),
    calibre: floats(everybody.calibre),
    twoWay: marks(everybody.twoWay),
    worth: floats(everybody.worth),
    contribution: floats(everybody.contribution),
    channels: longer(new Int32Array(size), everybody.channels),
    listed: marks(everybody.listed),
    segments: new Map([...everybody.segments].map(([key, members]) => [key, marks(members)])),
  }
}
