import { describe, inject } from 'vitest'
import '#testing/postgres-setup.ts'
import { storeContract } from './store.contract.ts'
import { postgresAt, sqliteFile, sqliteInMemory } from './contract/support/harness.ts'

const postgresUrl = inject('postgresUrl') ?? null

describe('SQLite in memory', () => {
  storeContract(sqliteInMemory)
})

describe('SQLite file', () => {
  storeContract(sqliteFile)
})

describe.skipIf(postgresUrl === null)(
  'PostgreSQL (skipped where there is none: see src/testing/postgres.ts)',
  () => {
    storeContract(postgresAt(postgresUrl ?? ''))
  },
)
