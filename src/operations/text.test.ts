import { expect, test } from 'vitest'
import { table } from './text.ts'

test('columns stand below each other whatever script a name is in', () =>
  expect(
    table(
      ['name', 'id'],
      [
        ['Ada', '1'],
        ['王小明', '2'],
        ['👩‍👩‍👧 Ng', '3'],
        ['Zoe\u0308', '4'],
      ],
    ),
  ).toBe(['name    id', 'Ada     1', '王小明  2', '👩‍👩‍👧 Ng   3', 'Zoe\u0308     4'].join('\n')))

test('a long name is cut between letters, at the columns it takes', () => {
  const [, long, wide, family] = table(
    ['name', 'id'],
    [
      ['abcdefgh', '1'],
      ['王小明王小明', '2'],
      ['👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', '3'],
    ],
    5,
  ).split('\n')
  expect([long, wide, family]).toEqual(['abcd…  1', '王小…  2', '👩‍👩‍👧👩‍👩‍👧…  3'])
})
