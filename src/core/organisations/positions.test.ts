import fc from 'fast-check'
import { expect, test } from 'vitest'
import { positionChanges, positionsOf } from './positions.ts'
import type { PositionStatement } from './positions.ts'

let next = 0
const said = (
  source: string,
  organisation: string | null,
  title: string | null,
  firstAt: number | null = null,
  lastAt: number | null = firstAt,
): PositionStatement => ({
  source,
  organisation,
  title,
  firstAt,
  lastAt,
  startedAt: null,
  endedAt: null,
  id: `s${next++}`,
})

const brief = (statements: readonly PositionStatement[]) =>
  positionsOf(statements).map(({ organisation, title, current }) => [organisation, title, current])
const moves = (statements: readonly PositionStatement[]) =>
  positionChanges(statements).map(({ kind, from, to, noticedAt }) => [
    kind,
    from.organisation,
    from.title,
    to.organisation,
    to.title,
    noticedAt,
  ])

test('one export says where somebody works: current, and no move', () => {
  const one = [said('linkedin', 'acme', 'CFO', 10)]
  expect(brief(one)).toEqual([['acme', 'CFO', true]])
  expect(moves(one)).toEqual([])
})

test('a later export that names another organisation is a move between the two', () => {
  const two = [said('linkedin', 'acme', 'CFO', 10), said('linkedin', 'beta', 'CEO', 20)]
  expect(moves(two)).toEqual([['organisation', 'acme', 'CFO', 'beta', 'CEO', 20]])
  expect(brief(two)).toEqual([
    ['beta', 'CEO', true],
    ['acme', 'CFO', false],
  ])
  expect(positionChanges(two)[0]).toMatchObject({ lastBeforeAt: 10, source: 'linkedin' })
})

test('a new title at the same organisation is one, a spelling of the old one is none', () => {
  const promoted = [said('linkedin', 'acme', 'Manager', 10), said('linkedin', 'acme', 'Director', 20)]
  expect(moves(promoted)).toEqual([['title', 'acme', 'Manager', 'acme', 'Director', 20]])
  expect(moves([said('linkedin', 'acme', 'Manager', 10), said('linkedin', 'acme', 'MANAGER.', 20)])).toEqual(
    [],
  )
})

test('a title or an organisation that only comes on top is no move', () => {
  for (const [a, b] of [
    [said('vcard', 'acme', null, 10), said('vcard', 'acme', 'CFO', 20)],
    [said('vcard', null, 'CFO', 10), said('vcard', 'acme', 'CFO', 20)],
  ] as const) {
    expect(moves([a, b])).toEqual([])
    expect(brief([a, b])).toEqual([['acme', 'CFO', true]])
  }
})

test('two posts at once stay two, and neither is a move', () => {
  const both = [said('linkedin', 'acme', 'CEO', 10, 20), said('linkedin', 'beta', 'Board Member', 20)]
  expect(moves(both)).toEqual([])
  expect(brief(both).map(([, , current]) => current)).toEqual([true, true])
})

test('a post that is dropped while another one goes on is past', () => {
  const rows = [
    said('linkedin', 'acme', 'CEO', 10, 30),
    said('linkedin', 'beta', 'Adviser', 10),
    said('linkedin', 'gamma', 'Adviser', 30),
  ]
  expect(brief(rows)).toContainEqual(['beta', 'Adviser', false])
  expect(brief(rows)).toContainEqual(['acme', 'CEO', true])
})

test('addresses tell moves, too: nothing from the old one after the first from the new one', () => {
  const left = [said('mail', 'acme', null, 10, 19), said('mail', 'beta', null, 20, 40)]
  expect(moves(left)).toEqual([['organisation', 'acme', null, 'beta', null, 20]])
  const beside = [said('mail', 'acme', null, 10, 30), said('mail', 'beta', null, 20, 40)]
  expect(moves(beside)).toEqual([])
})

