import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS } from '../stats/decay.ts'
import { EVIDENCE_HALF_LIFE_DAYS } from '../calibre/evidence/evidence.ts'
import type { Evidence } from '../calibre/evidence/evidence.ts'
import { calibreOf, endorsementsByPerson, soughtByPerson, workTexts } from './calibre-of-people.ts'
import type { CalibreFact, CalibreSources } from './calibre-of-people.ts'

const NOW = Date.UTC(2026, 5, 1)
const ANNA = 1
const sources: CalibreSources = { soughtAs: () => null, vantagePoints: 1, relevance: () => null }

const fact = (field: string, value: string, daysAgo: number | null = null): CalibreFact => ({
  field,
  value,
  at: daysAgo === null ? null : NOW - daysAgo * DAY_MS,
})
const judge = (facts: readonly CalibreFact[], some: Partial<CalibreSources> = {}) =>
  calibreOf(ANNA, facts, { ...sources, ...some }, [], NOW)
const evidenceIn = (facts: readonly CalibreFact[], kind: Evidence['kind']): Evidence | undefined =>
  judge(facts).contributions.find(({ evidence }) => evidence.kind === kind)?.evidence

test('of whom nothing is known, calibre is unknown, which is not average', () => {
  expect(judge([])).toMatchObject({ value: null, contributions: [] })
  expect(judge([fact('organisation', 'Acme'), fact('name', 'Anna Doe')]).value).toBeNull()
})

test('every kind of evidence is looked at', () => {
  const { contributions } = calibreOf(
    ANNA,
    [fact('title', 'Chief Executive Officer'), fact('name', 'Anna Doe, PhD'), fact('followers', '5000')],
    {
      ...sources,
      soughtAs: () => ({ level: 0.9, seekers: 4, soughtSeekers: 2 }),
      stated: () => ({
        rating: { level: 0.7, at: NOW + DAY_MS },
        listings: [{ list: 'Speakers', level: null, relevance: null, year: null }],
      }),
    },
    [{ from: 2, to: ANNA, kind: 'skill', level: null, relevance: null, at: null }],
    NOW,
  )
  expect(contributions.map(({ evidence }) => evidence.kind).sort()).toEqual([
    'attention',
    'audience',
    'credentials',
    'endorsements',
    'lists',
    'rating',
    'title',
  ])
})

test('nothing that is dated at or after the time is seen', () => {
  const anyFact = fc.record({
    field: fc.constantFrom('title', 'organisation', 'industry', 'name', 'followers', 'following'),
    value: fc.constantFrom('Chief Executive Officer', 'Intern', 'Director', '100', '900000', 'Anna Doe, CFA'),
    at: fc.option(fc.integer({ min: NOW - 900 * DAY_MS, max: NOW - 1 })),
  })
  const coming = anyFact.chain((one) =>
    fc.integer({ min: NOW, max: NOW + 900 * DAY_MS }).map((at) => ({ ...one, at })),
  )
  fc.assert(
    fc.property(fc.array(anyFact), fc.array(coming), (known, later) => {
      expect(judge([...later, ...known])).toEqual(judge(known))
      expect(workTexts([...later, ...known], NOW)).toEqual(workTexts(known, NOW))
    }),
  )
})

test('the order in which sources tell facts changes nothing', () => {
  const facts = [
    fact('title', 'Director', 400),
    fact('title', 'Chief Executive Officer', 20),
    fact('title', 'Intern'),
    fact('followers', '5000', 10),
    fact('followers', '5000', 90),
    fact('name', 'Anna Doe, PhD'),
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (shuffled) => {
      expect(judge(shuffled)).toEqual(judge(facts))
    }),
  )
})

test('the newest title that names a rung speaks; those seen without a date come last', () => {
  const titles = [
    fact('title', 'Intern'),
    fact('title', 'Chief Executive Officer', 30),
    fact('title', 'Director', 400),
    fact('title', 'Dreamer in chief of nothing that is known', 1),
  ]
  expect(evidenceIn(titles, 'title')).toMatchObject({ title: 'Chief Executive Officer' })
  expect(evidenceIn([titles[0]!, titles[2]!], 'title')).toMatchObject({ title: 'Director' })
  // Without dates, what was seen last.
  const seen = [
    { ...fact('title', 'Intern'), seenAt: NOW - DAY_MS },
    { ...fact('title', 'Director'), seenAt: NOW - 9 * DAY_MS },
  ]
  expect(evidenceIn(seen, 'title')).toMatchObject({ title: 'Intern' })
})

