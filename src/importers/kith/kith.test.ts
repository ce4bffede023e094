import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ReadOptions } from '../importer.ts'
import { memoryEntry, memoryHead, readAll } from '../text/entries.ts'
import { kithExport } from './kith.ts'

const options: ReadOptions = { region: null, timeZone: 'UTC', until: Date.UTC(2026, 0) }
const read = (text: string) => readAll(kithExport, memoryEntry('kith.jsonl', text, 37), options)
const fixture = readFileSync(new URL('fixtures/small.jsonl', import.meta.url), 'utf8')
const opening = '{"kith":"export","format":1,"version":"0.1.0"}\n'

test('every line after the first is a record, read as it was written', async () => {
  const all = await read(fixture)
  expect(all.skipped).toEqual([])
  expect(all.records.map((record) => JSON.stringify(record))).toEqual(fixture.trim().split('\n').slice(1))
})

test('it is told by its first line alone', () => {
  expect(kithExport.detect(memoryHead('a.txt', fixture))).toBe(1)
  expect(kithExport.detect(memoryHead('kith.jsonl', '{"at":"2024","from":"a","to":"b"}'))).toBe(0)
})

test('a line that is broken, of an unknown type or cut short is skipped, and the others are read', async () => {
  const all = await read(
    `${opening}{"type":"person","identities":[]}\n{"type":"spell"}\nnot JSON\n${fixture.split('\n')[2]}\n{"type":"pers`,
  )
  expect(all.read).toBe(1)
  expect(all.skipped.map(({ where }) => where)).toEqual(['line 2', 'line 3', 'line 4', 'line 6'])
})

test('an export of a newer kith, and one without its first line, are refused in a sentence', async () => {
  await expect(read('{"kith":"export","format":2}\n')).rejects.toThrow(/newer kith/)
  await expect(read('{"type":"person"}\n')).rejects.toThrow(/does not begin/)
  await expect(read('')).rejects.toThrow(/does not begin/)
})
