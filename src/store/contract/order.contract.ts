import fc from 'fast-check'
import { expect } from 'vitest'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { timeQualities } from '#core/model/interaction.ts'
import { importBatch, mail, refresh, startImport } from './support/small-import.ts'
import type { SmallBatch } from './support/small-import.ts'
import type { CanonicalDump } from './support/canonical-dump.ts'
import type { StoreKind } from './support/harness.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER

const address = fc.constantFrom('me@x', 'me@home', 'a@x', 'b@x', 'c@x', 'd@x')
const orNone = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null })
const told = fc.record({
  key: fc.constantFrom('1', '2', '3', '4'),
  at: orNone(fc.integer({ min: -5, max: 5 })),
  timeQuality: fc.constantFrom(...timeQualities),
  channel: fc.constantFrom('mail' as const, 'meeting' as const),
  bulk: fc.boolean(),
  subject: orNone(fc.constantFrom('s', 't')),
  words: orNone(fc.nat(9)),
  thread: orNone(fc.constantFrom('u', 'v')),
  from: address,
  to: fc.array(address, { maxLength: 2 }),
  attendees: fc.array(address, { maxLength: 2 }),
})
const batch: fc.Arbitrary<SmallBatch> = fc.record(
  {
    interactions: fc.array(told, { maxLength: 4 }),
    people: fc.array(
      fc.record({
        mails: fc.array(address, { minLength: 1, maxLength: 2 }),
        name: fc.constantFrom('N', 'M'),
        at: orNone(fc.nat(3)),
      }),
      { maxLength: 1 },
    ),
    connections: fc.array(fc.record({ to: address, at: orNone(fc.nat(2)) }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
)
const imports = fc.array(batch, { minLength: 1, maxLength: 5 })

export function contractOfOrder(kind: StoreKind): void {
  const test = testWith(kind)

  const contentAfter = async (batches: readonly SmallBatch[], meFirst: boolean): Promise<CanonicalDump> => {
    const { store, dump, drop } = await kind.open()
    try {
      const setMe = async (): Promise<void> => {
        await store.setMe(owner, [mail('me@x'), mail('me@home')], null)
        await refresh(store, owner)
      }
      if (meFirst) await setMe()
      const id = await startImport(store, owner)
      for (const one of batches) await importBatch(store, owner, id, one)
      await setMe()
      await refresh(store, owner)
      expect(await store.health()).toMatchObject({ ok: true, problems: [] })
      return await dump()
    } finally {
      await drop()
    }
  }

  test('imports in any order, repeated, and before or after the owner is known give the same content', async () => {
    const shuffled = imports.chain((batches) =>
      fc.record({
        batches: fc.constant(batches),
        order: fc.shuffledSubarray(batches, { minLength: batches.length }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(shuffled, fc.boolean(), async ({ batches, order }, meFirst) => {
        const straight = await contentAfter(batches, true)
        expect(await contentAfter([...order, ...batches], meFirst)).toEqual(straight)
      }),
      { numRuns: kind.runs },
    )
  })
}
