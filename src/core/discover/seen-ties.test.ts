import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BULK_AUDIENCE, channelCode, roleCode } from '../model/interaction.ts'
import type { Channel, Role } from '../model/interaction.ts'
import { DAY_MS } from '../stats/decay.ts'
import { DECLARED_PROBABILITY, MAX_SHARED, SeenTies, probabilityOf } from './seen-ties.ts'

const NOW = Date.UTC(2026, 5, 1)
const [ME, ADA, BOB, CY] = [1, 2, 3, 4]

type Event = { daysAgo: number; channel: Channel; parts: readonly (readonly [person: number, role: Role])[] }

function ties(events: readonly Event[], declared: readonly (readonly [number, number])[] = []) {
  const seen = new SeenTies(NOW, ME)
  for (const { daysAgo, channel, parts } of events)
    seen.add(
      parts.map(([person, role]) => ({ person, role: roleCode(role) })),
      NOW - daysAgo * DAY_MS,
      channelCode(channel),
    )
  for (const [one, other] of declared) seen.declare(one, other)
  return seen
}

const columns = (seen: SeenTies, least = 0, most = 100) => {
  const found = seen.columns(least, most)
  return Array.from({ length: found.length }, (_, row) => ({
    a: found.a[row]!,
    b: found.b[row]!,
    probability: found.probability[row]!,
    exchanged: found.exchanged[row]!,
    shared: found.shared[row]!,
    last: found.lastMs[row]!,
    declared: found.declared[row]!,
  }))
}

const mail = (daysAgo: number, from: number, ...to: readonly number[]): Event => ({
  daysAgo,
  channel: 'mail',
  parts: [[from, 'from'], ...to.map((person): [number, Role] => [person, 'to'])],
})

test('a message to me and Bob shows that Ada writes to Bob; my own ties are left out', () => {
  // 90 days are one half-life; of two recipients each is reached with 1/√2.
  const [tie, ...others] = columns(ties([mail(90, ADA, ME, BOB)]))
  expect(others).toEqual([])
  expect(tie).toMatchObject({ a: ADA, b: BOB, exchanged: 1, shared: 0, declared: 0, last: NOW - 90 * DAY_MS })
  expect(tie?.probability).toBeCloseTo(
    1 / (1 + Math.exp(2.3 - 1.2 * Math.log(1 + 0.5 / Math.SQRT2) + 0.1 * Math.log(91))),
    12,
  )
})

test('I write to Ada and Bob: both got one message, nothing was exchanged', () => {
  const [tie] = columns(ties([mail(90, ME, ADA, BOB)]))
  expect(tie).toMatchObject({ a: ADA, b: BOB, exchanged: 0, shared: 1 })
  expect(tie?.probability).toBeCloseTo(
    1 / (1 + Math.exp(2.3 - 0.3 * Math.log(1 + 0.5 / 2) + 0.1 * Math.log(91))),
    12,
  )
})

test('a meeting of the two counts thrice each way, half of it after a half-life', () => {
  const meeting: Event = {
    daysAgo: 90,
    channel: 'meeting',
    parts: [
      [ADA, 'organiser'],
      [BOB, 'attendee'],
    ],
  }
  const [features] = [...ties([meeting]).features()]
  expect(features?.exchanged).toBeCloseTo(Math.log(1 + 3), 12)
  expect(features?.bothWays).toBeCloseTo(Math.log(1 + 15), 12)
})

test('who is listed twice in one message got it once', () => {
  const twice: Event = {
    daysAgo: 1,
    channel: 'mail',
    parts: [
      [ADA, 'from'],
      [BOB, 'to'],
      [BOB, 'cc'],
      [CY, 'to'],
    ],
  }
  expect(columns(ties([twice]))).toEqual(columns(ties([mail(1, ADA, BOB, CY)])))
})

test('a copy to oneself changes nothing', () => {
  expect(columns(ties([mail(1, ADA, BOB, CY, ADA)]))).toEqual(columns(ties([mail(1, ADA, BOB, CY)])))
  expect(columns(ties([mail(1, ME, ADA, BOB, ME)]))).toEqual(columns(ties([mail(1, ME, ADA, BOB)])))
  expect(columns(ties([mail(1, ADA, BOB, ADA)]))).toEqual(columns(ties([mail(1, ADA, BOB)])))
  expect(columns(ties([mail(1, ADA, ADA)]))).toEqual([])
})

