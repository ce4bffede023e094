import { expect, test } from 'vitest'
import { listPeople } from '#operations/list-people.ts'
import { listGoals } from '#operations/goals.ts'
import { fromCursor, isPaged, withNext } from './paging.ts'

const page = (offset: number, size: number, total: number) => ({
  total,
  people: Array.from({ length: size }, (_, i) => offset + i),
})

test('a list with a limit, an offset and a total is paged, others are not', () => {
  expect([isPaged(listPeople), isPaged(listGoals)]).toEqual([true, false])
})

test('following the cursor gives every entry once', () => {
  const seen: number[] = []
  let input: Readonly<Record<string, unknown>> = { sort: 'name', limit: 3 }
  for (;;) {
    const wanted = fromCursor(input, 7)
    const offset = Number(wanted['offset'] ?? 0)
    const answer = withNext(page(offset, Math.min(3, 10 - offset), 10), wanted, 7)
    seen.push(...answer.people)
    if (answer.next === null) break
    input = { sort: 'name', limit: 3, cursor: answer.next }
  }
  expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('the end of a list, and a page past it, have no cursor', () => {
  expect(withNext(page(8, 2, 10), { offset: 8 }, 1).next).toBeNull()
  expect(withNext(page(50, 0, 10), { offset: 50 }, 1).next).toBeNull()
})

test('a cursor of another question, of changed data, or of nobody’s making is refused', () => {
  const { next } = withNext(page(0, 3, 10), { sort: 'name', limit: 3 }, 1)
  expect(fromCursor({ limit: 5, sort: 'name', cursor: next }, 1)).toMatchObject({ offset: 3, limit: 5 })
  expect(() => fromCursor({ sort: 'worth', cursor: next }, 1)).toThrow(/another question/)
  expect(() => fromCursor({ sort: 'name', cursor: next }, 2)).toThrow(/has changed/)
  for (const cursor of ['', 'x', Buffer.from('[1]').toString('base64url'), 5])
    expect(() => fromCursor({ sort: 'name', cursor }, 1)).toThrow(/none of kith’s/)
})
