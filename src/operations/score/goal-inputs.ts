import { DEFAULT_FIELD_MEAN } from '#core/calibre/combine.ts'
import { chooseProfile } from '#core/identity/profile.ts'
import type { Fact } from '#core/identity/profile.ts'
import { closenessColumn } from '#core/closeness/closeness.ts'
import { trustColumn } from '#core/closeness/trust.ts'
import { columnsFor } from '#core/closeness/columns-for.ts'
import type { ClosenessModel } from '#core/closeness/model.ts'
import { byTie } from '#core/ledger/by-tie.ts'
import type { Ledger } from '#core/ledger/ledger.ts'
import { goalKinds, periodDays } from '#core/model/goal.ts'
import type { Goal, GoalKind } from '#core/model/goal.ts'
import { goalKindOf } from '#core/model/outcome.ts'
import { inSegment, segmentKey } from '#core/model/segment.ts'
import type { Segment, SegmentFacts } from '#core/model/segment.ts'
import { calibrate } from '#core/outcomes/calibrate.ts'
import type { OutcomeRecord } from '#core/outcomes/calibrate.ts'
import type { OutcomeCase } from '#core/outcomes/learn.ts'
import { outcomeWindows } from '#core/outcomes/windows.ts'
import { isTwoWay } from '#core/scoring/tie-standing.ts'
import { ratesOf } from '#core/worth/rates.ts'
import type { Rates } from '#core/worth/rates.ts'
import type { ContactColumns, OutcomeColumns } from '#core/worth/values.ts'
import type { EntryRow } from '#store/entries.ts'
import type { Context } from '../operation.ts'
import type { ScoreSummary } from '../score-summary.ts'

const DAY_MS = 86_400_000
const QUARTER_MS = periodDays.quarter * DAY_MS

export type GoalInputs = Required<Pick<ContactColumns, 'segments' | 'history' | 'rates'>>

/** What was learned of each kind of goal that has outcomes. */
export type Learning = Partial<Readonly<Record<GoalKind, Learned>>>
type Learned = OutcomeRecord & { readonly outcomes: number }

type Outcome = { readonly person: number; readonly kind: GoalKind; readonly at: number }
type Ask = { readonly person: number; readonly at: number }

const outcomesOf = (rows: readonly EntryRow<'outcome'>[], before: number): Outcome[] =>
  rows.flatMap(({ about, at, body }) =>
    about?.person == null || at > before ? [] : [{ person: about.person, kind: goalKindOf[body.kind], at }],
  )

/** Asks that were made: each is a failure while no success of its kind followed within a quarter. */
const asksOf = (rows: readonly EntryRow<'action'>[]): Ask[] =>
  rows.flatMap(({ about, body }) =>
    body.action === 'ask' && body.state === 'done' && body.changedAt !== null && about?.person != null
      ? [{ person: about.person, at: body.changedAt }]
      : [],
  )

/** Successes and failures of one kind with each of these people before a time. */
function historyAt(
  people: ReadonlyMap<number, number>,
  size: number,
  outcomes: readonly Outcome[],
  asks: readonly Ask[],
  before: number,
): OutcomeColumns {
  const successes = new Float64Array(size)
  const failures = new Float64Array(size)
  const times = Map.groupBy(outcomes, (one) => one.person)
  for (const { person, at } of outcomes) {
    const tie = people.get(person)
    if (tie !== undefined && at < before) successes[tie]!++
  }
  for (const { person, at } of asks) {
    const tie = people.get(person)
    if (tie === undefined || at + QUARTER_MS > before) continue
    const came = times.get(person)?.some((one) => one.at >= at && one.at < at + QUARTER_MS) ?? false
    if (!came) failures[tie]!++
  }
  return { successes, failures }
}

/** What came of everybody so far, by kind of goal; kinds without outcomes have none. Row j is `people[j]`. */
function historyOf(
  people: ReadonlyMap<number, number>,
  size: number,
  outcomes: readonly Outcome[],
  asks: readonly Ask[],
  now: number,
) {
  const history: Partial<Record<GoalKind, OutcomeColumns>> = {}
  // What is recorded now counts from now on.
  for (const [kind, ofKind] of Map.groupBy(outcomes, (one) => one.kind))
    history[kind] = historyAt(people, size, ofKind, asks, now + 1)
  return history
}

/** Outcomes by now, and what was asked for. */
async function recordedBy({ store, owner }: Context, now: number) {
  const outcomes = outcomesOf(await store.entries(owner, 'outcome'), now)
  const asks = outcomes.length === 0 ? [] : asksOf(await store.entries(owner, 'action'))
  return { outcomes, asks }
}

/**
 * The time up to which quarters are counted back: the end of the day (UTC), so that what outcomes teach stays the same
 * for a day.
 */
export const learningTime = (asked: number | null, now: number): number =>
  asked ?? (Math.floor(now / DAY_MS) + 1) * DAY_MS

/**
 * What came of each contact and the rates that were learned, for a scoring of some people; null where what was learned
 * may be another by now: on another day, or where the new interactions reach back before the last quarter.
 */
