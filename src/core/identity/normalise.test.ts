import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cleanName,
  linkedinIdentity,
  MAX_NAME,
  mailIdentity,
  nameIdentity,
  nameKey,
  profileIdentity,
} from './normalise.ts'

test.each([
  ['Jane.Doe@Acme.example', 'jane.doe@acme.example'],
  [' <mailto:jane@acme.example>'.slice(2, -1), 'jane@acme.example'],
  ["'jane@acme.example'", 'jane@acme.example'],
  ['jane+news@acme.example', 'jane+news@acme.example'],
  ['jörg@müller.example', 'jörg@müller.example'],
  ['"Ann Lee"@acme.example', '"ann lee"@acme.example'],
])('%s is the address %s', (raw, value) => expect(mailIdentity(raw)).toEqual({ kind: 'mail', value }))

test.each([
  '',
  'jane',
  'jane@',
  '@acme.example',
  'jane@acme',
  'Sally Beck/HOU/ECT@ECT',
  'a b@acme.example',
  '""@acme.example',
  '"a@b.example"@acme.example',
  '"a"b"@acme.example',
  `${'x'.repeat(300)}@acme.example`,
])('%s is no address', (raw) => expect(mailIdentity(raw)).toBeNull())

test.each([
  'https://www.linkedin.com/in/jane-doe-42/',
  'http://linkedin.com/in/Jane-Doe-42',
  'www.linkedin.com/in/jane-doe-42?trk=x',
  'https://de.linkedin.com/in/jane-doe-42/de',
  'linkedin.com/in/jane%2Ddoe-42',
])('%s is the profile jane-doe-42', (url) =>
  expect(linkedinIdentity(url)).toEqual({ kind: 'linkedin', value: 'jane-doe-42' }),
)

test('an accent in a slug is the same encoded or not', () =>
  expect(linkedinIdentity('https://www.linkedin.com/in/jos%C3%A9')).toEqual(
    linkedinIdentity('linkedin.com/in/josé'),
  ))
test('a broken escape is kept as it is', () =>
  expect(linkedinIdentity('linkedin.com/in/100%')).toEqual({ kind: 'linkedin', value: '100%' }))
test('a company page is nobody’s profile', () =>
  expect(linkedinIdentity('https://www.linkedin.com/company/acme')).toBeNull())

test('other profiles are known by host and path', () =>
  expect(profileIdentity('https://www.social.example/@Jane/?x=1')).toEqual({
    kind: 'profile',
    value: 'social.example/@jane',
  }))
test('a network that changed its address is still the same', () =>
  expect(profileIdentity('https://twitter.com/jane')).toEqual(profileIdentity('x.com/jane')))
test('a host alone is no profile', () => expect(profileIdentity('https://acme.example/')).toBeNull())

test('a hostile display name is one short line', () => {
  const name = cleanName(`Jane\r\nBcc: everybody ${'x'.repeat(10_240)}`)
  expect(name.length).toBeLessThanOrEqual(MAX_NAME)
  expect(name).not.toMatch(/[\r\n]/)
})
test('names compare without case, accents and punctuation', () =>
  expect(nameKey('O’Brien, José-María')).toBe('o brien jose maria'))
test('a name of signs alone is none', () => expect(nameIdentity('linkedin', '…—!')).toBeNull())
test('cleaning and normalising twice changes nothing more', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (raw) => {
      const name = cleanName(raw)
      return cleanName(name) === name && nameKey(nameKey(raw)) === nameKey(raw)
    }),
  ))
