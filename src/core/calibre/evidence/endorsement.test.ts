import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evenly } from '#testing/arbitraries.ts'
import { DAY_MS } from '../../stats/decay.ts'
import { combineCalibre } from '../combine.ts'
import { MOST_ENDORSEMENT_RELIABILITY, endorsementEvidence } from './endorsement.ts'
import type { Endorsement } from './endorsement.ts'
import { EVIDENCE_HALF_LIFE_DAYS } from './evidence.ts'

const NOW = 1_700_000_000_000
const ANNA = 1

const by = (from: number, more: Partial<Endorsement> = {}): Endorsement => ({
  from,
  to: ANNA,
  kind: 'skill',
  level: null,
  relevance: null,
  at: null,
  ...more,
})

test('nobody, somebody else, or only herself: no evidence', () => {
  expect(endorsementEvidence(ANNA, [], NOW)).toBeNull()
  expect(endorsementEvidence(ANNA, [by(2, { to: 3 })], NOW)).toBeNull()
  expect(
    endorsementEvidence(ANNA, [by(ANNA), by(ANNA, { kind: 'recommendation', level: 1 })], NOW),
  ).toBeNull()
})

test('self-endorsement changes nothing', () => {
  const others = [by(2), by(3, { kind: 'recommendation' })]
  expect(endorsementEvidence(ANNA, [...others, by(ANNA, { level: 1 })], NOW)).toEqual(
    endorsementEvidence(ANNA, others, NOW),
  )
})

test('the level is the mean of the endorsements, whatever their number; the number is in the weight', () => {
  const two = endorsementEvidence(ANNA, [by(2, { level: 0.4 }), by(3, { level: 0.8 })], NOW)!
  const six = endorsementEvidence(
    ANNA,
    [2, 3, 4, 5, 6, 7].map((from) => by(from, { level: from % 2 === 0 ? 0.4 : 0.8 })),
    NOW,
  )!
  expect(two.level).toBeCloseTo(0.6, 12)
  expect(six.level).toBeCloseTo(0.6, 12)
  expect(six.reliability).toBeCloseTo(3 * two.reliability, 12)
})

test('two masters by word of two weigh less than the mean suggests: few endorsements are shrunk', () => {
  const few = combineCalibre([endorsementEvidence(ANNA, [by(2, { level: 1 })], NOW)!]).value!
  const many = combineCalibre([
    endorsementEvidence(
      ANNA,
      [2, 3, 4, 5, 6].map((from) => by(from, { level: 1 })),
      NOW,
    )!,
  ]).value!
  expect(few).toBeLessThan(0.6)
  expect(many).toBeGreaterThan(few)
  expect(many).toBeLessThan(1)
})

test('one person who endorses ten skills counts once, and a recommendation stands before a click', () => {
  const ten = Array.from({ length: 10 }, () => by(2))
  expect(endorsementEvidence(ANNA, ten, NOW)).toEqual(endorsementEvidence(ANNA, [by(2)], NOW))
  expect(endorsementEvidence(ANNA, [...ten, by(2, { kind: 'recommendation' }), by(3)], NOW)).toMatchObject({
    recommenders: 1,
    endorsers: 1,
  })
})

test('a thousand endorsements weigh no more than the bound', () => {
  const thousand = Array.from({ length: 1000 }, (_, i) => by(i + 2))
  expect(endorsementEvidence(ANNA, thousand, NOW)!.reliability).toBe(MOST_ENDORSEMENT_RELIABILITY)
})

test('old endorsements weigh less, later ones than now nothing', () => {
  const old = by(2, { at: NOW - EVIDENCE_HALF_LIFE_DAYS * DAY_MS })
  expect(endorsementEvidence(ANNA, [old], NOW)!.recency).toBeCloseTo(0.5, 12)
  expect(endorsementEvidence(ANNA, [by(2, { at: NOW })], NOW)).toBeNull()
})

test('relevance is the mean over what is known of it', () => {
  expect(
    endorsementEvidence(ANNA, [by(2, { relevance: 0.2 }), by(3, { relevance: 0.6 }), by(4)], NOW)!.relevance,
  ).toBeCloseTo(0.4, 12)
  expect(endorsementEvidence(ANNA, [by(2)], NOW)!.relevance).toBeNull()
})

test('the order of the endorsements does not matter', () => {
  const endorsement = fc.record({
    from: fc.integer({ min: 1, max: 5 }),
    to: fc.constant(ANNA),
    kind: fc.constantFrom('skill' as const, 'recommendation' as const),
    level: fc.option(evenly(0, 1)),
    relevance: fc.option(evenly(0, 1)),
    at: fc.option(fc.integer({ min: 0, max: NOW - 1 })),
  })
  fc.assert(
    fc.property(fc.array(endorsement, { maxLength: 12 }), (list) => {
      const there = endorsementEvidence(ANNA, list, NOW)
      const back = endorsementEvidence(ANNA, [...list].reverse(), NOW)
      if (there === null || back === null) {
        expect(back).toBe(there)
        return
      }
      expect(back.level).toBeCloseTo(there.level, 12)
      expect(back.reliability).toBeCloseTo(there.reliability, 12)
      expect(back.recency).toBeCloseTo(there.recency, 12)
      expect(back.recommenders).toBe(there.recommenders)
    }),
  )
})
