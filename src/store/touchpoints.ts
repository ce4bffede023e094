import { sql } from 'kysely'
import type { SelectQueryBuilder } from 'kysely'
import { interactionId, personId } from '#core/model/ids.ts'
import type { OwnerId } from '#core/model/ids.ts'
import { channelCode } from '#core/model/interaction.ts'
import type { Backend } from './backend.ts'
import { touchpointRows } from './bulk-tables.ts'
import { ascending, identityOfCode, participantCode, roleOfCode } from './copies.ts'
import { interactionBlocks, type Which } from './interaction-blocks.ts'
import { LedgerReader, touchpointOf, wideOf } from './ledger-columns.ts'
import { lockDirectory, lockOwner, markChanged, READY, runAfter, STALE } from './owners.ts'
import type { Tx } from './owners.ts'
import type { Tables } from './schema.ts'
import { StaleDirectoryError } from './store.ts'
import { forgetTalk } from './talk.ts'
import type { InteractionRow, LedgerColumns, RunOutcome, Store, TouchpointRow } from './store.ts'

type Part = Pick<
  Store,
  | 'interactions'
  | 'interactionsByIds'
  | 'clearTouchpoints'
  | 'addTouchpoints'
  | 'touchpointsReady'
  | 'ledger'
  | 'recentLedger'
  | 'timeline'
>

