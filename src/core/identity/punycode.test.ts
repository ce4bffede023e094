import { domainToASCII, domainToUnicode } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mailIdentity } from './normalise.ts'
import { unicodeHost } from './punycode.ts'

test('names of other letters are as people write them', () => {
  expect(unicodeHost('xn--mller-kva.example')).toBe('müller.example')
  expect(unicodeHost('mail.xn--fiq228c.xn--fiqs8s')).toBe('mail.中文.中国')
  for (const host of ['plain.example', 'xn--.example', 'xn--a-ecp.ru', 'xn--99999999999.example'])
    expect(unicodeHost(host)).toBe(unicodeHost(host).toLowerCase())
})

test('what Node decodes is decoded the same', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('a', 'é', '漢', 'я', 'з', 'ü', '-', '1'),
        minLength: 1,
        maxLength: 12,
      }),
      (label) => {
        const ascii = domainToASCII(`${label}.example`)
        fc.pre(ascii !== '' && ascii.includes('xn--'))
        expect(unicodeHost(ascii)).toBe(domainToUnicode(ascii))
      },
    ),
  )
})

test('an address is the same in either spelling of its host', () => {
  expect(mailIdentity('Jo@XN--mller-kva.example')).toEqual(mailIdentity('jo@müller.example'))
  expect(mailIdentity('xn--x@plain.example')).toEqual({ kind: 'mail', value: 'xn--x@plain.example' })
})
