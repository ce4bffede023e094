import { describe, expect, test } from 'vitest'
import { memoryEntry, readAll, type Everything } from '../text/entries.ts'
import { whatsapp } from './whatsapp.ts'

const options = { region: 'DE', timeZone: 'Europe/Berlin', until: Date.UTC(2025, 0) }
const read = (text: string, path: string): Promise<Everything> =>
  readAll(whatsapp, memoryEntry(path, text, 50), options)
const participants = (all: Everything) =>
  all.records.flatMap((record) => (record.type === 'interaction' ? [record.participants] : []))

const tomas = { kind: 'name', value: 'whatsapp:tomas farkas' }

describe('a chat in which the owner alone wrote', () => {
  const ada = { kind: 'name', value: 'whatsapp:ada low' }
  const mine = '14/02/24, 10:00 - Tomas Farkas: x\n14/02/24, 10:05 - Tomas Farkas: y\n'

  test('is with the one after whom it is named', async () => {
    const calls = `14/02/24, 09:00 - Missed voice call\n${mine}`
    const all = await read(calls, 'WhatsApp Chat with Ada Low.txt')
    expect(participants(all).map((people) => people.map(({ identity }) => identity))).toEqual([
      ['owner', ada],
      ['owner', ada],
    ])
    expect(all.records.filter(({ type }) => type !== 'interaction')).toEqual([
      { type: 'person', identities: [ada], name: 'Ada Low' },
      { type: 'person', identities: [tomas], name: 'Tomas Farkas' },
      { type: 'owner', basis: 'own', identity: tomas, count: 2 },
    ])
  })

  test('is with the telephone number after which it is named', async () => {
    const all = await read(mine, 'WhatsApp Chat with +49 1512 3456789.txt')
    expect(participants(all)[0]?.[1]?.identity).toEqual({
      kind: 'phone',
      value: '+4915123456789',
    })
  })

  test.each([
    ['14/02/24, 09:00 - Tomas Farkas created group "Ada Low"', '14/02/24, 10:00 - '],
    ['14/02/24, 09:00 - Du hast die Gruppe „Ada Low“ erstellt', '14/02/24, 10:00 - '],
    ['[14/02/24, 09:00:00] Ada Low: \u200EYou created this group', '[14/02/24, 10:00:00] '],
  ])('is with nobody where it is a group: %s', async (line, stamp) => {
    const all = await read(`${line}\n${stamp}Tomas Farkas: x\n`, 'WhatsApp Chat with Ada Low.txt')
    expect(participants(all)).toEqual([[{ identity: tomas, role: 'from', name: 'Tomas Farkas' }]])
  })

  test('is with nobody where nothing says whom it is with', async () => {
    expect(participants(await read(mine, '_chat.txt'))[0]).toHaveLength(1)
  })
})
