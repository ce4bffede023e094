import { describe, expect, test } from 'vitest'
import type { Company } from '../match-table.ts'
import { compared } from '#testing/directory/compared.ts'

const jane = { names: ['Jane Thackray'] }

describe('addresses', () => {
  const says = (first: string[], second: string[], names = ['Jane Thackray']): string | null =>
    compared({ names, mails: first }, { names, mails: second }).level('address')

  test.each([
    ['jt9@acme.example', 'jt9@eu.acme.example', 'same-organisation'],
    ['skater77@gmail.com', 'skater77@gmx.de', 'code'],
    ['jthackray@acme.example', 'jane.thackray@acme.example', 'alias'],
    ['jane.thackray@acme.example', 'jane.thackray@other.example', 'pattern'],
    ['jane.thackray@acme.example', 'x12@other.example', 'other'],
    ['jane.thackray@acme.example', 'jane.thackray2@acme.example', 'clash'],
    ['jane.a.thackray@acme.example', 'jane.b.thackray@acme.example', 'clash'],
  ])('%s and %s', (first, second, level) => expect(says([first], [second])).toBe(level))

  test('a handle elsewhere that is the local part', () =>
    expect(
      compared({ accounts: ['github.com:skater77'] }, { mails: ['skater77@gmail.com'] }).level('address'),
    ).toBe('code'))

  test('an organisation gives Port and Portz an address each: the user decides', () => {
    const found = compared(
      { names: ['David Port'], mails: ['david.port@acme.example'] },
      { names: ['David Portz'], mails: ['david.portz@acme.example'] },
    )
    expect(found.level('address')).toBe('similar')
    expect(found.asks).toBe(true)
  })

  test('who has no address is not compared by it', () =>
    expect(compared(jane, { mails: ['jane@acme.example'] }).level('address')).toBe(null))
})

describe('numbers', () => {
  const phones = ['+442079460000']

  test('shared by two of one name they are one', () => {
    const found = compared({ ...jane, phones }, { ...jane, phones })
    expect(found.level('phone')).toBe('shared')
    expect(found.probability).toBeGreaterThan(0.99)
  })

  test('shared by a couple they are asked about at the most', () => {
    const found = compared({ ...jane, phones }, { names: ['Oliver Thackray'], phones })
    expect(found.level('phone')).toBe('shared-otherwise-named')
    expect(found.asks).toBe(true)
  })

  test('shared by people without names the user decides', () => {
    const found = compared({ phones }, { phones })
    expect(found.level('phone')).toBe('shared-nameless')
    expect(found.asks).toBe(true)
  })

  test('different numbers speak a little against', () =>
    expect(compared({ ...jane, phones }, { ...jane, phones: ['+442079460001'] }).bits('phone')).toBeLessThan(
      0,
    ))
})

describe('organisations', () => {
  test.each([
    ['Acme Inc.', 'Acme', 'same'],
    ['Acme GmbH & Co. KG', 'ACME', 'same'],
    ['Acme', 'Initech', 'different'],
  ])('%s and %s', (first, second, level) =>
    expect(compared({ organisations: [first] }, { organisations: [second] }).level('organisation')).toBe(
      level,
    ),
  )

  test('the domain of a mail address is one', () =>
    expect(
      compared({ organisations: ['Acme'] }, { mails: ['jane@mail.acme.co.uk'] }).level('organisation'),
    ).toBe('same'))

  test('a provider of mailboxes is none', () =>
    expect(compared('a@gmail.com', 'b@gmail.com').level('organisation')).toBe(null))

  test('a number in the address means that there are two of the name', () =>
    expect(
      compared({ mails: ['jane.thackray2@acme.example'] }, { organisations: ['Acme'] }).level('organisation'),
    ).toBe('same-numbered'))
})

test.each([
  ['Head of Sales', 'head of sales', 'same'],
  ['Head of Sales', 'Head of Sales Europe', 'alike'],
  ['Head of Sales', 'Nurse', 'different'],
])('the titles %s and %s', (first, second, level) =>
  expect(compared({ titles: [first] }, { titles: [second] }).level('title')).toBe(level),
)

test.each([
  ['Berlin, Germany', 'Berlin', 'same'],
  ['Zürich', 'Zurich', 'same'],
  ['Berlin', 'Paris', 'different'],
])('the places %s and %s', (first, second, level) =>
  expect(compared({ places: [first] }, { places: [second] }).level('place')).toBe(level),
)

describe('company', () => {
  const company = (a: number, b: number, both: number, others: [both: number, either: number]): Company => ({
    together: () => ({ a, b, both }),
    others: () => ({ both: others[0], either: others[1] }),
  })
  test.each([
    ['often in one conversation, they are two', company(20, 30, 5, [9, 10]), 'often-together'],
    [
      'with the same people and never together, they may be one',
      company(20, 30, 0, [4, 10]),
      'many-in-common',
    ],
    ['one person in common says little', company(20, 30, 0, [1, 100]), 'some-in-common'],
    ['one message to both addresses does not tell', company(20, 30, 1, [4, 10]), 'many-in-common'],
    ['nobody in common speaks against', company(20, 30, 0, [0, 100]), 'none-in-common'],
    ['who was never in company tells nothing', company(0, 30, 0, [0, 100]), null],
  ])('%s', (_, known, level) => {
    const found = compared(jane, jane, known)
    expect(found.level('company')).toBe(level)
    if (level === 'often-together') expect(found.asks).toBe(true)
  })
})
