import { expect, test } from 'vitest'
import type { Identity } from '../model/identity.ts'
import { isNobodyKnownAs, isRoleName } from './role-names.ts'

test.each([
  'Acme Newsletter',
  'Accounts Department',
  'Abteilung Einkauf',
  'The Quarrybridge Team',
  'Team Quarrybridge',
  'No Reply',
  'Do-Not-Reply',
  'Customer Care',
  'Acme Customer Support',
  'Human Resources',
  'Mail Delivery Subsystem Notification',
  'Accounts Payable (Acme)',
  'Buchhaltung',
  'Sales',
  'Support & Service',
])('%s is nobody’s name', (name) => {
  expect(isRoleName(name)).toBe(true)
})

test('with the organisation’s own name beside it, a word that may be a surname is a role', () => {
  expect(isRoleName('Quarrybridge Sales', ['qb@quarrybridge.example'])).toBe(true)
  expect(isRoleName('Quarry Bridge Jobs', ['qb@quarry-bridge.example'])).toBe(true)
  expect(isRoleName('Quarrybridge Sales', ['qb@gmail.com'])).toBe(false)
})

test.each([
  'Jane Doe',
  'Steve Jobs',
  'Eugene Sales',
  'Emily Post',
  'Franz Liszt',
  'Jane Doe (Accounts Department)',
  'Jane Doe, Accounts Department',
  'Jane from Customer Support',
  'Doe, Jane',
  'Bob',
  'Юлия Петрова',
])('%s may be a person', (name) => {
  expect(isRoleName(name)).toBe(false)
})

const mail = (value: string): Identity => ({ kind: 'mail', value })

test('who is known by names of a department or a newsletter only is nobody', () => {
  expect(isNobodyKnownAs([mail('acc@acme.example')], ['Accounts Department'])).toBe(true)
  expect(isNobodyKnownAs([mail('hello77@acme.example')], ['Acme Newsletter', 'Newsletter'])).toBe(true)
  expect(isNobodyKnownAs([mail('info@acme.example')], ['Jane Doe'])).toBe(true)
})

test('one name of a person is enough to be somebody', () => {
  expect(isNobodyKnownAs([mail('acc@acme.example')], ['Accounts Department', 'Jane Doe'])).toBe(false)
  expect(isNobodyKnownAs([mail('acc@acme.example')], [])).toBe(false)
})

test('an address that spells a name is somebody’s, whatever stands beside it', () => {
  expect(isNobodyKnownAs([mail('jane.doe@acme.example')], ['Accounts Department'])).toBe(false)
  expect(isNobodyKnownAs([mail('acme.letters@acme.example')], ['Acme Newsletter'])).toBe(true)
})

test('a profile of a network is somebody’s', () => {
  expect(isNobodyKnownAs([{ kind: 'linkedin', value: 'acme-team' }], ['Acme Team'])).toBe(false)
})
