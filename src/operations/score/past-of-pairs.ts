import { byTie } from '#core/ledger/by-tie.ts'
import { LedgerBuilder } from '#core/ledger/ledger.ts'
import { receivedTogetherOf } from '#core/ledger/network-columns.ts'
import { eachTouchpoint } from '#core/ledger/touchpoints.ts'
import type { Past } from '#core/closeness/learn/windows.ts'
import type { PersonId } from '#core/model/ids.ts'
import { channelCode, roleCode } from '#core/model/interaction.ts'
import type { Gathered } from './gather.ts'

const FROM = roleCode('from')
const MEETING = channelCode('meeting')
const CALL = channelCode('call')

/** What went on between all people of the files, and which tie is whose. */
export type PastOfPairs = {
  readonly past: Past & { readonly network: NonNullable<Past['network']> }
  /** The number of a tie; undefined where the two never had to do with each other. */
  readonly tieOf: (ego: PersonId, person: PersonId) => number | undefined
}

/**
 * The ties between all people of the files, before a time: also those of others, for what goes on around a tie.
 * @param ego whether somebody's network is asked for: their ties are the ones to learn from
 */
export function pastOfPairs(
  gathered: Gathered,
  ego: (person: PersonId) => boolean,
  until: number,
): PastOfPairs {
  const numbers = new Map<PersonId, number>()
  const numberOf = (person: PersonId): number => {
    const known = numbers.get(person)
    if (known !== undefined) return known
    numbers.set(person, numbers.size)
    return numbers.size - 1
  }
  const tieOf = new Map<number, Map<number, number>>()
  const ends: { readonly ego: number; readonly alter: number }[] = []
  const fromEgo: number[] = []
  const tieBetween = (from: PersonId, to: PersonId): number => {
    const one = numberOf(from)
    const other = numberOf(to)
    let ofOne = tieOf.get(one)
    if (ofOne === undefined) tieOf.set(one, (ofOne = new Map()))
    const known = ofOne.get(other)
    if (known !== undefined) return known
    ofOne.set(other, ends.length)
    ends.push({ ego: one, alter: other })
    fromEgo.push(ego(from) ? 1 : 0)
    return ends.length - 1
  }
  const builder = new LedgerBuilder()
  const messages: { readonly at: number; readonly recipients: readonly number[] }[] = []
  for (const seen of gathered.interactions) {
    if (seen.at >= until) continue
    eachTouchpoint(seen, (from, to, direction, audience, _role, bulk) =>
      builder.push(
        tieBetween(from as PersonId, to as PersonId),
        seen.at,
        direction,
        seen.channel,
        audience,
        bulk,
      ),
    )
    if (seen.bulk || seen.channel === MEETING || seen.channel === CALL) continue
    const authors = new Set(seen.participants.filter(({ role }) => role === FROM).map(({ person }) => person))
    const recipients = new Set(
      seen.participants.flatMap(({ person }) => (authors.has(person) ? [] : [numberOf(person as PersonId)])),
    )
    if (recipients.size > 1) messages.push({ at: seen.at, recipients: [...recipients] })
  }
  return {
    past: {
      ledger: byTie(builder.finish(ends.length)),
      network: {
        ends: {
          people: numbers.size,
          ego: Int32Array.from(ends, (end) => end.ego),
          alter: Int32Array.from(ends, (end) => end.alter),
        },
        received: receivedTogetherOf(messages, ends.length, (one, other) => tieOf.get(one)?.get(other) ?? -1),
      },
      learnFrom: Uint8Array.from(fromEgo),
    },
    tieOf: (from, to) => tieOf.get(numbers.get(from) ?? -1)?.get(numbers.get(to) ?? -1),
  }
}