const ROWS_PER_INTERACTION = 1.5

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
    return await withParticipants(backend, owner, { ids: [...new Set(ids)].sort((a, b) => a - b) })
  },

  clearTouchpoints: (owner) =>
    backend.write(async (tx) => {
      const { changes } = await lockOwner(backend, tx, owner)
      await tx.deleteFrom('touchpoints').where('owner_id', '=', owner).execute()
      await tx.deleteFrom('waiting_interactions').where('owner_id', '=', owner).execute()
      await forgetTalk(tx, owner)
      // `changes` only grows, so that no two runs of an owner have the same number.
      const run = runAfter(changes)
      await tx.updateTable('owners').set({ touchpoints_ready: run }).where('owner_id', '=', owner).execute()
      await markChanged(tx, owner)
      return run
    }),

  addTouchpoints: (owner, rows, derived = [], seenBy) =>
    backend.write(async (tx) => {
      await lockDirectory(backend, tx, false)
      const { me_person_id } = await lockOwner(backend, tx, owner)
      if (seenBy !== undefined && seenBy !== me_person_id)
        throw new StaleDirectoryError('The owner is somebody else by now; the view has to be derived again.')
      await checkPeople(backend, tx, rows)
      const byKey = (a: TouchpointRow, b: TouchpointRow): number =>
        a.personId - b.personId || a.at - b.at || a.interactionId - b.interactionId
      // One statement must not write a row twice; of two touchpoints with one key the later stays.
      const sorted = rows.toSorted(byKey).filter((row, i, all) => {
        const next = all[i + 1]
        return next === undefined || byKey(row, next) !== 0
      })
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
      await tx
        .deleteFrom('waiting_interactions')
        .where('owner_id', '=', owner)
        .where('interaction_id', 'in', backend.listOf(derived))
        .execute()
      await markChanged(tx, owner)
    }),

  touchpointsReady: (owner, run, upTo = null) =>
    backend.write(async (tx): Promise<RunOutcome> => {
      const { touchpoints_ready: state, next_interaction_id: next } = await lockOwner(backend, tx, owner)
      if (run !== undefined && state !== run)
        return state === STALE ? 'stale' : state === READY ? 'ready' : 'overtaken'
      if (run !== undefined && next - 1 > (upTo ?? 0)) return 'behind'
      await tx.updateTable('owners').set({ touchpoints_ready: READY }).where('owner_id', '=', owner).execute()
      return 'ready'
    }),

  async ledger(owner, person) {
    const expected = person === undefined ? await expectedRows(backend, owner) : 0
    return readLedger(backend, expected, (query) =>
      query
        .where('owner_id', '=', owner)
        .$if(person !== undefined, (some) => some.where('person_id', '=', person ?? null)),
    )
  },

  recentLedger: (owner, people, since) =>
    readLedger(backend, 0, (query) =>
      query
        .where('owner_id', '=', owner)
        .where('person_id', 'in', backend.listOf(people))
        .where('occurred_ms', '>=', since),
    ),

  async timeline(owner, person, limit, before, channel) {
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
      .$if(channel !== undefined, (some) => some.where('t.channel', '=', channelCode(channel ?? 'mail')))
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

type Participation = InteractionRow['participants'][number]
type TouchpointQuery = SelectQueryBuilder<Tables, 'touchpoints', object>

/**
 * Touchpoints as columns. One row a person, with times and the rest as lists of numbers: SQLite hands over a long text
 * far quicker than as many rows.
 */
async function readLedger(
  backend: Backend,
  expected: number,
  narrowed: (query: TouchpointQuery) => TouchpointQuery,
): Promise<LedgerColumns> {
  const reader = new LedgerReader(expected)
  const order = sql`occurred_ms, interaction_id`
  const query = narrowed(backend.db.selectFrom('touchpoints'))
    .select([
      'person_id',
      backend.joined(touchpointOf, order).as('touchpoints'),
      backend.joined(wideOf, order).as('audiences'),
    ])
    .groupBy(['owner_id', 'person_id'])
    .orderBy('owner_id')
    .orderBy('person_id')
  await backend.scan(query.compile(), ([of, touchpoints, audiences]) =>
    reader.push(Number(of), String(touchpoints), audiences == null ? null : String(audiences)),
  )
  return reader.columns()
}

/** Rows that the ledger of an owner may have: a message is seen once, or with a few beside. */
async function expectedRows(backend: Backend, owner: OwnerId): Promise<number> {
  const row = await backend.db
    .selectFrom('owners')
    .select('interactions')
    .where('owner_id', '=', owner)
    .executeTakeFirst()
  return Math.ceil((row?.interactions ?? 0) * ROWS_PER_INTERACTION)
}

/** @throws StaleDirectoryError when somebody in the rows has been merged away since they were derived */
async function checkPeople(backend: Backend, tx: Tx, rows: readonly TouchpointRow[]): Promise<void> {
  const people = [...new Set(rows.map((row) => row.personId))]
  const { count } = await tx
    .selectFrom('people')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('person_id', 'in', backend.listOf(people))
    .executeTakeFirstOrThrow()
  if (count !== people.length)
    throw new StaleDirectoryError('People were joined meanwhile; the view has to be derived again.')
}

/** Interactions with their participants as people; who took part under two identities in one role is there once. */
async function withParticipants(backend: Backend, owner: OwnerId, which: Which): Promise<InteractionRow[]> {
  const personOf = await personOfIdentities(backend)
  // The same for whoever takes part as the same: most interactions are with few people.
  const known = new Map<number, Participation>()
  const rows: InteractionRow[] = []
  for await (const block of interactionBlocks(backend, owner, which)) {
    const { ids, at, channels, bulk, starts, identities, roles } = block
    for (let i = 0; i < block.length; i++) {
      const codes: number[] = []
      for (let place = starts[i]!; place < starts[i + 1]!; place++) {
        // Nobody yet, where another process just added it: it says that the interaction waits.
        const person = personOf[identities[place]!] ?? 0
        if (person > 0) codes.push(participantCode(person, roles[place]!))
      }
      const participants = ascending(codes).map((code) => {
        let one = known.get(code)
        if (one === undefined)
          known.set(code, (one = { person: personId(identityOfCode(code)), role: roleOfCode(code) }))
        return one
      })
      rows.push({
        interactionId: interactionId(ids[i]!),
        at: Number.isNaN(at[i]!) ? null : at[i]!,
        channel: channels[i]!,
        bulk: bulk[i] === 1,
        participants,
      })
    }
  }
  return rows
}

/** Whose each identity is, by its id. */
async function personOfIdentities(backend: Backend): Promise<Int32Array> {
  const ids: number[] = []
  const people: number[] = []
  const query = backend.db
    .selectFrom('identities')
    .select(['identity_id', 'person_id'])
    .orderBy('identity_id')
  await backend.scan(query.compile(), ([identity, person]) => {
    ids.push(Number(identity))
    people.push(Number(person))
  })
  const personOf = new Int32Array((ids.at(-1) ?? 0) + 1)
  for (const [i, id] of ids.entries()) personOf[id] = people[i]!
  return personOf
}
