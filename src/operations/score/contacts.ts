import { byTie } from '#core/ledger/by-tie.ts'
import type { TieLedger } from '#core/ledger/by-tie.ts'
import { ledgerByPerson } from '#core/ledger/ledger.ts'
import type { PersonId } from '#core/model/ids.ts'
import { isAttention } from '#core/model/records.ts'
import type { LedgerColumns } from '#store/store.ts'
import type { Context } from '../operation.ts'

/** Everybody the owner knows; tie t of the ledger is `people[t]`. */
export type Contacts = {
  readonly ledger: TieLedger
  /** Those with events first, then those who are declared alone, by ascending id. */
  readonly people: readonly number[]
  readonly declared: ReadonlySet<number>
}

/**
 * Everybody the owner knows: who took part in an interaction with them, in any way the owner has a tie to, and who
 * is declared a connection, a follower, an address-book entry, or vouched for. People seen only beside others are
 * not among them.
 * @param before epoch milliseconds; what is declared at or after it is not seen
 */
export async function contactsOf(
  { store, owner }: Context,
  columns: LedgerColumns,
  me: PersonId,
  before: number,
): Promise<Contacts> {
  const { ledger, people } = ledgerByPerson(columns)
  const seen = new Set<number>(people)
  const declared = new Set<number>()
  for (const { from, to, at } of [
    ...(await store.declarations(owner)).filter(({ kind }) => !isAttention(kind)),
    ...(await store.endorsements(owner)),
  ]) {
    if (at !== null && at >= before) continue
    for (const someone of [from, to]) if (someone !== 'owner' && someone !== me) declared.add(someone)
  }
  // Ties without an event follow those that have some.
  const all = [...people, ...[...declared].filter((id) => !seen.has(id)).sort((a, b) => a - b)]
  return { ledger: byTie({ ...ledger, tieCount: all.length }), people: all, declared }
}

/** Those who were contacts before a time: who took part in something by then, or in nothing but are declared. */
export const knownBy = (before: number, { ledger: { starts, atMs }, people }: Contacts): number[] =>
  people.filter((_, tie) => starts[tie] === starts[tie + 1] || atMs[starts[tie]!]! < before)
