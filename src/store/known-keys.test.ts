import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyHash } from './keys.ts'
import { KnownKeys } from './known-keys.ts'

const nobodys = { owner_id: 1, next_interaction_id: 1 }
type Owner = Parameters<KnownKeys['among']>[0]
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the rest of the row does not matter here
const owner = (next: number): Owner => ({ ...nobodys, next_interaction_id: next }) as Owner
const hashes = (count: number, name: string): string[] =>
  Array.from({ length: count }, (_, i) => keyHash(`${name} ${i}`))

test('a key that was added is among those that may be stored', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 40 }), (keys) => {
      const known = new KnownKeys()
      const stored = keys.map(keyHash)
      expect(known.among(owner(1), 7, stored)).toEqual([])
      known.add(stored, stored.length + 1)
      expect(known.among(owner(stored.length + 1), 7, stored)).toEqual(stored)
    }),
  )
})

test('of 100,000 keys that are new after as many, hardly one is looked up', () => {
  const known = new KnownKeys()
  known.among(owner(1), 7, [])
  known.add(hashes(100_000, 'old'), 100_001)
  expect(known.among(owner(100_001), 7, hashes(100_000, 'new')).length).toBeLessThan(100)
})

test('once somebody else added any, or an import was taken back, all are looked up', () => {
  const keys = hashes(3, 'new')
  for (const [next, importId, forget] of [
    [12, 7, false],
    [11, 8, false],
    [11, 7, true],
  ] as const) {
    const known = new KnownKeys()
    known.among(owner(1), 7, [])
    known.add(hashes(10, 'old'), 11)
    if (forget) known.forget()
    expect(known.among(owner(next), importId, keys)).toEqual(keys)
  }
})
