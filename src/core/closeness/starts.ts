import type { Ledger } from '../ledger/ledger.ts'
import { sentences } from '../sentences/index.ts'
import type { Sentences } from '../sentences/index.ts'
import { byTie } from '../ledger/by-tie.ts'
import { IN, OUT } from '../ledger/weights.ts'

/** A silence this long ends a conversation; the next message starts a new one. */
const SILENCE_MS = 7 * 86_400_000
/** With fewer conversations than this there is no usual. */
const LEAST_CONVERSATIONS = 4
/** Who starts so many of them is usually the one who starts. */
const USUAL_SHARE = 0.7

/** How many conversations each side started. */
export type Starts = { readonly out: number; readonly in: number }

/**
 * Who starts the conversations of a tie (tie 0), before `at`: a message after seven days without contact starts one.
 * Meetings go on with a conversation and start none: nobody knows who asked for them. Bulk is left out.
 */
export function startsOf(ledger: Ledger, at: number): Starts {
  const rows = byTie({ ...ledger, tieCount: 1 })
  const starts = { out: 0, in: 0 }
  let before = -Infinity
  for (let row = 0; row < rows.length; row++) {
    const atMs = rows.atMs[row]!
    if (atMs >= at) break
    if (rows.bulk[row] === 1) continue
    const direction = rows.direction[row]!
    if (atMs - before >= SILENCE_MS) {
      if (direction === OUT) starts.out++
      else if (direction === IN) starts.in++
    }
    before = atMs
  }
  return starts
}

/** Who usually starts, in words; null where nobody does. */
export function whoStarts(
  { out, in: inward }: Starts,
  words: Pick<Sentences['closeness'], 'youStart' | 'theyStart'> = sentences.en.closeness,
): string | null {
  const all = out + inward
  if (all < LEAST_CONVERSATIONS) return null
  if (out >= USUAL_SHARE * all) return words.youStart
  return inward >= USUAL_SHARE * all ? words.theyStart : null
}
