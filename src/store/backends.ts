import type { Backend } from './backend.ts'

type BackendKind = {
  readonly accepts: (location: string) => boolean
  /** Loads the programs of its database, too. */
  readonly open: (location: string) => Promise<Backend>
}

/** The first that accepts a location opens it. SQLite takes whatever is left: any other text is a file's path. */
export const backends: readonly BackendKind[] = [
  {
    accepts: (location) => /^postgres(?:ql)?:/i.test(location),
    open: async (location) => (await import('./postgres/open.ts')).openPostgres(location),
  },
  {
    accepts: () => true,
    open: async (location) => (await import('./sqlite/open.ts')).openSqlite(location),
  },
]
