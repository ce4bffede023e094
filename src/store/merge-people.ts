import { sql } from 'kysely'
import type { ImportId, InteractionId, OwnerId } from '#core/model/ids.ts'
import { interactionId, ownerId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { waitingRows } from './bulk-tables.ts'
import { nextId } from './owners.ts'
import { forgetSeeking } from './seeking.ts'
import { forgetTalk } from './talk.ts'
import type { Tx } from './owners.ts'
import type { IngestBatch } from './store.ts'

type Merge = IngestBatch['merges'][number]

export type Merged = {
  /** Who a person is after the merges: follow it for people named before them. */
  readonly now: (person: number) => number
  /** Interactions in which two participants turned out to be one person. */
  readonly changed: ReadonlyMap<OwnerId, readonly InteractionId[]>
  /** Merges that joined two people; the rest had been joined before. */
  readonly count: number
  /** The number of the first of these in the journal; -1 where there is none. */
  readonly firstEdit: number
}

/**
 * Makes people one: identities and touchpoints move to `kept`, facts stay with their identities, `gone` is deleted
 * and the step is journaled. Where a person who was merged is the owner of the data, the owner's touchpoints are
 * stale. Needs the directory locked for changing.
 */
export async function mergePeople(
  backend: Backend,
  tx: Tx,
  merges: readonly Merge[],
  importId: ImportId | null,
): Promise<Merged> {
  const { steps, now } = plan(merges)
  if (steps.length === 0) return { now, changed: new Map(), count: 0, firstEdit: -1 }
  const owners = await tx.selectFrom('owners').select(['owner_id', 'me_person_id', 'interactions']).execute()
  const identities = await tx
    .selectFrom('identities')
    .select(['identity_id', 'person_id'])
    .where('person_id', 'in', backend.listOf([...new Set(steps.flatMap(({ kept, gone }) => [kept, gone]))]))
    .orderBy('identity_id')
    .execute()
  const personOf = new Map(identities.map((row) => [row.identity_id, row.person_id]))

  const changed = new Map<OwnerId, readonly InteractionId[]>()
  for (const { owner_id, interactions, me_person_id } of owners) {
    if (interactions === 0) continue
    const owner = ownerId(owner_id)
    const ids = await withTwoOfOne(backend, tx, owner, personOf, now)
    if (ids.length > 0) {
      changed.set(owner, ids)
      await forgetSeeking(tx, owner)
    }
    await forgetTalk(tx, owner)
    await dropTouchpoints(backend, tx, owner, ids, me_person_id !== null)
  }

  const firstEdit = await nextId(tx, 'next_edit_id', steps.length)
  for (const [index, step] of steps.entries()) {
    const { kept, gone, reason } = step
    const moved = [...personOf].filter(([, person]) => person === gone).map(([identity]) => identity)
    for (const identity of moved) personOf.set(identity, kept)
    await tx.updateTable('identities').set({ person_id: kept }).where('person_id', '=', gone).execute()
    for (const { owner_id } of owners) {
      await tx
        .updateTable('touchpoints')
        .set({ person_id: kept })
        .where('owner_id', '=', owner_id)
        .where('person_id', '=', gone)
        .execute()
      await tx.deleteFrom('scores').where('owner_id', '=', owner_id).where('person_id', '=', gone).execute()
    }
    const meOf = await tx.selectFrom('owners').select('owner_id').where('me_person_id', '=', gone).execute()
    await tx
      .updateTable('owners')
      .set({ me_person_id: kept, touchpoints_ready: 0 })
      .where('me_person_id', 'in', [kept, gone])
      .execute()
    const goneRow = await tx.selectFrom('people').selectAll().where('person_id', '=', gone).executeTakeFirst()
    const keptRow = await tx
      .selectFrom('people')
      .select('is_person')
      .where('person_id', '=', kept)
      .executeTakeFirst()
    // Whoever becomes part of a machine, or the other way round, is there beside others no more, or from now on.
    if (goneRow?.is_person !== keptRow?.is_person)
      for (const { owner_id } of owners) await forgetSeeking(tx, owner_id)
    await joinSearchText(tx, kept, gone)
    await tx
      .insertInto('identity_edits')
      .values({
        edit_id: firstEdit + index,
        kept_person_id: kept,
        gone_person_id: gone,
        reason,
        moved: JSON.stringify(moved),
        me_of: JSON.stringify(meOf.map((row) => row.owner_id)),
        import_id: importId,
        made_by: step.by ?? 'keys',
        at_ms: step.at ?? null,
        probability: step.probability ?? null,
        gone_row: goneRow === undefined ? null : JSON.stringify(goneRow),
      })
      .execute()
    await askAboutKept(backend, tx, kept, gone)
    await tx.deleteFrom('people').where('person_id', '=', gone).execute()
  }
  await tx
    .updateTable('owners')
    .set((is) => ({ changes: is('changes', '+', 1) }))
    .execute()
  return { now, changed, count: steps.length, firstEdit }
}

/**
 * The merges that are left when each is read as said: `gone` may have been merged away by an earlier one, and two
 * people may have become one already.
 */
function plan(merges: readonly Merge[]): { steps: Merge[]; now: (person: number) => number } {
  const became = new Map<number, number>()
  const now = (person: number): number => {
    let current = person
    for (let next = became.get(current); next !== undefined; next = became.get(current)) current = next
    return current
  }
  const steps: Merge[] = []
  for (const merge of merges) {
    const kept = now(merge.kept) as typeof merge.kept
    const gone = now(merge.gone) as typeof merge.gone
    if (kept === gone) continue
    became.set(gone, kept)
    steps.push({ ...merge, kept, gone })
  }
  return { steps, now }
}

/**
 * Interactions with two participants who become one. Read by going through the owner's participants once for all
 * merges: an index by identity would cost every import more than this costs the few that merge.
 */
async function withTwoOfOne(
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  personOf: ReadonlyMap<number, number>,
  now: (person: number) => number,
): Promise<InteractionId[]> {
  const rows = await tx
    .selectFrom('participants')
    .select(['interaction_id', 'identity_id'])
    .where('owner_id', '=', owner)
    .where('identity_id', 'in', backend.listOf([...personOf.keys()]))
    .orderBy('interaction_id')
    .execute()
  const found = new Set<number>()
  let current = -1
  let before = new Map<number, number>()
  for (const { interaction_id, identity_id } of rows) {
    if (interaction_id !== current) before = new Map()
    current = interaction_id
    const person = personOf.get(identity_id) ?? -1
    const other = before.get(now(person))
    if (other !== undefined && other !== person) found.add(interaction_id)
    before.set(now(person), person)
  }
  return [...found].map(interactionId)
}

/** Questions about who is gone are about whom they became part of. */
async function askAboutKept(backend: Backend, tx: Tx, kept: number, gone: number): Promise<void> {
  const asked = await tx
    .selectFrom('match_questions')
    .selectAll()
    .where((eb) => eb.or([eb('first_person_id', '=', gone), eb('second_person_id', '=', gone)]))
    .execute()
  if (asked.length === 0) return
  await tx
    .deleteFrom('match_questions')
    .where((eb) => eb.or([eb('first_person_id', '=', gone), eb('second_person_id', '=', gone)]))
    .execute()
  for (const row of asked) {
    const other = row.first_person_id === gone ? row.second_person_id : row.first_person_id
    if (other === kept) continue
    await tx
      .insertInto('match_questions')
      .values({ ...row, first_person_id: Math.min(kept, other), second_person_id: Math.max(kept, other) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

async function joinSearchText(tx: Tx, kept: number, gone: number): Promise<void> {
  const rows = await tx
    .selectFrom('people')
    .select(['person_id', 'search_text'])
    .where('person_id', 'in', [kept, gone])
    .orderBy('person_id')
    .execute()
  const search_text = rows.map((row) => row.search_text).join('\n')
  await tx.updateTable('people').set({ search_text }).where('person_id', '=', kept).execute()
}

/**
 * Drops the touchpoints of these interactions and, where it is known who the owner is, notes that they wait to be
 * derived anew. Must run while identities and times are as they were when the touchpoints were written.
 */
export async function dropTouchpoints(
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  ids: readonly InteractionId[],
  wait: boolean,
): Promise<void> {
  if (ids.length === 0) return
  const list = backend.listOf(ids)
  // Through the participants, since touchpoints are kept by person: an index by interaction would slow every import.
  await sql`
    delete from touchpoints where (owner_id, person_id, occurred_ms, interaction_id) in (
      select x.owner_id, i.person_id, x.occurred_ms, x.interaction_id
      from interactions x
      join participants p on p.owner_id = x.owner_id and p.interaction_id = x.interaction_id
      join identities i on i.identity_id = p.identity_id
      where x.owner_id = ${owner} and x.interaction_id in ${list} and x.occurred_ms is not null
    )`.execute(tx)
  if (wait) await backend.insert(tx, waitingRows, [ids.map(() => owner), ids])
}
