import type { Series, Stream } from './model.ts'
import { DAY_MS } from './model.ts'
import { meanConversations } from './ties.ts'

/** Days over which closeness is a probability (docs/the-maths/closeness.md). */
export const HORIZON_DAYS = 30

/** Expected conversations of a tie in a window, by who writes in them. */
type Expected = { both: number; outOnly: number; inOnly: number; left: number }

/**
 * For each contact the probability that, within the horizon from `at`, owner and contact write in both directions,
 * or meet, or call: exact for the processes that drew the network, but for answers that cross the window's edges.
 *
 * Conversations of a stream are Poisson, and thinning a Poisson process by who writes gives independent ones, so
 *   P = 1 − e^(−both) · Π skips · (1 − (1 − e^(−outOnly)) (1 − e^(−inOnly)))
 * where `both` counts conversations in which both write, and meetings.
 */
export function trueCloseness(
  contacts: number,
  streams: readonly Stream[],
  series: readonly Series[],
  at: number,
): Float64Array {
  const until = at + HORIZON_DAYS * DAY_MS
  const ties: Expected[] = Array.from({ length: contacts }, () => ({
    both: 0,
    outOnly: 0,
    inOnly: 0,
    left: 1,
  }))
  for (const stream of streams) {
    const conversations = meanConversations(stream, at, until)
    if (conversations === 0) continue
    const { ownerStarts: o, ownerReplies: answers, members, replies } = stream
    const each = (1 - o) / members.length
    const another = each * (members.length - 1)
    for (const [i, member] of members.entries()) {
      const tie = ties[member]!
      const reply = replies[i]!
      if (stream.channel === 'meeting' || stream.channel === 'call') {
        tie.both += conversations
        continue
      }
      tie.both += conversations * (o * reply + each * answers + another * answers * reply)
      tie.outOnly += conversations * (o * (1 - reply) + another * answers * (1 - reply))
      tie.inOnly += conversations * (each * (1 - answers) + another * (1 - answers) * reply)
    }
  }
  for (const { member, from, everyDays, skips } of series) {
    const step = everyDays * DAY_MS
    const before = (time: number): number => Math.max(0, Math.ceil((time - from) / step))
    ties[member]!.left *= skips ** (before(until) - before(at))
  }
  return Float64Array.from(ties, ({ both, outOnly, inOnly, left }) => {
    const crossed = (1 - Math.exp(-outOnly)) * (1 - Math.exp(-inOnly))
    return 1 - Math.exp(-both) * left * (1 - crossed)
  })
}
