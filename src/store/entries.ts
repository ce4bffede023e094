import { entryId } from '#core/model/ids.ts'
import type { EntryId, OwnerId, PersonId } from '#core/model/ids.ts'
import type { EntryBodies, EntryKind } from '#core/model/entry.ts'
import { nameFor, whoTheyAre } from './about.ts'
import type { Someone } from './about.ts'
import type { Backend } from './backend.ts'
import { lockOwner, markChanged, nextId } from './owners.ts'
import type { Tx } from './owners.ts'
import type { Tables } from './schema.ts'

/** Something the user keeps. */
export type EntryRow<K extends EntryKind = EntryKind> = {
  readonly id: EntryId
  /** Whom it is about; null for what is about nobody. */
  readonly about: Someone | null
  /** Through whom it came (outcomes). */
  readonly via: Someone | null
  /** The time it holds for, epoch milliseconds. */
  readonly at: number
  readonly madeAt: number
  readonly body: EntryBodies[K]
}

export type NewEntry<K extends EntryKind> = {
  readonly about: PersonId | null
  readonly via?: PersonId | null
  readonly at: number
  readonly body: EntryBodies[K]
}

export interface EntryStore {
  /** Entries of a kind that are not removed, by time and id; about one person where given. */
  readonly entries: <K extends EntryKind>(
    owner: OwnerId,
    kind: K,
    person?: PersonId,
  ) => Promise<readonly EntryRow<K>[]>
  /** Null when there is none of that kind and id. */
  readonly entry: <K extends EntryKind>(owner: OwnerId, kind: K, id: EntryId) => Promise<EntryRow<K> | null>
  /** Writes several at once; returns their ids in order. */
  readonly addEntries: <K extends EntryKind>(
    owner: OwnerId,
    kind: K,
    entries: readonly NewEntry<K>[],
    now: number,
  ) => Promise<readonly EntryId[]>
  /** Replaces the body (and time) of one; what it was before is kept for `undoEntry`. False when there is none. */
  readonly changeEntry: <K extends EntryKind>(
    owner: OwnerId,
    kind: K,
    id: EntryId,
    changed: { readonly at?: number; readonly body: EntryBodies[K] },
  ) => Promise<boolean>
  /** Takes one away; `undoEntry` brings it back. False when there is none. */
  readonly removeEntry: (owner: OwnerId, kind: EntryKind, id: EntryId, now: number) => Promise<boolean>
  /** Takes the last change or removal back, and that again. False when there is nothing to take back. */
  readonly undoEntry: (owner: OwnerId, kind: EntryKind, id: EntryId) => Promise<boolean>
  /** Takes these away and brings those back, all or nothing, as far as they are there. */
  readonly exchangeEntries: (
    owner: OwnerId,
    kind: EntryKind,
    change: { readonly remove: readonly EntryId[]; readonly restore: readonly EntryId[] },
    now: number,
  ) => Promise<void>
  /** Forgets these for good: proposals that nobody has touched. */
  readonly dropEntries: (owner: OwnerId, kind: EntryKind, ids: readonly EntryId[]) => Promise<void>
}

/** Kinds that scores depend on: outcomes teach the rates, tags make segments. */
const scored: ReadonlySet<EntryKind> = new Set(['outcome', 'tag'])

type Before = { readonly at: number; readonly body: string }

/** Entries of a kind that are not removed, by time and id; the one of an id where given. */
async function find<K extends EntryKind>(
  backend: Backend,
  owner: OwnerId,
  kind: K,
  id: EntryId | null,
): Promise<EntryRow<K>[]> {
  const rows = await backend.db
    .selectFrom('entries')
    .select(['entry_id', 'about', 'via', 'at_ms', 'made_ms', 'body'])
    .where('owner_id', '=', owner)
    .where('kind', '=', kind)
    .where('removed_ms', 'is', null)
    .$if(id !== null, (query) => query.where('entry_id', '=', id ?? entryId(0)))
    .orderBy('at_ms')
    .orderBy('entry_id')
    .execute()
  const people = await whoTheyAre(
    backend,
    rows.flatMap((row) => [row.about, row.via]),
  )
  return rows.map((row, i) => ({
    id: entryId(row.entry_id),
    about: people[2 * i] ?? null,
    via: people[2 * i + 1] ?? null,
    at: row.at_ms,
    madeAt: row.made_ms,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only bodies of this kind are stored
    body: JSON.parse(row.body) as EntryBodies[K],
  }))
}

