import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InteractionRecord } from '#core/model/records.ts'
import type { ReadOptions } from '../importer.ts'
import { memoryEntry, memoryHead, readAll, type Everything } from '../text/entries.ts'
import { sms } from './sms.ts'
import { ReferenceRepair } from '../text/xml.ts'

const options: ReadOptions = { region: 'DE', timeZone: 'Europe/Berlin', until: Date.UTC(2025, 0) }
const read = (text: string): Promise<Everything> => readAll(sms, memoryEntry('sms.xml', text, 37), options)
const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const interactions = (all: Everything): InteractionRecord[] =>
  all.records.filter((record) => record.type === 'interaction')
const amara = { kind: 'phone', value: '+491701234567' }
const jin = { kind: 'phone', value: '+491709876543' }

test('messages sent and received, group messages among them', async () => {
  const all = await read(fixture('sms.xml'))
  expect(all.read).toBe(6)
  expect(all.skipped).toEqual([
    { where: 'message 3', reason: 'the number is hidden, a service, or not complete without its country' },
    { where: 'message 4', reason: 'a draft that was not sent' },
  ])
  const [first, answer, group, toGroup, single, undated] = interactions(all)
  expect(first).toMatchObject({
    at: 1_705_311_000_000,
    timeQuality: 'exact',
    channel: 'message',
    participants: [
      { identity: amara, role: 'from', name: 'Amara Obi' },
      { identity: 'owner', role: 'to' },
    ],
    words: 5,
  })
  expect(answer?.participants.map(({ identity }) => identity)).toEqual(['owner', amara])
  expect(group?.participants.map(({ identity }) => identity)).toEqual([jin, 'owner', amara])
  expect(group?.words).toBe(3)
  expect(toGroup?.participants.map(({ identity }) => identity)).toEqual(['owner', amara, jin])
  expect(single?.participants.map(({ identity }) => identity)).toEqual([amara, 'owner'])
  expect(undated).toMatchObject({ at: null, timeQuality: 'none' })
  expect(all.records.filter(({ type }) => type === 'person')).toEqual([
    { type: 'person', identities: [amara], name: 'Amara Obi' },
  ])
  expect(all.records.filter(({ type }) => type === 'owner')).toEqual([
    { type: 'owner', basis: 'delivered', identity: { kind: 'phone', value: '+4915123456789' }, count: 1 },
  ])
})

test.each(['~', ';', '; ', ','])(
  'numbers joined by "%s" are as many people, and nobody is called by all their names',
  async (sign) => {
    const tag = `address="0170 1234567${sign}+491709876543" date="1705311000000" contact_name="Amara Obi, Jin Sato"`
    const all = await read(
      `<smses><sms ${tag} type="2" body="Hi" /><sms ${tag} type="1" body="Ho" /><mms ${tag} msg_box="2"></mms></smses>`,
    )
    expect(interactions(all).map(({ participants }) => participants)).toEqual([
      [
        { identity: 'owner', role: 'from' },
        { identity: amara, role: 'to' },
        { identity: jin, role: 'to' },
      ],
      [
        { identity: 'owner', role: 'from' },
        { identity: amara, role: 'to' },
        { identity: jin, role: 'to' },
      ],
    ])
    expect(all.skipped).toEqual([{ where: 'message 2', reason: 'it does not say who of the group wrote it' }])
    expect(all.records.filter(({ type }) => type === 'person')).toEqual([])
  },
)

test('calls that were taken; the others are left out with their reason', async () => {
  const all = await read(fixture('calls.xml'))
  expect(
    interactions(all).map(({ channel, participants }) => [
      channel,
      participants.map(({ identity }) => identity),
    ]),
  ).toEqual([
    ['call', [amara, 'owner']],
    ['call', ['owner', amara]],
  ])
  expect(all.skipped.map(({ reason }) => reason)).toEqual([
    'a missed call',
    'the number is hidden, a service, or not complete without its country',
  ])
})

test('a cut file gives what it holds, and says that it is cut', async () => {
  const text = fixture('sms.xml')
  const all = await read(text.slice(0, text.indexOf('<sms protocol="0" address="AMAZON"') + 20))
  expect(all.read).toBe(2)
  expect(all.skipped).toEqual([
    { where: 'after record 2', reason: 'the file is cut or damaged here; what follows was not read' },
  ])
})

test('entities that the document defines are not expanded', async () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "lol lol"><!ENTITY b "&a;&a;&a;">]><smses><sms address="+491701234567" date="1705311000000" type="1" body="&b;"/></smses>`
  const [message] = interactions(await read(bomb))
  expect(message?.words).toBe(1)
})

test('any text in halves of pairs is read as it was, whatever the chunks', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.integer({ min: 1, max: 9 }),
      (text, chunk) => {
        const xml = Array.from({ length: text.length }, (_, i) => `&#${text.charCodeAt(i)};`).join('')
        const repair = new ReferenceRepair()
        let out = ''
        for (let start = 0; start < xml.length; start += chunk)
          out += repair.write(xml.slice(start, start + chunk))
        out += repair.end()
        const plain = out.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
        expect(plain).toBe(text)
      },
    ),
  )
})

test('a half without the other becomes the sign for a lost character', () => {
  const repair = new ReferenceRepair()
  expect(repair.write('a&#55357;b&#0;&amp;') + repair.end()).toBe('a\uFFFDb\uFFFD&amp;')
})

test('a byte order mark that joining files left within a tag costs no record', async () => {
  const call = (mark: string): string =>
    `<call${mark} number="+491701234567" duration="9" date="1705313000000" type="1" presentation="1" />`
  const all = await read(`<calls count="2">${call('')}${call('\uFEFF')}</calls>`)
  expect([all.read, all.skipped]).toEqual([2, []])
})

test('other XML is not a backup', async () => {
  expect(sms.detect(memoryHead('x.xml', '<?xml version="1.0"?><feed><calls/></feed>'))).toBe(0)
  expect(sms.detect(memoryHead('x.xml', '<calls><call id="1"/></calls>'))).toBe(0)
  await expect(read('<feed/>')).rejects.toMatchObject({ code: 'unreadable' })
})

test('numbers of six digits and fewer are services; a time in seconds is read as such', async () => {
  const all = await read(
    '<smses count="2"><sms address="12345" date="1705311000000" type="1" body="code" />' +
      '<mms date="1705311000" msg_box="1" address="+491701234567"><parts/><addrs/></mms></smses>',
  )
  expect(all.skipped.map(({ where }) => where)).toEqual(['message 1'])
  expect(interactions(all).map(({ at, participants: [from] }) => [at, from?.identity])).toEqual([
    [1_705_311_000_000, amara],
  ])
})
