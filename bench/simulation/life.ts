import { closenessColumn } from '#core/closeness/closeness.ts'
import { isDormant, trustColumn } from '#core/closeness/trust.ts'
import { foldLedger } from '#core/ledger/fold-ledger.ts'
import { IN, OUT } from '#core/ledger/weights.ts'
import type { Goal } from '#core/model/goal.ts'
import type { OutcomeCase } from '#core/outcomes/learn.ts'
import { replyHistory, replyProbability } from '#core/outcomes/reply.ts'
import type { PastAction } from '#core/plan/cadence.ts'
import { planWeek } from '#core/plan/plan-week.ts'
import type { PlanTie } from '#core/plan/tie.ts'
import { seededRng } from '#core/stats/rng.ts'
import type { Rng } from '#core/stats/rng.ts'
import { probabilityOfAtLeast } from '#core/worth/poisson-binomial.ts'
import { ratesOf } from '#core/worth/rates.ts'
import type { Rates } from '#core/worth/rates.ts'
import { sharedShock } from '#core/worth/shared-shock.ts'
import { contactValues } from '#core/worth/values.ts'
import { Events } from './events.ts'
import { drawContact, poisson, truthOf, warm, weeklyChance } from './world.ts'
import type { Contact, Truth, WorldKind } from './world.ts'

export const policies = [
  'nothing beside the daily work',
  'adding contacts at random',
  'writing to the most recent',
  'writing to the most frequent',
  "kith's plan",
] as const
export type Policy = (typeof policies)[number]

const DAY_MS = 86_400_000
const WEEKS_PER_QUARTER = 13
const WEEK_MS = 7 * DAY_MS
const QUARTER_MS = WEEKS_PER_QUARTER * WEEK_MS
const START = 2_800 * WEEK_MS
/** Weeks of daily work before the two years begin. */
const PAST_WEEKS = 40
const MINUTES = 120
const MESSAGE_MINUTES = 8
/** To meet somebody new takes longer than to write to somebody known. */
const ADD_MINUTES = 20
const ADD_ACCEPTED = 0.5
const FIELD_MEAN = 0.35
/** A title may show nothing of somebody who counts all the same. */
const LEAST_CALIBRE = 0.02
const shock = sharedShock()

/** One quarter of one life: what kith said when it began, by default rates, and what happened. */
export type Quarter = {
  readonly start: number
  readonly end: number
  /** Outcomes expected. */
  readonly expected: number
  /** P(N ≥ target), shared good and bad times included: what the screen calls worth. */
  readonly promised: number
  readonly happened: number
  /** The same quarter contact by contact, as the learning of rates sees it. */
  readonly cases: readonly OutcomeCase[]
}

export type Life = {
  readonly outcomes: number
  readonly hours: number
  /** The user's own assumption, which learning starts from. */
  readonly prior: Rates
  readonly target: number
  /** Under kith's plan only. */
  readonly quarters: readonly Quarter[]
}

type State = {
  readonly contacts: Contact[]
  readonly truth: Truth
  readonly events: Events
  readonly past: Map<number, PastAction[]>
}

const exchange = (state: State, tie: number, at: number, first: number): void => {
  state.events.add(tie, at, first)
  state.events.add(tie, at + 3_600_000, first === OUT ? IN : OUT)
  warm(state.contacts[tie]!, state.truth, at)
}

/** One professional under one policy; the same seed is the same professional, whatever the policy. */
export function live(seed: number, policy: Policy, kind: WorldKind, weeks: number): Life {
  const person = seededRng(seed)
  const truth = truthOf(person, kind)
  const size = 60 + Math.floor(120 * person())
  const state: State = {
    truth,
    contacts: Array.from({ length: size }, () => drawContact(person, START)),
    events: new Events(),
    past: new Map(),
  }
  // What would happen anyway has a stream of its own, so that policies meet the same weeks.
  const world = seededRng(seed + 1_000_003)
  const luck = seededRng(seed + 2_000_003)
  const own = seededRng(seed + 3_000_017)
  for (let week = 0; week < PAST_WEEKS; week++) dailyWork(state, world, START + week * WEEK_MS, size)
  const goal: Goal = {
    kind: 'referrals',
    target: 3,
    period: 'quarter',
    confidence: 0.8,
    weight: 1,
    // The user's guess is off by a factor, as guesses are.
    baseRate: Math.min(0.5, 13 * truth.base * 0.3 * Math.exp(0.4 * (person() - 0.5))),
  }
  const quarters: OpenQuarter[] = []
  const came = new Map<number, number[]>()
  let outcomes = 0
  for (let week = 0; week < weeks; week++) {
    const at = START + (PAST_WEEKS + week) * WEEK_MS
    if (policy === "kith's plan" && week % WEEKS_PER_QUARTER === 0)
      quarters.push(quarterFrom(state, goal, came, weeks, at))
    act(state, policy, goal, own, at)
    dailyWork(state, world, at + DAY_MS, size)
    const succeeded = quarters.at(-1)?.succeeded
    for (const [tie, contact] of state.contacts.entries())
      if (luck() < weeklyChance(contact, truth, kind, at + 6 * DAY_MS)) {
        outcomes++
        succeeded?.push(tie)
        came.set(tie, [...(came.get(tie) ?? []), at])
      }
  }
  return {
    outcomes,
    hours: (weeks * MINUTES) / 60,
    prior: ratesOf(goal),
    target: goal.target,
    quarters: quarters.map(closed),
  }
}

