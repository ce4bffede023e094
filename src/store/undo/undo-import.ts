import { KithError } from '#core/model/errors.ts'
import type { ImportId, OwnerId } from '#core/model/ids.ts'
import { type Identity, identityKey } from '#core/model/identity.ts'
import type { OwnerRecord } from '#core/model/records.ts'
import type { Backend } from '../backend.ts'
import { setDirectoryVersion } from '../ingest.ts'
import { setMe } from '../me.ts'
import { keyHash } from '../keys.ts'
import { lockDirectory, lockOwner, markChanged, READY, STALE } from '../owners.ts'
import type { Tx } from '../owners.ts'
import type { ProvenanceStore, UndoPlan, UndoResult } from '../provenance.ts'
import { StaleDirectoryError } from '../store.ts'
import { undoClaims } from './claims.ts'
import { undoFacts, undoPositions, undoTies } from './facts.ts'
import { undoInteractions } from './interactions.ts'
import { dropUnknown, forgetGuessedName, ofNoImport } from './people.ts'

export const provenancePart = (backend: Backend): ProvenanceStore => ({
  keepHints: (owner, id, runId, hints) =>
    backend.write(async (tx) => {
      await lockOwner(backend, tx, owner)
      const held = await tx
        .selectFrom('import_hints')
        .select('hints')
        .where('owner_id', '=', owner)
        .where('import_id', '=', id)
        .executeTakeFirst()
      const all = held === undefined ? hints : [...readHints(held.hints), ...hints]
      await tx.deleteFrom('import_hints').where('owner_id', '=', owner).where('import_id', '=', id).execute()
      await tx
        .insertInto('import_hints')
        .values({ owner_id: owner, import_id: id, run_id: runId, hints: JSON.stringify(all) })
        .execute()
    }),

  async hints(owner) {
    const rows = await backend.db
      .selectFrom('import_hints')
      .selectAll()
      .where('owner_id', '=', owner)
      .orderBy('run_id')
      .orderBy('import_id')
      .execute()
    return rows.map((row) => ({
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the branded form of the same number
      importId: row.import_id as ImportId,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
      runId: row.run_id as ImportId,
      hints: readHints(row.hints),
    }))
  },

  undoImport: (owner, id, plan) => backend.write((tx) => undoImport(backend, tx, owner, id, plan)),
})

const readHints = (text: string): OwnerRecord[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by keepHints alone
  JSON.parse(text) as OwnerRecord[]

/** One transaction: an undo that is killed has not begun. */
async function undoImport(
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  id: ImportId,
  plan: UndoPlan,
): Promise<UndoResult> {
  const version = await lockDirectory(backend, tx, true)
  if (version !== plan.directoryVersion)
    throw new StaleDirectoryError('Another process changed who is who; the undo has to be planned again.')
  const { me_person_id: me } = await lockOwner(backend, tx, owner)
  const known = await tx
    .selectFrom('imports')
    .select('import_id')
    .where('owner_id', '=', owner)
    .where('import_id', '=', id)
    .executeTakeFirst()
  if (known === undefined)
    throw new KithError('not-found', `There is no import ${id}; kith imports lists them.`)

  const interactions = await undoInteractions(backend, tx, owner, id, me !== null)
  const ties = await undoTies(tx, owner, id)
  const facts = await undoFacts(backend, tx, id)
  await undoPositions(backend, tx, id)
  const unbrought = await ofNoImport(tx, me)
  if (me !== null && !plan.confirmed) await forgetGuessedName(tx, me)
  await undoClaims(backend, tx, id, me)
  for (const table of ['imports', 'skips', 'import_hints', 'read_folders'] as const)
    await tx.deleteFrom(table).where('owner_id', '=', owner).where('import_id', '=', id).execute()
  // Before what nobody knows goes: who the owner is keeps identities.
  await tx
    .updateTable('owners')
    .set({ me_person_id: plan.me.length === 0 ? null : me, touchpoints_ready: STALE })
    .where('owner_id', '=', owner)
    .execute()
  if (plan.me.length === 0) await forgetView(tx, owner)
  for (const settling of plan.me)
    if (!settling.ifMine || (await isMine(backend, tx, owner, settling.identities)))
      await setMe(backend, tx, owner, settling.identities, settling.name)
  await keepSetting(tx, owner, plan.meSetting)
  const people = await dropUnknown(backend, tx, id, unbrought)
  await countAgain(tx, owner)
  const after = await lockDirectory(backend, tx, true)
  await setDirectoryVersion(tx, after + 1)
  await markChanged(tx, owner)
  return {
    interactions: interactions.gone,
    keptInteractions: interactions.kept,
    people,
    facts,
    ties,
  }
}

/** Without an owner nothing is seen from anywhere, and nobody has a score. */
async function forgetView(tx: Tx, owner: OwnerId): Promise<void> {
  for (const table of ['touchpoints', 'waiting_interactions', 'scores'] as const)
    await tx.deleteFrom(table).where('owner_id', '=', owner).execute()
  await tx
    .updateTable('owners')
    .set({ scored_at_ms: null, score_summary: null, touchpoints_ready: READY })
    .where('owner_id', '=', owner)
    .execute()
}

/** Whether one of the identities belongs to the owner. */
async function isMine(
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  identities: readonly Identity[],
): Promise<boolean> {
  const found = await tx
    .selectFrom('identities')
    .innerJoin('owners', 'owners.me_person_id', 'identities.person_id')
    .select('identity_id')
    .where('owners.owner_id', '=', owner)
    .where('key_hash', 'in', backend.listOf(identities.map((one) => keyHash(identityKey(one)))))
    .where('kind', '<>', 'handle')
    .execute()
  return found.length > 0
}

async function keepSetting(tx: Tx, owner: OwnerId, value: unknown): Promise<void> {
  await tx.deleteFrom('settings').where('owner_id', '=', owner).where('name', '=', 'me').execute()
  if (value !== null)
    await tx
      .insertInto('settings')
      .values({ owner_id: owner, name: 'me', value: JSON.stringify(value) })
      .execute()
}

/**
 * The number of interactions, their first and last time and the next id, which are kept with the owner. Who derives all
 * touchpoints knows by the next id whether there are more to come: it has to follow the last one that is left.
 */
async function countAgain(tx: Tx, owner: OwnerId): Promise<void> {
  const { count, first, last, greatest } = await tx
    .selectFrom('interactions')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.min('occurred_ms').as('first'),
      fn.max('occurred_ms').as('last'),
      fn.max<number | null>('interaction_id').as('greatest'),
    ])
    .where('owner_id', '=', owner)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('owners')
    .set({
      interactions: count,
      first_ms: first,
      last_ms: last,
      next_interaction_id: (greatest ?? 0) + 1,
    })
    .where('owner_id', '=', owner)
    .execute()
}
