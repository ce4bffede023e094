import { DatabaseSync, backup } from 'node:sqlite'
import { closeSync, openSync } from 'node:fs'
import { KithError } from '#core/model/errors.ts'
import { type BackupEngine, type CopyProgress, PEOPLE_IN_BACKUP } from '../backup.ts'

/** Pages copied between two looks at whether anybody else wants the database. */
const PAGES_AT_ONCE = 1_000

/** Copies by SQLite's own backup, which sees one moment and goes on when others write (sqlite.org/backup.html). */
export const sqliteBackup = (database: DatabaseSync, location: string): BackupEngine => ({
  write: async (file, progress) => {
    closeSync(openSync(file, 'w', 0o600))
    await copy(database, file, progress)
    // One file for good, not a file and a log beside it.
    const written = new DatabaseSync(file)
    written.exec('pragma journal_mode = delete')
    written.close()
  },
  verify: (file) => Promise.resolve(verify(file)),
  restore: async (file, progress) => {
    if (location === ':memory:')
      throw new KithError('unsupported', 'A database in memory takes no backup; choose a file with --db.')
    const source = new DatabaseSync(file, { readOnly: true })
    try {
      await copy(source, location, progress)
    } finally {
      source.close()
    }
  },
})

async function copy(source: DatabaseSync, file: string, progress: CopyProgress): Promise<void> {
  await backup(source, file, {
    rate: PAGES_AT_ONCE,
    progress: ({ totalPages, remainingPages }) => progress(totalPages - remainingPages, totalPages),
  })
}

function verify(file: string) {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { readOnly: true })
    const only = (statement: string): unknown => Object.values(database?.prepare(statement).get() ?? {})[0]
    const damage = database
      .prepare('pragma integrity_check(3)')
      .all()
      .map((row) => String(Object.values(row)[0]))
      .filter((text) => text !== 'ok')
    if (damage.length > 0)
      throw new KithError('unreadable', `${file} is damaged: ${damage.join('; ')}. Take another backup.`)
    return {
      engine: `SQLite ${String(only('select sqlite_version()'))}`,
      schemaVersion: Number(only('select version from schema_version')),
      interactions: Number(only('select count(*) from interactions')),
      people: Number(only(PEOPLE_IN_BACKUP)),
    }
  } catch (error) {
    if (error instanceof KithError) throw error
    throw new KithError('unreadable', `${file} is no backup of a kith database in an SQLite file.`, {
      cause: error,
    })
  } finally {
    database?.close()
  }
}
