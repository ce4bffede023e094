import { SOLE_OWNER } from '#core/model/ids.ts'
import { identityKey } from '#core/model/identity.ts'
import type { CanonicalDump } from '#store/contract/support/canonical-dump.ts'
import type { Store } from '#store/store.ts'

/** Differences listed of each table. */
const SHOWN = 5
/** Scores that are further apart than this differ. */
const TOLERANCE = 1e-9

/** Rows that only one of two dumps holds, a few of each table: a whole dump is too long to read. */
export const differences = (a: CanonicalDump, b: CanonicalDump): string[] =>
  (Object.keys(a) as (keyof CanonicalDump)[]).flatMap((table) => {
    const rows = (dump: CanonicalDump): string[] => dump[table].map((row) => JSON.stringify(row))
    const [left, right] = [rows(a), rows(b)]
    const [inLeft, inRight] = [new Set(left), new Set(right)]
    const only = (mark: string, ones: readonly string[], others: ReadonlySet<string>): string[] =>
      ones
        .filter((row) => !others.has(row))
        .slice(0, SHOWN)
        .map((row) => `${mark} ${table} ${row}`)
    return [
      ...(left.length === right.length ? [] : [`${table}: ${left.length} and ${right.length} rows`]),
      ...only('-', left, inRight),
      ...only('+', right, inLeft),
    ]
  })

/** A contact's profile and scores by field. */
export type Contact = Readonly<Record<string, unknown>>

/** Everybody with all scores, by the keys of their identities: ids depend on the order of imports. */
export async function contactsIn(store: Store): Promise<ReadonlyMap<string, Contact>> {
  const { rows } = await store.people(SOLE_OWNER, {
    sort: 'name',
    reverse: false,
    search: '',
    limit: 1_000_000,
    offset: 0,
  })
  const contacts = new Map<string, Contact>()
  for (const { personId, ...row } of rows) {
    const keys = (await store.identitiesOf(personId)).map(identityKey).sort()
    contacts.set(keys.join(' '), row)
  }
  return contacts
}

/** Contacts that only one side knows, and fields that differ; scores may by 1e-9. */
export function scoreDifferences(a: ReadonlyMap<string, Contact>, b: ReadonlyMap<string, Contact>): string[] {
  const keys = [...new Set([...a.keys(), ...b.keys()])].sort()
  return keys.flatMap((key) => {
    const [left, right] = [a.get(key), b.get(key)]
    if (left === undefined || right === undefined) return [`${left ? '-' : '+'} ${key}`]
    return Object.entries(left).flatMap(([field, value]) => {
      const other = right[field]
      const alike =
        typeof value === 'number' && typeof other === 'number'
          ? Math.abs(value - other) <= TOLERANCE
          : // Attention is made of whole numbers and their order: it has to be the same to the letter.
            JSON.stringify(value) === JSON.stringify(other)
      return alike ? [] : [`${key} ${field}: ${JSON.stringify(value)} and ${JSON.stringify(other)}`]
    })
  })
}