async function markScoresOld(tx: Tx, owner: OwnerId, kind: EntryKind): Promise<void> {
  if (scored.has(kind)) await markChanged(tx, owner)
}

/** What of an entry changes: its time and body, what they were before, and whether it is removed. */
type Changing = Pick<Tables['entries'], 'at_ms' | 'body' | 'previous' | 'removed_ms'>

/** Changes one entry to what `change` makes of it; false where there is none, or `change` says null. */
const changeOne = (
  backend: Backend,
  owner: OwnerId,
  kind: EntryKind,
  id: EntryId,
  change: (row: Changing) => Partial<Changing> | null,
): Promise<boolean> =>
  backend.write(async (tx) => {
    await lockOwner(backend, tx, owner)
    const row = await tx
      .selectFrom('entries')
      .select(['at_ms', 'body', 'previous', 'removed_ms'])
      .where('owner_id', '=', owner)
      .where('kind', '=', kind)
      .where('entry_id', '=', id)
      .executeTakeFirst()
    const changed = row === undefined ? null : change(row)
    if (changed === null) return false
    await tx
      .updateTable('entries')
      .set(changed)
      .where('owner_id', '=', owner)
      .where('kind', '=', kind)
      .where('entry_id', '=', id)
      .execute()
    await markScoresOld(tx, owner, kind)
    return true
  })

export const entriesPart = (backend: Backend): EntryStore => ({
  async entries(owner, kind, person) {
    const all = await find(backend, owner, kind, null)
    return person === undefined
      ? all
      : all.filter(({ about, via }) => about?.person === person || via?.person === person)
  },

  async entry(owner, kind, id) {
    return (await find(backend, owner, kind, id))[0] ?? null
  },

  addEntries: (owner, kind, entries, now) =>
    backend.write(async (tx) => {
      if (entries.length === 0) return []
      await lockOwner(backend, tx, owner)
      const first = await nextId(tx, 'next_entry_id', entries.length)
      for (const [i, { about, via, at, body }] of entries.entries())
        await tx
          .insertInto('entries')
          .values({
            owner_id: owner,
            entry_id: first + i,
            kind,
            about: about === null ? null : await nameFor(tx, about),
            via: via == null ? null : await nameFor(tx, via),
            at_ms: at,
            made_ms: now,
            removed_ms: null,
            body: JSON.stringify(body),
            previous: null,
          })
          .execute()
      await markScoresOld(tx, owner, kind)
      return entries.map((_, i) => entryId(first + i))
    }),

  changeEntry: (owner, kind, id, { at, body }) =>
    changeOne(backend, owner, kind, id, (row) => {
      if (row.removed_ms !== null) return null
      const before: Before = { at: row.at_ms, body: row.body }
      return { at_ms: at ?? row.at_ms, body: JSON.stringify(body), previous: JSON.stringify(before) }
    }),

  removeEntry: (owner, kind, id, now) =>
    changeOne(backend, owner, kind, id, (row) => (row.removed_ms === null ? { removed_ms: now } : null)),

  undoEntry: (owner, kind, id) =>
    changeOne(backend, owner, kind, id, (row) => {
      if (row.removed_ms !== null) return { removed_ms: null }
      if (row.previous === null) return null
      const before = JSON.parse(row.previous) as Before
      const now: Before = { at: row.at_ms, body: row.body }
      return { at_ms: before.at, body: before.body, previous: JSON.stringify(now) }
    }),

  exchangeEntries: (owner, kind, { remove, restore }, now) =>
    backend.write(async (tx) => {
      await lockOwner(backend, tx, owner)
      for (const [ids, removed] of [
        [remove, now],
        [restore, null],
      ] as const)
        if (ids.length > 0)
          await tx
            .updateTable('entries')
            .set({ removed_ms: removed })
            .where('owner_id', '=', owner)
            .where('kind', '=', kind)
            .where('entry_id', 'in', backend.listOf(ids))
            .execute()
      await markScoresOld(tx, owner, kind)
    }),

  dropEntries: (owner, kind, ids) =>
    backend.write(async (tx) => {
      if (ids.length === 0) return
      await lockOwner(backend, tx, owner)
      await tx
        .deleteFrom('entries')
        .where('owner_id', '=', owner)
        .where('kind', '=', kind)
        .where('entry_id', 'in', backend.listOf(ids))
        .execute()
      await markScoresOld(tx, owner, kind)
    }),
})
