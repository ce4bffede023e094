import { expect, test } from 'vitest'
import type { ReadOptions } from '../importer.ts'
import { mbox } from '../mbox/mbox.ts'
import { memoryEntry, readAll } from '../text/entries.ts'

const options: ReadOptions = { region: 'DE', timeZone: 'Europe/Berlin', until: 0 }
const mail = (signature: string, headers = ''): string =>
  `From x Mon Jan  1 09:00:00 2024\nDate: Mon, 1 Jan 2024 09:00:00 +0000\nFrom: Ann Lee <ann@acme.example>\nTo: b@x.example\n${headers}Subject: Hi\n\nHello Bob,\nsee you.\n\n-- \n${signature}\n\n`
const said = async (text: string) => {
  const { records } = await readAll(mbox, memoryEntry('x.mbox', text), options)
  return records.filter((record) => record.type === 'person' && record.via === 'signature')
}
const identity = { kind: 'mail', value: 'ann@acme.example' }

test('title, organisation and mobile number of the author are read, with the time of the mail', async () => {
  expect(
    await said(mail('Ann Lee\nHead of Sales, Acme GmbH\nTel.: +49 30 901820\nMobile: +49 1512 3456789')),
  ).toEqual([
    {
      type: 'person',
      via: 'signature',
      identities: [identity, { kind: 'phone', value: '+4915123456789' }],
      title: 'Head of Sales',
      organisation: 'Acme GmbH',
      at: Date.UTC(2024, 0, 1, 9),
    },
  ])
  expect(await said(mail('Ann Lee, PhD\nDirector\nAcme Holdings Ltd.'))).toMatchObject([
    { title: 'Director', organisation: 'Acme Holdings Ltd.', identities: [identity] },
  ])
})

test('the same signature is told once', async () => {
  expect(await said(mail('Ann Lee\nDirector').repeat(3))).toHaveLength(1)
})

test.each([
  ['of somebody else', mail('Bob Roe\nDirector, Acme GmbH')],
  ['of a list', mail('You get this because you are a manager of the list\nhttps://x.example')],
  ['without title, firm or mobile number', mail('Ann Lee\nTel.: +49 30 901820\nann@acme.example')],
  ['of mail to many', mail('Ann Lee\nDirector', 'List-Id: <x.example>\n')],
  ['that has to be decoded first', mail('Ann Lee\nDirector', 'Content-Transfer-Encoding: base64\n')],
])('a signature %s says nothing', async (_, text) => {
  expect(await said(text)).toEqual([])
})
