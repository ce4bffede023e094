import type { Transaction } from 'kysely'
import { personId } from '#core/model/ids.ts'
import type { OwnerId, PersonId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { keyHash } from './keys.ts'
import type { MetaName, Tables } from './schema.ts'
import type { OwnerRow, Store } from './store.ts'

export type Tx = Transaction<Tables>
type StoredOwner = Tables['owners']

/** States of `owners.touchpoints_ready`; any other number is the run that is deriving the touchpoints. */
export const STALE = 0
export const READY = 1
/** Runs are numbered from here. */
const FIRST_RUN = 2
export const runAfter = (changes: number): number => FIRST_RUN + changes

/**
 * Takes the directory for a transaction: `changing` alone, otherwise beside others that do not change it either.
 * Always taken before an owner, so that two writers never wait for each other. Returns the directory's version.
 */
export async function lockDirectory(backend: Backend, tx: Tx, changing: boolean): Promise<number> {
  const row = await tx
    .selectFrom('meta')
    .select('value')
    .where('name', '=', 'directory_version')
    .$if(backend.rowLocks && changing, (query) => query.forUpdate())
    .$if(backend.rowLocks && !changing, (query) => query.forShare())
    .executeTakeFirstOrThrow()
  return row.value
}

/** Takes an owner for a transaction, making the row on first sight: writers of one owner go one after the other. */
export async function lockOwner(backend: Backend, tx: Tx, owner: OwnerId): Promise<StoredOwner> {
  const find = (): Promise<StoredOwner | undefined> =>
    tx
      .selectFrom('owners')
      .selectAll()
      .where('owner_id', '=', owner)
      .$if(backend.rowLocks, (query) => query.forUpdate())
      .executeTakeFirst()
  const known = await find()
  if (known) return known
  await tx
    .insertInto('owners')
    .values(freshOwner(owner))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await find()) ?? freshOwner(owner)
}

const freshOwner = (owner: OwnerId): StoredOwner => ({
  owner_id: owner,
  me_person_id: null,
  touchpoints_ready: READY,
  scored_at_ms: null,
  score_summary: null,
  changes: 0,
  scored_changes: 0,
  concluded_changes: -1,
  concluded_directory: -1,
  brought_changes: 0,
  concluded_brought: 0,
  next_interaction_id: 1,
  interactions: 0,
  first_ms: null,
  last_ms: null,
})

/** Takes the next id of a kind; ids are never used twice, even when what they named is gone. */
export async function nextId(tx: Tx, name: MetaName, count = 1): Promise<number> {
  const row = await tx
    .updateTable('meta')
    .set((is) => ({ value: is('value', '+', count) }))
    .where('name', '=', name)
    .returning('value')
    .executeTakeFirstOrThrow()
  return row.value - count
}

/** Settings that no score depends on: they are no reason to score everybody anew. */
const besideScores: ReadonlySet<string> = new Set([
  'identity-seen',
  'plan-minutes',
  'digest-mail',
  'working-days',
])

/** Says that something of the owner's changed, so that scores count as old. */
export const markChanged = (tx: Tx, owner: OwnerId): Promise<unknown> =>
  tx
    .updateTable('owners')
    .set((is) => ({ changes: is('changes', '+', 1) }))
    .where('owner_id', '=', owner)
    .execute()

/** The same of what an import brought: it waits to be concluded from. */
export const markBrought = (tx: Tx, owner: OwnerId): Promise<unknown> =>
  tx
    .updateTable('owners')
    .set((is) => ({ changes: is('changes', '+', 1), brought_changes: is('changes', '+', 1) }))
    .where('owner_id', '=', owner)
    .execute()

/** Writes a change down as one that touched nobody (touches.ts). */
async function touchNobody(tx: Tx, owner: OwnerId): Promise<void> {
  const { changes } = await tx
    .selectFrom('owners')
    .select('changes')
    .where('owner_id', '=', owner)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('touches')
    .values({ owner_id: owner, change_number: changes, person_id: 0, since_ms: null, told: 0 })
    .execute()
}

export async function meOf(backend: Backend, owner: OwnerId): Promise<PersonId | null> {
  const row = await backend.db
    .selectFrom('owners')
    .select('me_person_id')
    .where('owner_id', '=', owner)
    .executeTakeFirst()
  return row?.me_person_id == null ? null : personId(row.me_person_id)
}

export const ownersPart = (
  backend: Backend,
): Pick<Store, 'owner' | 'setting' | 'setSetting' | 'vantagePoints'> => ({
  async owner(owner): Promise<OwnerRow> {
    const row = await backend.db
      .selectFrom('owners')
      .selectAll()
      .select(({ selectFrom, exists }) =>
        exists(selectFrom('waiting_interactions').select('interaction_id').where('owner_id', '=', owner)).as(
          'waiting',
        ),
      )
      .where('owner_id', '=', owner)
      .executeTakeFirst()
    const {
      me_person_id: me,
      touchpoints_ready,
      scored_at_ms,
      score_summary,
      changes,
      scored_changes,
    } = row ?? freshOwner(owner)
    return {
      owner,
      me: me === null ? null : personId(me),
      touchpointsReady: touchpoints_ready === READY && !row?.waiting,
      scoredAt: scored_at_ms,
      changes,
      scoredChanges: scored_changes,
      summary: score_summary === null ? null : (JSON.parse(score_summary) as unknown),
    }
  },

  async setting(owner, key) {
    const row = await backend.db
      .selectFrom('settings')
      .select('value')
      .where('owner_id', '=', owner)
      .where('name', '=', key)
      .executeTakeFirst()
    return row === undefined ? null : (JSON.parse(row.value) as unknown)
  },

  setSetting: (owner, key, value) =>
    backend.write(async (tx) => {
      await lockOwner(backend, tx, owner)
      const stored = JSON.stringify(value ?? null)
      const mine = tx
        .selectFrom('settings')
        .select('value')
        .where('owner_id', '=', owner)
        .where('name', '=', key)
      if (((await mine.executeTakeFirst())?.value ?? 'null') === stored) return
      await tx.deleteFrom('settings').where('owner_id', '=', owner).where('name', '=', key).execute()
      if (stored !== 'null')
        await tx.insertInto('settings').values({ owner_id: owner, name: key, value: stored }).execute()
      await markChanged(tx, owner)
      if (besideScores.has(key)) await touchNobody(tx, owner)
    }),

  async vantagePoints() {
    const { count } = await backend.db
      .selectFrom('owners')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('interactions', '>', 0)
      .executeTakeFirstOrThrow()
    return count
  },
})

/** Where a natural key of several parts is stored; parts may hold any text. */
export const partsHash = (...parts: readonly (string | number | null)[]): string =>
  keyHash(JSON.stringify(parts))
