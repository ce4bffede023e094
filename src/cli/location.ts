import { join } from 'node:path'
import envPaths from 'env-paths'

/** The database: `--db`, else $KITH_DB, else kith.db in the platform's data folder. */
export function databaseLocation(option: string | undefined, env: NodeJS.ProcessEnv): string {
  const chosen = option ?? env['KITH_DB']
  return chosen !== undefined && chosen !== ''
    ? chosen
    : join(envPaths('kith', { suffix: '' }).data, 'kith.db')
}
