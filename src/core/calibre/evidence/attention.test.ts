import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attention, attentionEvidence, attentionLevels, vantageWeight } from './attention.ts'

type Pair = readonly [from: number, to: number, grouped?: number]
const columns = (pairs: readonly Pair[]) => ({
  from: Int32Array.from(pairs, ([from]) => from),
  to: Int32Array.from(pairs, ([, to]) => to),
  grouped: Uint8Array.from(pairs, ([, , grouped = 0]) => grouped),
})

const PEOPLE = 10
const pairs = fc.array(fc.tuple(fc.nat(PEOPLE - 1), fc.nat(PEOPLE - 1), fc.nat(1)), { maxLength: 60 })

/** 0 is sought by 1, 2 and 3, who seek each other; 4 only seeks. */
const circle: readonly Pair[] = [
  [1, 0],
  [2, 0],
  [3, 0],
  [1, 2],
  [2, 1],
  [2, 3],
  [3, 2],
  [4, 1],
]

test('who is sought by the sought stands first, and who is not sought is unknown', () => {
  const levels = attentionLevels(columns(circle), 5)
  expect(levels[0]).toBe(Math.max(...levels.subarray(0, 4)))
  expect(levels[4]).toBeNaN()
})

test('levels are places among those who are sought: middle ranks between 0 and 1', () => {
  const { levels } = attention(
    columns([
      [0, 1],
      [1, 0],
      [2, 0],
      [2, 1],
    ]),
    3,
  )
  expect([...levels]).toEqual([0.5, 0.5, NaN])
})

test('ten times the messages change nothing', () => {
  fc.assert(
    fc.property(pairs, fc.array(fc.nat(9), { maxLength: 30 }), (list, repeated) => {
      const more = [
        ...list,
        ...repeated.flatMap((at) => (list[at] ? new Array<Pair>(10).fill(list[at]) : [])),
      ]
      expect(attentionLevels(columns(more), PEOPLE)).toEqual(attentionLevels(columns(list), PEOPLE))
    }),
  )
})

test('a thousand silent followers change nothing', () => {
  fc.assert(
    fc.property(pairs, fc.nat(PEOPLE - 1), (list, star) => {
      const followers = Array.from({ length: 1000 }, (_, i): Pair => [PEOPLE + i, star, i % 2])
      const before = attentionLevels(columns(list), PEOPLE)
      const after = attentionLevels(columns([...list, ...followers]), PEOPLE + 1000).subarray(0, PEOPLE)
      expect(after).toEqual(before)
    }),
  )
})

test('silent people who also write to each other, one after the other, change nothing', () => {
  fc.assert(
    fc.property(pairs, fc.array(fc.nat(PEOPLE - 1), { minLength: 2, maxLength: 40 }), (list, stars) => {
      const chain = stars.flatMap((star, i): Pair[] => [
        [PEOPLE + i, star, 1],
        ...(i > 0 ? [[PEOPLE + i - 1, PEOPLE + i, 1] as const] : []),
      ])
      const after = attentionLevels(columns([...list, ...chain]), PEOPLE + stars.length)
      expect(after.subarray(0, PEOPLE)).toEqual(attentionLevels(columns(list), PEOPLE))
    }),
  )
})

test('who is sought in company stands above who is sought as much, but alone', () => {
  const ring: readonly Pair[] = [
    [0, 1, 1],
    [1, 0, 1],
    [0, 2],
    [2, 0],
    [1, 2],
    [2, 1],
  ]
  const [zero, one, two] = attentionLevels(columns(ring), 3)
  expect(one).toBeGreaterThan(two!)
  expect(one).toBe(zero)
})

test('relabelling people permutes the levels', () => {
  fc.assert(
    fc.property(pairs, (list) => {
      const turned = list.map(([from, to, grouped]): Pair => [PEOPLE - 1 - from, PEOPLE - 1 - to, grouped])
      expect(attentionLevels(columns(turned), PEOPLE).reverse()).toEqual(
        attentionLevels(columns(list), PEOPLE),
      )
    }),
  )
})

test('who is sought by silent people alone stays unknown, and so on down the line', () => {
  expect([
    ...attentionLevels(
      columns([
        [0, 1],
        [1, 2],
        [2, 3],
      ]),
      4,
    ),
  ]).toEqual([NaN, NaN, NaN, NaN])
})

test('nobody seeks anybody: all unknown', () => {
  expect([...attentionLevels(columns([]), 2)]).toEqual([NaN, NaN])
})

test('graph evidence weighs .25 seen from one mailbox and 1 from twenty or more', () => {
  expect([0, 1, 20, 500].map(vantageWeight)).toEqual([0, 0.25, 1, 1])
  expect(vantageWeight(10)).toBeGreaterThan(vantageWeight(5))
  // Evenly in between: nine of nineteen steps from a quarter to all.
  expect(vantageWeight(10)).toBeCloseTo(0.25 + (0.75 * 9) / 19, 12)
})

test('the evidence carries what the sentence says', () => {
  const seen = attention(columns(circle), 5)
  expect(attentionEvidence(seen, 0, 20)).toMatchObject({ seekers: 3, soughtSeekers: 1, reliability: 1 })
  expect(attentionEvidence(seen, 4, 20)).toBeNull()
  expect(attentionEvidence(seen, 99, 20)).toBeNull()
})
