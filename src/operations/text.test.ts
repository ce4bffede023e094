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

test('in a narrow terminal the widest columns are narrowed, and those that can be spared left out', () => {
  const headings = ['name', 'organisation', 'closeness', 'last contact']
  const rows = [
    ['Augusta Ada King, Countess of Lovelace', 'Analytical Engines Limited', 'over 99.9 %', '2026-01-02'],
  ]
  const lines = (columns: number): string[] =>
    table(headings, rows, 40, { columns, spare: ['organisation'] }).split('\n')
  expect(lines(70)[1]).toBe('Augusta Ada King, C…  Analytical Engines L…  over 99.9 %  2026-01-02')
  expect(lines(46)).toEqual([
    'name                 closeness    last contact',
    'Augusta Ada King, …  over 99.9 %  2026-01-02',
  ])
  // Narrower still, figures stay whole.
  expect(lines(20)[1]).toBe('Augusta Ada…  over 99.9 %  2026-01-02')
})
