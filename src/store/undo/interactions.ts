import type { OwnerId } from '#core/model/ids.ts'
import type { Backend } from '../backend.ts'
import { participantRows, versionRows } from '../bulk-tables.ts'
import { identityOfCode, type Known, roleOfCode, seenAlike, toldAlike, unite } from '../copies.ts'
import { dropTouchpoints } from '../merge-people.ts'
import type { Tx } from '../owners.ts'
import {
  alike,
  allRanges,
  asInteractionIds,
  holds,
  knownToText,
  type Ranges,
  versionsOf,
} from '../provenance.ts'
import { forgetSeeking } from '../seeking.ts'
import { storedFrom, toldColumns } from '../store-interactions.ts'

/** Interactions looked at together. */
const CHUNK = 10_000

export type UndoneInteractions = { readonly gone: number; readonly kept: number }

/** The interactions that an import first brought, or has a version of its own of, in chunks by id. */
async function* idsOf(
  tx: Tx,
  table: 'interactions' | 'interaction_versions',
  owner: OwnerId,
  importId: number,
): AsyncGenerator<number[]> {
  for (let after = 0; ;) {
    const rows = await tx
      .selectFrom(table)
      .select('interaction_id')
      .where('owner_id', '=', owner)
      .where('import_id', '=', importId)
      .where('interaction_id', '>', after)
      .orderBy('interaction_id')
      .limit(CHUNK)
      .execute()
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.interaction_id
    yield rows.map((row) => row.interaction_id)
  }
}

/** Takes an import out of the interactions: those that only it brought go, the others are as without it. */
export async function undoInteractions(
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  importId: number,
  meKnown: boolean,
): Promise<UndoneInteractions> {
  await forgetSeeking(tx, owner)
  const others = await allRanges(tx, owner, (id) => id !== importId)
  const told = await undoVersions(backend, tx, owner, importId, others, meKnown)
  let gone = told.gone.length
  let kept = told.kept
  await remove(backend, tx, owner, told.gone)
  for await (const ids of idsOf(tx, 'interactions', owner, importId)) {
    const heirs = Map.groupBy(ids, (id) => heirOf(others, id))
    for (const [heir, theirs] of heirs) {
      if (heir === null) {
        await remove(backend, tx, owner, theirs)
        gone += theirs.length
      } else {
        await giveTo(backend, tx, owner, importId, heir, theirs)
        kept += theirs.length
      }
    }
  }
  await tx
    .deleteFrom('interaction_repeats')
    .where('owner_id', '=', owner)
    .where('import_id', '=', importId)
    .execute()
  return { gone, kept }
}

/** The first other import that brought the interaction in the same words. */
function heirOf(others: ReadonlyMap<number, Ranges>, id: number): number | null {
  for (const [other, ranges] of others) if (holds(ranges, id)) return other
  return null
}

/** What only this import brought stays with another one from now on. */
async function giveTo(
  backend: Backend,
  tx: Tx,
  owner: number,
  importId: number,
  heir: number,
  ids: readonly number[],
): Promise<void> {
  const list = backend.listOf(ids)
  for (const table of ['interactions', 'participants', 'interaction_keywords'] as const)
    await tx
      .updateTable(table)
      .set({ import_id: heir })
      .where('owner_id', '=', owner)
      .where('interaction_id', 'in', list)
      .where('import_id', '=', importId)
      .execute()
}

async function remove(backend: Backend, tx: Tx, owner: OwnerId, ids: readonly number[]): Promise<void> {
  for (let start = 0; start < ids.length; start += CHUNK) {
    const some = ids.slice(start, start + CHUNK)
    await dropTouchpoints(backend, tx, owner, asInteractionIds(some), false)
    for (const table of interactionTables)
      await tx
        .deleteFrom(table)
        .where('owner_id', '=', owner)
        .where('interaction_id', 'in', backend.listOf(some))
        .execute()
  }
}

/** Tables with rows of one interaction; its touchpoints are dropped beside. */
export const interactionTables = [
  'participants',
  'interaction_keywords',
  'waiting_interactions',
  'interaction_versions',
  'interactions',
] as const

