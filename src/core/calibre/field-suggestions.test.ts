import { expect, test } from 'vitest'
import { suggestTerms } from './field-suggestions.ts'

const people = [
  ['Head of Marketing', 'Acme'],
  ['Marketing Manager', 'Acme'],
  ['Werbeleiterin', 'Beta'],
  ['Tax adviser', 'Beta'],
  ['Accountant', 'Acme'],
  ['Steuerberater', 'Gamma'],
]

test('lines of work are counted by meaning, in any language, and named by the word used most', () =>
  expect(suggestTerms(people, '', 10)).toEqual(
    [
      { term: 'acme', people: 3 },
      { term: 'accountant', people: 3 },
      { term: 'marketing', people: 3 },
    ].sort((a, b) => (a.term < b.term ? -1 : 1)),
  ))
test('what the field says already is not suggested again, in whichever words', () =>
  expect(suggestTerms(people, 'Publicité', 10).map(({ term }) => term)).not.toContain('marketing'))
test('what fewer than three people do says nothing of a field', () =>
  expect(suggestTerms(people.slice(3, 5), '', 10)).toEqual([]))
test('a person counts once for a meaning, however often it is said', () =>
  expect(suggestTerms([['Sales, sales, sales'], ['Vertrieb'], ['ventas']], '', 1)).toEqual([
    { term: 'sales', people: 3 },
  ]))
