import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evenly } from '#testing/arbitraries.ts'
import { DAY_MS } from '../stats/decay.ts'
import { PRIOR_WEIGHT, combineCalibre } from './combine.ts'
import { calibreSentence, evidenceSentence, explainCalibre } from './explain.ts'
import { EVIDENCE_HALF_LIFE_DAYS } from './evidence/evidence.ts'
import type { AttentionEvidence, EndorsementEvidence, Evidence, TitleEvidence } from './evidence/evidence.ts'
import { titleEvidence } from './evidence/title-evidence.ts'

const NOW = 1_700_000_000_000

const title: TitleEvidence = {
  kind: 'title',
  title: 'VP Trading',
  level: 0.8,
  rung: 'vice-president',
  reliability: 3,
  relevance: null,
  recency: 1,
  at: null,
}
const seen: AttentionEvidence = {
  kind: 'attention',
  level: 0.9,
  reliability: 1,
  relevance: null,
  recency: 1,
  at: null,
  seekers: 14,
  soughtSeekers: 6,
  vantagePoints: 20,
}
const vouched: EndorsementEvidence = {
  kind: 'endorsements',
  level: 0.75,
  reliability: 2,
  relevance: 1,
  recency: 1,
  at: NOW,
  recommenders: 1,
  endorsers: 4,
}

const share = evenly(0, 1)
const anyEvidence: fc.Arbitrary<Evidence> = fc
  .tuple(fc.constantFrom<Evidence>(title, seen, vouched), share, evenly(0, 5), fc.option(share), share)
  .map(([evidence, level, reliability, relevance, recency]) => ({
    ...evidence,
    level,
    reliability,
    relevance,
    recency,
  }))

test('a title that weighs as much as the prior moves calibre half of the way', () => {
  expect(combineCalibre([title], 0.4).value).toBeCloseTo((0.4 + 0.8) / 2, 12)
})

test('the formula on paper: (3·.5 + 3·.8 + 1·.9) / 7', () => {
  expect(combineCalibre([title, seen], 0.5).value).toBeCloseTo((1.5 + 2.4 + 0.9) / 7, 12)
})

test('no evidence is unknown, and so is the graph of one mailbox alone', () => {
  expect(combineCalibre([]).value).toBeNull()
  const one = combineCalibre([{ ...seen, vantagePoints: 1, reliability: 0.25 }])
  expect(one.value).toBeNull()
  expect(one.contributions).toHaveLength(1)
  expect(combineCalibre([{ ...seen, vantagePoints: 2 }]).value).not.toBeNull()
  expect(combineCalibre([{ ...seen, vantagePoints: 1 }, title]).value).not.toBeNull()
})

test('relevance of 0 takes evidence away, unknown relevance lowers nothing', () => {
  expect(combineCalibre([{ ...title, relevance: 0 }]).value).toBeNull()
  expect(combineCalibre([{ ...title, relevance: null }]).value).toBe(
    combineCalibre([{ ...title, relevance: 1 }]).value,
  )
})

test('an older title moves less', () => {
  const fresh = titleEvidence('VP Trading', { at: NOW, relevance: null }, NOW)!
  const old = titleEvidence(
    'VP Trading',
    { at: NOW - EVIDENCE_HALF_LIFE_DAYS * DAY_MS, relevance: null },
    NOW,
  )!
  expect(fresh).toEqual({ ...title, at: NOW })
  expect(old.recency).toBeCloseTo(0.5, 12)
  expect(titleEvidence('Making light bulbs dance', { at: NOW, relevance: null }, NOW)).toBeNull()
  expect(combineCalibre([old]).value!).toBeLessThan(combineCalibre([fresh]).value!)
})

test('axiom 6: calibre lies within the range of its evidence and the prior, and its parts add up', () => {
  fc.assert(
    fc.property(fc.array(anyEvidence, { maxLength: 8 }), share, (evidence, fieldMean) => {
      const { value, contributions } = combineCalibre(evidence, fieldMean)
      if (value === null) return
      const marks = [fieldMean, ...contributions.map((each) => each.evidence.level)]
      expect(value).toBeGreaterThanOrEqual(Math.min(...marks) - 1e-12)
      expect(value).toBeLessThanOrEqual(Math.max(...marks) + 1e-12)
      const total = contributions.reduce((sum, each) => sum + each.weight, PRIOR_WEIGHT)
      const direct = contributions.reduce(
        (sum, each) => sum + each.weight * each.evidence.level,
        PRIOR_WEIGHT * fieldMean,
      )
      expect(value).toBeCloseTo(direct / total, 12)
    }),
  )
})

test('stronger evidence never lowers calibre', () => {
  fc.assert(
    fc.property(fc.array(anyEvidence, { minLength: 1, maxLength: 6 }), share, (evidence, level) => {
      const raised = evidence.map((each, i) =>
        i === 0 ? { ...each, level: Math.max(each.level, level) } : each,
      )
      const before = combineCalibre(evidence).value
      const after = combineCalibre(raised).value
      if (before === null || after === null) expect(after).toBe(before)
      else expect(after).toBeGreaterThanOrEqual(before - 1e-12)
    }),
  )
})

test('evidence reads as sentences', () => {
  expect(evidenceSentence(title)).toBe('VP Trading: director level or above')
  expect(evidenceSentence(seen)).toBe('sought by 14 people, 6 of them sought after themselves')
  expect(evidenceSentence({ ...seen, seekers: 1, soughtSeekers: 1 })).toBe(
    'sought by 1 person, who is sought after',
  )
  expect(evidenceSentence({ ...seen, seekers: 2, soughtSeekers: 2 })).toContain('all of them')
  expect(evidenceSentence({ ...seen, soughtSeekers: 0 })).toBe('sought by 14 people')
  expect(evidenceSentence(vouched)).toBe('recommended by 1 person, skills endorsed by 4 people')
  expect(evidenceSentence({ ...title, relevance: 0.25 })).toContain('little to do with your field')
})

test('the weightiest evidence comes first', () => {
  expect(explainCalibre(combineCalibre([seen, title]).contributions)[0]).toContain('VP Trading')
})

test('the sentence speaks of influence in a field; unknown is said to be unknown', () => {
  expect(calibreSentence(combineCalibre([title]), 'energy trading', 0.073)).toBe(
    'Influence in energy trading: top 8 %. VP Trading: director level or above.',
  )
  expect(calibreSentence(combineCalibre([title]), null)).toContain('Influence in your field: 65 %')
  expect(calibreSentence(combineCalibre([]), 'marketing')).toBe(
    'Influence in marketing: unknown; no source says anything about it yet.',
  )
  expect(calibreSentence(combineCalibre([{ ...seen, vantagePoints: 1 }]), 'marketing')).toContain(
    'From your own mail alone',
  )
})
