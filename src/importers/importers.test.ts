import { describe, expect, test } from 'vitest'
import { fixturesOf, importerFolders, type Fixture } from '#testing/importing/fixtures.ts'
import type { Importer, ReadOptions } from './importer.ts'
import { importers } from './index.ts'
import { memoryEntry, memoryHead, readAll } from './text/entries.ts'

const options: ReadOptions = { region: 'DE', timeZone: 'Europe/Berlin', until: Date.UTC(2025, 0) }

/** Every importer that is as sure of a file as the surest one. */
function surest({ path, bytes }: Fixture): readonly string[] {
  const sure = importers.map((importer) => importer.detect(memoryHead(path, bytes)))
  const most = Math.max(...sure)
  return most === 0 ? [] : importers.filter((_, i) => sure[i] === most).map(({ id }) => id)
}

test('every importer folder is registered in index.ts, and every registered importer has its folder', () => {
  expect(importers.map(({ id }) => id).toSorted()).toEqual(importerFolders().toSorted())
})

describe.each(importers.map((importer): [string, Importer] => [importer.id, importer]))(
  '%s',
  (id, importer) => {
    test('says what it reads and how a user gets the export', () => {
      expect(importer.id).toMatch(/^[a-z][a-z0-9-]*$/)
      expect(importer.title).not.toBe('')
      expect(importer.reads).toMatch(/\.$/)
      expect(importer.howToExport.length).toBeGreaterThan(0)
      for (const step of importer.howToExport) expect(step.trim()).not.toBe('')
    })

    test('is the one importer that claims its fixtures', () => {
      const held = fixturesOf(id)
      expect(held.length).toBeGreaterThan(0)
      const claims = held.map((fixture) => [fixture.path, surest(fixture)])
      expect(claims).toEqual(held.map(({ path }) => [path, [id]]))
    })

    test('reads its fixtures', async () => {
      let read = 0
      for (const { path, bytes } of fixturesOf(id)) {
        read += (await readAll(importer, memoryEntry(path, bytes), options)).read
      }
      expect(read).toBeGreaterThan(0)
    })

    test('leaves alone what is no export at all', () => {
      const others: [string, string | Uint8Array][] = [
        ['empty', ''],
        ['table.csv', 'product,price\npen,2\n'],
        ['notes.txt', 'Call Ada on Monday.\n'],
        ['package.json', '{"name":"x"}\n'],
        [
          'picture.png',
          Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]),
        ],
      ]
      for (const [path, content] of others)
        expect([path, importer.detect(memoryHead(path, content))]).toEqual([path, 0])
    })
  },
)
