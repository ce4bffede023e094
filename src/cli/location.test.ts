import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { databaseLocation } from './location.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-location-'))
afterEach(() => vi.unstubAllEnvs())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the database that was named is taken as it is, and nothing is made for it', () => {
  const elsewhere = join(folder, 'not', 'there', 'kith.db')
  expect(databaseLocation(elsewhere, { KITH_DB: 'other.db' })).toBe(elsewhere)
  expect(databaseLocation(undefined, { KITH_DB: elsewhere })).toBe(elsewhere)
  expect(existsSync(dirname(elsewhere))).toBe(false)
})

// macOS and Windows name the folder after the user, which a test must not touch.
test.runIf(process.platform === 'linux')(
  'the folder of the default database is made, for the user alone',
  () => {
    vi.stubEnv('XDG_DATA_HOME', join(folder, 'data'))
    const location = databaseLocation(undefined, {})
    expect(location).toBe(join(folder, 'data', 'kith', 'kith.db'))
    expect((statSync(dirname(location)).mode & 0o777).toString(8)).toBe('700')
  },
)
