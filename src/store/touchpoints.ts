import { sql } from 'kysely'
import { interactionId, personId } from '#core/model/ids.ts'
import type { InteractionId, OwnerId, PersonId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { touchpointRows } from './bulk-tables.ts'
import { LedgerReader, flagsOf } from './ledger-columns.ts'
import { lockOwner, markChanged } from './owners.ts'
import type { InteractionRow, Store } from './store.ts'

type Part = Pick<
  Store,
  | 'interactions'
  | 'interactionsByIds'
  | 'clearTouchpoints'
  | 'addTouchpoints'
  | 'touchpointsReady'
  | 'ledger'
  | 'timeline'
>

/** Ids in one list of a query: more make the list itself the work. */
const MAX_IDS = 5_000

export const touchpointsPart = (backend: Backend): Part => ({
  async interactions(owner, after, limit) {
    const ids = await backend.db
      .selectFrom('interactions')
      .select('interaction_id')
      .where('owner_id', '=', owner)
      .where('interaction_id', '>', after ?? 0)
      .orderBy('interaction_id')
      .limit(limit)
      .execute()
    const last = ids.at(-1)?.interaction_id
    return last === undefined ? [] : withParticipants(backend, owner, { after: after ?? 0, last })
  },

  async interactionsByIds(owner, ids) {
    const sorted = [...new Set(ids)].sort((a, b) => a - b)
    const rows: InteractionRow[] = []
    for (let start = 0; start < sorted.length; start += MAX_IDS)
      rows.push(...(await withParticipants(backend, owner, { ids: sorted.slice(start, start + MAX_IDS) })))
    return rows
  },

  clearTouchpoints: (owner) =>
    backend.write(async (tx) => {
      await lockOwner(backend, tx, owner)
      await tx.deleteFrom('touchpoints').where('owner_id', '=', owner).execute()
      await tx.deleteFrom('waiting_interactions').where('owner_id', '=', owner).execute()
      await tx.updateTable('owners').set({ touchpoints_ready: 0 }).where('owner_id', '=', owner).execute()
      await markChanged(tx, owner)
    }),

  addTouchpoints: (owner, rows, derived = []) =>
    backend.write(async (tx) => {
      await lockOwner(backend, tx, owner)
      // One statement must not write a row twice; of two touchpoints with one key the later stays.
      const last = new Map(rows.map((row) => [`${row.personId} ${row.at} ${row.interactionId}`, row]))
      const sorted = [...last.values()].sort(
        (a, b) => a.personId - b.personId || a.at - b.at || a.interactionId - b.interactionId,
      )
      await backend.insert(tx, touchpointRows, [
        sorted.map(() => owner),
        sorted.map((row) => row.personId),
        sorted.map((row) => row.at),
        sorted.map((row) => row.interactionId),
        sorted.map((row) => row.direction),
        sorted.map((row) => row.channel),
        sorted.map((row) => row.audience),
        sorted.map((row) => row.role),
        sorted.map((row) => Number(row.bulk)),
      ])
      const done = new Set([...derived, ...rows.map((row) => row.interactionId)])
      await tx
        .deleteFrom('waiting_interactions')
        .where('owner_id', '=', owner)
        .where('interaction_id', 'in', backend.listOf([...done]))
        .execute()
      await markChanged(tx, owner)
    }),

  touchpointsReady: (owner) =>
    backend.write(async (tx) => {
      await lockOwner(backend, tx, owner)
      await tx.updateTable('owners').set({ touchpoints_ready: 1 }).where('owner_id', '=', owner).execute()
    }),

  async ledger(owner, person) {
    const reader = new LedgerReader()
    // One row a person, with times and the rest as lists of numbers: SQLite hands over a long text far quicker than
    // as many rows.
    const order = sql`occurred_ms, interaction_id`
    const query = backend.db
      .selectFrom('touchpoints')
      .select([
        'person_id',
        backend.joined(sql`occurred_ms`, order).as('times'),
        backend.joined(flagsOf, order).as('flags'),
      ])
      .where('owner_id', '=', owner)
      .$if(person !== undefined, (some) => some.where('person_id', '=', person ?? null))
      .groupBy(['owner_id', 'person_id'])
      .orderBy('owner_id')
      .orderBy('person_id')
    await backend.scan(query.compile(), ([of, times, flags]) =>
      reader.push(Number(of), String(times), String(flags)),
    )
    return reader.columns()
  },

  async timeline(owner, person, limit, before) {
    const rows = await backend.db
      .selectFrom('touchpoints as t')
      .innerJoin('interactions as x', (on) =>
        on.onRef('x.owner_id', '=', 't.owner_id').onRef('x.interaction_id', '=', 't.interaction_id'),
      )
      .select(['t.interaction_id', 't.occurred_ms', 't.direction', 't.channel', 't.audience', 't.bulk'])
      .select(['x.subject', 'x.words'])
      .where('t.owner_id', '=', owner)
      .where('t.person_id', '=', person)
      .$if(before !== undefined, (some) => some.where('t.occurred_ms', '<', before ?? null))
      .orderBy('t.occurred_ms', 'desc')
      .orderBy('t.interaction_id', 'desc')
      .limit(limit)
      .execute()
    return rows.map((row) => ({
      interactionId: interactionId(row.interaction_id),
      at: row.occurred_ms,
      direction: row.direction,
      channel: row.channel,
      audience: row.audience,
      bulk: row.bulk === 1,
      subject: row.subject,
      words: row.words,
    }))
  },
})

type Which = { readonly after: number; readonly last: number } | { readonly ids: readonly InteractionId[] }

/** Interactions with their participants as people; who took part under two identities in one role is there once. */
async function withParticipants(backend: Backend, owner: OwnerId, which: Which): Promise<InteractionRow[]> {
  const query = backend.db
    .selectFrom('interactions as x')
    .leftJoin('participants as p', (on) =>
      on.onRef('p.owner_id', '=', 'x.owner_id').onRef('p.interaction_id', '=', 'x.interaction_id'),
    )
    .leftJoin('identities as i', 'i.identity_id', 'p.identity_id')
    .select(['x.interaction_id', 'x.occurred_ms', 'x.channel', 'x.bulk', 'i.person_id', 'p.role'])
    .where('x.owner_id', '=', owner)
    .$call((some) =>
      'ids' in which
        ? some.where('x.interaction_id', 'in', backend.listOf(which.ids))
        : some.where('x.interaction_id', '>', which.after).where('x.interaction_id', '<=', which.last),
    )
    .orderBy('x.interaction_id')
    .orderBy('i.person_id')
    .orderBy('p.role')
  const rows: InteractionRow[] = []
  let participants: { readonly person: PersonId; readonly role: number }[] = []
  await backend.scan(query.compile(), ([id, at = null, channel, bulk, person = null, role]) => {
    if (rows.at(-1)?.interactionId !== id) {
      participants = []
      rows.push({
        interactionId: interactionId(Number(id)),
        at: at === null ? null : Number(at),
        channel: Number(channel),
        bulk: bulk === 1,
        participants,
      })
    }
    const before = participants.at(-1)
    if (person !== null && (before?.person !== person || before.role !== role))
      participants.push({ person: personId(Number(person)), role: Number(role) })
  })
  return rows
}
