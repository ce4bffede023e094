import type { OwnerId, PersonId } from '#core/model/ids.ts'
import { personId } from '#core/model/ids.ts'
import type { Backend, BulkTable } from './backend.ts'
import { keyHash } from './keys.ts'
import type { Tx } from './owners.ts'
import { plainText } from './plain-text.ts'
import type { Tables } from './schema.ts'
import type { IngestBatch, PersonFact } from './store.ts'

/*
 * What came since the last scoring, where it is no more than new interactions: those people alone are scored again.
 * Every change of an owner's counts in `changes`; one that only brought interactions is written down here under its
 * number as well. Where a number is missing, something else changed, and everybody is scored anew: whoever changes
 * something need not know of this.
 */

/** From so many people on, scoring everybody is as quick; no more are written down. */
const MOST_TOUCHED = 2_000

/** The row of a change itself: it says since when it brought anything. */
const NOBODY = 0

/** People touched since the last scoring. */
export type Touched = {
  /** The earliest of the new interactions, epoch milliseconds; Infinity where none has a time. */
  readonly since: number
  /** Ascending. */
  readonly people: readonly PersonId[]
  /** Those of whom a new name was told, or who are new. */
  readonly told: ReadonlySet<number>
}

export interface TouchStore {
  /**
   * Whom new interactions touched since the scores were made, up to a value of `changes`; null where something else
   * changed as well, or more people than pay.
   */
  readonly touched: (owner: OwnerId, seenChanges: number) => Promise<Touched | null>
}

const touchRows: BulkTable = {
  table: 'touches',
  columns: [
    ['owner_id', 'bigint'],
    ['change_number', 'bigint'],
    ['person_id', 'bigint'],
    ['since_ms', 'bigint'],
    ['told', 'integer'],
  ],
  conflict: '',
}

/** Everything written down after a scoring and up to a change; null where a change is missing, or too much is there. */
async function written(db: Backend['db'] | Tx, owner: number, after: number, upTo: number) {
  if (upTo - after > MOST_TOUCHED) return null
  const rows = await db
    .selectFrom('touches')
    .select(['change_number', 'person_id', 'since_ms', 'told'])
    .where('owner_id', '=', owner)
    .where('change_number', '>', after)
    .where('change_number', '<=', upTo)
    .limit(MOST_TOUCHED + 1)
    .execute()
  const numbers = new Set(rows.map((row) => row.change_number))
  return rows.length > MOST_TOUCHED || numbers.size < upTo - after ? null : rows
}

/**
 * Whether it pays to write down whom a batch touches: there are scores to start from, and all that came since is
 * written down.
 */
export async function isWrittenDown(tx: Tx, owner: Tables['owners']): Promise<boolean> {
  if (owner.scored_at_ms === null || owner.changes - owner.scored_changes > MOST_TOUCHED) return false
  const kept = await tx
    .selectFrom('standings')
    .select('part')
    .where('owner_id', '=', owner.owner_id)
    .executeTakeFirst()
  return (
    kept !== undefined && (await written(tx, owner.owner_id, owner.scored_changes, owner.changes)) !== null
  )
}

/** People of whom these facts tell a name that was not known of that identity; asked before they are stored. */
export async function newlyNamed(
  backend: Backend,
  tx: Tx,
  facts: readonly PersonFact[],
): Promise<ReadonlySet<number>> {
  const names = facts.filter((fact) => fact.field === 'name')
  if (names.length === 0) return new Set()
  const ids = backend.listOf([...new Set(names.map((fact) => fact.identityId))])
  const known = await tx
    .selectFrom('person_facts')
    .select(['identity_id', 'source', 'value_hash'])
    .where('identity_id', 'in', ids)
    .where('field', '=', 'name')
    .execute()
  const keyOf = (identity: number, source: string, hash: string): string => `${identity} ${hash} ${source}`
  const told = new Set(known.map((row) => keyOf(row.identity_id, row.source, row.value_hash)))
  const anew = names.filter(
    (fact) => !told.has(keyOf(fact.identityId, fact.source, keyHash(plainText(fact.value)))),
  )
  const people = await tx
    .selectFrom('identities')
    .select('person_id')
    .where('identity_id', 'in', backend.listOf([...new Set(anew.map((fact) => fact.identityId))]))
    .execute()
  return new Set(people.map((row) => row.person_id))
}

/** Whether a batch says more than that there were interactions, and how people are called. */
export const saysMore = (batch: IngestBatch): boolean => {
  const fresh = new Set<number>(batch.newPeople)
  return batch.merges.length > 0 || batch.newIdentities.some(({ personId: of }) => !fresh.has(of))
}

/** Writes down whom a change touched. Needs the owner locked. */
export async function writeDown(
  backend: Backend,
  tx: Tx,
  owner: number,
  change: number,
  since: number,
  touched: ReadonlySet<number>,
  told: ReadonlySet<number>,
): Promise<void> {
  const people = [...new Set([...touched, ...told])].sort((a, b) => a - b)
  if (people.length > MOST_TOUCHED) return
  const all = [NOBODY, ...people]
  await backend.insert(tx, touchRows, [
    all.map(() => owner),
    all.map(() => change),
    all,
    all.map((person) => (person === NOBODY && since !== Infinity ? since : null)),
    all.map((person) => Number(told.has(person))),
  ])
}

/** Drops what scores have seen by now. */
export async function dropTouches(tx: Tx, owner: number, seenChanges: number): Promise<void> {
  await tx
    .deleteFrom('touches')
    .where('owner_id', '=', owner)
    .where('change_number', '<=', seenChanges)
    .execute()
}

export const touchesPart = (backend: Backend): TouchStore => ({
  async touched(owner, seenChanges) {
    const row = await backend.db
      .selectFrom('owners')
      .select('scored_changes')
      .where('owner_id', '=', owner)
      .executeTakeFirst()
    const rows = row && (await written(backend.db, owner, row.scored_changes, seenChanges))
    if (!rows) return null
    const people = new Set<number>()
    const told = new Set<number>()
    let since = Infinity
    for (const { person_id, since_ms, told: named } of rows) {
      if (since_ms !== null && since_ms < since) since = since_ms
      if (person_id !== NOBODY) people.add(person_id)
      if (named === 1) told.add(person_id)
    }
    return { since, people: [...people].sort((a, b) => a - b).map(personId), told }
  },
})
