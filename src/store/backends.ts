import type { Backend } from './backend.ts'
import { openPostgres } from './postgres/open.ts'
import { openSqlite } from './sqlite/open.ts'

type BackendKind = {
  readonly accepts: (location: string) => boolean
  readonly open: (location: string) => Backend
}

/** The first that accepts a location opens it. SQLite takes whatever is left: any other text is a file's path. */
export const backends: readonly BackendKind[] = [
  { accepts: (location) => /^postgres(?:ql)?:/i.test(location), open: openPostgres },
  { accepts: () => true, open: openSqlite },
]
