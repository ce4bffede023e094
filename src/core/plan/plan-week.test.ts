import { expect, test } from 'vitest'
import { quietTie } from '#testing/quiet-tie.ts'
import { LedgerBuilder } from '../ledger/ledger.ts'
import { IN, OUT } from '../ledger/weights.ts'
import type { Goal } from '../model/goal.ts'
import { DAY_MS } from '../stats/decay.ts'
import { planWeek } from './plan-week.ts'
import type { PlanMemory, PlanNetwork, Planned } from './plan-week.ts'
import type { PlanTie } from './tie.ts'

// Monday, 1 June 2026.
const NOW = Date.UTC(2026, 5, 1)
const FIELD_MEAN = 0.5
const nothingSaid: PlanMemory = { marks: new Map(), past: new Map() }
const goal: Goal = {
  kind: 'referrals',
  target: 3,
  period: 'quarter',
  confidence: 0.8,
  weight: 1,
  baseRate: 0.05,
}

type Contact = Partial<PlanTie> & {
  readonly group?: string
  readonly overlap?: number
  /** An exchange both ways so many days ago. */
  readonly exchanged?: number
}

const owed: PlanTie['owed'] = { days: 2, subject: null }
const waiting: PlanTie['waiting'] = { days: 10, subject: null }

function networkOf(contacts: readonly Contact[]): PlanNetwork {
  const builder = new LedgerBuilder()
  contacts.forEach(({ exchanged }, row) => {
    if (exchanged === undefined) return
    for (const direction of [OUT, IN]) builder.push(row, NOW - exchanged * DAY_MS, direction, 0, 1, false)
  })
  const ledger = builder.finish(contacts.length)
  const ties = contacts.map((some, row): PlanTie => ({
    ...quietTie,
    person: row,
    name: `Person ${row}`,
    calibre: 0.8,
    ...some,
  }))
  return {
    at: NOW,
    ties,
    ledger,
    tieOf: Int32Array.from(contacts, ({ exchanged }, row) => (exchanged === undefined ? -1 : row)),
    calibre: Float64Array.from(ties, ({ calibre }) => calibre ?? NaN),
    twoWay: Uint8Array.from(contacts, ({ exchanged }) => Number(exchanged !== undefined)),
    contribution: Float64Array.from(ties, ({ contribution }) => contribution),
    overlap: Float64Array.from(contacts, ({ overlap }) => overlap ?? NaN),
    lastInMs: new Float64Array(contacts.length).fill(NaN),
    groups: contacts.map(({ group }) => group ?? null),
    segments: new Map(),
  }
}

const plan = (
  contacts: readonly Contact[],
  minutes: number,
  goals: readonly Goal[] = [goal],
  memory: PlanMemory = nothingSaid,
): Planned[] => planWeek(networkOf(contacts), memory, goals, minutes, FIELD_MEAN, NOW)

/** Who is asked to do what, such as "0 answer". */
const told = (planned: readonly Planned[]): string[] =>
  planned.map(({ row, proposal }) => `${row} ${proposal.kind}`)

test('the most gain a minute comes first, and each action says what it added', () => {
  const planned = plan(
    [
      { owed, calibre: 0.2, exchanged: 60 },
      { owed, calibre: 0.9, exchanged: 60 },
      { owed, calibre: 0.5, exchanged: 60 },
    ],
    60,
  )
  expect(told(planned)).toEqual(['1 answer', '2 answer', '0 answer'])
  const gains = planned.map(({ gain }) => gain)
  expect(gains.every((gain) => gain > 0)).toBe(true)
  expect(gains).toEqual(gains.toSorted((a, b) => b - a))
  expect(planned.map((one) => one.goal)).toEqual([0, 0, 0])
})

test('only what fits into the minutes is planned', () => {
  const three = [0.9, 0.5, 0.2].map((calibre): Contact => ({ owed, calibre, exchanged: 60 }))
  // An answer takes 8 minutes.
  expect(told(plan(three, 16))).toEqual(['0 answer', '1 answer'])
  expect(told(plan(three, 15))).toEqual(['0 answer'])
  expect(plan(three, 7)).toEqual([])
})

test('a person is asked for one thing, that which adds most in a minute', () => {
  // A certain answer in 8 minutes against a probable one in 4: the reminder brings more a minute, if answered.
  expect(told(plan([{ owed, waiting, answers: 0.9, exchanged: 60 }], 60))).toEqual(['0 follow-up'])
  expect(told(plan([{ owed, waiting, answers: 0.1, exchanged: 60 }], 60))).toEqual(['0 answer'])
})

test('calibre 0 brings nothing, so nothing is planned', () => {
  expect(plan([{ owed, calibre: 0, exchanged: 60 }], 60)).toEqual([])
})

