import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Client } from 'pg'
import { startPostgres } from './postgres.ts'

test('where none is installed, the PostgreSQL of the npm package runs, and leaves nothing behind', async (context) => {
  const server = await startPostgres([])
  if (server === null) return context.skip('the npm package has no PostgreSQL for this machine')
  const client = new Client({ connectionString: server.url })
  await client.connect()
  const { rows } = await client.query<{ fsync: string }>('show fsync')
  expect(rows).toEqual([{ fsync: 'off' }])
  await client.end()
  await server.stop()
  expect(existsSync(client.host)).toBe(false)
})
