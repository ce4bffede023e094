import type { TieLedger } from '../../ledger/by-tie.ts'

const PRIME = 0x01000193

/**
 * A fingerprint of the events before `at`: the same data has the same one, other data all but surely another.
 * Two FNV-1a hashes of 32 bits over tie, time, direction, audience and bulk mark; not for secrets.
 * @param ledger in the order of inOwnOrder, so that it does not depend on the order of imports
 */
export function fingerprintOf(ledger: TieLedger, at: number): string {
  let a = 0x811c9dc5
  let b = 0x9dc5811c
  const mix = (value: number): void => {
    a = Math.imul(a ^ value, PRIME)
    b = Math.imul(b ^ (value >>> 7) ^ (value << 11), PRIME)
  }
  let rows = 0
  for (let row = 0; row < ledger.length; row++) {
    const atMs = ledger.atMs[row]!
    if (atMs >= at) continue
    rows++
    mix(ledger.tie[row]!)
    mix(atMs % 0x1_0000_0000)
    mix(Math.floor(atMs / 0x1_0000_0000))
    mix(ledger.direction[row]! | (ledger.bulk[row]! << 2) | (ledger.channel[row]! << 3))
    mix(ledger.audience[row]!)
  }
  const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0')
  return `${rows.toString(16)}-${hex(a)}${hex(b)}`
}
