import type { Ledger } from './ledger.ts'

/** A ledger in the one order that folds read: by tie, then time, then what else a fold may see. */
export type TieLedger = Ledger & {
  /** The rows of tie i are starts[i] ≤ row < starts[i + 1]. */
  readonly starts: Int32Array
}

/**
 * Order of two rows of one tie. Rows that compare equal weigh the same in every fold, so sums come out the same to
 * the last digit in whatever order the rows were imported.
 */
function compareRows(ledger: Ledger, a: number, b: number): number {
  return (
    ledger.atMs[a]! - ledger.atMs[b]! ||
    ledger.direction[a]! - ledger.direction[b]! ||
    ledger.audience[a]! - ledger.audience[b]! ||
    ledger.channel[a]! - ledger.channel[b]! ||
    ledger.bulk[a]! - ledger.bulk[b]!
  )
}

function gathered<A extends Int32Array | Float64Array | Uint8Array>(target: A, from: A, rows: Int32Array): A {
  for (let i = 0; i < rows.length; i++) target[i] = from[rows[i]!]!
  return target
}

/** Ledgers that are in this order; told by the object, since a copy with other columns need not be. */
const ordered = new WeakSet<Ledger>()

/**
 * The same rows by tie and time: a counting sort over ties, then a comparison sort within the ties that need one.
 * Rows that are in order already are not copied.
 */
export function byTie(ledger: Ledger): TieLedger {
  if (isOrdered(ledger)) return ledger
  const sorted = sortedByTie(ledger)
  ordered.add(sorted)
  return sorted
}

const isOrdered = (ledger: Ledger): ledger is TieLedger => ordered.has(ledger)

function sortedByTie(ledger: Ledger): TieLedger {
  const { length, tieCount, tie } = ledger
  const starts = new Int32Array(tieCount + 1)
  let inOrder = true
  for (let row = 0; row < length; row++) {
    const here = tie[row]!
    starts[here + 1]!++
    if (inOrder && row > 0) {
      const before = tie[row - 1]!
      inOrder = before < here || (before === here && compareRows(ledger, row - 1, row) <= 0)
    }
  }
  for (let i = 0; i < tieCount; i++) starts[i + 1]! += starts[i]!
  if (inOrder) return { ...ledger, starts }

  const rows = new Int32Array(length)
  const next = starts.slice(0, tieCount)
  for (let row = 0; row < length; row++) rows[next[tie[row]!]!++] = row
  for (let i = 0; i < tieCount; i++) {
    const ofTie = rows.subarray(starts[i], starts[i + 1])
    for (let k = 1; k < ofTie.length; k++) {
      if (compareRows(ledger, ofTie[k - 1]!, ofTie[k]!) > 0) {
        ofTie.sort((a, b) => compareRows(ledger, a, b))
        break
      }
    }
  }
  return {
    length,
    tieCount,
    tie: gathered(new Int32Array(length), tie, rows),
    atMs: gathered(new Float64Array(length), ledger.atMs, rows),
    direction: gathered(new Uint8Array(length), ledger.direction, rows),
    channel: gathered(new Uint8Array(length), ledger.channel, rows),
    audience: gathered(new Int32Array(length), ledger.audience, rows),
    bulk: gathered(new Uint8Array(length), ledger.bulk, rows),
    starts,
  }
}
