import { FirstTimes, eachSeekingPair, mayBeBulk } from '#core/calibre/seeking-pairs.ts'
import type { Seeker } from '#core/calibre/seeking-pairs.ts'
import type { OwnerId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { interactionBlocks } from './interaction-blocks.ts'

/** Pairs written in one transaction: what an interrupted run loses at most, and as much as is held in memory. */
const MOST_PAIRS = 1_000_000

type Participant = Seeker & { readonly identity: number }

/**
 * The pairs of identities of the interactions after one, ordered by who, then whom, with their first times; and those
 * that may be bulk. Ends with `last`, or with the interaction `upTo` where there are many.
 */
export async function pairsAfter(
  backend: Backend,
  owner: OwnerId,
  after: number,
  last: number,
  personOf: Int32Array,
) {
  const times = new FirstTimes(Math.min(MOST_PAIRS, 2 * (last - after)))
  const wide: number[] = []
  let upTo = last
  for await (const block of interactionBlocks(backend, owner, { after, last })) {
    const { length, ids, at, bulk, starts, identities, roles } = block
    for (let i = 0; i < length; i++) {
      const occurred = at[i]!
      if (bulk[i] === 1 || Number.isNaN(occurred)) continue
      const group: Participant[] = []
      for (let of = starts[i]!; of < starts[i + 1]!; of++)
        group.push({ identity: identities[of]!, person: personOf[identities[of]!] ?? 0, role: roles[of]! })
      if (mayBeBulk(group)) wide.push(ids[i]!)
      else
        eachSeekingPair(group, (one, other, grouped) => {
          if (one.identity !== other.identity) times.add(one.identity, other.identity, grouped, occurred)
        })
    }
    if (times.size >= MOST_PAIRS) {
      upTo = ids[length - 1]!
      break
    }
  }
  return { ...times.columns(), wide, upTo }
}
