import type { PersonId } from '#core/model/ids.ts'
import type { LedgerColumns } from '#store/store.ts'
import type { Context } from './operation.ts'

/**
 * The ledger of the owner, or of one person, without what is still to come: scores are of the end of a day, and do
 * not see what lies between now and then.
 */
export async function happened({ store, owner, now }: Context, person?: PersonId): Promise<LedgerColumns> {
  const columns = await store.ledger(owner, person)
  const by = now()
  // Most ledgers end today: a list of all rows would take as long as much of what is made from them.
  if (columns.at.every((at) => at < by)) return columns
  const rows: number[] = []
  for (let row = 0; row < columns.length; row++) if (columns.at[row]! < by) rows.push(row)
  return {
    length: rows.length,
    person: Int32Array.from(rows, (row) => columns.person[row]!),
    at: Float64Array.from(rows, (row) => columns.at[row]!),
    direction: Uint8Array.from(rows, (row) => columns.direction[row]!),
    channel: Uint8Array.from(rows, (row) => columns.channel[row]!),
    audience: Int32Array.from(rows, (row) => columns.audience[row]!),
    bulk: Uint8Array.from(rows, (row) => columns.bulk[row]!),
  }
}
