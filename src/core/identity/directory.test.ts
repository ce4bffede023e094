import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Identity } from '../model/identity.ts'
import { Directory, isNobody } from './directory.ts'

const mail = (value: string): Identity => ({ kind: 'mail', value })
const linkedin = (value: string): Identity => ({ kind: 'linkedin', value })
const phone: Identity = { kind: 'phone', value: '+4917012345' }

test('the same key is the same person', () => {
  const directory = new Directory()
  expect(directory.personOf(mail('a@x.example'))).toBe(directory.personOf(mail('a@x.example')))
  expect(directory.personOf(mail('b@x.example'))).not.toBe(directory.personOf(mail('a@x.example')))
})

test('a record with several keys joins them, also people known before', () => {
  const directory = new Directory()
  const a = directory.personOf(mail('a@x.example'))
  const b = directory.personOf(linkedin('a-b'))
  expect(a).not.toBe(b)
  directory.join([mail('a@x.example'), linkedin('a-b'), phone], 'vcard gives both for one person')
  expect(directory.personOf(linkedin('a-b'))).toBe(a)
  expect(directory.personOf(phone)).toBe(a)
  expect(directory.takeChanges().merges).toEqual([
    { kept: a, gone: b, reason: 'vcard gives both for one person' },
  ])
})

test('two LinkedIn profiles are two people, whatever else they share', () => {
  const directory = new Directory()
  directory.join([linkedin('ada'), phone], 'r')
  directory.join([linkedin('grace'), phone], 'r')
  expect(directory.personOf(linkedin('ada'))).not.toBe(directory.personOf(linkedin('grace')))
  directory.join([mail('a@x.example'), linkedin('ada')], 'r')
  directory.join([mail('a@x.example'), linkedin('grace')], 'r')
  expect(directory.personOf(linkedin('ada'))).not.toBe(directory.personOf(linkedin('grace')))
})

test('dots and tags mean nothing where the provider says so, and much elsewhere', () => {
  const directory = new Directory()
  const jane = directory.personOf(mail('jane.doe@gmail.com'))
  expect(directory.personOf(mail('janedoe+news@googlemail.com'))).toBe(jane)
  expect(directory.personOf(mail('janedoe@acme.example'))).not.toBe(
    directory.personOf(mail('jane.doe@acme.example')),
  )
})

test('a number that two people are known by joins neither, a mere number joins whoever claims it', () => {
  const directory = new Directory()
  const number = directory.personOf(phone)
  directory.join([mail('a@x.example'), phone], 'r')
  expect(directory.personOf(mail('a@x.example'))).toBe(number)
  directory.join([mail('b@x.example'), phone], 'r')
  expect(directory.personOf(mail('b@x.example'))).not.toBe(number)
})

test('whom the user told apart is not joined, whatever a source says, also through others', () => {
  const known = {
    keys: ['mail:a@x.example', 'mail:b@x.example', 'mail:c@x.example'],
    identityIds: Int32Array.of(1, 2, 3),
    personIds: Int32Array.of(1, 2, 3),
    nextIdentityId: 4,
    nextPersonId: 4,
  }
  const directory = new Directory({ ...known, apart: [[1, 2]] })
  directory.join([mail('a@x.example'), mail('b@x.example')], 'r')
  expect(directory.personOf(mail('a@x.example'))).not.toBe(directory.personOf(mail('b@x.example')))
  directory.join([mail('b@x.example'), mail('c@x.example')], 'r')
  directory.join([mail('c@x.example'), mail('a@x.example')], 'r')
  expect(directory.personOf(mail('c@x.example'))).toBe(directory.personOf(mail('b@x.example')))
  expect(directory.personOf(mail('a@x.example'))).not.toBe(directory.personOf(mail('b@x.example')))
})

test('a role address joins nobody', () => {
  const directory = new Directory()
  expect(isNobody(mail('info@x.example'))).toBe(true)
  directory.join([mail('a@x.example'), mail('info@x.example')], 'r')
  directory.join([mail('b@x.example'), mail('info@x.example')], 'r')
  expect(directory.personOf(mail('a@x.example'))).not.toBe(directory.personOf(mail('b@x.example')))
})

test('changes are told once, and a directory made from what was stored goes on from there', () => {
  const directory = new Directory()
  directory.join([mail('a@x.example'), linkedin('ada')], 'r')
  const { newPeople, newIdentities } = directory.takeChanges()
  expect(newPeople).toHaveLength(1)
  expect(newIdentities.map((entry) => entry.identity.kind)).toEqual(['mail', 'linkedin'])
  expect(directory.takeChanges()).toEqual({ newPeople: [], newIdentities: [], merges: [] })
  const again = new Directory({
    keys: ['mail:a@x.example', 'linkedin:ada'],
    identityIds: Int32Array.of(1, 2),
    personIds: Int32Array.of(1, 1),
    nextIdentityId: 3,
    nextPersonId: 2,
  })
  expect(again.personOf(linkedin('ada'))).toBe(1)
  expect(again.resolve(mail('new@x.example'))).toBe(3)
})

test('who belongs together does not depend on the order of the records', () => {
  const key = fc.integer({ min: 0, max: 12 }).map((n) => mail(`p${n}@x.example`))
  const records = fc.array(fc.array(key, { minLength: 1, maxLength: 3 }), { maxLength: 12 })
  const groups = (lists: readonly Identity[][]): string => {
    const directory = new Directory()
    for (const list of lists) directory.join(list, 'r')
    const people = Map.groupBy(directory.entries(), (entry) => entry.person)
    return JSON.stringify(
      [...people.values()]
        .map((entries) =>
          entries
            .map((entry) => entry.key)
            .sort()
            .join(' '),
        )
        .sort(),
    )
  }
  fc.assert(
    fc.property(records, (lists) => {
      expect(groups(lists)).toBe(groups([...lists].reverse()))
    }),
  )
})