test('a tie that is only stated counts a twentieth, and less than one that was seen', () => {
  const [stated] = columns(ties([], [[BOB, ADA]]))
  expect(stated).toMatchObject({ a: ADA, b: BOB, probability: DECLARED_PROBABILITY, declared: 1, last: NaN })
  const [both] = columns(ties([mail(1, ADA, BOB)], [[ADA, BOB]]))
  expect(both?.probability).toBeGreaterThan(DECLARED_PROBABILITY)
})

test('long lists, bulk and the future show nothing', () => {
  const many = (count: number): number[] => Array.from({ length: count }, (_, i) => 10 + i)
  const shared = columns(ties([mail(1, ME, ...many(MAX_SHARED))]))
  expect(shared).toHaveLength((MAX_SHARED * (MAX_SHARED - 1)) / 2)
  expect(columns(ties([mail(1, ME, ...many(MAX_SHARED + 1))]))).toEqual([])
  expect(columns(ties([mail(1, ADA, ...many(BULK_AUDIENCE))]))).toHaveLength(BULK_AUDIENCE)
  expect(columns(ties([mail(1, ADA, ...many(BULK_AUDIENCE + 1))]))).toEqual([])
  // What happens now is the first of the future.
  expect(columns(ties([mail(0, ADA, BOB), mail(-1, ADA, BOB)]))).toEqual([])
})

test('of too many the likeliest are kept, in the order of the people', () => {
  const seen = ties([mail(1, ADA, BOB), mail(1, ADA, BOB), mail(1, BOB, CY), mail(900, ADA, CY)])
  expect(columns(seen, 0, 2).map(({ a, b }) => [a, b])).toEqual([
    [ADA, BOB],
    [BOB, CY],
  ])
  const [weak] = columns(seen).filter(({ a, b }) => a === ADA && b === CY)
  expect(columns(seen, weak!.probability).length).toBe(3)
  expect(columns(seen, weak!.probability + 1e-9).length).toBe(2)
})

const anyEvent: fc.Arbitrary<Event> = fc.record({
  daysAgo: fc.integer({ min: 1, max: 1_000 }),
  channel: fc.constantFrom('mail' as const, 'meeting' as const, 'message' as const, 'call' as const),
  parts: fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom<Role>('from', 'to', 'cc', 'organiser', 'attendee', 'mentioned'),
    ),
    { maxLength: 6 },
  ),
})

test('the order of interactions does not matter, and probabilities lie between 0 and 1', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 12 }), (events) => {
      const forward = columns(ties(events))
      const backward = columns(ties(events.toReversed()))
      const seen = (rows: typeof forward) => rows.map((tie) => ({ ...tie, probability: null }))
      expect(seen(backward)).toEqual(seen(forward))
      forward.forEach((tie, row) => {
        expect(backward[row]?.probability).toBeCloseTo(tie.probability, 12)
        expect(tie.probability).toBeGreaterThan(0)
        expect(tie.probability).toBeLessThan(1)
        expect(tie.a).toBeLessThan(tie.b)
        expect([tie.a, tie.b]).not.toContain(ME)
      })
    }),
  )
})

test('one message more never makes a tie less likely', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 8 }), fc.integer({ min: 0, max: 900 }), (events, daysAgo) => {
      const of = (all: readonly Event[]): number =>
        columns(ties(all)).find(({ a, b }) => a === ADA && b === BOB)?.probability ?? 0
      expect(of([...events, mail(daysAgo, ADA, BOB)])).toBeGreaterThanOrEqual(of(events) - 1e-12)
    }),
  )
})

test('more exchanged, more both ways, more shared and fewer days make a tie likelier', () => {
  const usual = { exchanged: 1, bothWays: 1, shared: 1, days: 3 }
  const base = probabilityOf(usual)
  expect(probabilityOf({ ...usual, exchanged: 2 })).toBeGreaterThan(base)
  expect(probabilityOf({ ...usual, bothWays: 2 })).toBeGreaterThan(base)
  expect(probabilityOf({ ...usual, shared: 2 })).toBeGreaterThan(base)
  expect(probabilityOf({ ...usual, days: 4 })).toBeLessThan(base)
})
