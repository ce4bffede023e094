import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { byTie } from '../../ledger/by-tie.ts'
import { LedgerBuilder } from '../../ledger/ledger.ts'
import { receivedTogetherOf } from '../../ledger/network-columns.ts'
import { IN, OUT, WEEK_MS } from '../../ledger/weights.ts'
import { columnsAt } from '../learn/windows.ts'
import { features, networkFeatures, tieFeatures } from './index.ts'

const NOW = 1600 * WEEK_MS

/** Tie 0 went both ways; tie 1 has nothing; tie 2 only bulk. Ties 0 and 1 are one pair, seen from either side. */
const builder = new LedgerBuilder()
builder.push(0, NOW - 1e8, OUT, 0, 1, false)
builder.push(0, NOW - 2e8, IN, 0, 4, false)
builder.push(2, NOW - 1e8, IN, 0, 1, true)
const ends = { people: 3, ego: Int32Array.of(0, 0, 2), alter: Int32Array.of(1, 2, 0) }
const received = receivedTogetherOf([{ at: NOW - 1, recipients: [0, 1] }], 3, (ego, alter) =>
  ego === 0 && alter === 1 ? 0 : -1,
)
const past = { ledger: byTie(builder.finish(3)), network: { ends, received } }
const exchanged = columnsAt(past, NOW)

test('every file of this folder is a listed feature of the same name, or several that differ by their half-life', () => {
  const files = readdirSync(import.meta.dirname).filter(
    (file) => !/^(index|feature|half-life|days-since)\.ts$|\.test\.ts$/.test(file),
  )
  const named = new Set(
    features.map(
      ({ name }) => `${name.replace(/\d+$/, '').replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}.ts`,
    ),
  )
  expect([...named].toSorted()).toEqual(files.toSorted())
  expect(new Set(features.map(({ name }) => name)).size).toBe(features.length)
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

test('a feature of the network is unknown, not 0, where only the ego’s own side is seen', () => {
  const alone = columnsAt({ ledger: past.ledger, network: null }, NOW)
  expect(networkFeatures.map((feature) => feature.of(alone, 0))).toEqual(networkFeatures.map(() => null))
  expect(tieFeatures.every((feature) => feature.of(alone, 0) !== null)).toBe(true)
})
