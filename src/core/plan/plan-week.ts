import type { ClosenessModel } from '../closeness/model.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { goalState } from '../model/goal.ts'
import type { Goal } from '../model/goal.ts'
import { mayPropose } from './cadence.ts'
import type { ContactMark, PastAction } from './cadence.ts'
import { LOW_OVERLAP, portfolioOf, weigh } from './gain.ts'
import type { Weighed } from './gain.ts'
import { touchOutlook } from './outlook.ts'
import { choosePortfolio, DEFAULT_OPTIONS } from './portfolio.ts'
import { sentences } from '../sentences/index.ts'
import type { Sentences } from '../sentences/index.ts'
import { rules } from './rules/index.ts'
import type { Proposal } from './rules/rule.ts'
import type { PlanTie } from './tie.ts'

/** All contacts of one ego as a plan looks at them; entry `row` of each column is one contact. */
export type PlanNetwork = {
  /** The end of the data, epoch milliseconds. */
  readonly at: number
  readonly ties: readonly PlanTie[]
  readonly ledger: Ledger
  /** The tie of each contact in the ledger; −1 = no event. */
  readonly tieOf: Int32Array
  /** NaN is unknown. */
  readonly calibre: Float64Array
  readonly twoWay: Uint8Array
  readonly contribution: Float64Array
  /** NaN is unknown. */
  readonly overlap: Float64Array
  /** When they last wrote, NaN = never. */
  readonly lastInMs: Float64Array
  /** The circle they belong to; null is unknown. */
  readonly groups: readonly (string | null)[]
  /** The model of closeness that the scores were made by; the shipped one unless given. */
  readonly model?: ClosenessModel
  /** Who is in the segments that goals name, by segmentKey(). */
  readonly segments: ReadonlyMap<string, Uint8Array>
}

/** What the user has said of people; by person. */
export type PlanMemory = {
  readonly marks: ReadonlyMap<number, ContactMark>
  readonly past: ReadonlyMap<number, readonly PastAction[]>
}

export type Planned = {
  readonly row: number
  readonly proposal: Proposal
  /** What it added to the portfolio when it was chosen; 0 for what only saves time. */
  readonly gain: number
  /** Position in the goals; null where it serves none. */
  readonly goal: number | null
  readonly lowOverlap: boolean
}

/** Proposals that are weighed at most: those of the contacts who could bring most, and whoever waits. */
const MOST_WEIGHED = 3_000
/** Proposals that only save time, at most. */
const MOST_LET_GO = 2

/** Of what asks something of people, at most this share of the minutes each: a week of favours asked wears ties out. */
const ASKING_SHARE = 1 / 3
const asking: ReadonlySet<string> = new Set(['ask', 'introduction', 'meet'])

type Proposed = { readonly proposal: Proposal; readonly row: number }

/** Everything that may be proposed now. */
function proposalsFor(
  { ties, lastInMs }: PlanNetwork,
  { marks, past }: PlanMemory,
  now: number,
  words: Sentences['plan'],
): Proposed[] {
  return ties.flatMap((tie, row) =>
    rules.flatMap((rule) => {
      const proposal = rule.propose(tie, words)
      return proposal !== null &&
        mayPropose(rule.kind, past.get(tie.person) ?? [], marks.get(tie.person) ?? null, lastInMs[row]!, now)
        ? [{ proposal, row }]
        : []
    }),
  )
}

/** What a proposal adds a minute, over all goals by weight. */
const rateOf = ({ added, proposal }: Weighed, goals: readonly Goal[]): number =>
  added.reduce((sum, value, g) => sum + value * goals[g]!.weight, 0) / proposal.minutes

/** Leaves the best of each kind that asks something of people, as many as fit into their share of the minutes. */
function notTooManyAsked(weighed: readonly Weighed[], goals: readonly Goal[], minutes: number): Weighed[] {
  const byKind = Map.groupBy(weighed, ({ proposal }) => proposal.kind)
  return [...byKind].flatMap(([kind, of]) =>
    asking.has(kind)
      ? of
          .toSorted((a, b) => rateOf(b, goals) - rateOf(a, goals) || a.contact - b.contact)
          .slice(0, Math.max(1, Math.floor((minutes * ASKING_SHARE) / of[0]!.proposal.minutes)))
      : of,
  )
}

