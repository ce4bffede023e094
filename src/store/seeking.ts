import { sql } from 'kysely'
import { SeekingPairs } from '#core/calibre/seeking-pairs.ts'
import type { Seeker } from '#core/calibre/seeking-pairs.ts'
import { ownerId } from '#core/model/ids.ts'
import type { OwnerId } from '#core/model/ids.ts'
import type { Backend, BulkTable } from './backend.ts'
import { addGivenAttention } from './given-attention.ts'
import { mostIn, readNumbers } from './ledger-columns.ts'
import { lockDirectory, lockOwner } from './owners.ts'
import { forgetTalk } from './talk.ts'
import type { Tx } from './owners.ts'
import { Groups } from './seeking-groups.ts'
import { pairsAfter } from './seeking-since.ts'

/*
 * Who sought whom is kept as pairs of identities with the first time, and the first time beside others, so that a
 * scoring need not read every participant again. Whose an identity is may change without changing the pairs; new
 * interactions are added when the pairs are next asked for. Dropped are the pairs of an owner when an interaction is
 * taken away or rewritten, when two of one interaction become one person or are parted, and when somebody turns out to
 * be nobody: who was there beside them is another one then. Whether what reaches very many is bulk depends on who is
 * who: such interactions are kept by id and looked at each time.
 */

const pairRows: BulkTable = {
  table: 'seeking_pairs',
  columns: [
    ['owner_id', 'bigint'],
    ['from_identity_id', 'bigint'],
    ['to_identity_id', 'bigint'],
    ['first_ms', 'bigint'],
    ['grouped_ms', 'bigint'],
  ],
  conflict:
    'on conflict (owner_id, from_identity_id, to_identity_id) do update set ' +
    ['first_ms', 'grouped_ms']
      .map(
        (name) =>
          `${name} = case when excluded.${name} < seeking_pairs.${name} then excluded.${name} else seeking_pairs.${name} end`,
      )
      .join(', ') +
    ' where excluded.first_ms < seeking_pairs.first_ms or excluded.grouped_ms < seeking_pairs.grouped_ms',
}

const wideRows: BulkTable = {
  table: 'seeking_wide',
  columns: [
    ['owner_id', 'bigint'],
    ['interaction_id', 'bigint'],
  ],
  conflict: 'on conflict do nothing',
}

/** Tables of the kept pairs. */
export const seekingTables = ['seeking_pairs', 'seeking_wide', 'seeking_marks'] as const

/**
 * Drops the kept pairs of an owner, and the kept talk with them; for whoever removes or rewrites interactions. They come
 * back when asked for.
 */
export async function forgetSeeking(tx: Tx, owner: number): Promise<void> {
  await forgetTalk(tx, owner)
  for (const table of seekingTables) await tx.deleteFrom(table).where('owner_id', '=', owner).execute()
}

/**
 * Says that some became nobody, or somebody. Pairs that were made while they took part are dropped; whoever is being
 * read just now is read again.
 */
export async function turnSeeking(backend: Backend, tx: Tx, people: readonly number[]): Promise<void> {
  const { known } = await tx
    .selectFrom('identities')
    .select(({ fn }) => fn.min('identity_id').as('known'))
    .where('person_id', 'in', backend.listOf(people))
    .executeTakeFirstOrThrow()
  const marks = await tx.selectFrom('seeking_marks').select(['owner_id', 'identities_to']).execute()
  for (const { owner_id, identities_to } of marks)
    if (known !== null && known < identities_to) await forgetSeeking(tx, owner_id)
  await tx
    .updateTable('seeking_marks')
    .set((is) => ({ turns: is('turns', '+', 1) }))
    .execute()
}

/** Who sought whom before a time over all owners, as people; role addresses and machines are left out. */
export async function seekingBefore(
  backend: Backend,
  before: number,
): Promise<{ readonly from: Int32Array; readonly to: Int32Array; readonly grouped: Uint8Array }> {
  const owners = await backend.db
    .selectFrom('owners')
    .select('owner_id')
    .where('interactions', '>', 0)
    .execute()
  const pairs = new SeekingPairs()
  for (const { owner_id } of owners) await keepUp(backend, ownerId(owner_id))
  const personOf = await peopleOfIdentities(backend)
  for (const { owner_id } of owners) {
    await addPairs(backend, owner_id, before, personOf, pairs)
    await addWide(backend, owner_id, before, personOf, pairs)
  }
  await addGivenAttention(backend, before, personOf, pairs)
  return pairs.columns()
}

async function addPairs(
  backend: Backend,
  owner: number,
  before: number,
  personOf: Int32Array,
  pairs: SeekingPairs,
): Promise<void> {
  const to = sql`to_identity_id`
  // One row an identity with a list of numbers, as the ledger is read: twice whom they sought, and 1 more where others
  // were addressed beside.
  const whom = sql`to_identity_id * 2 + case when grouped_ms < ${before} then 1 else 0 end`
  const query = backend.db
    .selectFrom('seeking_pairs')
    .select(['from_identity_id', backend.joined(whom, to).as('whom')])
    .where('owner_id', '=', owner)
    .where('first_ms', '<', before)
    .groupBy(['owner_id', 'from_identity_id'])
    .orderBy('owner_id')
    .orderBy('from_identity_id')
  let codes = new Float64Array(0)
  await backend.scan(query.compile(), ([from, list]) => {
    const person = personOf[Number(from)] ?? 0
    if (person === 0) return
    const text = String(list)
    if (mostIn(text) > codes.length) codes = new Float64Array(mostIn(text) * 2)
    const count = readNumbers(text, codes)
    for (let i = 0; i < count; i++) {
      const other = personOf[codes[i]! >> 1] ?? 0
      if (other !== 0 && other !== person) pairs.addPair(person, other, (codes[i]! & 1) === 1)
    }
  })
}

