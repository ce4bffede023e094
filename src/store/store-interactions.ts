import { sql } from 'kysely'
import { interactionId } from '#core/model/ids.ts'
import { BULK_AUDIENCE } from '#core/model/interaction.ts'
import type { InteractionId, OwnerId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { interactionRows, participantRows, touchpointRows, waitingRows } from './bulk-tables.ts'
import {
  ascending,
  identityOfCode,
  knownFrom,
  participantCode,
  roleOfCode,
  seenAlike,
  toldAlike,
  unite,
} from './copies.ts'
import type { Known } from './copies.ts'
import { keyHash } from './keys.ts'
import type { KnownKeys } from './known-keys.ts'
import { type Copy, noteCopies } from './provenance.ts'
import { dropTouchpoints } from './merge-people.ts'
import { READY, STALE } from './owners.ts'
import { forgetSeeking } from './seeking.ts'
import { forgetTalk } from './talk.ts'
import type { Tx } from './owners.ts'
import type { Tables } from './schema.ts'
import type { IngestBatch, IngestInteraction } from './store.ts'

/** One interaction of a batch: all its copies there united, and how it looks from the owner. */
type Draft = {
  readonly hash: string
  /** Of one that was not stored before, as soon as it is known that it was not. */
  id: number
  known: Known
  /** Null where copies within the batch differ, so that no copy was seen whole. */
  touchpoints: IngestInteraction['touchpoints'] | null
}

type StoredInteraction = { readonly id: number; readonly importId: number; readonly known: Known }

export type StoredBatch = {
  readonly added: number
  readonly changed: readonly InteractionId[]
  /** Whether anything was written. */
  readonly wrote: boolean
  /** The people in new interactions, and the earliest time; null where more happened than that. */
  readonly touched: { readonly since: number; readonly people: ReadonlySet<number> } | null
}

const NOTHING: StoredBatch = {
  added: 0,
  changed: [],
  wrote: false,
  touched: { since: Infinity, people: new Set() },
}

/**
 * Stores the interactions of a batch: new ones with their touchpoints, copies united with what is stored. Needs the
 * owner locked; `now` says who people are after the merges of the batch.
 */
export async function storeInteractions(
  backend: Backend,
  tx: Tx,
  owner: Tables['owners'],
  batch: IngestBatch,
  now: (person: number) => number,
  known: KnownKeys,
): Promise<StoredBatch> {
  const drafts = draftsOf(batch.interactions)
  if (drafts.size === 0) return NOTHING
  const asked = known.among(owner, batch.importId, [...drafts.keys()])
  const stored = await findStored(backend, tx, owner.owner_id, asked)
  const fresh: Draft[] = []
  const grown: { readonly id: number; readonly before: Known; readonly after: Known }[] = []
  const copies: Copy[] = []
  let nextId = owner.next_interaction_id
  for (const draft of drafts.values()) {
    const before = stored.get(draft.hash)
    if (before === undefined) {
      draft.id = nextId++
      fresh.push(draft)
      continue
    }
    copies.push({ id: before.id, importId: before.importId, before: before.known, told: draft.known })
    const after = unite(before.known, draft.known)
    if (!seenAlike(before.known, after) || !toldAlike(before.known, after))
      grown.push({ id: before.id, before: before.known, after })
  }
  await noteCopies(backend, tx, owner.owner_id, batch.importId, copies)
  const unseen = fresh.filter((draft) => draft.touchpoints === null).map((draft) => interactionId(draft.id))
  const reseen = grown
    .filter(({ before, after }) => !seenAlike(before, after))
    .map(({ id }) => interactionId(id))
  const meKnown = owner.me_person_id !== null
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the branded form of the same number
  await dropTouchpoints(backend, tx, owner.owner_id as OwnerId, reseen, meKnown)
  if (meKnown) await backend.insert(tx, waitingRows, [unseen.map(() => owner.owner_id), unseen])

  await insertFresh(backend, tx, owner.owner_id, batch.importId, fresh)
  const seen = batch.seenBy !== null && now(batch.seenBy) === owner.me_person_id
  if (seen) await insertTouchpoints(backend, tx, owner.owner_id, fresh, now)
  else if (meKnown && fresh.length > 0) await markStale(tx, owner.owner_id)
  if (grown.some(({ before, after }) => !seenAlike(before, after))) await forgetSeeking(tx, owner.owner_id)
  else if (grown.some(({ before, after }) => before.subject !== after.subject))
    await forgetTalk(tx, owner.owner_id)
  for (const one of grown) await rewrite(backend, tx, owner.owner_id, batch.importId, one)
  await keepExtent(tx, owner, nextId, fresh, grown)
  known.add(
    fresh.map((one) => one.hash),
    nextId,
  )
  return {
    added: fresh.length,
    changed: [...reseen, ...unseen].sort((a, b) => a - b),
    wrote: fresh.length + grown.length > 0,
    touched:
      (seen || fresh.length === 0) && grown.length + unseen.length === 0 ? touchedBy(fresh, now) : null,
  }
}

function touchedBy(fresh: readonly Draft[], now: (person: number) => number) {
  const people = new Set<number>()
  let since = Infinity
  for (const { known, touchpoints } of fresh) {
    if (known.at === null) continue
    if (known.at < since) since = known.at
    for (const seen of touchpoints ?? []) people.add(now(seen.personId))
  }
  return { since, people }
}

function draftsOf(interactions: readonly IngestInteraction[]): Map<string, Draft> {
  const drafts = new Map<string, Draft>()
  for (const record of interactions) {
    const hash = keyHash(record.key)
    const known = knownFrom(record)
    const draft = drafts.get(hash)
    if (draft === undefined) {
      drafts.set(hash, { hash, id: NaN, known, touchpoints: record.touchpoints })
      continue
    }
    const united = unite(draft.known, known)
    if (!seenAlike(draft.known, united))
      draft.touchpoints = seenAlike(known, united) ? record.touchpoints : null
    draft.known = united
  }
  return drafts
}

/** A run that is deriving all touchpoints need not begin anew: it meets the new interactions at its end. */
const markStale = (tx: Tx, owner: number): Promise<unknown> =>
  tx
    .updateTable('owners')
    .set({ touchpoints_ready: STALE })
    .where('owner_id', '=', owner)
    .where('touchpoints_ready', '=', READY)
    .execute()

async function findStored(
  backend: Backend,
  tx: Tx,
  owner: number,
  hashes: readonly string[],
): Promise<Map<string, StoredInteraction>> {
  if (hashes.length === 0) return new Map()
  // From the list to the table: the other way round SQLite would read all interactions of the owner.
  const { rows } = await sql<Tables['interactions']>`
    select x.* from ${backend.tableOf(hashes)} cross join interactions x
    where x.owner_id = ${owner} and x.key_hash = l.value`.execute(tx)
  return storedFrom(backend, tx, owner, rows, (row) => row.key_hash)
}

/** What is stored of these interactions, by the key that `by` gives each. */
export async function storedFrom<Key>(
  backend: Backend,
  tx: Tx,
  owner: number,
  rows: readonly Tables['interactions'][],
  by: (row: Tables['interactions']) => Key,
): Promise<Map<Key, StoredInteraction>> {
  if (rows.length === 0) return new Map()
  const ids = rows.map((row) => row.interaction_id)
  const participants = await tx
    .selectFrom('participants')
    .select(['interaction_id', 'identity_id', 'role'])
    .where('owner_id', '=', owner)
    .where('interaction_id', 'in', backend.listOf(ids))
    .execute()
  const codes = new Map<number, number[]>(ids.map((id) => [id, []]))
  for (const one of participants)
    codes.get(one.interaction_id)?.push(participantCode(one.identity_id, one.role))
  return new Map(
    rows.map((row) => [
      by(row),
      {
        id: row.interaction_id,
        importId: row.import_id,
        known: {
          at: row.occurred_ms,
          timeQuality: row.time_quality,
          channel: row.channel,
          bulk: row.bulk === 1,
          subject: row.subject,
          words: row.words,
          thread: row.thread,
          participants: ascending(codes.get(row.interaction_id) ?? []),
        },
      },
    ]),
  )
}

async function insertFresh(
  backend: Backend,
  tx: Tx,
  owner: number,
  importId: number,
  fresh: readonly Draft[],
): Promise<void> {
  await backend.insert(tx, interactionRows, [
    fresh.map(() => owner),
    fresh.map((one) => one.id),
    fresh.map((one) => one.hash),
    fresh.map((one) => one.known.at),
    fresh.map((one) => one.known.timeQuality),
    fresh.map((one) => one.known.channel),
    fresh.map((one) => Number(one.known.bulk)),
    fresh.map((one) => one.known.subject),
    fresh.map((one) => one.known.words),
    fresh.map((one) => one.known.thread),
    fresh.map(() => importId),
  ])
  const interactions: number[] = []
  const codes: number[] = []
  for (const { id, known } of fresh)
    // In the order of the key, so that rows are appended to their table.
    for (const code of known.participants) {
      interactions.push(id)
      codes.push(code)
    }
  await insertParticipants(backend, tx, owner, importId, interactions, codes)
}

const insertParticipants = (
  backend: Backend,
  tx: Tx,
  owner: number,
  importId: number,
  interactions: readonly number[],
  codes: readonly number[],
): Promise<number> =>
  backend.insert(tx, participantRows, [
    codes.map(() => owner),
    interactions,
    codes.map(identityOfCode),
    codes.map(roleOfCode),
    codes.map(() => importId),
  ])

async function insertTouchpoints(
  backend: Backend,
  tx: Tx,
  owner: number,
  fresh: readonly Draft[],
  now: (person: number) => number,
): Promise<void> {
  const rows = fresh.flatMap(({ id, known, touchpoints }) =>
    known.at === null || touchpoints === null
      ? []
      : touchpoints.map((seen) => ({ seen, known, at: known.at, id, person: now(seen.personId) })),
  )
  // In the order of the key: neighbours share a page of the table, which is written once.
  rows.sort((a, b) => a.person - b.person || Number(a.at) - Number(b.at) || a.id - b.id)
  await backend.insert(tx, touchpointRows, [
    rows.map(() => owner),
    rows.map((row) => row.person),
    rows.map((row) => row.at),
    rows.map((row) => row.id),
    rows.map((row) => row.seen.direction),
    rows.map((row) => row.known.channel),
    rows.map((row) => row.seen.audience),
    rows.map((row) => row.seen.role),
    // As the model has it: what goes to many is bulk, marked or not.
    rows.map((row) => Number(row.known.bulk || row.seen.audience > BULK_AUDIENCE)),
  ])
}

/** What is told of an interaction, as its columns hold it. */
export const toldColumns = (told: Known) => ({
  occurred_ms: told.at,
  time_quality: told.timeQuality,
  channel: told.channel,
  bulk: Number(told.bulk),
  subject: told.subject,
  words: told.words,
  thread: told.thread,
})

async function rewrite(
  backend: Backend,
  tx: Tx,
  owner: number,
  importId: number,
  { id, before, after }: { readonly id: number; readonly before: Known; readonly after: Known },
): Promise<void> {
  if (!toldAlike(before, after))
    await tx
      .updateTable('interactions')
      .set(toldColumns(after))
      .where('owner_id', '=', owner)
      .where('interaction_id', '=', id)
      .execute()
  const codes = after.participants.filter((code) => !before.participants.includes(code))
  await insertParticipants(
    backend,
    tx,
    owner,
    importId,
    codes.map(() => id),
    codes,
  )
}

/** Keeps the number of interactions and their first and last time with the owner. */
async function keepExtent(
  tx: Tx,
  owner: Tables['owners'],
  nextId: number,
  fresh: readonly { readonly known: Known }[],
  grown: readonly { readonly before: Known; readonly after: Known }[],
): Promise<void> {
  let first = owner.first_ms
  let last = owner.last_ms
  for (const { known } of fresh) {
    if (known.at === null) continue
    first = first === null ? known.at : Math.min(first, known.at)
    last = last === null ? known.at : Math.max(last, known.at)
  }
  if (grown.some(({ before, after }) => before.at !== after.at)) {
    // A time that was the first or last may be gone: look at all of them.
    const extent = await tx
      .selectFrom('interactions')
      .select(({ fn }) => [fn.min('occurred_ms').as('first'), fn.max('occurred_ms').as('last')])
      .where('owner_id', '=', owner.owner_id)
      .executeTakeFirstOrThrow()
    first = extent.first
    last = extent.last
  }
  await tx
    .updateTable('owners')
    .set({
      next_interaction_id: nextId,
      interactions: owner.interactions + fresh.length,
      first_ms: first,
      last_ms: last,
    })
    .where('owner_id', '=', owner.owner_id)
    .execute()
}
