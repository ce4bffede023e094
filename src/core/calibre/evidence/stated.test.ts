import fc from 'fast-check'
import { expect, test } from 'vitest'
import { combineCalibre } from '../combine.ts'
import { calibreSentence, evidenceSentence } from '../explain.ts'
import { audienceEvidence } from './audience.ts'
import { credentialsEvidence } from './credentials.ts'
import { listsEvidence, MOST_LISTS_RELIABILITY } from './lists.ts'
import type { Listing } from './lists.ts'
import { ratingEvidence } from './rating.ts'
import { titleEvidence } from './title-evidence.ts'

const NOW = Date.UTC(2026, 0, 1)
const listing = (list: string, more: Partial<Listing> = {}): Listing => ({
  list,
  level: null,
  relevance: null,
  year: null,
  ...more,
})

test('named on a list: the level that the list gives, four fifths where it gives none', () => {
  expect(listsEvidence([], NOW)).toBeNull()
  expect(listsEvidence([listing('Speakers')], NOW)).toMatchObject({
    level: 0.8,
    reliability: 1.5,
    recency: 1,
    at: null,
  })
  expect(listsEvidence([listing('A', { level: 1 }), listing('B', { level: 0.5 })], NOW)).toMatchObject({
    level: 0.75,
    reliability: 3,
    lists: ['A', 'B'],
  })
})

test('many lists are surer, never higher; years of one list are one list', () => {
  const many = Array.from({ length: 50 }, (_, i) => listing(`list ${i}`))
  expect(listsEvidence(many, NOW)).toMatchObject({ reliability: MOST_LISTS_RELIABILITY })
  expect(listsEvidence(many, NOW)!.level).toBeCloseTo(0.8, 12)
  const years = listsEvidence(
    [listing('A', { year: 2020, level: 0.4 }), listing('A', { year: 2024, level: 0.9 })],
    NOW,
  )!
  expect(years).toMatchObject({ level: 0.9, reliability: 1.5, lists: ['A (2024)'] })
  expect(years.recency).toBeLessThan(1)
  expect(evidenceSentence(years)).toBe('named on A (2024)')
})

test('a list of a year to come says nothing yet', () => {
  expect(listsEvidence([listing('A', { year: 2030 })], NOW)).toBeNull()
})

test('the user’s own rating decides alone, and the rest stays listed', () => {
  const title = titleEvidence('Intern', { at: null, relevance: null }, NOW)!
  const rated = combineCalibre([title, ratingEvidence(0.9, NOW)])
  expect(rated.value).toBe(0.9)
  expect(rated.contributions.map(({ evidence }) => evidence.kind)).toEqual(['rating', 'title'])
  const sentence = calibreSentence(rated, 'design')
  expect(sentence).toContain('90 %, as you rated it yourself')
  expect(sentence).toContain('Intern')
  expect(combineCalibre([ratingEvidence(0, NOW)]).value).toBe(0)
  expect(calibreSentence(combineCalibre([ratingEvidence(0.2, NOW)]), null)).toBe(
    'Influence in your field: 20 %, as you rated it yourself.',
  )
})

test.each([
  ['Jane Doe, PhD, CFA', ['CFA', 'PhD'], 0.65],
  ['Dr. Jane Doe', ['Dr.'], 0.65],
  ['Prof. Dr. Jane Doe', ['Prof.', 'Dr.'], 0.8],
  ['Jane Doe, Ph. D.', ['PhD'], 0.65],
  ['Sir John Low FRS', ['FRS'], 0.95],
  ['Jane Doe, M.D.', ['MD'], 0.65],
] as const)('%s carries %s', (name, shown, level) => {
  expect(credentialsEvidence([name])).toMatchObject({ credentials: [...shown], level })
})

test.each(['Jane Doe', 'Md Rahman', 'Pe Ter', 'Doe, Jane', 'Esquivel, Jo', ''])('%s carries none', (name) => {
  expect(credentialsEvidence([name])).toBeNull()
})

test('an audience is what is beyond those followed, in powers of ten, and weighs little', () => {
  expect(audienceEvidence(null, null, null, NOW)).toBeNull()
  expect(audienceEvidence(1000, 1200, null, NOW)!.level).toBe(0)
  expect(audienceEvidence(1e6, 0, null, NOW)!.level).toBe(1)
  const some = audienceEvidence(1100, 101, null, NOW)!
  expect(some.level).toBeCloseTo(0.5, 12)
  expect(some.reliability).toBe(0.25)
  expect(evidenceSentence(some)).toBe('1,100 followers, follows 101')
})

test('more followers never lower the level, and ten times as many raise it by a sixth at most', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.nat(100_000), (followers, following) => {
      const level = audienceEvidence(followers, following, null, NOW)!.level
      const more = audienceEvidence(10 * followers, 10 * following, null, NOW)!.level
      expect(more).toBeGreaterThanOrEqual(level)
      expect(more - level).toBeLessThanOrEqual(1 / 6 + 1e-9)
    }),
  )
})

test('lists are as near to the field as those of them that are known to be, and of the middle of their latest year', () => {
  const of = (...listings: readonly Listing[]) => listsEvidence(listings, NOW)!
  expect(of(listing('A')).relevance).toBeNull()
  expect(of(listing('A', { relevance: 0.2 }), listing('B', { relevance: 0.8 }), listing('C')).relevance).toBe(
    0.5,
  )
  const dated = of(listing('A', { year: 2020 }), listing('B', { year: 2018 }), listing('C'))
  expect(Math.abs(dated.at! - Date.UTC(2020, 6, 2))).toBeLessThan(3 * 86_400_000)
  // A list of the year under way is of today at the latest.
  expect(listsEvidence([listing('A', { year: 2026 })], NOW + 86_400_000)!.at).toBe(NOW + 86_400_000)
  // Five and a half years are gone since the middle of 2020; a list without a year is fresh.
  expect(of(listing('A', { year: 2020 })).recency).toBeCloseTo(2 ** (-5.5 / 5), 2)
  expect(of(listing('A', { year: 2020 }), listing('B')).recency).toBeCloseTo((2 ** (-5.5 / 5) + 1) / 2, 2)
})
