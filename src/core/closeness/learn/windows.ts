import type { TieLedger } from '../../ledger/by-tie.ts'
import { foldLedger } from '../../ledger/fold-ledger.ts'
import { networkColumns } from '../../ledger/network-columns.ts'
import type { ReceivedTogether, TieEnds } from '../../ledger/network-columns.ts'
import { pickTies } from '../../ledger/tie-columns.ts'
import type { TieColumns } from '../../ledger/tie-columns.ts'
import { IN, OUT } from '../../ledger/weights.ts'
import { DAY_MS } from '../../stats/decay.ts'
import { hasContact } from '../features/feature.ts'

/** How far closeness looks ahead, in days. */
export const HORIZON_DAYS = 30

/** What is learned from: the events of ties, and where the data shows it what others do around them. */
export type Past = {
  readonly ledger: TieLedger
  readonly network: { readonly ends: TieEnds; readonly received: ReceivedTogether } | null
  /** Which ties are learned from: 1 for each that counts; null for all. */
  readonly learnFrom: Uint8Array | null
}

/** All ties as they stood at a time, with everything that a learned model may look at. */
export function columnsAt({ ledger, network }: Omit<Past, 'learnFrom'>, at: number): TieColumns {
  const folded = foldLedger(ledger, at, true)
  return network === null
    ? folded
    : { ...folded, network: networkColumns(folded, network.ends, network.received) }
}

/** Of a window with more ties than this, those without an exchange are thinned: a fit would know no more. */
const MOST_TIES = 10_000

/** A cut time with what was known then and what came of it. */
export type Window = {
  readonly at: number
  /** Who the ties are, in the past they were taken from: those with contact before the cut. */
  readonly ties: Int32Array
  /** What was known of each; entry i is `ties[i]`. */
  readonly columns: TieColumns
  /** 1 where both wrote, or met, within the 30 days after the cut. */
  readonly labels: Uint8Array
  /** How many ties each stands for: 1, or more where the window was thinned. */
  readonly weights: Float64Array
}

/**
 * Whether both sides wrote, or met, from `at` on within the horizon: for each tie 1 or 0. Bulk does not count.
 * @param days of the horizon
 */
export function exchangedAfter(ledger: TieLedger, at: number, days = HORIZON_DAYS): Uint8Array {
  const labels = new Uint8Array(ledger.tieCount)
  const end = at + days * DAY_MS
  for (let tie = 0; tie < ledger.tieCount; tie++) {
    let wrote = 0
    for (let row = firstRowFrom(ledger, tie, at); row < ledger.starts[tie + 1]!; row++) {
      if (ledger.atMs[row]! >= end) break
      if (ledger.bulk[row] === 1) continue
      const direction = ledger.direction[row]!
      wrote |= direction === OUT ? 1 : direction === IN ? 2 : 3
      if (wrote === 3) break
    }
    labels[tie] = wrote === 3 ? 1 : 0
  }
  return labels
}

/** The first row of a tie at or after a time, by halving. */
function firstRowFrom(ledger: TieLedger, tie: number, at: number): number {
  let low = ledger.starts[tie]!
  let high = ledger.starts[tie + 1]!
  while (low < high) {
    const middle = (low + high) >> 1
    if (ledger.atMs[middle]! < at) low = middle + 1
    else high = middle
  }
  return low
}

/** The window that is cut at `at`; its 30 days must lie within the data for the labels to be whole. */
export function windowAt(past: Past, at: number): Window {
  const all = columnsAt(past, at)
  const happened = exchangedAfter(past.ledger, at)
  const known: number[] = []
  let exchanges = 0
  for (let tie = 0; tie < all.length; tie++)
    if (hasContact(all, tie) && (past.learnFrom === null || past.learnFrom[tie] === 1)) {
      known.push(tie)
      exchanges += happened[tie]!
    }
  const room = Math.max(MOST_TIES / 2, MOST_TIES - exchanges)
  const every = Math.max(1, Math.ceil((known.length - exchanges) / room))
  let passed = 0
  const ties = Int32Array.from(known.filter((tie) => happened[tie] === 1 || passed++ % every === 0))
  const labels = new Uint8Array(ties.length)
  const weights = new Float64Array(ties.length)
  for (let i = 0; i < ties.length; i++) {
    labels[i] = happened[ties[i]!]!
    weights[i] = labels[i] === 1 ? 1 : every
  }
  return { at, ties, columns: pickTies(all, ties), labels, weights }
}
