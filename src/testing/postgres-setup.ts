import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres.ts'
import type { TestServer } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a PostgreSQL server for tests; null where there is none. */
    postgresUrl: string | null
  }
}

let server: TestServer | null = null

/** One PostgreSQL for the whole test run: KITH_TEST_POSTGRES where it is set, else a throw-away server. */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env['KITH_TEST_POSTGRES']
  if (given === undefined) server = await startPostgres()
  const url = given ?? server?.url ?? null
  if (url === null)
    process.stderr.write(
      'No PostgreSQL here: its tests are skipped. Install postgresql, or set KITH_TEST_POSTGRES to an address.\n',
    )
  project.provide('postgresUrl', url)
}

export async function teardown(): Promise<void> {
  await server?.stop()
}
