import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Goal } from '../model/goal.ts'
import { attentionCurve, keptUp, minutesToKeep } from './attention.ts'
import { NO_CHANGE, standingIf } from './what-if.ts'
import { contactValues } from './values.ts'
import type { ContactColumns } from './values.ts'
import { probabilityOfAtLeast } from './poisson-binomial.ts'
import { sharedShock } from './shared-shock.ts'
import { segmentKey } from '../model/segment.ts'

const goal: Goal = {
  kind: 'referrals',
  target: 2,
  period: 'quarter',
  confidence: 0.8,
  weight: 1,
  baseRate: null,
}
const MEAN = 0.5

const alike = (size: number, closeness = 0.6): ContactColumns => ({
  closeness: new Float64Array(size).fill(closeness),
  trust: new Float64Array(size).fill(0.5),
  calibre: new Float64Array(size).fill(0.7),
  twoWay: new Uint8Array(size).fill(1),
})
const quiet = (size: number): Float64Array => new Float64Array(size).fill(0.05)

const share = fc.double({ min: 0, max: 1, noNaN: true })
const network = fc
  .array(fc.tuple(share, share, fc.oneof(share, fc.constant(NaN)), fc.boolean()), {
    minLength: 1,
    maxLength: 60,
  })
  .map((rows): ContactColumns => ({
    closeness: Float64Array.from(rows, ([closeness]) => closeness),
    trust: Float64Array.from(rows, ([, trust]) => trust),
    calibre: Float64Array.from(rows, ([, , calibre]) => calibre),
    twoWay: Uint8Array.from(rows, ([, , , two]) => (two ? 1 : 0)),
  }))

test('changing nothing is worth as it is', () => {
  fc.assert(
    fc.property(network, (contacts) => {
      const now = standingIf(contacts, quiet(contacts.trust.length), goal, MEAN, NO_CHANGE)
      const values = contactValues(contacts, goal, MEAN)
      expect(now.probability).toBe(probabilityOfAtLeast(values, goal.target, sharedShock()))
    }),
  )
})

test('leaving somebody out equals never having known them', () => {
  fc.assert(
    fc.property(network, fc.nat(), (contacts, pick) => {
      const size = contacts.trust.length
      const gone = pick % size
      const without = standingIf(contacts, quiet(size), goal, MEAN, {
        ...NO_CHANGE,
        without: new Set([gone]),
      })
      const others = <A extends Float64Array | Uint8Array>(column: A): A =>
        column.filter((_, j) => j !== gone) as A
      const never: ContactColumns = {
        closeness: others(contacts.closeness),
        trust: others(contacts.trust),
        calibre: others(contacts.calibre),
        twoWay: others(contacts.twoWay),
      }
      expect(without.probability).toBeCloseTo(
        standingIf(never, quiet(size - 1), goal, MEAN, NO_CHANGE).probability,
        12,
      )
    }),
  )
})

test('more minutes never lower worth, more contacts like the best never lower it without a limit of time', () => {
  fc.assert(
    fc.property(
      network,
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 0, max: 300 }),
      (contacts, a, b) => {
        const silent = contacts.closeness.map((now) => now / 3)
        const at = (minutes: number): number =>
          standingIf(contacts, silent, goal, MEAN, { ...NO_CHANGE, minutesPerWeek: minutes }).probability
        expect(at(Math.max(a, b))).toBeGreaterThanOrEqual(at(Math.min(a, b)) - 1e-12)
        const more = standingIf(contacts, silent, goal, MEAN, { ...NO_CHANGE, more: 3 }).probability
        expect(more).toBeGreaterThanOrEqual(standingIf(contacts, silent, goal, MEAN).probability - 1e-12)
      },
    ),
  )
})

test('keeping up five, fifteen, fifty and a hundred and fifty takes 300, 500, 780 and 1,080 minutes a quarter', () => {
  expect([5, 15, 50, 150, 400].map((kept) => minutesToKeep(kept))).toEqual([300, 500, 780, 1_080, 1_080])
})

test('without time nobody is kept up; with plenty, all up to a hundred and fifty', () => {
  expect(keptUp(100, 0)).toBe(0)
  expect(keptUp(100, 10_000)).toBe(100)
  expect(keptUp(4_000, 10_000)).toBe(150)
  // 180 minutes a week are 2,348 a quarter; 10,000 contacts cost 2,000 by being there.
  expect(keptUp(10_000, 180)).toBeLessThan(keptUp(1_000, 180))
})

test('the curve of attention rises and then falls: the further contacts take the time of those who count', () => {
  const best = 120
  const size = 8_000
  const kept = new Float64Array(size).fill(0.0001)
  const silent = new Float64Array(size).fill(0.00005)
  kept.fill(0.06, 0, best)
  silent.fill(0.005, 0, best)
  const { points, user, peak } = attentionCurve(kept, silent, { target: 3 }, 120)
  expect(points[0]).toMatchObject({ contacts: 0, probability: 0 })
  expect(user.contacts).toBe(size)
  expect(peak.contacts).toBeLessThan(size)
  expect(peak.probability).toBeGreaterThan(user.probability)
})

test('thirty contacts of v = .1 beat 18,000 of 0 and 3,000 of .0005 under any attention budget', () => {
  const thirty = new Float64Array(30).fill(0.1)
  const nobodies = new Float64Array(18_000)
  const many = new Float64Array(3_000).fill(0.0005)
  for (const minutes of [0, 30, 120, 600, 3_000]) {
    const of = (kept: Float64Array): number =>
      attentionCurve(
        kept,
        kept.map((v) => v * 0.9),
        { target: 2 },
        minutes,
        10,
      ).user.probability
    expect(of(thirty)).toBeGreaterThan(of(nobodies))
    expect(of(thirty)).toBeGreaterThan(of(many))
    expect(of(nobodies)).toBe(0)
  }
})

test('adding contacts of calibre 0 raises nothing, and takes time from those who count', () => {
  const some = alike(60)
  const silent = quiet(60)
  const padded = alike(20_000)
  padded.calibre.fill(0, 60)
  const at = (contacts: ContactColumns, gone: Float64Array, minutes: number | null): number =>
    standingIf(contacts, gone, goal, MEAN, { ...NO_CHANGE, minutesPerWeek: minutes }).probability
  expect(at(padded, quiet(20_000), null)).toBe(at(some, silent, null))
  expect(at(padded, quiet(20_000), 180)).toBeLessThan(at(some, silent, 180))
})

test('a goal with a segment counts those in it alone', () => {
  const segment = { place: 'Leeds' }
  const contacts = {
    ...alike(10),
    segments: new Map([[segmentKey(segment), Uint8Array.of(1, 1, 1, 0, 0, 0, 0, 0, 0, 0)]]),
  }
  expect(standingIf(contacts, quiet(10), { ...goal, segment }, MEAN).have).toBe(3)
  expect(standingIf(contacts, quiet(10), goal, MEAN).have).toBe(10)
  expect(() => contactValues(alike(10), { ...goal, segment }, MEAN)).toThrow(RangeError)
})
