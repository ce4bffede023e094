import { FirstTimes, eachSeekingPair, mayBeBulk } from '#core/calibre/seeking-pairs.ts'
import type { OwnerId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { interactionBlocks } from './interaction-blocks.ts'

/** Pairs written in one transaction: what an interrupted run loses at most, and as much as is held in memory. */
const MOST_PAIRS = 1_000_000

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
  const times = new FirstTimes(Math.min(MOST_PAIRS, last - after) / 2)
  const wide: number[] = []
  let upTo = last
  for await (const block of interactionBlocks(backend, owner, { after, last })) {
    const { length, ids, at, bulk, starts, identities, roles } = block
    const people = new Int32Array(identities.length)
    for (let i = 0; i < people.length; i++) people[i] = personOf[identities[i]!] ?? 0
    const seekers = { people, roles }
    for (let i = 0; i < length; i++) {
      const occurred = at[i]!
      if (bulk[i] === 1 || Number.isNaN(occurred)) continue
      const [start, end] = [starts[i]!, starts[i + 1]!]
      if (mayBeBulk(seekers, start, end)) wide.push(ids[i]!)
      else
        eachSeekingPair(seekers, start, end, (from, to, grouped) => {
          const [one, other] = [identities[from]!, identities[to]!]
          if (one !== other) times.add(one, other, grouped, occurred)
        })
    }
    if (times.size >= MOST_PAIRS) {
      upTo = ids[length - 1]!
      break
    }
  }
  return { ...times.columns(), wide, upTo }
}