/** Interactions that may be bulk, by who their participants are now. */
async function addWide(
  backend: Backend,
  owner: number,
  before: number,
  personOf: Int32Array,
  pairs: SeekingPairs,
): Promise<void> {
  const query = backend.db
    .selectFrom('seeking_wide as w')
    .innerJoin('interactions as x', (on) =>
      on.onRef('x.owner_id', '=', 'w.owner_id').onRef('x.interaction_id', '=', 'w.interaction_id'),
    )
    .innerJoin('participants as p', (on) =>
      on.onRef('p.owner_id', '=', 'w.owner_id').onRef('p.interaction_id', '=', 'w.interaction_id'),
    )
    .select(['w.interaction_id', 'p.identity_id', 'p.role'])
    .where('w.owner_id', '=', owner)
    .where('x.occurred_ms', '<', before)
    .orderBy('w.owner_id')
    .orderBy('w.interaction_id')
  const groups = new Groups<Seeker>((group) => pairs.add(group))
  await backend.scan(query.compile(), ([id, identity, role]) => {
    const person = personOf[Number(identity)] ?? 0
    if (person !== 0) groups.push(Number(id), { person, role: Number(role) })
  })
  groups.end()
}

/** Whom each identity stands for, by its id; role addresses and machines stand for nobody (0). */
export async function peopleOfIdentities(backend: Backend): Promise<Int32Array<ArrayBuffer>> {
  const { most } = await backend.db
    .selectFrom('identities')
    .select(({ fn }) => fn.max<number | null>('identity_id').as('most'))
    .executeTakeFirstOrThrow()
  const people = new Int32Array((most ?? 0) + 1)
  const query = backend.db
    .selectFrom('identities as i')
    .innerJoin('people as p', 'p.person_id', 'i.person_id')
    .select(['i.identity_id', 'i.person_id'])
    .where('p.is_person', '=', 1)
  await backend.scan(query.compile(), ([identity, person]) => {
    people[Number(identity)] = Number(person)
  })
  return people
}

/** Adds the pairs of the interactions that came since the last time. */
async function keepUp(backend: Backend, owner: OwnerId): Promise<void> {
  let seenAs = ''
  let personOf = new Int32Array(0)
  for (;;) {
    const mark = await markOf(backend, owner)
    if (mark.last <= mark.upTo) return
    // Who is who is read after the mark and the version that stand for it, and again only when they moved.
    const seen = `${mark.directory} ${mark.turns}`
    if (seen !== seenAs) personOf = await peopleOfIdentities(backend)
    seenAs = seen
    const found = await pairsAfter(backend, owner, mark.upTo, mark.last, personOf)
    await backend.write(async (tx) => {
      const directory = await lockDirectory(backend, tx, false)
      await lockOwner(backend, tx, owner)
      if (directory !== mark.directory) return
      // Nothing is written where the pairs were dropped, or another process was quicker; the next round sees it.
      const { numUpdatedRows } = await tx
        .updateTable('seeking_marks')
        .set({ up_to: found.upTo, identities_to: mark.identitiesTo })
        .where('owner_id', '=', owner)
        .where('up_to', '=', mark.upTo)
        .where('made_at_change', '=', mark.madeAtChange)
        .where('turns', '=', mark.turns)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows === 0n) return
      const { from, to, first, grouped, wide } = found
      await backend.insert(tx, pairRows, [from.map(() => owner), from, to, first, grouped])
      await backend.insert(tx, wideRows, [wide.map(() => owner), wide])
    })
  }
}

type Mark = {
  /** The last interaction there is, and the last whose pairs are kept. */
  readonly last: number
  readonly upTo: number
  readonly madeAtChange: number
  readonly turns: number
  /** Version of the directory, and the first identity that is not in it yet. */
  readonly directory: number
  readonly identitiesTo: number
}

async function markOf(backend: Backend, owner: OwnerId): Promise<Mark> {
  const meta = new Map(
    (await backend.db.selectFrom('meta').selectAll().execute()).map(({ name, value }) => [name, value]),
  )
  const directory = meta.get('directory_version') ?? 0
  const identitiesTo = meta.get('next_identity_id') ?? 1
  const find = (db: Backend['db']) =>
    db
      .selectFrom('owners as o')
      .leftJoin('seeking_marks as m', 'm.owner_id', 'o.owner_id')
      .select(['o.next_interaction_id', 'm.up_to', 'm.made_at_change', 'm.turns'])
      .where('o.owner_id', '=', owner)
      .executeTakeFirstOrThrow()
  const asMark = (row: Awaited<ReturnType<typeof find>>): Mark | null =>
    row.up_to === null || row.made_at_change === null || row.turns === null
      ? null
      : {
          last: row.next_interaction_id - 1,
          upTo: row.up_to,
          madeAtChange: row.made_at_change,
          turns: row.turns,
          directory,
          identitiesTo,
        }
  const known = asMark(await find(backend.db))
  if (known !== null) return known
  await backend.write(async (tx) => {
    const { changes } = await lockOwner(backend, tx, owner)
    // Whatever drops the mark is a change: no two marks of an owner are made at the same one.
    await tx
      .insertInto('seeking_marks')
      .values({ owner_id: owner, up_to: 0, made_at_change: changes, identities_to: 0, turns: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
  return markOf(backend, owner)
}
