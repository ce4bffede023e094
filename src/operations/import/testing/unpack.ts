import { channels, timeQualities } from '#core/model/interaction.ts'
import type { InteractionRecord, SourceRecord } from '#core/model/records.ts'
import { keyHash } from '#store/keys.ts'
import { type Pack, PackedInteractions } from '../pack-batch.ts'

/** The records of a pack as an importer gave them, but for their keys, which are as they are stored. */
export function recordsOf(pack: Pack): SourceRecord[] {
  const packed = new PackedInteractions(pack)
  return Array.from(pack.order, (place) => {
    if (place >= 0) return pack.others[place]!
    packed.next()
    const { subject, words, thread, keywords } = packed
    const record: InteractionRecord = {
      type: 'interaction',
      key: keyHash(packed.key),
      at: packed.at,
      timeQuality: timeQualities[packed.timeQuality]!,
      channel: channels[packed.channel]!,
      participants: Array.from(
        pack.participants.subarray(packed.start, packed.end),
        (who) => pack.people[who]!,
      ),
      bulk: packed.bulk,
      ...(subject === undefined ? {} : { subject }),
      ...(words === undefined ? {} : { words }),
      ...(thread === undefined ? {} : { thread }),
      ...(keywords === undefined ? {} : { keywords }),
    }
    return record
  })
}
