import { closenessColumn } from '#core/closeness/closeness.ts'
import { learnCloseness } from '#core/closeness/learn/learn.ts'
import type { Learned } from '#core/closeness/learn/learn.ts'
import { columnsAt } from '#core/closeness/learn/windows.ts'
import { byTie } from '#core/ledger/by-tie.ts'
import { LedgerBuilder } from '#core/ledger/ledger.ts'
import { receivedTogetherOf } from '#core/ledger/network-columns.ts'
import type { ScoringTimes } from '#core/scoring/end-of-data.ts'
import { eachTouchpoint } from '#core/ledger/touchpoints.ts'
import type { PersonId } from '#core/model/ids.ts'
import { channelCode, roleCode } from '#core/model/interaction.ts'
import type { Context } from '../operation.ts'
import { breathe } from '../run.ts'
import type { Gathered } from './gather.ts'

const FROM = roleCode('from')
const MEETING = channelCode('meeting')
const CALL = channelCode('call')

/** Closeness of any pair as a model learned from these very files sees it. */
export type LearnedCloseness = {
  readonly learned: Learned
  readonly of: (ego: PersonId, person: PersonId) => number
}

/**
 * Learns closeness from the past that files show, and scores every pair by it.
 *
 * One model for all egos: their pasts are pooled, because each of them alone has too little. Ties between others are
 * looked at for what goes on around a tie (contacts in common, who is still active), learned from are the egos' own.
 * @param ego whether somebody's network is asked for
 */
export async function learnedCloseness(
  context: Context,
  gathered: Gathered,
  ego: (person: PersonId) => boolean,
  { at, until, known }: ScoringTimes,
): Promise<LearnedCloseness> {
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
  await breathe(context.signal)
  const ledger = byTie(builder.finish(ends.length))
  const past = {
    ledger,
    network: {
      ends: {
        people: numbers.size,
        ego: Int32Array.from(ends, (end) => end.ego),
        alter: Int32Array.from(ends, (end) => end.alter),
      },
      received: receivedTogetherOf(messages, ends.length, (one, other) => tieOf.get(one)?.get(other) ?? -1),
    },
    learnFrom: Uint8Array.from(fromEgo),
  }
  const learned = await learnCloseness(past, known, async (done, of) => {
    context.progress({ step: 'learning from the past', done, total: of, unit: 'steps' })
    await breathe(context.signal)
  })
  const closeness = closenessColumn(columnsAt(past, at), learned.model)
  return {
    learned,
    of: (from, to) => {
      const tie = tieOf.get(numbers.get(from) ?? -1)?.get(numbers.get(to) ?? -1)
      return tie === undefined ? 0 : (closeness[tie] ?? 0)
    },
  }
}
