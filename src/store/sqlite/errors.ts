import { dirname } from 'node:path'
import { KithError } from '#core/model/errors.ts'

/** Primary result codes of SQLite (https://sqlite.org/rescode.html) that a user can do something about. */
const sentences = new Map<number, (location: string) => string>([
  [5, (at) => `${at} is in use by another program that does not let go. Close it and try again.`],
  [8, (at) => `kith may only read ${at}. Allow writing to it, or choose another database with --db.`],
  [
    10,
    (at) => `The disk under ${at} does not read or write properly. Check the disk; a backup may be needed.`,
  ],
  [11, (at) => `${at} is damaged. Restore a backup, or import again into another database with --db.`],
  [
    13,
    (at) => `The disk is full, so kith could not write to ${at}. Make room and try again; nothing is lost.`,
  ],
  [
    14,
    (at) =>
      `kith cannot open ${at}. Check that the folder exists and may be written to, or choose another with --db.`,
  ],
  [26, (at) => `${at} is not a kith database. Choose another file with --db.`],
])

const hasCode = (error: unknown): error is Error & { readonly errcode: number } =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'

/** Another process has the lock that was asked for. */
export const isBusy = (error: unknown): boolean => hasCode(error) && (error.errcode & 0xff) === 5

/** An error of SQLite as a sentence; what is no such error comes back as it is. */
export function explainSqlite(error: unknown, location: string): unknown {
  if (!hasCode(error)) return error
  // The lower byte is the primary code, the rest says more of it.
  const sentence = sentences.get(error.errcode & 0xff)
  return sentence ? new KithError('database', sentence(location), { cause: error }) : error
}

const causes = new Map<string, string>([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['ENOTDIR', 'a part of the path is a file'],
  ['EEXIST', 'a part of the path is a file'],
  ['EISDIR', 'it is a folder'],
  ['ENAMETOOLONG', 'the path is too long'],
])

/** What keeps a database file from being made, as a sentence. */
export function explainFile(error: unknown, location: string): unknown {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return error
  if (error.code === 'ENOENT')
    return new KithError(
      'database',
      `There is no folder ${dirname(location)} for the database. Make it first, or choose another place with --db.`,
      { cause: error },
    )
  const cause = causes.get(error.code) ?? error.code
  return new KithError(
    'database',
    `kith cannot keep its database at ${location}: ${cause}. Choose another place with --db.`,
    { cause: error },
  )
}
