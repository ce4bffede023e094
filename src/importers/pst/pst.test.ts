import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { InteractionRecord } from '#core/model/records.ts'
import type { Entry, ReadOptions } from '../importer.ts'
import { folders, inside } from '../outlook/testing/items.ts'
import { pstFile } from '../outlook/testing/pst-file.ts'
import { memoryEntry, memoryHead, readAll, type Everything } from '../text/entries.ts'
import { pst } from './pst.ts'

const options: ReadOptions = { region: 'DE', timeZone: 'UTC', until: Date.UTC(2025, 0) }
const whole = pstFile(folders)
const read = (entry: Entry): Promise<Everything> => readAll(pst, entry, options)
const interactions = (all: Everything): InteractionRecord[] =>
  all.records.filter((record) => record.type === 'interaction')

test('the fixture is what the writer writes', () => {
  expect(Buffer.compare(readFileSync(new URL('fixtures/outlook.pst', import.meta.url)), whole)).toBe(0)
})

test('all items of all folders are read or counted', async () => {
  const all = await read(memoryEntry('mine.pst', whole))
  expect(all.read).toBe(4)
  expect(all.skipped).toEqual([
    { where: 'item 3 (Sent Items)', reason: 'a draft that was not sent' },
    { where: 'item 6 (Contacts)', reason: 'a note, task or other item without people' },
  ])
  expect(interactions(all).map(({ channel, at }) => [channel, new Date(at ?? 0).toISOString()])).toEqual([
    ['mail', '2024-01-15T09:30:00.000Z'],
    ['mail', '2024-01-15T11:00:00.000Z'],
    ['meeting', '2024-03-18T08:00:00.000Z'],
    ['meeting', '2024-04-01T07:00:00.000Z'],
    ['meeting', '2024-04-15T07:00:00.000Z'],
    ['meeting', '2024-04-09T13:00:00.000Z'],
  ])
  expect(all.records).toContainEqual({
    type: 'person',
    identities: [
      { kind: 'mail', value: 'lena@okafor.example' },
      { kind: 'directory', value: '/o=okafor/ou=exchange administrative group/cn=recipients/cn=lena' },
    ],
  })
})

test('a folder of sent mail says who the owner is', async () => {
  const sent = pstFile([{ name: 'Sent Items', items: [inside] }])
  const owners = (await read(memoryEntry('mine.pst', sent))).records.filter(({ type }) => type === 'owner')
  expect(owners[0]).toMatchObject({ basis: 'sent', identity: { kind: 'directory' }, count: 1 })
})

test('a file on the disk is read in place, a few pages at a time', async () => {
  let closed = 0
  const entry: Entry = {
    ...memoryEntry('mine.pst', whole),
    bytes: () => {
      throw new Error('it was read from end to end')
    },
    random: () => ({
      read: (into, position) => {
        expect(into.length).toBeLessThan(1 << 20)
        const part = whole.subarray(position, position + into.length)
        into.set(part)
        return part.length
      },
      close: () => {
        closed++
      },
    }),
  }
  expect((await read(entry)).read).toBe(4)
  expect(closed).toBe(1)
})

test('a large one within an archive is refused with the way out', async () => {
  const entry = { ...memoryEntry('a.zip/mine.pst', whole), size: 1 << 30 }
  await expect(read(entry)).rejects.toThrow(/within an archive; unpack the archive/)
})

test('a file cut off ends with a sentence, or with what could be read', async () => {
  for (const share of [0.1, 0.5, 0.9, 0.99]) {
    const cut = whole.slice(0, Math.floor(whole.length * share))
    await expect(read(memoryEntry('mine.pst', cut))).rejects.toThrow(/damaged at its beginning/)
  }
})

test('only data files of Outlook are taken for such', () => {
  expect(pst.detect(memoryHead('x', whole))).toBeGreaterThan(0.9)
  expect(pst.detect(memoryHead('x.pst', '!BDN'))).toBe(0)
  expect(pst.detect(memoryHead('x.pst', ''))).toBe(0)
})