test('a title of five years ago weighs half; one without a date, or of just now, all', () => {
  const recency = (daysAgo: number | null) =>
    evidenceIn([fact('title', 'Director', daysAgo)], 'title')?.recency
  expect(EVIDENCE_HALF_LIFE_DAYS).toBe(5 * 365.25)
  expect(recency(5 * 365.25)).toBeCloseTo(0.5, 9)
  expect(recency(null)).toBe(1)
  expect(recency(1 / 1440)).toBeCloseTo(1, 5)
  // (3·.5 + 3·.5·s) / (3 + 1.5): half the weight moves a third of the way.
  const fresh = judge([fact('title', 'Director')]).value!
  const old = judge([fact('title', 'Director', 5 * 365.25)]).value!
  expect((old - 0.5) / (2 * fresh - 1)).toBeCloseTo(1 / 3, 9)
})

test('the audience is the largest that a source counts, with its age', () => {
  const audience = evidenceIn(
    [fact('followers', '100', 1), fact('followers', '1101', 5 * 365.25), fact('following', '102')],
    'audience',
  )
  expect(audience).toMatchObject({ followers: 1101, following: 102 })
  expect(audience?.level).toBeCloseTo(0.5, 9)
  expect(audience?.recency).toBeCloseTo(0.5, 9)
  // Of two counts alike, the fresher one.
  expect(evidenceIn([fact('followers', '100', 900), fact('followers', '100', 3)], 'audience')?.at).toBe(
    NOW - 3 * DAY_MS,
  )
  // Somebody who follows others, and whom nobody counts, has none.
  expect(evidenceIn([fact('following', '100')], 'audience')).toBeUndefined()
})

test('relevance comes from the line of work alone, as it was known by then', () => {
  const asked: (readonly string[])[] = []
  const relevance = (texts: readonly (string | null | undefined)[]): number => {
    asked.push(texts.flatMap((text) => text ?? []))
    return 0.4
  }
  const facts = [
    fact('title', 'Director', 3),
    fact('organisation', 'Acme'),
    fact('industry', 'Steel', 9),
    fact('place', 'Ghent'),
    fact('organisation', 'Later Ltd', -5),
  ]
  expect(judge(facts, { relevance }).contributions[0]?.evidence.relevance).toBe(0.4)
  expect(asked).toEqual([['Director', 'Acme', 'Steel']])
})

const pairs = (...rows: readonly (readonly [number, number])[]) => ({
  from: Int32Array.from(rows, ([from]) => from),
  to: Int32Array.from(rows, ([, to]) => to),
})

test('people are looked up by their ids, however far apart; who is not in the graph is unknown', () => {
  const rows = [
    [900, 7],
    [7, 900],
    [41, 900],
    [900, 41],
  ] as const
  const soughtAs = soughtByPerson(pairs(...rows))
  expect(soughtAs(900)).toMatchObject({ seekers: 2 })
  expect(soughtAs(7)).toMatchObject({ seekers: 1 })
  expect(soughtAs(900)!.level).toBeGreaterThan(soughtAs(7)!.level)
  for (const nobody of [0, 8, 901, 5_000]) expect(soughtAs(nobody)).toBeNull()
  // The same ids in smaller numbers are the same graph.
  const small = soughtByPerson(pairs([2, 0], [0, 2], [1, 2], [2, 1]))
  expect([soughtAs(7), soughtAs(41), soughtAs(900)]).toEqual([small(0), small(1), small(2)])
})

test('whom nobody seeks is unknown, unless all that they wrote is there to see', () => {
  const some = pairs([1, 2], [2, 1], [3, 1])
  expect(soughtByPerson(some)(3)).toBeNull()
  const soughtAs = soughtByPerson(some, new Set([1, 3, 77]))
  expect(soughtAs(3)).toEqual({ level: 0, seekers: 0, soughtSeekers: 0 })
  expect(soughtAs(77)).toEqual({ level: 0, seekers: 0, soughtSeekers: 0 })
  expect(soughtAs(1)!.level).toBeGreaterThan(0)
})

test('endorsements are found with those they are for', () => {
  const vouch = { kind: 'skill', level: null, relevance: null, at: null } as const
  const by = endorsementsByPerson([
    { ...vouch, from: 2, to: ANNA },
    { ...vouch, from: ANNA, to: 2 },
    { ...vouch, from: 3, to: ANNA },
  ])
  expect(by.get(ANNA)?.map(({ from }) => from)).toEqual([2, 3])
  expect(by.get(2)?.map(({ from }) => from)).toEqual([ANNA])
})
