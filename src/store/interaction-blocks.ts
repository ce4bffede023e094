import { sql } from 'kysely'
import type { RawBuilder, SqlBool } from 'kysely'
import type { Backend } from './backend.ts'
import { identityOfCode, participantCode, roleOfCode } from './copies.ts'
import { NumberReader } from './ledger-columns.ts'

/** Interactions read at once, by id: lists long enough that asking costs nothing beside them. */
const BLOCK = 2_000
/** Stands for an interaction without time: a list of numbers has no place for null. */
const NO_TIME = 2 ** 52

/** Some interactions of an owner in columns, by ascending id. Ids and times are there until the next block is read. */
export type InteractionBlock = {
  readonly length: number
  readonly ids: Float64Array
  /** NaN where there is no time. */
  readonly at: Float64Array
  readonly channels: Uint8Array
  readonly bulk: Uint8Array
  /** Participants of interaction i are [starts[i], starts[i + 1]), by ascending identity, then role. */
  readonly starts: Int32Array
  readonly identities: Int32Array
  readonly roles: Uint8Array
}

const byId = sql`interaction_id`
const byKey = sql`interaction_id, identity_id, role`

/** Those with ids above `after` and up to `last`, or these, ascending. */
export type Which = { readonly after: number; readonly last: number } | { readonly ids: readonly number[] }

/** What narrows a query to each block in turn. */
function* pieces(backend: Backend, which: Which): Iterable<RawBuilder<SqlBool>> {
  if ('ids' in which)
    for (let start = 0; start < which.ids.length; start += BLOCK)
      yield sql`interaction_id in ${backend.listOf(which.ids.slice(start, start + BLOCK))}`
  else
    for (let start = which.after; start < which.last; start += BLOCK)
      yield sql`interaction_id > ${start} and interaction_id <= ${Math.min(which.last, start + BLOCK)}`
}

/**
 * Reads interactions with who took part. The engine joins the numbers of a block into lists: as a row each, handing over
 * 500,000 participants takes longer than finding them.
 */
export async function* interactionBlocks(
  backend: Backend,
  owner: number,
  which: Which,
): AsyncGenerator<InteractionBlock> {
  const [ids, times, marks, of, codes] = Array.from({ length: 5 }, () => new NumberReader()) as Readers
  for (const piece of pieces(backend, which)) {
    const told = await backend.db
      .selectFrom('interactions')
      .select([
        backend.joined(sql`interaction_id`, byId).as('ids'),
        backend.joined(sql`coalesce(occurred_ms, ${sql.lit(NO_TIME)})`, byId).as('times'),
        backend.joined(sql`channel * 2 + bulk`, byId).as('marks'),
      ])
      .where('owner_id', '=', owner)
      .where(piece)
      .executeTakeFirstOrThrow()
    if (told.ids === null) continue
    const there = await backend.db
      .selectFrom('participants')
      .select([
        backend.joined(sql`interaction_id`, byKey).as('of'),
        backend.joined(sql`identity_id * ${sql.lit(participantCode(1, 0))} + role`, byKey).as('codes'),
      ])
      .where('owner_id', '=', owner)
      .where(piece)
      .executeTakeFirstOrThrow()
    yield blockOf(
      ids.read(told.ids),
      times.read(told.times),
      marks.read(told.marks),
      of.read(there.of),
      codes.read(there.codes),
    )
  }
}

type Readers = [NumberReader, NumberReader, NumberReader, NumberReader, NumberReader]

// Plain loops: `from` with a function takes many times as long, and there are millions.
function blockOf(
  ids: Float64Array,
  at: Float64Array,
  marks: Float64Array,
  of: Float64Array,
  codes: Float64Array,
): InteractionBlock {
  const { length } = ids
  const starts = new Int32Array(length + 1)
  const channels = new Uint8Array(length)
  const bulk = new Uint8Array(length)
  let place = 0
  for (let i = 0; i < length; i++) {
    starts[i] = place
    while (place < of.length && of[place]! <= ids[i]!) place++
    if (at[i] === NO_TIME) at[i] = NaN
    channels[i] = marks[i]! >> 1
    bulk[i] = marks[i]! & 1
  }
  starts[length] = place
  const identities = new Int32Array(codes.length)
  const roles = new Uint8Array(codes.length)
  for (let i = 0; i < codes.length; i++) {
    identities[i] = identityOfCode(codes[i]!)
    roles[i] = roleOfCode(codes[i]!)
  }
  return { length, ids, at, channels, bulk, starts, identities, roles }
}
