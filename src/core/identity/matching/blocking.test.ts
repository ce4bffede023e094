import { describe, expect, test } from 'vitest'
import { somebody } from '#testing/directory/compared.ts'
import { generateDirectory } from '#testing/directory/generate-directory.ts'
import { Blocks, MAX_BLOCKED } from './blocking.ts'
import type { MatchPerson } from './match-person.ts'
import { MatchTable } from './match-table.ts'

const tableOf = (people: readonly MatchPerson[]): MatchTable => {
  const table = new MatchTable()
  for (const person of people) table.add(person)
  return table
}
const pairsOf = (...people: readonly (string | Partial<MatchPerson>)[]): [number, number][] =>
  unpacked(Blocks.of(tableOf(people.map(somebody))).pairs())
const unpacked = (pairs: Float64Array): [number, number][] =>
  [...pairs].map((pair) => [Math.floor(pair / MAX_BLOCKED), pair % MAX_BLOCKED])

describe('are compared', () => {
  test.each([
    ['the same name in another order', 'Jane Doe', 'Doe, Jane'],
    ['a nickname', 'Robert Doe', 'Bob Doe'],
    ['an initial', 'J. Doe', 'Jane Doe'],
    ['a surname mistyped at its end', 'Jane Thackray', 'Jane Thackery'],
    ['a surname mistyped at its beginning', 'Jane Thackray', 'Jane Dhackray'],
    ['a transliteration', 'Сергей Морозов', 'Sergei Morozow'],
    ['the same local part', 'skater77@a.example', 'skater77@b.example'],
    ['a local part made of the name', 'jdoe@acme.example', 'Jane Doe'],
    ['another address at the organisation', 'jane.doe@acme.example', 'jane.d.doe@mail.acme.example'],
  ])('%s: %s, %s', (_, first, second) => expect(pairsOf(first, second)).toEqual([[0, 1]]))

  test('who shares a number', () => {
    const phones = ['+442079460000']
    expect(pairsOf({ phones }, { phones }, { phones: ['+442079460001'] })).toEqual([[0, 1]])
  })

  test('a handle and a local part', () =>
    expect(pairsOf({ accounts: ['github.com:skater77'] }, 'skater77@a.example')).toEqual([[0, 1]]))
})

test('who has nothing in common is not compared', () =>
  expect(pairsOf('Jane Doe', 'Oliver Wood', 'x12@a.example', { phones: ['+442079460000'] })).toEqual([]))

test('a switchboard compares nobody', () => {
  const phones = ['+442079460000']
  expect(pairsOf(...Array.from({ length: 30 }, () => ({ phones })))).toEqual([])
})

test('each pair comes once, the lower one first', () => {
  const pairs = pairsOf('Jane Doe', 'Jane Doe', 'jane.doe@acme.example', 'Doe, Jane')
  expect(pairs).toEqual([
    [0, 1],
    [0, 2],
    [0, 3],
    [1, 2],
    [1, 3],
    [2, 3],
  ])
})

test('people added later give the pairs that all together would give', () => {
  const people = generateDirectory(5, 150)
  const table = tableOf(people.slice(0, 300))
  const before = Blocks.of(table)
  for (const person of people.slice(300)) table.add(person)
  const added = Blocks.of(table, 300)
  const all = [...before.pairs(), ...before.pairsWith(added), ...added.pairs()].sort((a, b) => a - b)
  expect(all).toEqual([...Blocks.of(table).pairs()])
  expect([...before.joined(added).pairs()]).toEqual(all)
})

test('of the records of one person hardly any are never compared', () => {
  const people = generateDirectory(6, 500)
  const found = new Set(unpacked(Blocks.of(tableOf(people)).pairs()).map(([a, b]) => `${a} ${b}`))
  let [all, missed] = [0, 0]
  for (const [a, one] of people.entries())
    for (let b = a + 1; b < people.length; b++)
      if (people[b]!.truth === one.truth) {
        all++
        if (!found.has(`${a} ${b}`)) missed++
      }
  expect(all).toBeGreaterThan(500)
  expect(missed / all).toBeLessThan(0.05)
})
