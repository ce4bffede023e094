import { expect, test } from 'vitest'
import { fixturesOf } from '#testing/importing/fixtures.ts'
import { only, reader } from './testing/reading.ts'

const fixture = reader(fixturesOf('linkedin'))

test('the address book that was given to LinkedIn, and members who are followed', async () => {
  const contacts = await fixture('ImportedContacts.csv')
  expect(only(contacts, 'person')).toEqual([
    {
      type: 'person',
      identities: [
        { kind: 'mail', value: 'ines@faro.example' },
        { kind: 'mail', value: 'i.quiroga@casa.example' },
        { kind: 'phone', value: '+34612345678' },
      ],
      name: 'Inés Quiroga',
      title: 'Directora',
      at: Date.UTC(2021, 2, 3, 9, 15),
    },
    { type: 'person', identities: [{ kind: 'name', value: 'linkedin:bo dahl' }], name: 'Bo Dahl' },
  ])
  expect(only(contacts, 'declaration').map(({ kind }) => kind)).toEqual(['address-book', 'address-book'])
  expect(contacts.skipped).toEqual([
    { where: 'row 4', reason: 'it holds no name, mail address, telephone number or profile' },
  ])
  const follows = await fixture('Member_Follows.csv')
  expect(only(follows, 'declaration')).toEqual([
    {
      type: 'declaration',
      kind: 'follow',
      from: 'owner',
      to: { kind: 'name', value: 'linkedin:grete berg' },
      at: Date.UTC(2024, 1, 24, 14, 3, 38),
    },
  ])
  expect(follows.skipped).toEqual([{ where: 'row 3', reason: 'not followed any more' }])
})

test('notes say who a connection is; what was noted stays at LinkedIn', async () => {
  const all = await fixture('Notes.csv')
  expect(all).toEqual({
    read: 1,
    records: [
      {
        type: 'person',
        identities: [{ kind: 'linkedin', value: 'amara-nwosu-41b2' }],
        name: 'Amara Nwosu',
        at: Date.UTC(2026, 3, 1, 9, 30),
      },
    ],
    skipped: [{ where: 'row 3', reason: 'it names nobody' }],
  })
})
