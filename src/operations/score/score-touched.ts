import { DEFAULT_FIELD_MEAN } from '#core/calibre/combine.ts'
import { namesIn } from '#core/identity/profile.ts'
import { isNobodyKnownAs } from '#core/identity/role-names.ts'
import { byTie } from '#core/ledger/by-tie.ts'
import type { TieLedger } from '#core/ledger/by-tie.ts'
import type { PersonColumns } from '#core/ledger/ledger.ts'
import { foldOn } from '#core/ledger/tie-fold.ts'
import type { PersonId } from '#core/model/ids.ts'
import { calibreOf } from '#core/scoring/calibre-of-people.ts'
import { scoringTimes } from '#core/scoring/end-of-data.ts'
import { standingOf } from '#core/scoring/tie-standing.ts'
import { networkWorth } from '#core/worth/worth.ts'
import type { ScoreRow } from '#store/store.ts'
import type { Touched } from '#store/touches.ts'
import { closenessModelOf } from '../closeness-model.ts'
import { isoTimeOrNull } from '../dates.ts'
import { goalsOf } from '../default-goal.ts'
import { calibreSources } from '../network.ts'
import type { Context } from '../operation.ts'
import type { ScoreSummary } from '../score-summary.ts'
import { summaryOf } from '../score-summary.ts'
import { worthReports } from '../worth-report.ts'
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
  const { person, tieOf, calibre } = chosen
  const { model } = await closenessModelOf(context)
  const ledger = ledgerOf(recent, person)
  const settled = await store.settledParts(owner, [...new Set(tieOf.map(partOf))])
  const fold = pickedFold(settled, tieOf, everybody)
  foldOn(fold, ledger, ledger.starts.slice(0, person.length), now)
  const standing = standingOf(fold, at, model)
  const { ties, closeness, trust, twoWay } = standing
  const channels = channelsOf(ledger, now)

  // Everybody, with those who were touched in their places and new people behind them.
  const size = tieOf.reduce((most, tie) => Math.max(most, tie + 1), everybody.person.length)
  const all: Everybody = { ...grown(everybody, size), seenTo: Math.max(everybody.seenTo, extent.seenTo) }
  tieOf.forEach((tie, i) => {
    all.person[tie] = person[i]!
    all.closeness[tie] = closeness[i]!
    all.trust[tie] = trust[i]!
    all.twoWay[tie] = twoWay[i]!
    all.calibre[tie] = calibre[i]!
    all.channels[tie]! |= channels[i]!
  })
  const aims = await goalsOf(context)
  const facts = new Map<number, Awaited<ReturnType<typeof store.facts>>>()
  if (all.segments.size > 0) for (const one of person) facts.set(one, await store.facts(one as PersonId))
  for (const [key, members] of await segmentsOf(context, person, aims.goals, facts))
    tieOf.forEach((tie, i) => (all.segments.get(key)![tie] = members[i]!))
  const learned = await learnedBefore(context, all.person, summary, touched.since)
  // A new calibre, or somebody new, may change what outcomes teach.
  if (learned === null || (Object.keys(learned.history).length > 0 && touched.told.size > 0)) return null
  const contacts = { ...all, ...learned }
  const worth = networkWorth(contacts, aims.goals, { fieldMean: DEFAULT_FIELD_MEAN, now })

  const isTouched = new Uint8Array(size)
  const rows: ScoreRow[] = []
  for (const [i, tie] of tieOf.entries()) {
    isTouched[tie] = 1
    const before = all.listed[tie]
    const here = before === 1 || ties.out[i]! + ties.in[i]! + ties.together[i]! > 0
    // How sought they were is not kept for those who were not listed.
    if (before === 0 && here && tie < everybody.person.length) return null
    if (!here) continue
    all.listed[tie] = 1
    const { contactWorth, contribution } = worth
    const more = { worth: contactWorth[tie]!, contribution: contribution[tie]!, channels: all.channels[tie]! }
    rows.push(scoreRowOf(person[i]!, standing, i, { ...more, calibre: calibre[i]!, sought: null }))
  }
  const others: Pick<ScoreRow, 'personId' | 'worth' | 'contribution'>[] = []
  for (let tie = 0; tie < size; tie++) {
    const [now_, then] = [worth.contactWorth[tie]!, all.worth[tie]!]
    const moved =
      Math.abs(now_ - then) > UNCHANGED ||
      Math.abs(worth.contribution[tie]! - all.contribution[tie]!) > UNCHANGED
    if (isTouched[tie] === 0 && !moved) continue
    all.worth[tie] = now_
    all.contribution[tie] = worth.contribution[tie]!
    if (isTouched[tie] === 0 && all.listed[tie] === 1)
      others.push({
        personId: all.person[tie] as PersonId,
        worth: now_,
        contribution: worth.contribution[tie]!,
      })
  }
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

/**
 * The ties to score: who, where each stands among everybody (new people behind them), and their calibre, which new
 * interactions do not change; that of somebody new, or newly named, is judged. Null where a tie cannot be told alone.
 */
async function chosenTies(
  context: Context,
  everybody: Everybody,
  touched: Touched,
  recent: PersonColumns,
  me: PersonId,
) {
  const placeOf = new Map<number, number>()
  const wanted = new Set<number>(touched.people)
  everybody.person.forEach((one, tie) => {
    if (wanted.has(one)) placeOf.set(one, tie)
  })
  const seen = new Set<number>(recent.person)
  const person: number[] = []
  const tieOf: number[] = []
  const calibre: number[] = []
  let end = everybody.person.length
  const judge = await judgeOf(context, me, touched, everybody.at)
  for (const one of touched.people) {
    const place = placeOf.get(one)
    // Named beside others, and no contact.
    if (place === undefined && !seen.has(one)) continue
    // Beside others they were known before: how sought they are is not kept.
    if (place === undefined && one < everybody.nextPerson) return null
    const held = place === undefined ? NaN : everybody.calibre[place]!
    if (!touched.told.has(one)) calibre.push(held)
    else {
      const judged = await judge(one)
      if (judged === null) {
        // Somebody new who is nobody is no contact; whoever turns into nobody changes who is sought.
        if (place !== undefined) return null
        continue
      }
      calibre.push(judged)
    }
    person.push(one)
    tieOf.push(place ?? end++)
  }
  return { person, tieOf, calibre }
}

/** Calibre of one person anew; NaN is unknown, null says that they are nobody. */
async function judgeOf(context: Context, me: PersonId, { told }: Touched, at: number) {
  const { store, owner } = context
  if (told.size === 0) return () => Promise.resolve(NaN)
  const rows = new Map<number, Awaited<ReturnType<typeof store.person>>>()
  for (const one of told) rows.set(one, await store.person(owner, one as PersonId))
  const soughtAs = (one: number) => rows.get(one)?.sought ?? null
  const { sources, endorsedBy } = await calibreSources(context, me, soughtAs)
  return async (one: number): Promise<number | null> => {
    const facts = await store.facts(one as PersonId)
    if (isNobodyKnownAs(await store.identitiesOf(one as PersonId), namesIn(facts))) return null
    return calibreOf(one, facts, sources, endorsedBy.get(one) ?? [], at).value ?? NaN
  }
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
