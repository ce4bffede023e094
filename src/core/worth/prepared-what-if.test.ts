import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Goal } from '../model/goal.ts'
import { DEFAULT_COSTS } from './attention.ts'
import { PreparedWhatIf } from './prepared-what-if.ts'
import type { ContactColumns } from './values.ts'
import { standingIf } from './what-if.ts'
import { seededRng } from '../stats/rng.ts'

const MEAN = 0.5
const goalOf = (target: number, baseRate: number | null = null): Goal => ({
  kind: 'referrals',
  target,
  period: 'quarter',
  confidence: 0.8,
  weight: 1,
  baseRate,
})

const share = fc.double({ min: 0, max: 1, noNaN: true })
const row = fc.record({
  closeness: share,
  trust: share,
  calibre: fc.oneof(share, fc.constant(NaN), fc.constant(0)),
  twoWay: fc.boolean(),
  silent: fc.oneof(share, fc.constant(NaN)),
})
const network = fc.array(row, { minLength: 1, maxLength: 60 }).map((rows) => ({
  contacts: {
    closeness: Float64Array.from(rows, (one) => one.closeness),
    trust: Float64Array.from(rows, (one) => one.trust),
    calibre: Float64Array.from(rows, (one) => one.calibre),
    twoWay: Uint8Array.from(rows, (one) => (one.twoWay ? 1 : 0)),
  } satisfies ContactColumns,
  silent: Float64Array.from(rows, (one) => one.silent),
}))
const change = fc.record({
  minutesPerWeek: fc.option(fc.integer({ min: 0, max: 300 })),
  without: fc.array(fc.nat(59), { maxLength: 8 }),
  more: fc.nat(12),
})

describe('a prepared what-if', () => {
  test('says what recomputing says, whatever is changed', () => {
    fc.assert(
      fc.property(
        network,
        change,
        fc.integer({ min: 1, max: 70 }),
        fc.constantFrom(0.01, 0.2, 0.9),
        ({ contacts, silent }, { minutesPerWeek, without, more }, target, baseRate) => {
          const goal = goalOf(3, baseRate)
          const size = contacts.trust.length
          const changed = { minutesPerWeek, more, without: new Set(without.filter((j) => j < size)) }
          const quick = new PreparedWhatIf(contacts, silent, goal, MEAN).standing(changed, target)
          const slow = standingIf(contacts, silent, { ...goal, target }, MEAN, changed)
          expect(quick.probability).toBeCloseTo(slow.probability, 10)
          expect(quick.expected).toBeCloseTo(slow.expected, 10)
          expect(quick.have).toBe(slow.have)
        },
      ),
    )
  })

  const large = (size: number, lift: number) => {
    const rng = seededRng(8)
    const closeness = Float64Array.from({ length: size }, () => rng() ** lift)
    const contacts: ContactColumns = {
      closeness,
      trust: Float64Array.from({ length: size }, () => rng()),
      calibre: Float64Array.from({ length: size }, () => (rng() < 0.3 ? NaN : rng())),
      twoWay: Uint8Array.from({ length: size }, () => (rng() < 0.7 ? 1 : 0)),
    }
    return { contacts, silent: closeness.map((value) => value / 3) }
  }

  test('does so for thousands, whoever is left out: the best, the rest, and more than it holds ready', () => {
    const { contacts, silent } = large(3_000, 2)
    const goal = goalOf(40, 0.1)
    const prepared = new PreparedWhatIf(contacts, silent, goal, MEAN)
    const leftOut = [
      [],
      Array.from({ length: 60 }, (_, j) => j),
      Array.from({ length: 100 }, (_, j) => 29 * j),
      Array.from({ length: 800 }, (_, j) => j),
    ]
    for (const without of leftOut)
      for (const minutesPerWeek of [null, 0, 90, 400])
        for (const target of [1, 40, 200, 600]) {
          const changed = { minutesPerWeek, without: new Set(without), more: 25 }
          const quick = prepared.standing(changed, target)
          const slow = standingIf(contacts, silent, { ...goal, target }, MEAN, changed)
          expect(Math.abs(quick.probability - slow.probability)).toBeLessThan(1e-10)
          expect(quick.expected).toBeCloseTo(slow.expected, 8)
          expect(quick.have).toBe(slow.have)
        }
  })

  test('does so where values are so high that they cannot be divided away', () => {
    const { contacts, silent } = large(900, 0.2)
    contacts.calibre.fill(1)
    const goal = goalOf(500, 0.9)
    const changed = { minutesPerWeek: 200, without: new Set([1, 5, 300, 301, 302, 700]), more: 0 }
    const quick = new PreparedWhatIf(contacts, silent, goal, MEAN).standing(changed)
    const slow = standingIf(contacts, silent, goal, MEAN, changed)
    expect(Math.abs(quick.probability - slow.probability)).toBeLessThan(1e-10)
  })

  test("counts with the user's own costs of keeping up", () => {
    const { contacts, silent } = large(400, 2)
    const dear = { layers: [{ upTo: 20, minutes: 200 }], further: 1 }
    const changed = { minutesPerWeek: 120, without: new Set<number>(), more: 0 }
    const at = (costs: typeof dear | typeof DEFAULT_COSTS) => ({
      quick: new PreparedWhatIf(contacts, silent, goalOf(10), MEAN, costs).standing(changed).probability,
      slow: standingIf(contacts, silent, goalOf(10), MEAN, changed, undefined, costs).probability,
    })
    expect(at(dear).quick).toBeCloseTo(at(dear).slow, 10)
    expect(at(dear).quick).toBeLessThan(at(DEFAULT_COSTS).quick)
  })

  test('says nought for nobody and for targets beyond everybody', () => {
    const none = new PreparedWhatIf(
      {
        closeness: new Float64Array(),
        trust: new Float64Array(),
        calibre: new Float64Array(),
        twoWay: new Uint8Array(),
      },
      new Float64Array(),
      goalOf(3),
      MEAN,
    )
    expect(none.standing({ minutesPerWeek: 60, without: new Set(), more: 10 })).toEqual({
      probability: 0,
      expected: 0,
      have: 0,
    })
    const { contacts, silent } = large(50, 1)
    expect(
      new PreparedWhatIf(contacts, silent, goalOf(3), MEAN).standing(undefined, 1_000_000).probability,
    ).toBe(0)
  })
})
