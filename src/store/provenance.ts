import type { ImportId, InteractionId, OwnerId } from '#core/model/ids.ts'
import type { Identity } from '#core/model/identity.ts'
import type { OwnerRecord } from '#core/model/records.ts'
import type { Backend } from './backend.ts'
import { repeatRows, versionRows } from './bulk-tables.ts'
import { ascending, type Known, seenAlike, toldAlike, unite } from './copies.ts'
import type { Tx } from './owners.ts'

/*
 * Which import brought which interaction. The import that brought it first stands with the interaction; that is all
 * there is for most. An import that brings it again in the same words is noted in ranges of ids, a line a batch. Once
 * two imports tell it differently, each has a version of its own: what is stored is their union, and what is left when
 * one of them is undone is the union of the others. Those in ranges then say what the first version says.
 */

/** Stands for what no import brought: what the user said, or kith concluded. */
export const NO_IMPORT = 0

/** The hints at the owner that the files of one run of `kith import` gave; runs by ascending id. */
export type RunHints = {
  readonly importId: ImportId
  /** The first import of the run: the files of a run are judged together. */
  readonly runId: ImportId
  readonly hints: readonly OwnerRecord[]
}

/** Who the owner is to be after an undo: as if what is left had been imported alone. */
export type Settling = {
  readonly identities: readonly Identity[]
  readonly name: string | null
  /** Only where one of them is the owner's already. */
  readonly ifMine: boolean
}

/** What of the directory an undo was planned on, and who the owner is to be then. */
export type UndoPlan = {
  readonly directoryVersion: number
  /** What the owner is settled from anew, in order; with nothing, nobody knows who they are. */
  readonly me: readonly Settling[]
  /** The setting that says why; null when nothing says who the owner is. */
  readonly meSetting: unknown
  /** The user said who they are: their name stays theirs. */
  readonly confirmed: boolean
}

export type UndoResult = {
  readonly interactions: number
  /** Interactions that another import brought, too: they stay. */
  readonly keptInteractions: number
  readonly people: number
  readonly facts: number
  readonly ties: number
}

export interface ProvenanceStore {
  /** Keeps what the files of an import say of their owner. */
  readonly keepHints: (
    owner: OwnerId,
    id: ImportId,
    runId: ImportId,
    hints: readonly OwnerRecord[],
  ) => Promise<void>
  /** The same of all imports of the owner, by ascending import. */
  readonly hints: (owner: OwnerId) => Promise<readonly RunHints[]>
  /**
   * Takes an import back as a whole: what only it brought goes, with the people nobody else knows of; what others
   * brought, too, and what the user did stay.
   * @throws KithError 'not-found' when there is no such import; StaleDirectoryError when the plan is of an older
   * directory
   */
  readonly undoImport: (owner: OwnerId, id: ImportId, plan: UndoPlan) => Promise<UndoResult>
}

/** A stored interaction that a batch brings again. */
export type Copy = {
  readonly id: number
  /** The import that brought it first. */
  readonly importId: number
  readonly before: Known
  /** What the batch says of it. */
  readonly told: Known
}

/** Notes that an import brought these again. */
export async function noteCopies(
  backend: Backend,
  tx: Tx,
  owner: number,
  importId: number,
  copies: readonly Copy[],
): Promise<void> {
  if (copies.length === 0) return
  const versions = await versionsOf(
    backend,
    tx,
    owner,
    copies.map(({ id }) => id),
  )
  const repeated: number[] = []
  const written: { id: number; importId: number; told: Known }[] = []
  let mine: Ranges | null = null
  for (const { id, importId: first, before, told } of copies) {
    const known = versions.get(id)
    if (known !== undefined) {
      const own = known.get(importId)
      const now = own === undefined ? told : unite(own, told)
      if (own === undefined || !alike(own, now)) written.push({ id, importId, told: now })
    } else if (first !== importId) {
      if (alike(before, told)) repeated.push(id)
      else {
        mine ??= await rangesOf(tx, owner, importId)
        written.push({ id, importId: first, told: before })
        written.push({ id, importId, told: holds(mine, id) ? unite(before, told) : told })
      }
    }
  }
  await backend.insert(tx, versionRows, [
    written.map(() => owner),
    written.map((one) => one.id),
    written.map((one) => one.importId),
    written.map((one) => knownToText(one.told)),
  ])
  if (repeated.length === 0) return
  const { position } = await tx
    .selectFrom('interaction_repeats')
    .select(({ fn }) => fn.countAll<number>().as('position'))
    .where('owner_id', '=', owner)
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow()
  await backend.insert(tx, repeatRows, [[owner], [importId], [position], [rangesToText(repeated)]])
}

