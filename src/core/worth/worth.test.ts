import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evenly } from '#testing/arbitraries.ts'
import { goalKinds, goalPeriods } from '../model/goal.ts'
import type { Goal } from '../model/goal.ts'
import { probabilityOfAtLeast } from './poisson-binomial.ts'
import { INDEPENDENT, sharedShock } from './shared-shock.ts'
import type { ContactColumns } from './values.ts'
import { goalBottleneck, rateSentence, shortfallSentence } from './sentences.ts'
import { goalProblem, networkWorth } from './worth.ts'

type Contact = { closeness: number; trust: number; calibre: number; twoWay: boolean; fit?: number }

const columns = (list: readonly Contact[]): ContactColumns => ({
  closeness: Float64Array.from(list, (each) => each.closeness),
  trust: Float64Array.from(list, (each) => each.trust),
  calibre: Float64Array.from(list, (each) => each.calibre),
  twoWay: Uint8Array.from(list, (each) => (each.twoWay ? 1 : 0)),
  fit: Float64Array.from(list, (each) => each.fit ?? NaN),
})

const goal: Goal = {
  kind: 'referrals',
  target: 3,
  period: 'quarter',
  confidence: 0.8,
  weight: 1,
  baseRate: null,
}
const options = { fieldMean: 0.5 }
const good: Contact = { closeness: 0.3, trust: 0.5, calibre: 1, twoWay: true }

const share = evenly(0, 1)
const contact = fc.record({
  closeness: share,
  trust: share,
  calibre: fc.oneof(share, fc.constant(NaN)),
  twoWay: fc.boolean(),
})
const anyGoal = fc.record({
  kind: fc.constantFrom(...goalKinds),
  target: fc.integer({ min: 1, max: 6 }),
  period: fc.constantFrom(...goalPeriods),
  confidence: evenly(0.05, 0.95),
  weight: evenly(0.1, 10),
  baseRate: fc.option(evenly(0.01, 0.9)),
})
const network = fc.array(contact, { minLength: 1, maxLength: 25 })
const goals = fc.array(anyGoal, { minLength: 1, maxLength: 3 })

/** No number anywhere in the result is NaN. */
function everyNumber(result: unknown): number[] {
  if (typeof result === 'number') return [result]
  if (result instanceof Float64Array) return [...result]
  return result !== null && typeof result === 'object' ? Object.values(result).flatMap(everyNumber) : []
}

test('85 contacts at .05 reach three referrals with 80 %, 84 do not', () => {
  const at = (n: number) =>
    networkWorth(columns(new Array<Contact>(n).fill(good)), [goal], { ...options, shock: INDEPENDENT })
  expect(at(85).worth).toBeGreaterThanOrEqual(0.8)
  expect(at(84).worth).toBeLessThan(0.8)
  expect(at(84).goals[0]!.right).toMatchObject({ have: 84, needed: 85, missing: 1 })
  expect(at(100).goals[0]!.right).toMatchObject({ have: 100, needed: 85, missing: 0 })
  expect(at(100).goals[0]!.expected).toBeCloseTo(5, 10)
})

test('the worth of a network is the mean over its goals by weight', () => {
  const contacts = columns(new Array<Contact>(30).fill(good))
  const help: Goal = { ...goal, kind: 'help', weight: 3 }
  const both = networkWorth(contacts, [goal, help], options)
  const [first, second] = both.goals
  expect(both.worth).toBeCloseTo((first!.probability + 3 * second!.probability) / 4, 12)
  expect(both.contribution[0]).toBeCloseTo((0.05 + 3 * 0.2) / 4, 12)
  expect(rateSentence(both.goals[0]!.rates, 'referrals')).toContain('assumes')
})

test('what a contact is worth is what the network loses without them', () => {
  const list: Contact[] = [
    good,
    { ...good, closeness: 0.9 },
    { ...good, calibre: NaN },
    { ...good, trust: 0.1 },
  ]
  const one: Goal = { ...goal, target: 1 }
  const whole = networkWorth(columns(list), [one], options)
  list.forEach((_, left) => {
    const without = networkWorth(columns(list.filter((_each, j) => j !== left)), [one], options)
    expect(whole.contactWorth[left]).toBeCloseTo(whole.worth! - without.worth!, 10)
  })
})

