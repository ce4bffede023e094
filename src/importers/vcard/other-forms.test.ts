import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { memoryEntry, memoryHead, readAll, type Everything } from '../text/entries.ts'
import { vcard } from './vcard.ts'

const options = { region: 'DE', timeZone: 'Europe/Berlin', until: Date.UTC(2025, 0) }
const read = (text: string): Promise<Everything> => readAll(vcard, memoryEntry('x', text, 60), options)
const fixture = (name: string): Promise<Everything> =>
  read(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8'))
const mail = (value: string) => ({ kind: 'mail', value })

test('cards as JSON (RFC 7095) say what they say as lines', async () => {
  const all = await fixture('cards.json')
  expect(all.records).toEqual([
    {
      type: 'person',
      identities: [
        mail('amara@obi.example'),
        { kind: 'linkedin', value: 'amara-obi' },
        { kind: 'phone', value: '+2348031234567' },
      ],
      name: 'Dr. Amara Obi',
      organisation: 'Obi; Partners',
      title: 'Head of Sales',
      place: 'Lagos, Nigeria',
      at: Date.UTC(2024, 4, 1, 10),
    },
    { type: 'declaration', kind: 'address-book', from: 'owner', to: mail('amara@obi.example') },
    { type: 'person', identities: [mail('mei@tan.example')], name: 'Mei Tan' },
    { type: 'declaration', kind: 'address-book', from: 'owner', to: mail('mei@tan.example') },
  ])
  expect(all.skipped).toEqual([{ where: 'card 2', reason: 'a group, not a person' }])
})

test('a file that is one card alone', async () => {
  const one =
    '["vcard",[["version",{},"text","4.0"],["fn",{},"text","Bo Ek"],["n",{},"text",["Ek","Bo","","",""]]]]'
  expect(vcard.detect(memoryHead('bo.json', one))).toBe(0.95)
  const all = await read(one)
  expect([all.read, all.skipped]).toEqual([1, []])
  expect(all.records[0]).toMatchObject({
    name: 'Bo Ek',
    identities: [{ kind: 'name', value: 'vcard:bo ek' }],
  })
})

test('cards as XML (RFC 6351), with references, groups and parameters', async () => {
  const all = await fixture('cards.xml')
  expect(all.records).toEqual([
    {
      type: 'person',
      identities: [mail('bo@ek.example'), { kind: 'phone', value: '+46701234567' }],
      name: 'José & Söhne: Bo Ek',
      organisation: 'Ek AB',
      place: 'Stockholm, Sweden',
      at: Date.UTC(2024, 4, 1, 10),
    },
    { type: 'declaration', kind: 'address-book', from: 'owner', to: mail('bo@ek.example') },
    { type: 'person', identities: [{ kind: 'name', value: 'vcard:cy lee orr' }], name: 'Cy Lee Orr' },
    {
      type: 'declaration',
      kind: 'address-book',
      from: 'owner',
      to: { kind: 'name', value: 'vcard:cy lee orr' },
    },
  ])
})

test('what is cut gives what stands before the cut', async () => {
  const json = await read('[["vcard",[["fn",{},"text","Bo Ek"]]],["vcard",[["fn"')
  expect([json.read, json.skipped]).toEqual([
    1,
    [{ where: 'card 2', reason: 'the file is cut or damaged here; what follows was not read' }],
  ])
  const xml = await read(
    '<vcards xmlns="urn:ietf:params:xml:ns:vcard-4.0"><vcard><fn><text>Bo Ek</text></fn></vcard><vcard><fn><text>Cy',
  )
  expect([xml.read, xml.skipped]).toEqual([1, [{ where: 'card 2', reason: 'the file ends within it' }]])
})

test('XML and JSON of others are no address books', () => {
  for (const text of ['<vcards><vcard/></vcards>', '["vevent",[]]', '[["vcalendar",[]]]'])
    expect(vcard.detect(memoryHead('x', text))).toBe(0)
})