/** Whether two tell the same. */
export const alike = (a: Known, b: Known): boolean => seenAlike(a, b) && toldAlike(a, b)

/** The versions of these interactions by import; those that all imports tell alike have none. */
export async function versionsOf(
  backend: Backend,
  tx: Tx,
  owner: number,
  ids: readonly number[],
): Promise<Map<number, Map<number, Known>>> {
  const rows = await tx
    .selectFrom('interaction_versions')
    .select(['interaction_id', 'import_id', 'told'])
    .where('owner_id', '=', owner)
    .where('interaction_id', 'in', backend.listOf(ids))
    .orderBy('interaction_id')
    .orderBy('import_id')
    .execute()
  const versions = new Map<number, Map<number, Known>>()
  for (const row of rows) {
    const held = versions.get(row.interaction_id) ?? new Map<number, Known>()
    versions.set(row.interaction_id, held.set(row.import_id, knownFromText(row.told)))
  }
  return versions
}

export const knownToText = (known: Known): string =>
  JSON.stringify([
    known.at,
    known.timeQuality,
    known.channel,
    Number(known.bulk),
    known.subject,
    known.words,
    known.thread,
    known.participants,
  ])

function knownFromText(text: string): Known {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by knownToText alone
  const [at, timeQuality, channel, bulk, subject, words, thread, participants] = JSON.parse(text) as [
    number | null,
    number,
    number,
    number,
    string | null,
    number | null,
    string | null,
    number[],
  ]
  return {
    at,
    timeQuality,
    channel,
    bulk: bulk === 1,
    subject,
    words,
    thread,
    participants: ascending(participants),
  }
}

/** Ids as pairs of first and last, ascending. */
export type Ranges = readonly (readonly [number, number])[]

/** Ids as `first-last,first-last`: those of a batch mostly follow each other. */
export function rangesToText(ids: readonly number[]): string {
  const parts: string[] = []
  let first = NaN
  let last = NaN
  for (const id of [...ids].sort((a, b) => a - b)) {
    if (id === last + 1) last = id
    else {
      if (!Number.isNaN(first)) parts.push(`${first}-${last}`)
      first = last = id
    }
  }
  if (!Number.isNaN(first)) parts.push(`${first}-${last}`)
  return parts.join(',')
}

const rangesFromText = (text: string): Ranges =>
  text.split(',').map((part) => {
    const [first, last] = part.split('-').map(Number)
    return [first ?? NaN, last ?? NaN] as const
  })

/** Lists of ranges as one, ascending and without overlaps. */
function joinRanges(lists: readonly Ranges[]): Ranges {
  const out: [number, number][] = []
  for (const [first, last] of lists.flat().sort((a, b) => a[0] - b[0])) {
    const before = out.at(-1)
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last)
    else out.push([first, last])
  }
  return out
}

/** Whether an id lies in the ranges. */
export function holds(ranges: Ranges, id: number): boolean {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = ranges[middle]!
    if (id < first) high = middle - 1
    else if (id > last) low = middle + 1
    else return true
  }
  return false
}

/** What an import brought again in the words of the first. */
export const rangesOf = async (tx: Tx, owner: number, importId: number): Promise<Ranges> =>
  (await allRanges(tx, owner, (id) => id === importId)).get(importId) ?? []

/** The same of every import of an owner for which `wanted` holds, by ascending import. */
export async function allRanges(
  tx: Tx,
  owner: number,
  wanted: (importId: number) => boolean,
): Promise<Map<number, Ranges>> {
  const rows = await tx
    .selectFrom('interaction_repeats')
    .select(['import_id', 'ranges'])
    .where('owner_id', '=', owner)
    .orderBy('import_id')
    .orderBy('position')
    .execute()
  const lists = Map.groupBy(
    rows.filter((row) => wanted(row.import_id)),
    (row) => row.import_id,
  )
  return new Map(
    [...lists].map(([id, some]) => [id, joinRanges(some.map((row) => rangesFromText(row.ranges)))]),
  )
}

/** Interaction ids with the brand they carry elsewhere. */
export const asInteractionIds = (ids: readonly number[]): InteractionId[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the branded form of the same numbers
  ids as unknown as InteractionId[]