/** Interactions that imports tell differently: the version of this one goes, and the others are united anew. */
async function undoVersions(
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  importId: number,
  others: ReadonlyMap<number, Ranges>,
  meKnown: boolean,
): Promise<{ readonly gone: readonly number[]; readonly kept: number }> {
  const gone: number[] = []
  let kept = 0
  for await (const ids of idsOf(tx, 'interaction_versions', owner, importId)) {
    const versions = await versionsOf(backend, tx, owner, ids)
    const first = await tx
      .selectFrom('interactions')
      .select(['interaction_id', 'import_id'])
      .where('owner_id', '=', owner)
      .where('interaction_id', 'in', backend.listOf(ids))
      .execute()
    const left: { id: number; versions: ReadonlyMap<number, Known> }[] = []
    for (const { interaction_id: id, import_id: base } of first) {
      const mine = versions.get(id) ?? new Map<number, Known>()
      const own = mine.get(importId)
      mine.delete(importId)
      // Whoever repeated the first version without one of their own says what it says.
      const heir = base === importId ? heirOf(others, id) : null
      if (heir !== null && own !== undefined && !mine.has(heir)) mine.set(heir, own)
      if (mine.size === 0) gone.push(id)
      else left.push({ id, versions: new Map([...mine].sort(([a], [b]) => a - b)) })
    }
    kept += left.length
    await rewriteFromVersions(backend, tx, owner, left, meKnown)
  }
  return { gone, kept }
}

async function rewriteFromVersions(
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  left: readonly { readonly id: number; readonly versions: ReadonlyMap<number, Known> }[],
  meKnown: boolean,
): Promise<void> {
  const rows = await tx
    .selectFrom('interactions')
    .selectAll()
    .where('owner_id', '=', owner)
    .where('interaction_id', 'in', backend.listOf(left.map(({ id }) => id)))
    .execute()
  const stored = await storedFrom(backend, tx, owner, rows, (row) => row.interaction_id)
  const changed = left.flatMap((one) => {
    const before = stored.get(one.id)
    const after = [...one.versions.values()].reduce(unite)
    return before === undefined ? [] : [{ ...one, before, after }]
  })
  const reseen = changed.filter(({ before, after }) => !seenAlike(before.known, after)).map(({ id }) => id)
  // While identities and times are as they were when the touchpoints were written.
  await dropTouchpoints(backend, tx, owner, asInteractionIds(reseen), meKnown)
  const participants: { id: number; code: number; from: number }[] = []
  const written: { id: number; from: number; told: Known }[] = []
  for (const { id, before, after, versions } of changed) {
    const [base] = versions.keys()
    const from = versions.has(before.importId) ? before.importId : (base ?? before.importId)
    if (!toldAlike(before.known, after) || from !== before.importId)
      await tx
        .updateTable('interactions')
        .set({ ...toldColumns(after), import_id: from })
        .where('owner_id', '=', owner)
        .where('interaction_id', '=', id)
        .execute()
    // What it is about stays known where only the words of the imports differ.
    if (from !== before.importId)
      await tx
        .updateTable('interaction_keywords')
        .set({ import_id: from })
        .where('owner_id', '=', owner)
        .where('interaction_id', '=', id)
        .execute()
    for (const code of after.participants) {
      const holder = [...versions].find(([, known]) => known.participants.includes(code))
      participants.push({ id, code, from: holder?.[0] ?? from })
    }
    // One version left is no difference any more.
    if (versions.size > 1 || ![...versions.values()].every((known) => alike(known, after)))
      for (const [of, known] of versions) written.push({ id, from: of, told: known })
  }
  for (const table of ['participants', 'interaction_versions'] as const)
    await tx
      .deleteFrom(table)
      .where('owner_id', '=', owner)
      .where('interaction_id', 'in', backend.listOf(changed.map(({ id }) => id)))
      .execute()
  await backend.insert(tx, participantRows, [
    participants.map(() => owner),
    participants.map((one) => one.id),
    participants.map((one) => identityOfCode(one.code)),
    participants.map((one) => roleOfCode(one.code)),
    participants.map((one) => one.from),
  ])
  await backend.insert(tx, versionRows, [
    written.map(() => owner),
    written.map((one) => one.id),
    written.map((one) => one.from),
    written.map((one) => knownToText(one.told)),
  ])
}
