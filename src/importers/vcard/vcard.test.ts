import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ReadOptions } from '../importer.ts'
import { memoryEntry, memoryHead, readAll, type Everything } from '../text/entries.ts'
import { vcard } from './vcard.ts'

const options: ReadOptions = { region: 'DE', timeZone: 'UTC', until: Date.UTC(2025, 0) }
const read = (content: string | Uint8Array): Promise<Everything> =>
  readAll(vcard, memoryEntry('x.vcf', content, 50), options)
const fixture = (name: string): Promise<Everything> =>
  read(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))
const card = (...lines: string[]): string =>
  ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n')
const people = (all: Everything) => all.records.filter((record) => record.type === 'person')

test('a card gives a person with every way to recognise them, and an entry in the address book', async () => {
  const all = await fixture('contacts.vcf')
  const [jose, nan, mei] = people(all)
  expect(jose).toEqual({
    type: 'person',
    identities: [
      { kind: 'mail', value: 'jose.alvarez@puerto.example' },
      { kind: 'linkedin', value: 'jose-alvarez' },
      { kind: 'profile', value: 'x.com/josealv' },
      { kind: 'phone', value: '+34612345678' },
    ],
    name: 'José Álvarez',
    organisation: 'Puerto, Rey y Cía',
    title: 'Director comercial',
    place: 'Bilbao, Spain',
    at: Date.UTC(2024, 2, 1, 10),
  })
  expect(all.records[1]).toEqual({
    type: 'declaration',
    kind: 'address-book',
    from: 'owner',
    to: { kind: 'mail', value: 'jose.alvarez@puerto.example' },
  })
  expect(nan).toEqual({
    type: 'person',
    identities: [{ kind: 'name', value: 'vcard:nan solo' }],
    name: 'Nan Solo',
  })
  expect(mei?.identities).toEqual([
    { kind: 'mail', value: 'mei@tan.example' },
    { kind: 'phone', value: '+6591234567' },
  ])
})

test('what gives no person is counted, with its place in the file', async () => {
  const all = await fixture('contacts.vcf')
  expect(all.read).toBe(3)
  expect(all.skipped).toEqual([
    { where: 'card 3 (line 25)', reason: 'a group, not a person' },
    { where: 'card 4 (line 32)', reason: 'it holds no name, mail address, telephone number or profile' },
    { where: 'card 5 (line 36)', reason: 'it does not end before the next card begins' },
  ])
})

test('vCard 2.1: soft breaks, bare parameters, code pages, pictures without folding, cards within cards', async () => {
  const all = await fixture('phone-2.1.vcf')
  expect([all.read, all.skipped]).toEqual([2, []])
  expect(people(all)).toEqual([
    {
      type: 'person',
      identities: [
        { kind: 'mail', value: 'juergen@mueller.example' },
        { kind: 'phone', value: '+4915123456789' },
      ],
      name: 'Jürgen Müller-Lüdenscheid',
    },
    {
      type: 'person',
      identities: [{ kind: 'phone', value: '+4930901820' }],
      name: 'Günter Groß',
      organisation: 'Groß – Straßenbau',
    },
  ])
})

test('the page of a company and the number of a fax are nobody', async () => {
  const [first] = people(
    await read(
      card(
        'FN:A B',
        'URL:https://acme.example/about',
        'TEL;TYPE=FAX:+4930901820',
        'TEL;TYPE=WORK,MAIN:+4930901821',
      ),
    ),
  )
  expect(first?.identities).toEqual([{ kind: 'name', value: 'vcard:a b' }])
})

test('social profiles by URL or by user name', async () => {
  const [first] = people(
    await read(
      card(
        'X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/Ada-L/',
        'X-SOCIALPROFILE;type=twitter;x-user=adal:x-apple:adal',
        'SOCIALPROFILE;SERVICE-TYPE=GitHub:ada-l',
        'IMPP:https://t.me/ada_l',
        'IMPP;X-SERVICE-TYPE=Skype:skype:ada',
      ),
    ),
  )
  expect(first?.identities).toEqual([
    { kind: 'linkedin', value: 'ada-l' },
    { kind: 'profile', value: 'x.com/adal' },
    { kind: 'profile', value: 'github.com/ada-l' },
    { kind: 'handle', value: 'telegram:ada_l' },
  ])
})

test('an address in the place of a name is no name', async () => {
  const [first] = people(await read(card('FN:ada@x.example', 'EMAIL:ada@x.example')))
  expect(first).not.toHaveProperty('name')
})

test('a file cut off within a card costs that card', async () => {
  const all = await read(card('FN:A B') + card('FN:C D').slice(0, -14))
  expect([all.read, all.skipped.map(({ reason }) => reason)]).toEqual([1, ['the file ends within it']])
})

test('only cards are taken for cards', async () => {
  expect(vcard.detect(memoryHead('x', card('FN:A')))).toBeGreaterThan(0.9)
  expect(vcard.detect(memoryHead('x', `\uFEFF\r\n${card('FN:A').toLowerCase()}`))).toBeGreaterThan(0.9)
  for (const other of ['', 'BEGIN:VCALENDAR\n', 'From: a@b.c\n\nBEGIN:VCARD\n', 'a,b\n']) {
    expect(vcard.detect(memoryHead('contacts.vcf', other))).toBe(0)
  }
  await expect(read('nothing')).rejects.toThrow(/x\.vcf holds no card/)
})

test("Apple's card of a company is no person; one of a person that is shown as a company is", async () => {
  const card = (name: string): string =>
    `BEGIN:VCARD\nVERSION:3.0\nN:${name}\nFN:Nets\nORG:Nets;\nEMAIL:info@nets.example\nX-ABShowAs:COMPANY\nEND:VCARD\n`
  expect((await read(card(';;;;'))).skipped[0]?.reason).toBe('an organisation or a place, not a person')
  expect((await read(card('Low;Ada;;;'))).read).toBe(1)
})

test('an address in place of a part of the name is no name', async () => {
  const text = 'BEGIN:VCARD\nFN:bo@solo.example\nN:;bo@solo.example;;;\nEMAIL:bo@solo.example\nEND:VCARD\n'
  const [person] = (
    await readAll(vcard, memoryEntry('x.vcf', text), { region: null, timeZone: 'UTC', until: 0 })
  ).records
  expect(person).toEqual({ type: 'person', identities: [{ kind: 'mail', value: 'bo@solo.example' }] })
})
