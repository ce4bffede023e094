import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAddresses } from './addresses.ts'
import { addressIdentity, Correspondents, displayName } from './correspondents.ts'

const entry = fc.constantFrom(
  'Ann Lee <ann@x.example>',
  'bob@y.example',
  '<carl@z.example>',
  'Beck, Sally <sally@x.example>',
  '"Beck, Sally" <sally@x.example>',
  '=?UTF-8?Q?Bj=C3=B6rn?= <bjorn@x.example>',
  'dan@x.example (Dan Roe)',
  'Sally Beck/HOU/ECT@ECT',
  'team: eve@x.example;',
  'undisclosed-recipients:;',
  'fay at x.example',
  'Gil <gil@x.example',
  'a> <hal@x.example',
  'ida@x.example>',
  'a word',
  '',
)

test('a list means whom its entries mean, each in the light of those beside it, however often it is read', () => {
  const known = new Correspondents()
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 5 }), fc.constantFrom(',', ', ', ' ,\t'), (entries, between) => {
      const raw = entries.join(between)
      const expected = parseAddresses(raw).flatMap(({ address, name }) => {
        const identity = addressIdentity(address)
        return identity === null ? [] : [[identity, displayName(name)]]
      })
      for (const people of [new Correspondents(), known])
        expect(people.list(raw).map(({ tally, name }) => [tally.identity, name])).toEqual(expected)
    }),
    { numRuns: 1_000 },
  )
})

test('whoever is listed is the same as alone', () => {
  const people = new Correspondents()
  const [ann] = people.list('Ann Lee <ann@x.example>')
  expect(people.list('bob@y.example, Ann Lee <ann@x.example>')[1]).toBe(ann)
})
