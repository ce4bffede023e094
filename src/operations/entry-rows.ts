import type { z } from 'zod'
import type { EntryBodies, EntryKind } from '#core/model/entry.ts'
import { KithError } from '#core/model/errors.ts'
import { entryId } from '#core/model/ids.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { EntryRow } from '#store/entries.ts'
import { isoTime, isoTimeOrNull } from './dates.ts'
import { weekdays } from './entry-schemas.ts'
import type { mark, note, reminder, tag } from './entry-schemas.ts'
import type { Context } from './operation.ts'

/** A stored note as kith shows it outside. */
export const noteOf = ({ id, about, at, body }: EntryRow<'note'>): z.output<typeof note> => ({
  id,
  about,
  at: isoTime(at),
  text: body.text,
})

/** A stored tag as kith shows it outside. */
export const tagOf = ({ id, about, body }: EntryRow<'tag'>): z.output<typeof tag> => ({
  id,
  about,
  tag: body.tag,
})

/** How the user wants to be in touch with somebody, as kith shows it outside. */
export const markOf = ({ id, about, body }: EntryRow<'mark'>): z.output<typeof mark> => ({
  id,
  about,
  leaveAlone: body.leaveAlone,
  until: isoTimeOrNull(body.until),
  reason: body.reason,
  days: body.days.flatMap((of) => weekdays[of] ?? []),
})

/** A stored reminder as kith shows it outside, as of `now` (epoch milliseconds). */
export const reminderOf = (
  { id, about, body }: EntryRow<'reminder'>,
  now: number,
): z.output<typeof reminder> => ({
  id,
  about,
  text: body.text,
  dueAt: isoTime(body.dueAt),
  doneAt: isoTimeOrNull(body.doneAt),
  overdue: body.doneAt === null && body.dueAt < now,
})

/** Adds one entry and reads it back, as the lists will show it. */
export async function added<K extends EntryKind>(
  { store, owner, now }: Context,
  kind: K,
  entry: { about: PersonId | null; via?: PersonId | null; at: number; body: EntryBodies[K] },
): Promise<EntryRow<K>> {
  const [id] = await store.addEntries(owner, kind, [entry], now())
  const row = id === undefined ? null : await store.entry(owner, kind, id)
  if (row === null) throw new KithError('internal', 'What was just written is not there.')
  return row
}

/** @throws KithError 'not-found' that says where the numbers are listed */
export async function existing<K extends EntryKind>(
  { store, owner }: Context,
  kind: K,
  id: number,
  list: string,
): Promise<EntryRow<K>> {
  const row = await store.entry(owner, kind, entryId(id))
  if (row === null)
    throw new KithError('not-found', `There is no ${kind} ${id}; ${list} shows those there are.`)
  return row
}

/** Several marks of one person (after a merge): leave alone if any says so, for the longest; all days together. */
export function joinedMarks(rows: readonly EntryRow<'mark'>[]): EntryRow<'mark'> {
  return rows.reduce((all, one) => ({
    ...one,
    body: {
      leaveAlone: all.body.leaveAlone || one.body.leaveAlone,
      until: !all.body.leaveAlone
        ? one.body.until
        : !one.body.leaveAlone
          ? all.body.until
          : all.body.until === null || one.body.until === null
            ? null
            : Math.max(all.body.until, one.body.until),
      reason: one.body.reason ?? all.body.reason,
      days: [...new Set([...all.body.days, ...one.body.days])].sort((a, b) => a - b),
    },
  }))
}
