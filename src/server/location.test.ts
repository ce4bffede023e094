import { join } from 'node:path'
import { expect, test } from 'vitest'
import { databaseFolder, sampleLocation } from './location.ts'

test('the sample lies beside the real data, and in memory only where that is in memory', () => {
  expect(sampleLocation(join('/data', 'kith.db'), '/home')).toBe(join('/data', 'kith-sample.db'))
  expect(sampleLocation('kith.db', '/home')).toBe('kith-sample.db')
  expect(sampleLocation(':memory:', '/home')).toBe(':memory:')
  for (const server of ['postgres://ada@localhost/kith', 'PostgreSQL://localhost/kith'])
    expect(sampleLocation(server, '/home')).toBe(join('/home', 'kith-sample.db'))
})

test('only a file has a folder', () => {
  expect(databaseFolder(join('/data', 'kith.db'))).toBe('/data')
  expect(databaseFolder('kith.db')).toBe('.')
  expect(databaseFolder(':memory:')).toBeNull()
  expect(databaseFolder('postgres://localhost/kith')).toBeNull()
})
