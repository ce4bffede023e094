import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import envPaths from 'env-paths'

/** The platform's folder for kith's data; it need not be there yet. */
export const dataFolder = (): string => envPaths('kith', { suffix: '' }).data

/**
 * The database: `--db`, else $KITH_DB, else kith.db in the platform's data folder. Only that folder is made where there
 * is none: for a place the user has named, a folder that is not there is a mistyped one.
 */
export function databaseLocation(option: string | undefined, env: NodeJS.ProcessEnv): string {
  const chosen = option ?? env['KITH_DB']
  if (chosen !== undefined && chosen !== '') return chosen
  const folder = dataFolder()
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch {
    // Opening the database says what is wrong with its folder.
  }
  return join(folder, 'kith.db')
}
