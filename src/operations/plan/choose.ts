import { goalState } from '#core/model/goal.ts'
import type { Goal } from '#core/model/goal.ts'
import type { PersonId } from '#core/model/ids.ts'
import { segmentKey } from '#core/model/segment.ts'
import { inSegment } from '#core/model/segment.ts'
import { mayPropose } from '#core/plan/cadence.ts'
import type { PastAction } from '#core/plan/cadence.ts'
import { LOW_OVERLAP, portfolioOf, weigh } from '#core/plan/gain.ts'
import type { Weighed } from '#core/plan/gain.ts'
import { touchOutlook } from '#core/plan/outlook.ts'
import { choosePortfolio, DEFAULT_OPTIONS } from '#core/plan/portfolio.ts'
import { rules } from '#core/plan/rules/index.ts'
import type { Proposal } from '#core/plan/rules/rule.ts'
import type { EntryRow } from '#store/entries.ts'
import { joinedMarks } from '../entry-rows.ts'
import type { Context } from '../operation.ts'
import { FIELD_MEAN } from './gather.ts'
import type { Gathered } from './gather.ts'

/** Proposals that are weighed at most: those of the contacts who could bring most, and whoever waits. */
const MOST_WEIGHED = 3_000
/** Proposals that only save time, at most. */
const MOST_LET_GO = 2

export type Chosen = {
  readonly person: PersonId
  readonly proposal: Proposal
  readonly gain: number
  readonly goal: number | null
  readonly lowOverlap: boolean
}

/** What the user has said of everybody: marks, and what became of earlier proposals. */
export type Cadence = {
  readonly marks: ReadonlyMap<number, EntryRow<'mark'>>
  readonly past: ReadonlyMap<number, readonly PastAction[]>
  readonly actions: readonly EntryRow<'action'>[]
}

export async function cadenceOf({ store, owner }: Context): Promise<Cadence> {
  const marks = Map.groupBy(await store.entries(owner, 'mark'), (row) => row.about?.person ?? -1)
  const actions = await store.entries(owner, 'action')
  const past = Map.groupBy(
    actions.map(({ about, body }) => ({
      person: about?.person ?? -1,
      kind: body.action,
      state: body.state,
      changedAt: body.changedAt,
      until: body.until,
      reason: body.reason,
    })),
    (one) => one.person,
  )
  return { marks: new Map([...marks].map(([person, rows]) => [person, joinedMarks(rows)])), past, actions }
}

/** Everything that may be proposed now, one row of the columns each. */
function proposalsFor(
  { ties, lastInMs, outcomes }: Gathered,
  { marks, past }: Cadence,
  now: number,
): { readonly proposal: Proposal; readonly row: number }[] {
  const thanked = new Set(
    [...past].flatMap(([person, of]) =>
      of.some((one) => one.kind === 'thank' && one.state === 'done') ? [person] : [],
    ),
  )
  const lastGiven = new Map(outcomes.map((one) => [one.about?.person ?? -1, one.at]))
  return ties.flatMap((tie, row) => {
    const mark = marks.get(tie.person)?.body ?? null
    const before = past.get(tie.person) ?? []
    const given =
      tie.given !== null && thanked.has(tie.person) && !lastGiven.has(tie.person) ? null : tie.given
    return rules.flatMap((rule) => {
      const proposal = rule.propose(given === tie.given ? tie : { ...tie, given })
      return proposal !== null && mayPropose(rule.kind, before, mark, lastInMs[row]!, now)
        ? [{ proposal, row }]
        : []
    })
  })
}

/** The rows of all columns for these contacts, in their order. */
function rowsOf(gathered: Gathered, rows: readonly number[], goals: readonly Goal[]) {
  const { columns, people } = gathered
  const facts = rows.map((row) => people.get(columns.person[row]!))
  return {
    calibre: Float64Array.from(rows, (row) => columns.calibre[row]!),
    twoWay: Uint8Array.from(rows, (row) => columns.twoWay[row]!),
    segments: new Map(
      goals.flatMap(({ segment }) =>
        segment == null
          ? []
          : [
              [
                segmentKey(segment),
                Uint8Array.from(facts, (of) =>
                  of !== undefined && inSegment(segment, { ...of, tags: [] }) === true ? 1 : 0,
                ),
              ] as const,
            ],
      ),
    ),
  }
}

/** Of what asks something of people, at most this share of the minutes each: a week of favours asked wears ties out. */
const ASKING_SHARE = 1 / 3
const asking: ReadonlySet<string> = new Set(['ask', 'introduction', 'meet'])

