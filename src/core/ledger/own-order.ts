import { byTie } from './by-tie.ts'
import type { TieLedger } from './by-tie.ts'

/**
 * The same ties, numbered by what happened in them: by their first event, then the second, and so on. Whoever sums
 * over ties in this order gets the same to the last digit however the people were numbered, that is, in whatever order
 * the files were imported.
 * @returns the ledger, and which tie each of its ties was before
 */
export function inOwnOrder(ledger: TieLedger): { readonly ledger: TieLedger; readonly was: Int32Array } {
  const { tieCount, starts } = ledger
  const compare = (a: number, b: number): number => {
    const rows = Math.min(starts[a + 1]! - starts[a]!, starts[b + 1]! - starts[b]!)
    for (let i = 0; i < rows; i++) {
      const x = starts[a]! + i
      const y = starts[b]! + i
      const order =
        ledger.atMs[x]! - ledger.atMs[y]! ||
        ledger.direction[x]! - ledger.direction[y]! ||
        ledger.audience[x]! - ledger.audience[y]! ||
        ledger.channel[x]! - ledger.channel[y]! ||
        ledger.bulk[x]! - ledger.bulk[y]!
      if (order !== 0) return order
    }
    return starts[a + 1]! - starts[a]! - (starts[b + 1]! - starts[b]!)
  }
  const was = Int32Array.from({ length: tieCount }, (_, tie) => tie).sort(compare)
  const now = new Int32Array(tieCount)
  for (let tie = 0; tie < tieCount; tie++) now[was[tie]!] = tie
  const tie = new Int32Array(ledger.length)
  for (let row = 0; row < tie.length; row++) tie[row] = now[ledger.tie[row]!]!
  return { ledger: byTie({ ...ledger, tie }), was }
}
