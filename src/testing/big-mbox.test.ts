import { expect, test } from 'vitest'
import { mbox } from '#importers/mbox/mbox.ts'
import { bigMbox } from './big-mbox.ts'

const at = Date.UTC(2026, 8, 1)

test('the same seed gives the same bytes', () => {
  const make = (seed: number): string => [...bigMbox({ messages: 200, seed, at })].join('')
  expect(make(1)).toBe(make(1))
  expect(make(1)).not.toBe(make(2))
})

test('it holds as many messages as asked for, of some 10 kB, from many people', async () => {
  const messages = 3_000
  const chunks = [...bigMbox({ messages, seed: 1, at })].map((chunk) => new TextEncoder().encode(chunk))
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  expect(size / messages).toBeGreaterThan(7_000)
  expect(size / messages).toBeLessThan(13_000)
  const entry = {
    path: 'big.mbox',
    size,
    bytes: async function* () {
      yield* chunks
    },
  }
  const people = new Set<string>()
  const keys = new Set<string>()
  let [read, skipped, bulk] = [0, 0, 0]
  for await (const batch of mbox.read(entry, { region: null, timeZone: 'UTC', until: at })) {
    read += batch.read
    skipped += batch.skipped.length
    for (const record of batch.records) {
      if (record.type !== 'interaction') continue
      keys.add(record.key)
      if (record.bulk) bulk++
      expect(record.at).toBeLessThanOrEqual(at)
      for (const { identity } of record.participants) if (identity !== 'owner') people.add(identity.value)
    }
  }
  expect([read, skipped, keys.size]).toEqual([messages, 0, messages])
  expect(people.size).toBeGreaterThan(1_000)
  expect(bulk / messages).toBeCloseTo(0.2, 1)
})