export async function learnedBefore(
  context: Context,
  people: Int32Array,
  summary: Pick<ScoreSummary, 'learning' | 'learnedAt'>,
  since: number,
): Promise<Pick<GoalInputs, 'history' | 'rates'> | null> {
  const now = context.now()
  const { outcomes, asks } = await recordedBy(context, now)
  if (outcomes.length === 0) return { history: {}, rates: {} }
  const learnedAt = learningTime(null, now)
  if (summary.learnedAt !== learnedAt || since < learnedAt - QUARTER_MS) return null
  const tieOf = new Map(Array.from(people, (person, tie) => [person, tie]))
  const rates: Partial<Record<GoalKind, Rates>> = {}
  for (const kind of goalKinds) {
    const learned = summary.learning?.[kind]?.learned
    if (learned != null) rates[kind] = learned
  }
  return { history: historyOf(tieOf, people.length, outcomes, asks, now), rates }
}

/** Who is in each segment that a goal names, by its key. */
export async function segmentsOf(
  context: Context,
  people: readonly number[],
  goals: readonly Goal[],
  factsOf: ReadonlyMap<number, readonly Fact[]>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const named = goals.flatMap((goal): Segment[] => (goal.segment == null ? [] : [goal.segment]))
  if (named.length === 0) return new Map()
  const tags = new Map<number, string[]>()
  for (const { about, body } of await context.store.entries(context.owner, 'tag'))
    if (about?.person != null) tags.set(about.person, [...(tags.get(about.person) ?? []), body.tag])
  const facts = people.map((person): SegmentFacts => {
    const { industry, organisation, title, place } = chooseProfile(factsOf.get(person) ?? [], [])
    return { industry, organisation, title, place, tags: tags.get(person) ?? [] }
  })
  return new Map(
    named.map((segment) => [
      segmentKey(segment),
      Uint8Array.from(facts, (one) => (inSegment(segment, one) === true ? 1 : 0)),
    ]),
  )
}

/** One contact in each past quarter: how the tie stood when it began, and whether a success came. */
function casesOf(
  ledger: Ledger,
  people: ReadonlyMap<number, number>,
  outcomes: readonly Outcome[],
  asks: readonly Ask[],
  now: number,
  model: ClosenessModel,
  calibre: Float64Array,
) {
  const ordered = byTie(ledger)
  const first = outcomes.reduce((least, one) => Math.min(least, one.at), Infinity)
  return outcomeWindows(first, now).map(({ start, end }) => {
    const ties = columnsFor(model, ordered, start)
    const closeness = closenessColumn(ties, model)
    const trust = trustColumn(ties)
    const history = historyAt(people, ties.length, outcomes, asks, start)
    const happened = new Set(
      outcomes.flatMap((one) => (one.at >= start && one.at < end ? (people.get(one.person) ?? []) : [])),
    )
    const cases: OutcomeCase[] = []
    for (let tie = 0; tie < ties.length; tie++) {
      const counts = { in: ties.in[tie]!, out: ties.out[tie]!, together: ties.together[tie]! }
      if (!isTwoWay(counts) && !happened.has(tie)) continue
      const level = Number.isNaN(calibre[tie]!) ? DEFAULT_FIELD_MEAN : calibre[tie]!
      // Whoever counts for nothing says nothing of how often those who count bring something.
      if (level <= 0) continue
      cases.push({
        closeness: closeness[tie]!,
        trust: trust[tie]!,
        fit: null,
        successes: history.successes[tie]!,
        failures: history.failures[tie]!,
        // As it is known now: how it was known then is not kept.
        calibre: level,
        happened: happened.has(tie),
      })
    }
    return { start, end, cases }
  })
}

/**
 * What worth takes from what the user keeps: who is in the segments of the goals, what came of each contact, and the
 * rates learned from it. Row j of each column is `people[j]`.
 */
export async function goalInputs(
  context: Context,
  {
    people,
    ledger,
    goals,
    factsOf,
    model,
    calibre,
  }: {
    readonly people: readonly number[]
    readonly ledger: Ledger
    readonly goals: readonly Goal[]
    readonly factsOf: ReadonlyMap<number, readonly Fact[]>
    readonly model: ClosenessModel
    /** NaN is unknown. */
    readonly calibre: Float64Array
  },
): Promise<{ readonly inputs: GoalInputs; readonly learning: Learning; readonly learnedAt: number }> {
  const now = context.at ?? context.now()
  const learnedAt = learningTime(context.at, context.now())
  const { outcomes, asks } = await recordedBy(context, now)
  const tieOf = new Map(outcomes.length === 0 ? [] : people.map((person, tie) => [person, tie]))
  const rates: Partial<Record<GoalKind, Rates>> = {}
  const learning: Partial<Record<GoalKind, Learned>> = {}
  for (const kind of goalKinds) {
    const ofKind = outcomes.filter((one) => one.kind === kind)
    if (ofKind.length === 0) continue
    const prior = ratesOf({ kind, baseRate: goals.find((goal) => goal.kind === kind)?.baseRate ?? null })
    const record = calibrate(casesOf(ledger, tieOf, ofKind, asks, learnedAt, model, calibre), prior)
    learning[kind] = { ...record, outcomes: ofKind.length }
    if (record.learned !== null) rates[kind] = record.learned
  }
  const segments = await segmentsOf(context, people, goals, factsOf)
  const history = historyOf(tieOf, people.length, outcomes, asks, now)
  return { inputs: { segments, history, rates }, learning, learnedAt }
}