test('unknown calibre counts as the mean of the field, and it says for how many', () => {
  const known = networkWorth(columns([{ ...good, calibre: 0.4 }, good]), [goal], { fieldMean: 0.4 })
  const unknown = networkWorth(columns([{ ...good, calibre: NaN }, good]), [goal], { fieldMean: 0.4 })
  expect(unknown.contribution).toEqual(known.contribution)
  expect(known.unknownCalibre).toBe(0)
  expect(unknown.unknownCalibre).toBe(1)
})

test('with few very good contacts the number holds back; with many cold ones closeness does', () => {
  const few = networkWorth(
    columns(new Array<Contact>(4).fill({ ...good, closeness: 0.97, trust: 0.98 })),
    [goal],
    options,
  )
  expect(few.bottleneck).toBe('number')
  const cold = networkWorth(
    columns(new Array<Contact>(400).fill({ ...good, closeness: 0.05, trust: 0.6, calibre: 0.97 })),
    [{ ...goal, target: 8 }],
    options,
  )
  expect(cold.bottleneck).toBe('closeness')
  expect(cold.gains.closeness).toBeGreaterThan(cold.gains.number)
  expect(goalBottleneck(cold.goals[0]!)).toContain('closeness and trust')
})

test('where calibre and number would bring the same, the one below the mean of the field decides', () => {
  const contacts = (calibre: number) => columns(new Array<Contact>(30).fill({ ...good, trust: 0.1, calibre }))
  const low = networkWorth(contacts(0.3), [goal], options)
  expect(low.gains.calibre / low.gains.number).toBeCloseTo(1, 1)
  expect(low.bottleneck).toBe('calibre')
  expect(networkWorth(contacts(0.7), [goal], options).bottleneck).toBe('number')
  expect(networkWorth(contacts(NaN), [goal], options).bottleneck).toBe('number')
})

test('a contact who suits the goal brings more', () => {
  const { contribution } = networkWorth(
    columns([{ ...good, fit: 0.9 }, good, { ...good, fit: 0.1 }]),
    [goal],
    options,
  )
  expect(contribution[0]).toBeGreaterThan(contribution[1]!)
  expect(contribution[1]).toBeGreaterThan(contribution[2]!)
})

test('earlier successes of the same kind count, those of another kind do not', () => {
  const contacts = {
    ...columns([good, good]),
    history: { referrals: { successes: Float64Array.of(4, 0), failures: new Float64Array(2) } },
  }
  const referred = networkWorth(contacts, [goal], options).contribution
  expect(referred[0]).toBeGreaterThan(referred[1]!)
  const hired = networkWorth(contacts, [{ ...goal, kind: 'hires' }], options).contribution
  expect(hired[0]).toBe(hired[1])
})

test('no contacts, nobody in exchange, nobody of calibre: each says what is the case', () => {
  const empty = networkWorth(columns([]), [goal], options)
  expect(empty.worth).toBeNull()
  expect(empty.goals[0]).toMatchObject({ probability: 0, bottleneck: 'number' })
  expect(goalBottleneck(empty.goals[0]!)).toContain('no contacts yet')
  const oneSided = networkWorth(columns([{ ...good, twoWay: false }]), [goal], options)
  expect(oneSided).toMatchObject({ worth: 0, bottleneck: 'closeness' })
  expect(shortfallSentence(oneSided.goals[0]!)).toContain('both directions')
  const without = networkWorth(columns([{ ...good, calibre: 0 }]), [goal], options)
  expect(without).toMatchObject({ worth: 0, bottleneck: 'calibre' })
  expect(without.goals[0]!.right.needed).toBeNull()
  for (const result of [empty, oneSided, without]) expect(everyNumber(result)).not.toContain(NaN)
})

test('goals that make no sense are listed with the reason, the others are computed', () => {
  const bad: Goal[] = [
    { ...goal, target: 0 },
    { ...goal, target: 2.5 },
    { ...goal, target: NaN },
    { ...goal, confidence: 1 },
    { ...goal, weight: 0 },
    { ...goal, baseRate: 1 },
  ]
  const result = networkWorth(columns([good, good]), [...bad, { ...goal, target: 1_000_000 }], options)
  expect(result.rejected).toEqual(bad)
  expect(goalProblem(result.rejected[0]!)).toContain('at least 1; 0 is none')
  expect(result.goals).toHaveLength(1)
  expect(result.goals[0]).toMatchObject({ probability: 0, right: { needed: null } })
  expect(shortfallSentence(result.goals[0]!)).toContain('would not be enough')
  expect(goalBottleneck(result.goals[0]!)).toContain('1,000,000 referrals a quarter is far out of reach')
  expect(networkWorth(columns([good]), [{ ...goal, target: 0 }], options).worth).toBeNull()
  expect(networkWorth(columns([good]), [], options).worth).toBeNull()
})

