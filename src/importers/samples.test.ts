import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { icalendar } from './icalendar/icalendar.ts'
import { HEAD_BYTES, type Importer, type ReadOptions } from './importer.ts'
import { linkedin } from './linkedin/linkedin.ts'
import { memoryEntry, readAll, type Everything } from './text/entries.ts'
import { vcard } from './vcard/vcard.ts'

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
    expect(all.records.every((record) => 'at' in record && (record.at ?? 0) > Date.UTC(2003, 0))).toBe(true)
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

  test.each([
    [vcard, 'vcard', /^BEGIN:VCARD\s*$/gim, 36],
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
