import { expect, test } from 'vitest'
import { phoneIdentity } from './phone.ts'

test('one number has one identity, however it is written', () => {
  for (const raw of ['+49 30 901820', '+49 (0)30 90 18-20', '0049 30 901820', 'tel:+49-30-901820']) {
    expect(phoneIdentity(raw, null)).toEqual({ kind: 'phone', value: '+4930901820' })
  }
  expect(phoneIdentity('030 901820', 'DE')).toEqual({ kind: 'phone', value: '+4930901820' })
  expect(phoneIdentity('030 901820', 'de')).toEqual({ kind: 'phone', value: '+4930901820' })
})

test('a national number is nobody as long as the country is not known', () => {
  expect(phoneIdentity('030 901820', null)).toBeNull()
  expect(phoneIdentity('030 901820', 'XX')).toBeNull()
})

test('a number with an extension is a switchboard, not a person', () => {
  expect(phoneIdentity('tel:+1-418-656-9254;ext=102', null)).toBeNull()
  expect(phoneIdentity('+1 418 656 9254 x102', null)).toBeNull()
})

test('what is no telephone number has no identity', () => {
  for (const raw of ['', '911', '+', 'call me', '+1 999 999 9999 999', '9'.repeat(10_000)]) {
    expect(phoneIdentity(raw, 'DE')).toBeNull()
  }
})
