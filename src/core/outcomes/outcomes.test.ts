import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRng } from '../stats/rng.ts'
import { periodDays } from '../model/goal.ts'
import { ratesOf, successFunction } from '../worth/rates.ts'
import { calibrate } from './calibrate.ts'
import { expectedOf, learnRates, LEAST_OUTCOMES } from './learn.ts'
import type { OutcomeCase } from './learn.ts'
import { replyHistory, replyProbability } from './reply.ts'
import { returnBy } from './return.ts'
import { suggestedBy } from './suggest.ts'
import { outcomeWindows } from './windows.ts'

const prior = ratesOf({ kind: 'referrals', baseRate: null })
const DAY = 86_400_000

/** Cases whose outcomes come by these rates. */
function drawn(count: number, truth: typeof prior, seed: number, calibre = 1): OutcomeCase[] {
  const rng = seededRng(seed)
  return Array.from({ length: count }, () => {
    const one = {
      closeness: rng(),
      trust: rng(),
      fit: null,
      successes: rng() < 0.1 ? 1 : 0,
      failures: rng() < 0.1 ? 1 : 0,
      calibre,
      happened: false,
    }
    return { ...one, happened: rng() < expectedOf(one, truth) }
  })
}

test('below thirty outcomes nothing is learned', () => {
  const cases = drawn(400, prior, 1).map((one, i) => ({ ...one, happened: i < LEAST_OUTCOMES - 1 }))
  expect(learnRates(cases, prior)).toBeNull()
  expect(learnRates([], prior)).toBeNull()
})

test('the rates that made the outcomes are found again', () => {
  const truth = { ...prior, baseRate: 0.15, perCloseness: 0.9, perTrust: 0.3 }
  const learned = learnRates(drawn(20_000, truth, 7), prior)
  expect(learned?.baseRate).toBeCloseTo(0.15, 1)
  expect(learned!.low).toBeLessThan(0.15)
  expect(learned!.high).toBeGreaterThan(0.15)
  expect(learned?.perCloseness).toBeCloseTo(0.9, 1)
  expect(learned?.assumption).toBe(false)
})

test('what worth promises after learning is what happens: calibre is multiplied in once, not twice', () => {
  const truth = { ...prior, baseRate: 0.2 }
  const cases = drawn(20_000, truth, 11, 0.4)
  const learned = learnRates(cases, prior)!
  expect(learned.baseRate).toBeCloseTo(0.2, 1)
  expect(learned.low).toBeLessThan(0.2)
  expect(learned.high).toBeGreaterThan(0.2)
  const happened = cases.filter((one) => one.happened).length
  const probabilityOf = successFunction(learned, periodDays.quarter)
  const values = cases.reduce(
    (sum, { calibre, ...prospect }) => sum + calibre * probabilityOf({ ...prospect, twoWay: true }),
    0,
  )
  expect(values / happened).toBeGreaterThan(0.97)
  expect(values / happened).toBeLessThan(1.03)
})

test('no learned weight ever turns its sign, whatever happened', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      // The opposite of what is believed: the close bring nothing.
      const rng = seededRng(seed)
      const cases = drawn(300, prior, seed).map((one) => ({
        ...one,
        happened: one.closeness < 0.4 && rng() < 0.7,
      }))
      const learned = learnRates(cases, prior)
      if (learned === null) return
      for (const weight of [learned.perCloseness, learned.perTrust, learned.perFit, learned.perHistory])
        expect(weight).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 20 },
  )
})

test('what was said is judged by what was known when the quarter began', () => {
  const windows = [0, 1, 2].map((i) => ({
    start: i,
    end: i + 1,
    cases: drawn(2_000, { ...prior, baseRate: 0.2 }, i),
  }))
  const record = calibrate(windows, prior)
  expect(record.windows.map((one) => one.learned)).toEqual([false, true, true])
  // The assumption said too little; once learned, what happens lies near what is expected.
  expect(record.windows[0]!.happened).toBeGreaterThan(record.windows[0]!.high)
  expect(Math.abs(record.windows[2]!.happened - record.windows[2]!.expected)).toBeLessThan(
    record.windows[2]!.expected / 4,
  )
  expect(record.brier!).toBeLessThan(record.brierOfBaseRate!)
})

test('whole quarters since the first outcome, counted back from now', () => {
  expect(outcomeWindows(0, 91.3125 * DAY - 1)).toEqual([])
  expect(outcomeWindows(0, 2.5 * 91.3125 * DAY)).toHaveLength(2)
  expect(outcomeWindows(0, 100 * 91.3125 * DAY)).toHaveLength(12)
  const quarter = 91.3125 * DAY
  expect(outcomeWindows(0.5 * quarter, 3 * quarter)).toEqual([
    { start: quarter, end: 2 * quarter },
    { start: 2 * quarter, end: 3 * quarter },
  ])
  expect(outcomeWindows(5, 0)).toEqual([])
})

const ledger = (rows: readonly (readonly [tie: number, day: number, direction: number])[]) => ({
  length: rows.length,
  tieCount: 2,
  tie: Int32Array.from(rows, ([tie]) => tie),
  atMs: Float64Array.from(rows, ([, day]) => day * DAY),
  direction: Uint8Array.from(rows, ([, , direction]) => direction),
  audience: new Int32Array(rows.length).fill(1),
  bulk: new Uint8Array(rows.length),
})

