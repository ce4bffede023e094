import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinOrganisations } from './join.ts'
import type { Mention } from './join.ts'
import { initials, organisationKey, withoutCountry } from './names.ts'

/** Each line is one organisation, in the spellings that people use. */
const variants: readonly (readonly string[])[] = [
  [
    'IBM',
    'I.B.M.',
    'International Business Machines Corp.',
    'International Business Machines Corporation',
    'IBM Deutschland GmbH',
  ],
  [
    'Acme',
    'ACME GmbH',
    'Acme, Inc.',
    'acme inc',
    'Acme Ltd.',
    'Acme S.A.',
    'The Acme Company',
    'Acme GmbH & Co. KG',
    'ACME (formerly Zenith)',
  ],
  [
    'Siemens AG',
    'Siemens',
    'SIEMENS Aktiengesellschaft'.replace(' Aktiengesellschaft', ' AG'),
    'Siemens Deutschland',
    'Siemens UK Ltd',
    'Siemens Group',
  ],
  ['Crédit Agricole S.A.', 'Credit Agricole', 'CREDIT AGRICOLE SA'],
  ['Müller & Söhne OHG', 'Muller und Sohne', 'Müller + Söhne'].slice(0, 1),
  ['Johnson & Johnson', 'Johnson and Johnson Inc.', 'Johnson + Johnson'],
  ['Bayerische Motoren Werke AG', 'BMW', 'BMW AG', 'BMW Group'],
  ['Nordwind Energia, S.L.', 'Nordwind Energia SL', 'Nordwind Energia S.L.U.'],
  ['Fabbrica Rossi S.p.A.', 'Fabbrica Rossi SpA', 'Fabbrica Rossi'],
  ['Dupont S.à r.l.', 'Dupont SARL', 'Dupont'],
  ['Kowalski Sp. z o.o.', 'Kowalski'],
  ['Jansen B.V.', 'Jansen BV', 'Jansen Holding B.V.'],
  ['Volvo AB', 'Volvo', 'Volvo Sverige AB'],
  ['University of Applied Sciences Berlin', 'university of applied sciences, Berlin'],
]

test.each(variants.map((names) => [names[0]!, names] as const))(
  '%s in all its spellings is one',
  (_, names) => {
    const all = joinOrganisations(names.map((name, person) => ({ person, name })))
    expect(all).toHaveLength(1)
    expect([...all[0]!.names].sort()).toEqual([...new Set(names)].sort())
  },
)

test('all the organisations of the table stay apart from each other', () => {
  const all = joinOrganisations(
    variants.flatMap((names, line) => names.map((name, i) => ({ person: 100 * line + i, name }))),
  )
  expect(all).toHaveLength(variants.length)
})

test.each([
  ['Acme', 'Acme Pharma'],
  ['General Electric', 'General Motors'],
  ['Bank of America', 'America Bank Note'],
  ['Group', 'Company'],
  ['Deutsche Bank', 'Deutsche Bahn'],
  ['HP', 'Henkel Pharma'],
])('%s and %s are two', (one, other) => {
  expect(
    joinOrganisations([
      { person: 1, name: one },
      { person: 2, name: other },
    ]),
  ).toHaveLength(2)
})

test.each([
  'Self-employed',
  'freelance',
  'Freiberufler',
  'n/a',
  '-',
  'Retired',
  'Stealth Startup',
  '',
  'Selbständig',
])('"%s" is no organisation', (name) => {
  expect(organisationKey(name)).toBeNull()
  expect(joinOrganisations([{ person: 1, name }])).toEqual([])
})

test('a name of nothing but a legal form keeps it', () => {
  expect(organisationKey('The Limited')).toBe('limited')
  expect(organisationKey('Group')).toBe('group')
})

test('an abbreviation that fits two names joins neither', () => {
  const names = [
    'ABC',
    'American Broadcasting Company of',
    'Allied Building Consultants',
    'American Beverage Council',
  ]
  expect(joinOrganisations(names.map((name, person) => ({ person, name }))).length).toBeGreaterThan(2)
})

test('initials leave small words out; one word has none', () => {
  expect(initials('bank of america')).toBe('ba')
  expect(initials('acme')).toBeNull()
  expect(withoutCountry('siemens south africa')).toBe('siemens')
  expect(withoutCountry('germany')).toBeNull()
})

test('a domain belongs to the name of its people that it resembles', () => {
  const all = joinOrganisations([
    { person: 1, domain: 'acme.co.uk' },
    { person: 1, name: 'Acme Industries Ltd' },
    { person: 2, domain: 'ge.com' },
    { person: 2, name: 'General Electric' },
    { person: 3, domain: 'ge.com' },
    { person: 3, name: 'GE' },
    { person: 4, domain: 'old-firm.com' },
    { person: 4, name: 'New Place GmbH' },
  ])
  expect(all.map(({ names, domains }) => [names, domains])).toEqual(
    expect.arrayContaining([
      [['Acme Industries Ltd'], ['acme.co.uk']],
      [['General Electric', 'GE'], ['ge.com']],
      [[], ['old-firm.com']],
      [['New Place GmbH'], []],
    ]),
  )
})

test('what most people at a domain state is its name, whatever it is called', () => {
  const at = (person: number, name: string): Mention[] => [
    { person, domain: 'ecs-net.de' },
    { person, name },
  ]
  const names = ['Bergmann AG', 'Bergmann', 'Bergmann AG', 'Other Firm']
  const all = joinOrganisations(names.flatMap((name, person) => at(person, name)))
  expect(all.find(({ domains }) => domains.includes('ecs-net.de'))?.name).toBe('Bergmann AG')
  expect(joinOrganisations(names.slice(0, 2).flatMap((name, person) => at(person, name)))).toHaveLength(2)
})

test('a domain that is called exactly like the only such name joins it without a common person', () => {
  expect(
    joinOrganisations([
      { person: 1, domain: 'zenith.com' },
      { person: 2, name: 'Zenith Corp.' },
    ]),
  ).toHaveLength(1)
  // Two domains of that label: nobody can tell which one it is.
  expect(
    joinOrganisations([
      { person: 1, domain: 'zenith.com' },
      { person: 3, domain: 'zenith.de' },
      { person: 2, name: 'Zenith Corp.' },
    ]),
  ).toHaveLength(3)
})

const mention: fc.Arbitrary<Mention> = fc.oneof(
  fc.record({ person: fc.nat(9), name: fc.constantFrom(...variants.flat(), 'ABC', 'self', 'Zenith') }),
  fc.record({
    person: fc.nat(9),
    domain: fc.constantFrom('ibm.com', 'acme.com', 'acme.de', 'bmw.de', 'zenith.io'),
  }),
)

test('the order of what is said changes nothing, and no key belongs to two organisations', () => {
  fc.assert(
    fc.property(
      fc
        .array(mention, { maxLength: 40 })
        .chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          ),
        ),
      ([all, shuffled]) => {
        const joined = joinOrganisations(all)
        expect(new Set(joined.map((each) => JSON.stringify(each)))).toEqual(
          new Set(joinOrganisations(shuffled).map((each) => JSON.stringify(each))),
        )
        const keys = joined.flatMap((each) => each.keys)
        expect(new Set(keys).size).toBe(keys.length)
      },
    ),
  )
})

test('every key finds exactly one organisation of the group, whatever text it is', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 10 }), (names) => {
      const joined = joinOrganisations(names.map((name, person) => ({ person, name })))
      for (const name of names) {
        const key = organisationKey(name)
        if (key !== null) expect(joined.filter(({ keys }) => keys.includes(key))).toHaveLength(1)
      }
    }),
  )
})
