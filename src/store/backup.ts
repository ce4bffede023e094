import { rename, rm, stat } from 'node:fs/promises'
import { KithError } from '#core/model/errors.ts'
import type { Backend } from './backend.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'

/** How far a copy is, in parts of the engine's own size (pages, tables). */
export type CopyProgress = (done: number, total: number) => void

/** What a backup was found to hold when it was read again. */
export type BackupFacts = {
  /** Format and engine, for example `SQLite 3.50.4`. */
  readonly engine: string
  readonly schemaVersion: number
  readonly interactions: number
  readonly people: number
}

/** Counts the people that `counts` counts for whoever the only owner is: no machines, not the owner. */
export const PEOPLE_IN_BACKUP =
  'select count(*) from people where is_person = 1 and person_id not in (select me_person_id from owners where me_person_id is not null)'

/** How an engine copies its database whole, into one file, and back. */
export type BackupEngine = {
  /** Writes all of one moment, while others go on reading and writing. */
  readonly write: (file: string, progress: CopyProgress) => Promise<void>
  /** Reads a backup through and says what it holds; throws where it is damaged or none of this engine's. */
  readonly verify: (file: string) => Promise<BackupFacts>
  /** Replaces everything by what a verified backup holds, wholly or not at all. */
  readonly restore: (file: string, progress: CopyProgress) => Promise<void>
}

/** Safe copies of everything. */
export interface BackupStore {
  /**
   * Copies the database into a file and reads the copy again. A file of that name is replaced once the copy is whole.
   * @throws KithError 'database' when it cannot be written
   */
  readonly backup: (
    file: string,
    progress?: CopyProgress,
  ) => Promise<BackupFacts & { readonly bytes: number }>
  /** What a backup holds. @throws KithError 'unreadable' when it is damaged, or none that this store can take */
  readonly verifyBackup: (file: string) => Promise<BackupFacts>
  /**
   * Replaces everything by what a backup holds, and brings it up to this kith's schema.
   * @throws KithError as verifyBackup does; nothing has changed then
   */
  readonly restore: (file: string, progress?: CopyProgress) => Promise<BackupFacts>
}

const quiet: CopyProgress = () => {}

/** Takes only what this kith knows how to read. */
function checkVersion(file: string, { schemaVersion }: BackupFacts): void {
  if (schemaVersion > migrations.length)
    throw new KithError(
      'unreadable',
      `${file} was made by a newer kith (schema ${schemaVersion}, this one knows ${migrations.length}). Update kith to restore it.`,
    )
}

export function backupPart(backend: Backend): BackupStore {
  const { backup: engine } = backend
  const verifyBackup = async (file: string): Promise<BackupFacts> => {
    if ((await stat(file).catch(() => null))?.isFile() !== true)
      throw new KithError('not-found', `There is no file ${file}.`)
    const facts = await engine.verify(file)
    checkVersion(file, facts)
    return facts
  }
  return {
    verifyBackup,

    async backup(file, progress = quiet) {
      // Beside it and moved: a full disk or a kill leaves a former backup as it was.
      const partial = `${file}.partial`
      await rm(partial, { force: true })
      try {
        await engine.write(partial, progress)
        const facts = await engine.verify(partial)
        await rename(partial, file)
        return { ...facts, bytes: (await stat(file)).size }
      } catch (error) {
        await rm(partial, { force: true })
        throw explainWrite(error, file)
      }
    },

    async restore(file, progress = quiet) {
      const facts = await verifyBackup(file)
      await engine.restore(file, progress)
      await migrate(backend)
      return facts
    },
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder is not there',
  ENOTDIR: 'its folder is not there',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'that disk can only be read',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
}

/** SQLite's own words for the same, while it writes a copy. */
const sqliteReasons: readonly (readonly [RegExp, string | undefined])[] = [
  [/unable to open|SQLITE_CANTOPEN/i, reasons['ENOENT']],
  [/database or disk is full|SQLITE_FULL/i, reasons['ENOSPC']],
]

function explainWrite(error: unknown, file: string): unknown {
  if (error instanceof KithError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = reasons[code] ?? sqliteReasons.find(([said]) => said.test(String(error)))?.[1]
  if (reason === undefined) return error
  return new KithError(
    'database',
    `The backup could not be written to ${file}: ${reason}. Choose another place.`,
    {
      cause: error,
    },
  )
}