test('an address that nobody wrote from says where, and never when', () => {
  const undated = [said('mail', 'acme', null), said('mail', 'beta', null, 20)]
  expect(moves(undated)).toEqual([])
  expect(brief(undated)).toHaveLength(2)
})

test('who left by one source has left by all that spoke before', () => {
  const rows = [
    said('vcard', 'acme', 'CFO', 5),
    said('linkedin', 'acme', 'CFO', 10),
    said('linkedin', 'beta', 'CEO', 20),
    said('mail', 'acme', null),
  ]
  expect(brief(rows)).toEqual([
    ['beta', 'CEO', true],
    ['acme', 'CFO', false],
  ])
})

test('the same move told by two sources is one, from the first that noticed', () => {
  const rows = [
    said('mail', 'acme', null, 10, 12),
    said('mail', 'beta', null, 15),
    said('linkedin', 'acme', 'CFO', 10),
    said('linkedin', 'beta', 'CEO', 20),
  ]
  expect(moves(rows)).toEqual([['organisation', 'acme', null, 'beta', null, 15]])
})

test('a stated end makes a position past, with its dates', () => {
  const history: PositionStatement = { ...said('linkedin', 'acme', 'Analyst'), startedAt: 1, endedAt: 9 }
  expect(positionsOf([history, said('linkedin', 'beta', 'CEO', 20)])).toMatchObject([
    { organisation: 'beta', current: true },
    { organisation: 'acme', current: false, startedAt: 1, endedAt: 9 },
  ])
})

test('addresses and words about one organisation are one position', () => {
  const rows = [said('mail', 'acme', null, 1, 50), said('linkedin', 'acme', 'CFO', 10)]
  expect(positionsOf(rows)).toMatchObject([
    {
      organisation: 'acme',
      title: 'CFO',
      current: true,
      sources: ['linkedin', 'mail'],
      firstAt: 1,
      lastAt: 50,
    },
  ])
})

test('nothing said is no position', () => {
  expect(positionsOf([])).toEqual([])
  expect(positionsOf([said('vcard', null, null, 5)])).toEqual([])
})

const anyStatement = fc
  .record({
    source: fc.constantFrom('linkedin', 'mail', 'vcard'),
    organisation: fc.option(fc.constantFrom('acme', 'beta', 'gamma')),
    title: fc.option(fc.constantFrom('CEO', 'CFO', 'ceo')),
    firstAt: fc.option(fc.nat(5)),
    length: fc.nat(3),
    ended: fc.boolean(),
  })
  .map(({ source, organisation, title, firstAt, length, ended }): Omit<PositionStatement, 'id'> => ({
    source,
    organisation,
    title,
    firstAt,
    lastAt: firstAt === null ? null : firstAt + length,
    startedAt: null,
    endedAt: ended ? 9 : null,
  }))
const statements = fc
  .array(anyStatement, { maxLength: 8 })
  .map((all) => all.map((each, i): PositionStatement => ({ ...each, id: `s${i}` })))

test('the order of imports changes nothing', () => {
  fc.assert(
    fc.property(
      statements.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        ),
      ),
      ([all, shuffled]) => {
        expect(positionsOf(shuffled)).toEqual(positionsOf(all))
        expect(positionChanges(shuffled)).toEqual(positionChanges(all))
      },
    ),
  )
})

test('saying the same again changes nothing', () => {
  fc.assert(
    fc.property(statements, (all) => {
      expect(positionsOf([...all, ...all])).toEqual(positionsOf(all))
      expect(positionChanges([...all, ...all])).toEqual(positionChanges(all))
    }),
  )
})

test('a move leads somewhere else, and forward in time', () => {
  fc.assert(
    fc.property(statements, (all) => {
      for (const change of positionChanges(all)) {
        expect(change.noticedAt).toBeGreaterThan(change.lastBeforeAt)
        expect(change.to).not.toEqual(change.from)
      }
    }),
  )
})
