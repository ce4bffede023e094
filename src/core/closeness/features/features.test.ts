import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { columnsOf } from '../../ledger/tie-columns.ts'
import { foldTie } from '../../ledger/tie-statistics.ts'
import { IN, OUT, WEEK_MS } from '../../ledger/weights.ts'
import { features } from './index.ts'

const NOW = 1600 * WEEK_MS
const exchanged = columnsOf(
  [
    foldTie([
      { atMs: NOW - 1e8, direction: OUT, audience: 1, bulk: false },
      { atMs: NOW - 2e8, direction: IN, audience: 4, bulk: false },
    ]),
    foldTie([]),
    foldTie([{ atMs: NOW - 1e8, direction: IN, audience: 1, bulk: true }]),
  ],
  NOW,
)

test('every file of this folder is a listed feature of the same name', () => {
  const files = readdirSync(import.meta.dirname).filter(
    (file) => !/^(index|feature)\.ts$|\.test\.ts$/.test(file),
  )
  const named = features.map(
    (feature) => `${feature.name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}.ts`,
  )
  expect(named.toSorted()).toEqual(files.toSorted())
})

test.each(features)('$name declares unit, range, direction and source', (feature) => {
  expect(feature.unit).not.toBe('')
  expect(feature.source).toMatch(/\w/)
  expect(['raises', 'lowers']).toContain(feature.direction)
  expect(feature.range[0]).toBeLessThan(feature.range[1])
})

test.each(features)('$name is within its range, and null where there is nothing that counts', (feature) => {
  const value = feature.of(exchanged, 0)
  expect(value).toBeGreaterThanOrEqual(feature.range[0])
  expect(value).toBeLessThanOrEqual(feature.range[1])
  expect(feature.of(exchanged, 1)).toBeNull()
  expect(feature.of(exchanged, 2)).toBeNull()
})