test('somebody without any event can be answered too', () => {
  expect(
    told(
      plan(
        [
          { owed, calibre: 0.9 },
          { owed, exchanged: 60, calibre: 0.1 },
        ],
        8,
      ),
    ),
  ).toEqual(['0 answer'])
})

test('asks take a third of the minutes at most, the best ones', () => {
  const asked = Array.from({ length: 10 }, (_, i): Contact => ({
    closeness: 0.9,
    trust: 0.9,
    contribution: 0.05,
    calibre: 0.1 * i,
    exchanged: 1,
    daysSinceMet: 1,
  }))
  // An ask takes 12 minutes: 120 / 3 / 12 = 3 of them.
  expect(told(plan(asked, 120))).toEqual(['9 ask', '8 ask', '7 ask'])
  expect(told(plan(asked, 107))).toEqual(['9 ask', '8 ask'])
  // One is not too many, however little time there is.
  expect(told(plan(asked, 13))).toEqual(['9 ask'])
})

test('in the minutes left, at most two who only ever write are let go, those who write most first', () => {
  const loud = [30, 50, 40].map((received): Contact => ({ in: received, calibre: 0 }))
  expect(told(plan(loud, 10))).toEqual(['1 let-go', '2 let-go'])
  expect(told(plan([{ in: 30 }, { in: 30 }, { in: 30 }], 10))).toEqual(['0 let-go', '1 let-go'])
  expect(told(plan(loud, 1))).toEqual(['1 let-go'])
  expect(plan(loud, 0)).toEqual([])
  expect(told(plan([...loud, { owed, exchanged: 60 }], 9))).toEqual(['3 answer', '1 let-go'])
  expect(told(plan([...loud, { owed, exchanged: 60 }], 8))).toEqual(['3 answer'])
  expect(plan(loud, 10)[0]).toMatchObject({ gain: 0, goal: null, lowOverlap: false })
})

test('who is answered is not let go as well', () => {
  expect(told(plan([{ owed, in: 30, exchanged: 60 }], 60))).toEqual(['0 answer'])
})

test('who is left alone is in no plan, not even to be let go', () => {
  const marks = new Map([[0, { leaveAlone: true, until: null }]])
  expect(plan([{ owed, exchanged: 60 }], 60, [goal], { ...nothingSaid, marks })).toEqual([])
  expect(plan([{ in: 30 }], 60, [goal], { ...nothingSaid, marks })).toEqual([])
})

test('a goal that is over is served no more, and the others keep their places', () => {
  const over: Goal = { ...goal, weight: 5, endsAt: NOW }
  const contacts = [{ owed, exchanged: 60 }]
  expect(plan(contacts, 60, [over])).toEqual([])
  expect(plan(contacts, 60, [over, goal]).map((one) => one.goal)).toEqual([1])
})

test('an action adds what it adds in a quarter, however long the period of the goal', () => {
  const gains = (['week', 'quarter', 'year'] as const).map(
    (period) => plan([{ owed, exchanged: 60 }], 60, [{ ...goal, period }])[0]!.gain,
  )
  expect(new Set(gains).size).toBe(1)
})

test('whoever knows few of the same people is marked', () => {
  const planned = plan(
    [0.2, 0.5, NaN].map((overlap, i): Contact => ({ owed, exchanged: 60, overlap, calibre: 0.9 - i / 10 })),
    60,
  )
  expect(planned.map(({ row, lowOverlap }) => [row, lowOverlap])).toEqual([
    [0, true],
    [1, false],
    [2, false],
  ])
})

test('of two circles in which as much can be added, a second from the same adds less than one from the other', () => {
  const contacts: Contact[] = [
    { owed, exchanged: 60, calibre: 0.9, group: 'Ada Ltd' },
    { owed, exchanged: 60, calibre: 0.9, group: 'Ada Ltd' },
    { owed, exchanged: 60, calibre: 0.9, group: 'Bob Inc' },
    { owed, exchanged: 60, calibre: 0.9, group: 'Bob Inc' },
  ]
  const [first, second] = plan(contacts, 16).map(({ row }) => contacts[row]!.group)
  expect(first).not.toBe(second)
})

test('whoever waits is weighed however many others there are', () => {
  const others = Array.from({ length: 3_100 }, (): Contact => ({
    waiting,
    contribution: 0.1,
    exchanged: 60,
    calibre: 0.1,
  }))
  const planned = plan([...others, { owed, contribution: 0, calibre: 0.9, answers: 1, exchanged: 60 }], 8)
  expect(told(planned)).toEqual(['3100 answer'])
})

test('relabelling the contacts relabels the plan', () => {
  const contacts = [0.9, 0.3, 0.6, 0.7].map((calibre, i): Contact => ({ owed, calibre, exchanged: 30 + i }))
  const names = (of: readonly Contact[]): unknown[] => plan(of, 24).map(({ row }) => of[row])
  expect(names(contacts.toReversed())).toEqual(names(contacts))
})
