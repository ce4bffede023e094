import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseProfile, type Fact, nameFromKey, namesIn } from './profile.ts'

const fact = (field: Fact['field'], value: string, source = 'mbox', at: number | null = null): Fact => ({
  field,
  value,
  source,
  at,
})

test('a name that was written with care comes before one beside an address', () =>
  expect(chooseProfile([fact('name', 'J. Doe (jdoe)'), fact('name', 'Jane Doe', 'linkedin')], []).name).toBe(
    'Jane Doe',
  ))
test('what the user says comes first', () =>
  expect(
    chooseProfile([fact('name', 'Jane Doe-Smith', 'linkedin'), fact('name', 'Jane', 'user')], []).name,
  ).toBe('Jane'))
test('a full name comes before an address', () =>
  expect(chooseProfile([fact('name', 'jane@x.example'), fact('name', 'Jane Doe')], []).name).toBe('Jane Doe'))
test('"Doe, Jane (Acme)" is Jane Doe', () =>
  expect(chooseProfile([fact('name', 'Doe, Jane (Acme)')], []).name).toBe('Jane Doe'))
test('a credential after a comma stays behind', () =>
  expect(chooseProfile([fact('name', 'Jane Doe, PMP')], []).name).toBe('Jane Doe, PMP'))
test('the newest title of equally careful sources shows', () =>
  expect(
    chooseProfile([fact('title', 'Clerk', 'linkedin', 1), fact('title', 'CEO', 'linkedin', 2)], []).title,
  ).toBe('CEO'))
test('without any name the address reads as one', () => {
  expect(chooseProfile([], [{ kind: 'mail', value: 'sally.beck@x.example' }]).name).toBe('Sally Beck')
  expect(nameFromKey('mail', 'x77@x.example')).toBe('x77@x.example')
  expect(nameFromKey('name', 'linkedin:jane doe')).toBe('jane doe')
})
test('the choice does not depend on the order of the facts', () => {
  const facts = fc.array(
    fc.record({
      field: fc.constantFrom('name' as const, 'title' as const),
      value: fc.constantFrom('Jane Doe', 'Doe, Jane', 'jane', 'CEO', 'x@y.example'),
      source: fc.constantFrom('mbox', 'linkedin', 'vcard'),
      at: fc.option(fc.integer({ min: 0, max: 3 })),
    }),
  )
  fc.assert(
    fc.property(facts, (list) => {
      expect(chooseProfile([...list].reverse(), [])).toEqual(chooseProfile(list, []))
    }),
  )
})

test('the names of a person are what sources give as names, nothing else that they say', () => {
  expect(
    namesIn([fact('name', 'Jane Doe'), fact('title', 'CEO'), fact('name', 'J. Doe'), fact('place', 'Ghent')]),
  ).toEqual(['Jane Doe', 'J. Doe'])
})