/** Leaves the best of each kind that asks something of people, as many as fit into their share of the minutes. */
function notTooManyAsked(weighed: readonly Weighed[], goals: readonly Goal[], minutes: number): Weighed[] {
  const byKind = Map.groupBy(weighed, ({ proposal }) => proposal.kind)
  return [...byKind].flatMap(([kind, of]) =>
    asking.has(kind)
      ? of
          .toSorted((a, b) => rateOf(b, goals) - rateOf(a, goals) || a.contact - b.contact)
          .slice(0, Math.max(1, Math.floor((minutes * ASKING_SHARE) / (of[0]?.proposal.minutes ?? 1))))
      : of,
  )
}

/** What a proposal adds a minute, over all goals by weight. */
const rateOf = ({ added, proposal }: Weighed, goals: readonly Goal[]): number =>
  added.reduce((sum, value, g) => sum + value * goals[g]!.weight, 0) / proposal.minutes

/** One proposal a person: that which adds most in a minute; earlier rules win among equals. */
function onePerPerson(weighed: readonly Weighed[], goals: readonly Goal[]): Weighed[] {
  const best = new Map<number, Weighed>()
  for (const one of weighed) {
    const held = best.get(one.contact)
    if (held === undefined || rateOf(one, goals) > rateOf(held, goals)) best.set(one.contact, one)
  }
  return [...best.values()]
}

/** The actions that bring the goals nearest within the minutes, best first, and what only saves time after them. */
export function choose(
  gathered: Gathered,
  cadence: Cadence,
  stated: readonly (Goal & { readonly id: number | null })[],
  minutes: number,
  now: number,
): Chosen[] {
  // What one action adds is looked at over a quarter, however long the period of the goal.
  const goals = stated
    .filter((goal) => goalState(goal, now) !== 'over')
    .map((goal) => ({ ...goal, period: 'quarter' as const }))
  const { columns, tieOf, ledger, at, people } = gathered
  const all = proposalsFor(gathered, cadence, now)
  const waits = (proposal: Proposal): number =>
    proposal.kind === 'answer' || proposal.kind === 'thank' || proposal.kind === 'congratulate' ? 1 : 0
  const some = all
    .filter(({ proposal }) => proposal.kind !== 'let-go')
    .sort(
      (a, b) =>
        waits(b.proposal) - waits(a.proposal) ||
        columns.contribution[b.row]! - columns.contribution[a.row]! ||
        a.row - b.row,
    )
    .slice(0, MOST_WEIGHED)
  const rows = [...new Set(some.map(({ row }) => row))]
  const place = new Map(rows.map((row, k) => [row, k]))
  // Contacts without an event get a tie of their own behind those of the ledger.
  const ties = rows.map((row, k) => (tieOf[row]! < 0 ? ledger.tieCount + k : tieOf[row]!))
  const outlook = touchOutlook(ledger, ties, at)
  const every = weigh(
    rowsOf(gathered, rows, goals),
    outlook,
    some.map(({ proposal, row }) => ({ proposal, contact: place.get(row)! })),
    goals,
    FIELD_MEAN,
  )
  const weighed = onePerPerson(notTooManyAsked(every, goals, minutes), goals)
  const overlap = Float64Array.from(rows, (row) => columns.overlap[row]!)
  const groups = rows.map((row) => people.get(columns.person[row]!)?.organisation ?? null)
  const { candidates, weights } = portfolioOf(weighed, goals, groups, overlap)
  const { chosen, gains } = choosePortfolio(candidates, weights, minutes, DEFAULT_OPTIONS)
  const best = chosen.map((index, position): Chosen => {
    const one = weighed[index]!
    return {
      person: columns.person[rows[one.contact]!] as PersonId,
      proposal: one.proposal,
      gain: gains[position]!,
      goal: one.goal === null ? null : (goals[one.goal]!.id ?? null),
      lowOverlap: overlap[one.contact]! < LOW_OVERLAP,
    }
  })
  const spent = best.reduce((sum, one) => sum + one.proposal.minutes, 0)
  const taken = new Set<number>(best.map((one) => one.person))
  const idle = all
    .filter(({ proposal, row }) => proposal.kind === 'let-go' && !taken.has(columns.person[row]!))
    .sort((a, b) => gathered.ties[b.row]!.in - gathered.ties[a.row]!.in || a.row - b.row)
    .slice(0, Math.max(0, Math.min(MOST_LET_GO, minutes - spent)))
    .map(({ proposal, row }): Chosen => ({
      person: columns.person[row] as PersonId,
      proposal,
      gain: 0,
      goal: null,
      lowOverlap: false,
    }))
  return [...best, ...idle]
}
