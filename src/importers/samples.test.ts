import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { contactsCsv } from './contacts-csv/contacts-csv.ts'
import { icalendar } from './icalendar/icalendar.ts'
import { HEAD_BYTES, type Importer, type ReadOptions } from './importer.ts'
import { linkedin } from './linkedin/linkedin.ts'
import { mastodon } from './mastodon/mastodon.ts'
import { meta } from './meta/meta.ts'
import { msg } from './msg/msg.ts'
import { pst } from './pst/pst.ts'
import { slack } from './slack/slack.ts'
import { sms } from './sms/sms.ts'
import { telegram } from './telegram/telegram.ts'
import { whatsapp } from './whatsapp/whatsapp.ts'
import { memoryEntry, readAll, type Everything } from './text/entries.ts'
import { vcard } from './vcard/vcard.ts'
import { x } from './x/x.ts'

/** Files of other people, which are not part of kith; without them these tests are shown as skipped. */
const data = process.env['KITH_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
const formats = `${data}/formats`
const isHere = existsSync(formats)
const options: ReadOptions = { region: 'US', timeZone: 'America/New_York', until: Date.UTC(2024, 0) }

const walk = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = `${folder}/${name}`
    return statSync(path).isDirectory() ? walk(path) : [path]
  })

const read = (importer: Importer, path: string): Promise<Everything> =>
  readAll(importer, memoryEntry(path, readFileSync(`${formats}/${path}`)), options)

type Totals = { files: number; read: number; skipped: number; held: number; refused: string[] }

