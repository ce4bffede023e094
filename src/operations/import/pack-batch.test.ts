import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channels, roles, timeQualities } from '#core/model/interaction.ts'
import type { Participant, SourceRecord } from '#core/model/records.ts'
import { Packer, Unpacker } from './pack-batch.ts'

const words = fc.string({ maxLength: 8 })
const identity = fc.record({ kind: fc.constantFrom('mail' as const, 'phone' as const), value: words })
const participant: fc.Arbitrary<Participant> = fc.record(
  {
    identity: fc.oneof(identity, fc.constant('owner' as const)),
    role: fc.constantFrom(...roles),
    name: words,
  },
  { requiredKeys: ['identity', 'role'] },
)
const record = (people: readonly Participant[]): fc.Arbitrary<SourceRecord> =>
  fc.oneof(
    fc.record(
      {
        type: fc.constant('interaction' as const),
        key: words,
        at: fc.option(fc.integer()),
        timeQuality: fc.constantFrom(...timeQualities),
        channel: fc.constantFrom(...channels),
        participants: fc.array(fc.constantFrom(...people), { maxLength: 4 }),
        bulk: fc.boolean(),
        subject: words,
        words: fc.nat(),
        thread: words,
        keywords: fc.array(words, { maxLength: 3 }),
      },
      { requiredKeys: ['type', 'key', 'at', 'timeQuality', 'channel', 'participants', 'bulk'] },
    ),
    fc.record({
      type: fc.constant('person' as const),
      identities: fc.array(identity, { maxLength: 2 }),
      name: words,
    }),
  )

test('what is packed, cloned and unpacked is what it was, batch after batch', () => {
  fc.assert(
    fc.property(
      fc
        .array(participant, { minLength: 1, maxLength: 5 })
        .chain((people) => fc.array(fc.array(record(people), { maxLength: 6 }), { maxLength: 4 })),
      (batches) => {
        const packer = new Packer()
        const unpacker = new Unpacker()
        for (const [i, records] of batches.entries()) {
          const batch = {
            records,
            skipped: [{ where: `row ${i}`, reason: 'no' }],
            read: records.length,
            bytes: i,
          }
          const unpacked = unpacker.unpack(structuredClone(packer.pack(batch)))
          const { records: again, skipped, read, bytes } = unpacked
          expect({ records: again, skipped, read, bytes }).toEqual(batch)
          expect(unpacked.size).toBe(records.length)
        }
      },
    ),
    { numRuns: 200 },
  )
})