type OpenQuarter = Omit<Quarter, 'happened' | 'cases'> & {
  readonly prospects: readonly (Omit<OutcomeCase, 'happened'> & { readonly tie: number })[]
  /** Ties that brought an outcome, once for each. */
  readonly succeeded: number[]
}

/** A quarter as kith sees it when it begins. */
function quarterFrom(
  state: State,
  goal: Goal,
  came: ReadonlyMap<number, readonly number[]>,
  weeks: number,
  at: number,
): OpenQuarter {
  const columns = columnsOf(state, at)
  const values = contactValues(columns, goal, FIELD_MEAN)
  const end = Math.min(at + WEEKS_PER_QUARTER * WEEK_MS, START + (PAST_WEEKS + weeks) * WEEK_MS)
  return {
    start: at,
    end,
    expected: values.reduce((sum, value) => sum + value, 0),
    promised: probabilityOfAtLeast(values, goal.target, shock),
    prospects: state.contacts.flatMap((_, tie) =>
      columns.twoWay[tie] === 0
        ? []
        : [
            {
              tie,
              closeness: columns.closeness[tie]!,
              trust: columns.trust[tie]!,
              fit: null,
              calibre: Number.isNaN(columns.calibre[tie]!)
                ? FIELD_MEAN
                : Math.max(LEAST_CALIBRE, columns.calibre[tie]!),
              successes: came.get(tie)?.length ?? 0,
              failures: failedAsks(state.past.get(tie) ?? [], came.get(tie) ?? [], at),
            },
          ],
    ),
    succeeded: [],
  }
}

/** Asks of at least a quarter ago after which no outcome came within a quarter: what kith counts as failures. */
const failedAsks = (past: readonly PastAction[], came: readonly number[], at: number): number =>
  past.filter(({ kind, changedAt }) => {
    if (kind !== 'ask' || changedAt === null || changedAt + QUARTER_MS > at) return false
    return !came.some((when) => when >= changedAt && when < changedAt + QUARTER_MS)
  }).length

const closed = ({ prospects, succeeded, ...quarter }: OpenQuarter): Quarter => {
  const happened = new Set(succeeded)
  return {
    ...quarter,
    happened: succeeded.length,
    cases: prospects.map(({ tie, ...prospect }) => ({ ...prospect, happened: happened.has(tie) })),
  }
}

/** The exchanges that come with work, with the contacts of the beginning. */
function dailyWork(state: State, rng: Rng, at: number, size: number): void {
  for (let tie = 0; tie < size; tie++) {
    const contact = state.contacts[tie]!
    for (let n = poisson(rng, contact.background); n > 0; n--) {
      const when = at + rng() * 5 * DAY_MS
      const first = rng() < 0.5 ? OUT : IN
      if (rng() < 0.7) exchange(state, tie, when, first)
      else state.events.add(tie, when, first)
    }
  }
}

