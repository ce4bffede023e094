import { expect, test } from 'vitest'
import { organisationDomain } from './domains.ts'

const domainOf = (value: string) => organisationDomain({ kind: 'mail', value })

test.each([
  ['jane@acme.com', 'acme.com'],
  ['jane@mail.eu.acme.com', 'acme.com'],
  ['jane@acme.co.uk', 'acme.co.uk'],
  ['jane@sales.acme.com.au', 'acme.com.au'],
  ['jane@xn--mller-kva.de', 'xn--mller-kva.de'],
  ['sally.beck@ei.enron.com', 'enron.com'],
  ['jane@ibm.com', 'ibm.com'],
  ['jane@cs.stanford.edu', 'stanford.edu'],
])('%s belongs to %s', (mail, domain) => expect(domainOf(mail)).toBe(domain))

test.each([
  'jane@gmail.com',
  'jane@googlemail.com',
  'jane@gmx.de',
  'jane@web.de',
  'jane@t-online.de',
  'jane@yahoo.co.uk',
  'jane@hotmail.fr',
  'jane@icloud.com',
  'jane@proton.me',
  'jane@posteo.de',
  'jane@houston.rr.com',
  'jane@qq.com',
  'jane@acm.org',
  'list@googlegroups.com',
  'jane@posthouse.example',
  'jane@localhost',
  'jane@co.uk',
  'jane@10.0.0.1',
])('%s belongs to nobody in particular', (mail) => expect(domainOf(mail)).toBeNull())

test('only addresses have a domain', () => {
  expect(organisationDomain({ kind: 'profile', value: 'x.com/acme' })).toBeNull()
  expect(organisationDomain({ kind: 'phone', value: '+4930123456' })).toBeNull()
})
