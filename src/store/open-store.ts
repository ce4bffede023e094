import { KithError } from '#core/model/errors.ts'
import type { Backend } from './backend.ts'
import { backends } from './backends.ts'
import { migrate } from './migrate.ts'
import { sqlStore } from './sql-store.ts'
import type { Store } from './store.ts'

/**
 * Opens the database at a location and brings its schema up to date: `postgres://…` is a server, `:memory:` a
 * database that ends with the process, anything else the path of an SQLite file, which is made where there is none, in a folder
 * that is there.
 * @throws KithError 'database' when it cannot be opened, is no kith database, or was written by a newer kith
 */
export async function openStore(location: string): Promise<Store> {
  return sqlStore(await openBackend(location))
}

/** As openStore, for those who look below the store: tests and migrations. */
export async function openBackend(location: string): Promise<Backend> {
  const kind = backends.find((one) => one.accepts(location))
  if (kind === undefined) throw new KithError('database', `kith cannot keep data at ${location}.`)
  const backend = await kind.open(location)
  try {
    await migrate(backend)
    return backend
  } catch (error) {
    await backend.close()
    throw backend.explain(error)
  }
}