/** Spends the minutes of the week. */
function act(state: State, policy: Policy, goal: Goal, rng: Rng, at: number): void {
  const write = (tie: number): void => {
    if (rng() < state.contacts[tie]!.answers) exchange(state, tie, at, OUT)
    else state.events.add(tie, at, OUT)
  }
  const messages = Math.floor(MINUTES / MESSAGE_MINUTES)
  switch (policy) {
    case 'nothing beside the daily work':
      return
    case 'adding contacts at random': {
      for (let n = Math.floor(MINUTES / ADD_MINUTES); n > 0; n--) {
        if (rng() >= ADD_ACCEPTED) continue
        state.contacts.push({ ...drawContact(rng, at), background: 0 })
        exchange(state, state.contacts.length - 1, at, OUT)
      }
      return
    }
    case 'writing to the most recent':
    case 'writing to the most frequent': {
      const score =
        policy === 'writing to the most recent'
          ? state.events.latest(state.contacts.length)
          : state.events.counts(state.contacts.length)
      const order = Array.from(score, (_, tie) => tie).sort((a, b) => score[b]! - score[a]!)
      for (const tie of order.slice(0, messages)) write(tie)
      return
    }
    case "kith's plan": {
      followPlan(state, goal, rng, at)
      return
    }
    default:
      policy satisfies never
  }
}

const columnsOf = (state: State, at: number) => {
  const ledger = state.events.ledger(state.contacts.length)
  const ties = foldLedger(ledger, at)
  return {
    ledger,
    ties,
    closeness: closenessColumn(ties),
    trust: trustColumn(ties),
    calibre: Float64Array.from(state.contacts, ({ seen }) => seen),
    twoWay: Uint8Array.from(state.contacts, (_, tie) => (ties.in[tie]! > 0 && ties.out[tie]! > 0 ? 1 : 0)),
  }
}

function followPlan(state: State, goal: Goal, rng: Rng, at: number): void {
  const columns = columnsOf(state, at)
  const { ledger, ties, closeness, trust, calibre, twoWay } = columns
  const contribution = contactValues(columns, goal, FIELD_MEAN)
  const replies = replyHistory(ledger, at)
  const days = (ms: number): number | null => (Number.isNaN(ms) ? null : (at - ms) / DAY_MS)
  const planTies = state.contacts.map((_, tie): PlanTie => {
    const inMs = ties.lastInMs[tie]!
    const outMs = ties.lastOutMs[tie]!
    const daysSinceIn = days(inMs)
    const daysSinceOut = days(outMs)
    return {
      person: tie,
      name: `contact ${tie}`,
      closeness: closeness[tie]!,
      trust: trust[tie]!,
      calibre: Number.isNaN(calibre[tie]!) ? null : calibre[tie]!,
      dormant: isDormant(trust[tie]!, closeness[tie]!),
      daysSince: days(ties.lastMs[tie]!),
      daysSinceIn,
      daysSinceOut,
      // Nobody meets in this world, so that no meeting is missing either.
      daysSinceMet: 0,
      in: ties.in[tie]!,
      out: ties.out[tie]!,
      together: 0,
      answers: replyProbability(
        {
          daysSinceInbound: daysSinceIn,
          mutualVolume: Math.sqrt(ties.volumeIn[tie]! * ties.volumeOut[tie]!),
          asks: replies.asks[tie]!,
          replies: replies.replies[tie]!,
        },
        replies.overall,
      ),
      contribution: contribution[tie]!,
      owed: inMs > outMs && daysSinceIn !== null ? { days: daysSinceIn, subject: null } : null,
      waiting: outMs > inMs && daysSinceOut !== null ? { days: daysSinceOut, subject: null } : null,
      change: null,
      given: null,
      introduces: null,
    }
  })
  const size = state.contacts.length
  const planned = planWeek(
    {
      at,
      ties: planTies,
      ledger,
      tieOf: Int32Array.from({ length: size }, (_, tie) => tie),
      calibre,
      twoWay,
      contribution,
      overlap: new Float64Array(size).fill(NaN),
      lastInMs: ties.lastInMs,
      groups: state.contacts.map(() => null),
      segments: new Map(),
    },
    { marks: new Map(), past: state.past },
    [goal],
    MINUTES,
    FIELD_MEAN,
    at,
  )
  for (const { row: tie, proposal } of planned) {
    if (proposal.kind === 'let-go') continue
    // An owed answer is an exchange for certain; any other message is answered as this contact answers.
    if (proposal.kind === 'answer' || rng() < state.contacts[tie]!.answers) exchange(state, tie, at, OUT)
    else state.events.add(tie, at, OUT)
    if (proposal.kind === 'ask') state.contacts[tie]!.askedUntil = at + 2 * WEEK_MS
    const past = state.past.get(tie) ?? []
    past.push({ kind: proposal.kind, state: 'done', changedAt: at, until: null, reason: null })
    state.past.set(tie, past)
  }
}