/** Read and skipped of every file of a folder that the importer claims, and the lines in them that begin a record. */
async function totals(importer: Importer, folder: string, begin?: RegExp): Promise<Totals> {
  const sum: Totals = { files: 0, read: 0, skipped: 0, held: 0, refused: [] }
  for (const path of walk(`${formats}/${folder}`)) {
    const bytes = readFileSync(path)
    if (importer.detect({ path, bytes: bytes.subarray(0, HEAD_BYTES), size: bytes.length }) === 0) continue
    sum.files++
    if (begin) sum.held += bytes.toString('latin1').match(begin)?.length ?? 0
    try {
      const all = await readAll(importer, memoryEntry(path, bytes), options)
      sum.read += all.read
      sum.skipped += all.skipped.length
    } catch (error) {
      expect(error).toMatchObject({ code: 'unreadable' })
      sum.refused.push(path.replace(/^.*\//, ''))
    }
  }
  return sum
}

describe.skipIf(!isHere)('real files', () => {
  test('all LinkedIn exports are read; the workbook and the table without first names are refused', async () => {
    const { files, refused } = await totals(linkedin, 'linkedin')
    expect(files).toBe(walk(`${formats}/linkedin`).length)
    expect(refused.toSorted()).toEqual(['Reactions.csv', 'Recommendations_Received.csv'])
  })

  test('3,402 connections and 67 hidden members', async () => {
    const all = await read(linkedin, 'linkedin/export-2023/Connections.csv')
    expect([all.read, all.skipped.length]).toEqual([3_402, 67])
    expect(new Set(all.skipped.map(({ reason }) => reason)).size).toBe(1)
    const connections = all.records.filter((record) => record.type === 'declaration')
    expect(connections).toHaveLength(3_402)
    expect(connections.every((record) => (record.at ?? 0) > Date.UTC(2003, 0))).toBe(true)
  })

  test('messages of 2018: every one with a time, and one of both ends the owner', async () => {
    const all = await read(linkedin, 'linkedin/export-2018/Messages.csv')
    expect([all.read, all.skipped.length]).toEqual([25, 0])
    for (const record of all.records) {
      if (record.type !== 'interaction') continue
      expect(record.at).not.toBeNull()
      expect(record.participants.filter(({ identity }) => identity === 'owner')).toHaveLength(1)
    }
  })

  test('no name on a card of any program is garbled', async () => {
    for (const path of walk(`${formats}/vcard`)) {
      const relative = path.slice(formats.length + 1)
      if (!path.endsWith('.vcf') || path.endsWith('user-cal.vcf')) continue
      const all = await read(vcard, relative)
      for (const record of all.records) {
        if (record.type !== 'person') continue
        expect(`${record.name} ${record.organisation} ${record.place}`).not.toMatch(
          /\uFFFD|Ã|=[0-9A-F]{2}|\\[,;]/,
        )
      }
    }
  })

  test('an X archive: 900 messages to one and four to a group, each with its time; 843 follows', async () => {
    const archive = 'twitter/archive-2023-08/data'
    expect((await totals(x, archive)).refused).toEqual([])
    for (const [file, count] of [
      ['direct-messages.js', 900],
      ['direct-messages-group.js', 4],
    ] as const) {
      const { records, skipped } = await read(x, `${archive}/${file}`)
      expect([records.length, skipped]).toEqual([count, []])
      expect(records.every((record) => record.type === 'interaction' && record.at !== null)).toBe(true)
    }
    const follows = [
      ...(await read(x, `${archive}/follower.js`)).records,
      ...(await read(x, `${archive}/following.js`)).records,
    ]
    expect(follows).toHaveLength(843)
  })

  test('a Mastodon archive: 157 posts and 33 boosts, of which 45 posts name somebody', async () => {
    const { read: count, records, skipped } = await read(mastodon, 'mastodon/archive/outbox.json')
    expect([count, skipped]).toEqual([190, []])
    const posts = records.filter((record) => record.type === 'interaction')
    expect(posts).toHaveLength(157)
    expect(posts.filter(({ participants }) => participants.length > 1)).toHaveLength(45)
    expect((await totals(mastodon, 'mastodon')).refused).toEqual([])
  })

  test('Outlook: every item of 20 files and two stores is read, or counted with its reason', async () => {
    expect(await totals(msg, 'outlook')).toMatchObject({ files: 20, read: 10, skipped: 10, refused: [] })
    expect(await totals(pst, 'outlook')).toMatchObject({ files: 2, read: 3, skipped: 4, refused: [] })
    const contact = await read(msg, 'outlook/msgreader/test__contactUnicode.msg')
    expect(contact.records.map(({ type }) => type).toSorted()).toEqual(['declaration', 'person'])
  })

  test('contacts in CSV: every row is a person', async () => {
    expect(await totals(contactsCsv, 'contacts-csv')).toMatchObject({ files: 3, read: 5, skipped: 0 })
  })

  test.each([
    // Two of the cards are the examples of RFC 6351 and RFC 7095, in XML and JSON.
    [vcard, 'vcard', /^BEGIN:VCARD\s*$|<vcard>|^\s*\[\s*"vcard"/gim, 38],
    [icalendar, 'ics', /^BEGIN:VEVENT\s*$/gim, 2_366],
  ])(
    'all records of kind %# are read or counted',
    { timeout: 60_000 },
    async (importer, folder, begin, count) => {
      const sum = await totals(importer, folder, begin)
      expect(sum.refused).toEqual([])
      expect(sum.held).toBe(count)
      expect(sum.read + sum.skipped).toBe(sum.held)
    },
  )
})

describe.skipIf(!isHere)('chats of other projects', () => {
  test.each([
    [whatsapp, 'whatsapp', 5, 35, 10],
    [telegram, 'telegram', 2, 4, 0],
    [slack, 'slack', 2, 8, 0],
    [meta, 'facebook-instagram', 1, 2, 0],
    // One of the backups is cut off: its 49 messages are read, or are of numbers that do not exist.
    [sms, 'sms', 6, 69, 6],
  ])('of kind %# are read', async (importer, folder, files, read, skipped) => {
    expect(await totals(importer, folder)).toEqual({ files, read, skipped, held: 0, refused: [] })
  })

  test('the same WhatsApp chat in five orders of dates has the same times', async () => {
    const times = new Set<string>()
    for (const path of walk(`${formats}/whatsapp`).filter((name) => name.endsWith('.txt'))) {
      const all = await read(whatsapp, path.slice(formats.length + 1))
      times.add(all.records.map((record) => (record.type === 'interaction' ? record.at : '')).join())
    }
    expect(times.size).toBe(1)
  })
})