test('asks are counted by turns, answers within a fortnight', () => {
  const { asks, replies } = replyHistory(
    // Answered; a second message before the answer is no second ask; then one without an answer.
    ledger([
      [0, 0, 0],
      [0, 1, 0],
      [0, 2, 1],
      [0, 20, 0],
      [1, 0, 1],
    ]),
    100 * DAY,
  )
  expect([...asks]).toEqual([2, 0])
  expect([...replies]).toEqual([1, 0])
})

test('an ask that is still open counts for nothing yet', () => {
  expect([...replyHistory(ledger([[0, 95, 0]]), 100 * DAY).asks]).toEqual([0, 0])
})

test('answers become likelier with answers, less likely with silence', () => {
  const tie = { daysSinceInbound: 10, mutualVolume: 0.5, asks: 4, replies: 2 }
  expect(replyProbability({ ...tie, replies: 3 }, 0.5)).toBeGreaterThan(replyProbability(tie, 0.5))
  expect(replyProbability({ ...tie, daysSinceInbound: 300 }, 0.5)).toBeLessThan(replyProbability(tie, 0.5))
  expect(replyProbability({ ...tie, daysSinceInbound: null }, 0.5)).toBeGreaterThan(0)
})

test('a subject suggests the kind of outcome it may tell of, or none', () => {
  expect(suggestedBy('Re: Introducing Bob')).toMatchObject({ kind: 'introduction' })
  expect(suggestedBy('Ihre Bestellung')).toMatchObject({ kind: 'sale' })
  expect(suggestedBy('Lunch on Friday')).toBeNull()
})

test('the return adds values and minutes by name, the most valuable first, then what took time for nothing', () => {
  expect(
    returnBy(
      [
        { name: 'a', value: 10 },
        { name: 'b', value: 30 },
        { name: 'a', value: null },
      ],
      [
        { name: 'a', minutes: 60 },
        { name: 'd', minutes: 5 },
        { name: 'c', minutes: 50 },
      ],
    ),
  ).toEqual([
    { name: 'b', outcomes: 1, value: 30, unvalued: 0, minutes: 0, perHour: null },
    { name: 'a', outcomes: 2, value: 10, unvalued: 1, minutes: 60, perHour: 2 },
    { name: 'c', outcomes: 0, value: 0, unvalued: 0, minutes: 50, perHour: 0 },
    { name: 'd', outcomes: 0, value: 0, unvalued: 0, minutes: 5, perHour: 0 },
  ])
})

test('what was expected comes with the 95 % bounds of a sum of independent cases, on paper', () => {
  const one = {
    closeness: 0.5,
    trust: 0.5,
    fit: null,
    successes: 0,
    failures: 0,
    calibre: 0.8,
    happened: false,
  }
  const p = expectedOf(one, prior)
  const record = (cases: number) =>
    calibrate([{ start: 0, end: 1, cases: Array.from({ length: cases }, () => one) }], prior).windows[0]!
  const spread = 1.959964 * Math.sqrt(10_000 * p * (1 - p))
  expect(record(10_000).expected).toBeCloseTo(10_000 * p, 6)
  expect(record(10_000).low).toBeCloseTo(10_000 * p - spread, 6)
  expect(record(10_000).high).toBeCloseTo(10_000 * p + spread, 6)
  // Of one case the lower bound would be below 0.
  expect(record(1)).toMatchObject({ low: 0, happened: 0 })
})

test('an answer on the last day of the fortnight is one, a moment later none', () => {
  const rows = (day: number) =>
    ledger([
      [0, 0, 0],
      [0, day, 1],
    ])
  expect([...replyHistory(rows(14), 100 * DAY).replies]).toEqual([1, 0])
  expect([...replyHistory(rows(14.001), 100 * DAY).replies]).toEqual([0, 0])
  // Nobody asked either of them more than once: the share of all is shrunk toward one half by two asks.
  expect(replyHistory(rows(14), 100 * DAY).overall).toBeCloseTo(2 / 3, 12)
  expect(replyHistory(rows(14.001), 100 * DAY).overall).toBeCloseTo(1 / 3, 12)
})

test('mail to many asks nobody, and bulk answers nobody', () => {
  const rows = ledger([
    [0, 0, 0],
    [0, 1, 1],
    [1, 0, 0],
    [1, 1, 1],
  ])
  rows.audience[2] = 4
  rows.bulk[1] = 1
  const { asks, replies } = replyHistory(rows, 100 * DAY)
  expect([...asks]).toEqual([1, 0])
  expect([...replies]).toEqual([0, 0])
})

test('nothing at or after the time is seen of who answers', () => {
  const row = fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 199 }), fc.constantFrom(0, 1, 2))
  const inOrder = (rows: readonly (readonly [number, number, number])[]) =>
    ledger(rows.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]))
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const before = rows.filter(([, day]) => day < 100)
      expect(replyHistory(inOrder(rows), 100 * DAY)).toEqual(replyHistory(inOrder(before), 100 * DAY))
    }),
  )
})