/** One proposal a person: that which adds most in a minute; earlier rules win among equals. */
function onePerPerson(weighed: readonly Weighed[], goals: readonly Goal[]): Weighed[] {
  const best = new Map<number, Weighed>()
  for (const one of weighed) {
    const held = best.get(one.contact)
    if (held === undefined || rateOf(one, goals) > rateOf(held, goals)) best.set(one.contact, one)
  }
  return [...best.values()]
}

/** Those who wait come before the rest when there are too many proposals to weigh. */
const waits = ({ kind }: Proposal): number =>
  kind === 'answer' || kind === 'thank' || kind === 'congratulate' ? 1 : 0

/**
 * The actions that bring the goals nearest within the minutes (docs/the-maths/plan.md): what the rules propose and the user
 * allows, weighed by what it adds to the goals at the horizon, chosen by the portfolio; then, in the minutes that are
 * left, what only saves time. Deterministic.
 * @param fieldMean what stands in for unknown calibre
 * @param now the calendar's time, epoch milliseconds; the ties are looked at as of `network.at`
 * @param words what reasons are made of; English unless given
 */
export function planWeek(
  network: PlanNetwork,
  memory: PlanMemory,
  stated: readonly Goal[],
  minutes: number,
  fieldMean: number,
  now: number,
  words: Sentences['plan'] = sentences.en.plan,
): Planned[] {
  const counts = stated.flatMap((goal, index) => (goalState(goal, now) === 'over' ? [] : [index]))
  // What one action adds is looked at over a quarter, however long the period of the goal.
  const goals = counts.map((index): Goal => ({ ...stated[index]!, period: 'quarter' }))
  const all = proposalsFor(network, memory, now, words)
  const some = all
    .filter(({ proposal }) => proposal.kind !== 'let-go')
    .sort(
      (a, b) =>
        waits(b.proposal) - waits(a.proposal) ||
        network.contribution[b.row]! - network.contribution[a.row]! ||
        a.row - b.row,
    )
    .slice(0, MOST_WEIGHED)
  const rows = [...new Set(some.map(({ row }) => row))]
  const place = new Map(rows.map((row, k) => [row, k]))
  const pick = (column: Uint8Array): Uint8Array => Uint8Array.from(rows, (row) => column[row]!)
  // Contacts without an event get a tie of their own behind those of the ledger.
  const ties = rows.map((row, k) =>
    network.tieOf[row]! < 0 ? network.ledger.tieCount + k : network.tieOf[row]!,
  )
  const weighed = weigh(
    {
      calibre: Float64Array.from(rows, (row) => network.calibre[row]!),
      twoWay: pick(network.twoWay),
      segments: new Map([...network.segments].map(([key, members]) => [key, pick(members)])),
    },
    touchOutlook(network.ledger, ties, network.at, network.model),
    some.map(({ proposal, row }) => ({ proposal, contact: place.get(row)! })),
    goals,
    fieldMean,
  )
  const choices = onePerPerson(notTooManyAsked(weighed, goals, minutes), goals)
  const overlap = Float64Array.from(rows, (row) => network.overlap[row]!)
  const groups = rows.map((row) => network.groups[row] ?? null)
  const { candidates, weights } = portfolioOf(choices, goals, groups, overlap)
  const { chosen, gains } = choosePortfolio(candidates, weights, minutes, DEFAULT_OPTIONS)
  const best = chosen.map((index, position): Planned => {
    const { contact, proposal, goal } = choices[index]!
    return {
      row: rows[contact]!,
      proposal,
      gain: gains[position]!,
      goal: goal === null ? null : counts[goal]!,
      lowOverlap: overlap[contact]! < LOW_OVERLAP,
    }
  })
  const spent = best.reduce((sum, one) => sum + one.proposal.minutes, 0)
  const taken = new Set(best.map(({ row }) => row))
  const idle = all
    .filter(({ proposal, row }) => proposal.kind === 'let-go' && !taken.has(row))
    .sort((a, b) => network.ties[b.row]!.in - network.ties[a.row]!.in || a.row - b.row)
    .slice(0, Math.max(0, Math.min(MOST_LET_GO, minutes - spent)))
    .map(({ proposal, row }): Planned => ({ row, proposal, gain: 0, goal: null, lowOverlap: false }))
  return [...best, ...idle]
}
