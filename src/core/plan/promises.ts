import { DAY_MS } from '../stats/decay.ts'

/** One message of a thread, as the store gives it: direction 0 = the user wrote, 1 = they wrote, 2 = together. */
export type ThreadMessage = {
  readonly person: number
  readonly at: number
  readonly direction: number
  readonly audience: number
  readonly bulk: boolean
  readonly thread: string | null
  readonly subject: string | null
}

/** A conversation that waits for somebody. */
export type OpenPromise = {
  readonly person: number
  /** Who has to answer. */
  readonly side: 'i-owe' | 'they-owe'
  readonly subject: string | null
  /** When the message that waits was written. */
  readonly at: number
  readonly days: number
}

/** A message to more people than this asks nobody in particular. */
const MOST_AUDIENCE = 3
const OUT = 0
const IN = 1
const SUBJECT_PREFIX = /^(?:\s*(?:re|fwd?|aw|wg|sv|vs|antw)\s*(?:\[\d+\])?:)+\s*/i

/** What a subject says, without the marks of answers and forwards. */
export const plainSubject = (subject: string | null): string | null => {
  const plain = subject?.replace(SUBJECT_PREFIX, '').trim() ?? ''
  return plain === '' ? null : plain
}

/**
 * Conversations without an answer: what the user owes and is owed, newest first. A conversation is a thread, or the
 * messages of one subject where the source knows no threads. Bulk and messages to many ask nobody; a meeting, or any
 * later message of the other side, answers all that came before it.
 * @param messages of any number of people, in any order
 * @param now epoch milliseconds; nothing at or after it is seen
 */
export function openPromises(messages: readonly ThreadMessage[], now: number): OpenPromise[] {
  const byPerson = Map.groupBy(
    messages.filter((message) => !message.bulk && message.at < now),
    (message) => message.person,
  )
  const found: OpenPromise[] = []
  for (const [person, all] of byPerson) {
    const ordered = all.toSorted((a, b) => a.at - b.at)
    let lastOut = -Infinity
    let lastIn = -Infinity
    for (const { direction, at } of ordered) {
      if (direction !== IN) lastOut = Math.max(lastOut, at)
      if (direction !== OUT) lastIn = Math.max(lastIn, at)
    }
    const threads = Map.groupBy(ordered, ({ thread, subject }) => thread ?? plainSubject(subject) ?? '')
    for (const of of threads.values()) {
      const last = of.at(-1)!
      if (last.audience > MOST_AUDIENCE) continue
      const side = last.direction === IN ? 'i-owe' : last.direction === OUT ? 'they-owe' : null
      if (side === null) continue
      // Whatever was written later, in another thread, answers too: people change the subject line.
      const answered = side === 'i-owe' ? lastOut > last.at : lastIn > last.at
      if (!answered)
        found.push({
          person,
          side,
          subject: plainSubject(last.subject),
          at: last.at,
          days: (now - last.at) / DAY_MS,
        })
    }
  }
  return found.sort((a, b) => b.at - a.at || a.person - b.person)
}
