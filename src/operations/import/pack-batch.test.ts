import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channels, roles, timeQualities } from '#core/model/interaction.ts'
import type { InteractionRecord, Participant, SourceRecord } from '#core/model/records.ts'
import { keyHash } from '#store/keys.ts'
import { PackedInteractions, Packer, transferred, Unpacker } from './pack-batch.ts'
import { recordsOf } from './testing/unpack.ts'

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

const letter: InteractionRecord = {
  type: 'interaction',
  key: 'mail:1',
  at: 1,
  timeQuality: 'exact',
  channel: 'mail',
  participants: [],
  bulk: false,
}
/** Keys are packed as they are stored. */
const asPacked = (one: SourceRecord): SourceRecord =>
  one.type === 'interaction' ? { ...one, key: keyHash(one.key) } : one

test('what is packed, handed over and unpacked is what it was, pack after pack', () => {
  fc.assert(
    fc.property(
      fc
        .array(participant, { minLength: 1, maxLength: 5 })
        .chain((people) =>
          fc.array(fc.array(fc.array(record(people), { maxLength: 6 }), { maxLength: 3 }), { maxLength: 4 }),
        ),
      (packs) => {
        const packer = new Packer()
        const unpacker = new Unpacker()
        for (const [i, batches] of packs.entries()) {
          const skip = { where: `row ${i}`, reason: 'no' }
          for (const records of batches)
            packer.add({ records, skipped: [skip], read: records.length, bytes: i })
          const records = batches.flat()
          expect(packer.size).toBe(records.length + batches.length)
          const packed = packer.take()
          const pack = unpacker.unpack(structuredClone(packed, { transfer: transferred(packed) }))
          expect(pack).toMatchObject({ read: records.length, skipped: batches.map(() => skip) })
          expect(recordsOf(pack)).toEqual(records.map(asPacked))
          expect(packer.waiting).toBe(false)
        }
      },
    ),
    { numRuns: 200 },
  )
})

test('a text beyond Latin-1 is packed, and half of a surrogate pair as well', () => {
  const packer = new Packer()
  const subject = 'Żółć \ud83d und 😀'
  packer.add({ records: [{ ...letter, subject }], skipped: [], read: 1, bytes: 1 })
  const packed = new PackedInteractions(packer.take())
  packed.next()
  expect(packed.subject).toBe(subject)
})
