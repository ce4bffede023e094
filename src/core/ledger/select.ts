import type { Ledger } from './ledger.ts'

type Column = Int32Array | Float64Array | Uint8Array

/** The rows of a ledger for which `keep` says so, in their order; ties keep their numbers. */
export function selectRows(ledger: Ledger, keep: (row: number) => boolean): Ledger {
  const rows = new Int32Array(ledger.length)
  let length = 0
  for (let row = 0; row < ledger.length; row++) if (keep(row)) rows[length++] = row
  if (length === ledger.length) return ledger
  const pick = <A extends Column>(to: A, from: A): A => {
    for (let i = 0; i < length; i++) to[i] = from[rows[i]!]!
    return to
  }
  return {
    length,
    tieCount: ledger.tieCount,
    tie: pick(new Int32Array(length), ledger.tie),
    atMs: pick(new Float64Array(length), ledger.atMs),
    direction: pick(new Uint8Array(length), ledger.direction),
    channel: pick(new Uint8Array(length), ledger.channel),
    audience: pick(new Int32Array(length), ledger.audience),
    bulk: pick(new Uint8Array(length), ledger.bulk),
  }
}
