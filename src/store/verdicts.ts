import { identityId } from '#core/model/ids.ts'
import type { Backend, BulkTable } from './backend.ts'
import type { Verdict, VerdictRow } from './identity-store.ts'
import type { Tx } from './owners.ts'

const verdictRows: BulkTable = {
  table: 'identity_verdicts',
  columns: [
    ['first_hash', 'text'],
    ['second_hash', 'text'],
    ['edit_id', 'bigint'],
    ['verdict', 'text'],
  ],
  conflict: 'on conflict do nothing',
}

type Hashed = { readonly key_hash: string }

/** Remembers what was said of every pair of identities, one of each side. */
export async function writeVerdicts(
  backend: Backend,
  tx: Tx,
  first: readonly Hashed[],
  second: readonly Hashed[],
  verdict: Verdict,
  editId: number,
): Promise<void> {
  const pairs = first.flatMap((one) =>
    second.flatMap((other) =>
      one.key_hash === other.key_hash
        ? []
        : [one.key_hash < other.key_hash ? [one.key_hash, other.key_hash] : [other.key_hash, one.key_hash]],
    ),
  )
  await backend.insert(tx, verdictRows, [
    pairs.map(([one = '']) => one),
    pairs.map(([, other = '']) => other),
    pairs.map(() => editId),
    pairs.map(() => verdict),
  ])
}

/** Forgets what was said with an edit that is taken back; what was said before counts again. */
export const dropVerdicts = (tx: Tx, editId: number): Promise<unknown> =>
  tx.deleteFrom('identity_verdicts').where('edit_id', '=', editId).execute()

/** The last word on each pair whose identities are there. */
export async function lastVerdicts(backend: Backend): Promise<readonly VerdictRow[]> {
  const rows = await backend.db
    .selectFrom('identity_verdicts as v')
    .innerJoin('identities as f', 'f.key_hash', 'v.first_hash')
    .innerJoin('identities as s', 's.key_hash', 'v.second_hash')
    .select(['f.identity_id as first', 's.identity_id as second', 'v.verdict'])
    .orderBy('v.edit_id')
    .execute()
  const last = new Map(
    rows.map((row): [string, VerdictRow] => [
      `${row.first} ${row.second}`,
      {
        first: identityId(row.first),
        second: identityId(row.second),
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only verdicts are stored
        verdict: row.verdict as Verdict,
      },
    ]),
  )
  return [...last.values()]
}

/** The edit that verdicts of another database stand under: before all of this one, so that its own count more. */
const ELSEWHERE = 0

type PortableVerdict = { readonly first_hash: string; readonly second_hash: string; readonly verdict: string }

/** The last word on every pair, by hashes, which are the same in every database. */
export async function portableVerdicts(backend: Backend): Promise<readonly PortableVerdict[]> {
  const rows = await backend.db
    .selectFrom('identity_verdicts')
    .select(['first_hash', 'second_hash', 'verdict'])
    .orderBy('edit_id')
    .execute()
  return [...new Map(rows.map((row) => [`${row.first_hash} ${row.second_hash}`, row])).values()]
}

/** Takes over what the user said elsewhere. Returns how many verdicts are new here. */
export const takeVerdicts = (
  backend: Backend,
  tx: Tx,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<number> =>
  backend.insert(tx, verdictRows, [
    rows.map((row) => String(row['first_hash'])),
    rows.map((row) => String(row['second_hash'])),
    rows.map(() => ELSEWHERE),
    rows.map((row) => String(row['verdict'])),
  ])
