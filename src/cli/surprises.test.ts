import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runKith } from './testing/run-kith.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-me-'))
const events = join(folder, 'events.csv')
writeFileSync(
  events,
  'at,from,to,channel\n2026-01-01T10:00:00Z,ada@x.example,bob@y.example,mail\n2026-01-02T10:00:00Z,bob@y.example,ada@x.example,mail\n',
)
const kith = (...words: string[]) => runKith([...words, '--db', join(folder, 'kith.db')])

test('an address that nothing imported has is told at once; before any import nothing is missed', async () => {
  expect((await kith('me', 'set', 'ada@x.example')).err).toBe('')
  await kith('import', events)
  const misspelt = await kith('me', 'set', 'adda@x.example', '--only')
  expect(misspelt).toMatchObject({ code: 0 })
  expect(misspelt.err).toContain('check the spelling')
  expect(await kith('me', 'set', 'ada@x.example', '--only')).toMatchObject({ code: 0, err: '' })
  expect((await kith('people')).out).toContain('bob@y.example')
})

test.each(['soon', '2025-02-30', '1 Feb', ''])('--at "%s" is no time', async (at) => {
  const { err, code } = await kith('worth', '--at', at)
  expect([code, err]).toEqual([2, expect.stringContaining(' is no time; write it as 2026-01-31')])
})

test('nobody who fits a search is not taken for an empty database', async () =>
  expect((await kith('people', '--search', 'zzz')).out).toMatch(/^Nobody fits\./))
