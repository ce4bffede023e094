import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { KithError } from '#core/model/errors.ts'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { migrations } from './migrations/index.ts'
import { openBackend, openStore } from './open-store.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-open-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const refusal = async (location: string): Promise<KithError> => {
  const error = await openStore(location).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof KithError)) throw new Error(`${location} was not refused: ${String(error)}`)
  expect(error.code).toBe('database')
  return error
}

test('a new file belongs to the user alone', async () => {
  const location = join(folder, 'kith.db')
  const store = await openStore(location)
  await store.setSetting(SOLE_OWNER, 'a', 1)
  const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8)
  expect(store.location).toBe(location)
  expect([mode(location), mode(`${location}-wal`)]).toEqual(['600', '600'])
  expect(await store.health()).toMatchObject({
    ok: true,
    engine: expect.stringMatching(/^SQLite 3\./) as string,
  })
  await store.close()
})

test('what was written is there when it is opened again', async () => {
  const location = join(folder, 'kith.db')
  const store = await openStore(location)
  await store.setSetting(SOLE_OWNER, 'field', 'law')
  await store.close()
  const again = await openStore(location)
  expect(await again.setting(SOLE_OWNER, 'field')).toBe('law')
  await again.close()
})

test('the file is kept safe: a log, full synchronisation, foreign keys', async () => {
  const backend = await openBackend(join(folder, 'kith.db'))
  expect(await backend.checkFiles()).toEqual([])
  const database = new DatabaseSync(join(folder, 'kith.db'))
  expect(database.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' })
  database.close()
  const orphan = backend.db.insertInto('identities').values({
    identity_id: 1,
    key_hash: 'h',
    kind: 'mail',
    value: 'a@x',
    person_id: 99,
    import_id: null,
  })
  await expect(orphan.execute()).rejects.toThrow('FOREIGN KEY')
  await backend.close()
})

test('a file that is no database is refused', async () => {
  const location = join(folder, 'letter.txt')
  writeFileSync(location, 'Dear Ada, this is a letter and no database. '.repeat(200))
  expect((await refusal(location)).message).toBe(
    `${location} is not a kith database. Choose another file with --db.`,
  )
})

test('a database of another program is refused and left as it is', async () => {
  const location = join(folder, 'other.db')
  const other = new DatabaseSync(location)
  other.exec('create table songs (title text)')
  other.close()
  expect((await refusal(location)).message).toContain('holds the tables of another program')
  const after = new DatabaseSync(location)
  expect(after.prepare('select name from sqlite_master').all()).toEqual([{ name: 'songs' }])
  after.close()
})

test('a database written by a newer kith is refused', async () => {
  const location = join(folder, 'kith.db')
  await (await openStore(location)).close()
  const database = new DatabaseSync(location)
  database.exec('update schema_version set version = 999')
  database.close()
  expect((await refusal(location)).message).toBe(
    `${location} was written by a newer kith (schema 999, this one knows ${migrations.length}). ` +
      'Update kith, or choose another database with --db.',
  )
})

test('a folder that is not there is not made: the path may be mistyped', async () => {
  expect((await refusal(join(folder, 'new', 'kith.db'))).message).toBe(
    `There is no folder ${join(folder, 'new')} for the database. Make it first, or choose another place with --db.`,
  )
  expect(existsSync(join(folder, 'new'))).toBe(false)
})

test('a place where nothing can be written is refused', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  expect((await refusal(join(file, 'kith.db'))).message).toBe(
    `kith cannot keep its database at ${join(file, 'kith.db')}: a part of the path is a file. Choose another place with --db.`,
  )
  mkdirSync(join(folder, 'sub'))
  expect((await refusal(join(folder, 'sub'))).message).toContain('it is a folder')
})

test('a server that does not answer is refused, without the password', async () => {
  const nobody = `postgres://ada:secret@localhost/kith?host=${encodeURIComponent(folder)}`
  const { message } = await refusal(nobody)
  expect(message).toMatch(/^No PostgreSQL answers at postgres:\/\/ada@localhost\/kith/)
  expect(message).not.toContain('secret')
  expect((await refusal('postgres://')).message).toContain('No PostgreSQL answers')
})

test('an empty database is migrated once, however many processes open it at the same moment', async () => {
  const location = join(folder, 'kith.db')
  const program = `
    const { openStore } = await import(${JSON.stringify(new URL('open-store.ts', import.meta.url).href)})
    const store = await openStore(${JSON.stringify(location)})
    await store.addGoal(1, { kind: 'sales', target: 1, period: 'year', confidence: .5, weight: 1, baseRate: null }, 0)
    await store.close()`
  const ends = Array.from(
    { length: 4 },
    () =>
      new Promise<string>((resolve) => {
        const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
          stdio: ['ignore', 'ignore', 'pipe'],
        })
        let said = ''
        child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
        child.once('exit', (code) => resolve(`${code} ${said}`))
      }),
  )
  expect(await Promise.all(ends)).toEqual(['0 ', '0 ', '0 ', '0 '])
  const store = await openStore(location)
  expect(await store.goals(SOLE_OWNER)).toHaveLength(4)
  await store.close()
})