test('axiom 1: contacts of calibre 0 or without an exchange contribute 0 and change no number', () => {
  const idle = fc.oneof(
    contact.map((each) => ({ ...each, twoWay: false })),
    contact.map((each) => ({ ...each, calibre: 0 })),
  )
  fc.assert(
    fc.property(network, fc.array(idle, { maxLength: 30 }), goals, (list, idlers, wanted) => {
      const before = networkWorth(columns(list), wanted, options)
      const after = networkWorth(columns([...list, ...idlers]), wanted, options)
      expect(after.worth).toBe(before.worth)
      expect(after.unknownCalibre).toBe(before.unknownCalibre)
      after.goals.forEach((each, g) => {
        expect(each.probability).toBe(before.goals[g]!.probability)
        expect(each.right).toEqual(before.goals[g]!.right)
        expect(each.gains).toEqual(before.goals[g]!.gains)
      })
      for (let j = list.length; j < list.length + idlers.length; j++) {
        expect(after.contribution[j]).toBe(0)
        expect(after.contactWorth[j]).toBe(0)
      }
    }),
    { numRuns: 40 },
  )
})

test('axiom 2: worth is monotone in calibre, closeness and trust, and never NaN', () => {
  fc.assert(
    fc.property(network, network, goals, (list, other, wanted) => {
      const better = list.map((each, j) => {
        const beside = other[j % other.length]!
        return {
          closeness: Math.max(each.closeness, beside.closeness),
          trust: Math.max(each.trust, beside.trust),
          calibre: Number.isNaN(beside.calibre)
            ? each.calibre
            : Math.max(Number.isNaN(each.calibre) ? 0.5 : each.calibre, beside.calibre),
          twoWay: each.twoWay || beside.twoWay,
        }
      })
      const before = networkWorth(columns(list), wanted, options)
      const after = networkWorth(columns(better), wanted, options)
      expect(after.worth).toBeGreaterThanOrEqual(before.worth! - 1e-12)
      expect(everyNumber(before)).not.toContain(NaN)
      expect(before.worth).toBeLessThanOrEqual(1)
    }),
    { numRuns: 40 },
  )
})

test('axiom 5: the order of the contacts permutes the results and changes nothing else', () => {
  fc.assert(
    fc.property(network, goals, (list, wanted) => {
      const there = networkWorth(columns(list), wanted, options)
      const back = networkWorth(columns([...list].reverse()), wanted, options)
      expect(back.worth).toBeCloseTo(there.worth!, 12)
      list.forEach((_, j) => {
        expect(back.contactWorth[list.length - 1 - j]).toBeCloseTo(there.contactWorth[j]!, 12)
        expect(back.contribution[list.length - 1 - j]).toBe(there.contribution[j])
      })
    }),
    { numRuns: 30 },
  )
})

test('axiom 8: thirty contacts at .1 beat 18,000 at 0 and 3,000 at .0005, however many are kept up', () => {
  const thirty = new Float64Array(30).fill(0.1)
  for (const shock of [INDEPENDENT, sharedShock()]) {
    for (let target = 1; target <= 15; target++) {
      for (const keptUp of [10, 30, 150, 3000]) {
        const chance = (values: Float64Array): number =>
          probabilityOfAtLeast(values.subarray(0, Math.min(keptUp, values.length)), target, shock)
        const few = chance(thirty)
        expect(few).toBeGreaterThanOrEqual(chance(new Float64Array(3000).fill(0.0005)))
        expect(few).toBeGreaterThanOrEqual(chance(new Float64Array(18_000)))
      }
      expect(probabilityOfAtLeast(thirty, target, shock)).toBeGreaterThan(
        probabilityOfAtLeast(new Float64Array(3000).fill(0.0005), target, shock),
      )
    }
  }
})
