import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { somebody } from '#testing/directory/compared.ts'
import { generateDirectory } from '#testing/directory/generate-directory.ts'
import type { Thresholds, Verdicts } from './cluster.ts'
import { Matcher } from './match-people.ts'
import type { MatchPerson } from './match-person.ts'

const decided = (people: readonly MatchPerson[], said: Partial<Verdicts> = {}, thresholds?: Thresholds) => {
  const matcher = new Matcher(people)
  return matcher.decide(matcher.candidates(), { apart: [], ask: [], ...said }, thresholds)
}
const pairs = (matches: readonly { readonly a: number; readonly b: number }[]): [number, number][] =>
  matches.map(({ a, b }) => [a, b])

const work = somebody({ names: ['Tamsin Thackray'], mails: ['tamsin.thackray@acme.example'] })
const home = somebody({ names: ['Tamsin Thackray'], mails: ['tthackray@gmail.com'] })
const card = somebody({ names: ['Thackray, Tamsin'], organisations: ['Acme'] })
const other = somebody({ names: ['Oliver Wood'], mails: ['oliver.wood@acme.example'] })

test('records of one person become one, others stay', () => {
  const { clusterOf, review } = decided([work, other, home, card])
  expect([...clusterOf]).toEqual([0, 1, 0, 0])
  expect(review).toEqual([])
})

test('what the user told apart is neither merged nor asked, not even by way of a third', () => {
  const { clusterOf, review } = decided([work, home, card], { apart: [[0, 1]] })
  expect(clusterOf[0]).not.toBe(clusterOf[1])
  expect(review.every(({ a, b }) => clusterOf[a] !== clusterOf[b])).toBe(true)
  expect(pairs(review)).not.toContainEqual([0, 1])
})

test('what the user took back is asked, however sure it is', () => {
  const { merged, review } = decided([work, home], { ask: [[0, 1]] })
  expect(merged).toEqual([])
  expect(pairs(review)).toEqual([[0, 1]])
})

test('the owner of the data is asked about, never merged', () => {
  const { merged, review } = decided([work, home], { careful: new Set([1]) })
  expect(merged).toEqual([])
  expect(pairs(review)).toEqual([[0, 1]])
})

test('two accounts of one network are two people', () => {
  const [one, two] = ['linkedin:tamsin', 'linkedin:tamsin-t'].map((account) =>
    somebody({ names: ['Tamsin Thackray'], accounts: [account], organisations: ['Acme'] }),
  )
  expect(decided([one!, two!])).toMatchObject({ merged: [], review: [] })
})

test('a name that contradicts another in the cluster stops the join', () => {
  const named = (name: string, mail: string) => somebody({ names: [name], mails: [mail] })
  const { clusterOf } = decided([
    named('Tamsin A. Thackray', 'x1q@acme.example'),
    named('Tamsin B. Thackray', 'x2q@initech.example'),
    named('Tamsin Thackray', 'x3q@hooli.example'),
  ])
  expect(clusterOf[0]).not.toBe(clusterOf[1])
})

describe('thresholds', () => {
  test('with automatic at 1 nothing is merged and all is asked', () => {
    const { merged, review } = decided([work, home], {}, { automatic: 1, review: 0.6 })
    expect(merged).toEqual([])
    expect(review).toHaveLength(1)
  })
})

describe('laws on generated directories', () => {
  const seeds = fc.integer({ min: 1, max: 1_000_000 })

  test('no automatic merge and no question across what the user told apart', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 20 }), (seed, said) => {
        const people = generateDirectory(seed, 40)
        // Some at random, and all that would be merged.
        const wanted = pairs(decided(people).merged).filter((_, i) => i % 2 === 0)
        const apart = [
          ...said.map(([a, b]): [number, number] => [a % people.length, b % people.length]),
          ...wanted,
        ].filter(([a, b]) => a !== b)
        const { clusterOf, review } = decided(people, { apart })
        for (const [a, b] of apart) expect(clusterOf[a]).not.toBe(clusterOf[b])
        const key = (a: number, b: number): string => {
          const [first, second] = [clusterOf[a]!, clusterOf[b]!]
          return `${Math.min(first, second)} ${Math.max(first, second)}`
        }
        const asked = new Set(review.map(({ a, b }) => key(a, b)))
        for (const [a, b] of apart) expect(asked.has(key(a, b))).toBe(false)
      }),
      { numRuns: 15 },
    )
  })

  test('never two accounts of one network in a cluster', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const people = generateDirectory(seed, 60)
        const { clusterOf } = decided(people)
        const held = new Map<string, string>()
        for (const [i, { accounts }] of people.entries())
          for (const account of accounts) {
            const key = `${clusterOf[i]} ${account.slice(0, account.indexOf(':'))}`
            expect(held.get(key) ?? account).toBe(account)
            held.set(key, account)
          }
      }),
      { numRuns: 15 },
    )
  })
})
