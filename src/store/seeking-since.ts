import { sql } from 'kysely'
import type { CompiledQuery } from 'kysely'
import { FirstTimes, eachSeekingPair, mayBeBulk } from '#core/calibre/seeking-pairs.ts'
import type { Seeker } from '#core/calibre/seeking-pairs.ts'
import type { OwnerId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { mostIn, readNumbers } from './ledger-columns.ts'
import { Groups } from './seeking-groups.ts'

/** Pairs written in one transaction: what an interrupted run loses at most, and as much as is held in memory. */
const MOST_PAIRS = 1_000_000
/** Interactions read with two queries, each a list of numbers: a row of a result costs as much as several numbers. */
const SPAN = 1_024
/** A participant as one number: the interaction within its span, the identity (below 2^26) and the role. */
const IDENTITIES = 2 ** 26
const ROLES = 32

/** How far an interaction is from another; said to be whole, since SQLite takes parameters for fractions. */
const since = (from: number) => sql`(interaction_id - cast(${from} as bigint))`

type Participant = Seeker & { readonly identity: number }

/**
 * The pairs of identities of the interactions after one, ordered by who, then whom, with their first times; and those
 * that may be bulk. Ends with `last`, or with the interaction `upTo` where there are many.
 */
export async function pairsAfter(
  backend: Backend,
  owner: OwnerId,
  after: number,
  last: number,
  personOf: Int32Array,
) {
  const times = new FirstTimes(Math.min(MOST_PAIRS, 2 * (last - after)))
  const wide: number[] = []
  const read = new SpanReader(backend, owner)
  let upTo = after
  while (upTo < last && times.size < MOST_PAIRS) {
    const from = upTo
    upTo = Math.min(last, from + SPAN)
    const occurred = await read.times(from, upTo)
    const groups = new Groups<Participant>((group, of) => {
      if (mayBeBulk(group)) wide.push(from + of)
      else
        eachSeekingPair(group, (one, other, grouped) => {
          if (one.identity !== other.identity) times.add(one.identity, other.identity, grouped, occurred[of]!)
        })
    })
    await read.participants(from, upTo, (of, identity, role) => {
      if (!Number.isNaN(occurred[of]!)) groups.push(of, { identity, person: personOf[identity] ?? 0, role })
    })
    groups.end()
  }
  return { ...times.columns(), wide, upTo }
}

/** Reads a span of interactions after `from` and up to `upTo`; an interaction is told by its distance from `from`. */
class SpanReader {
  readonly #backend: Backend
  readonly #owner: OwnerId
  #numbers = new Float64Array(SPAN * 8)

  constructor(backend: Backend, owner: OwnerId) {
    this.#backend = backend
    this.#owner = owner
  }

  /** When each interaction was; NaN for bulk, and where no time is known. */
  async times(from: number, upTo: number): Promise<Float64Array> {
    const { db, joined } = this.#backend
    const order = sql`interaction_id`
    const query = db
      .selectFrom('interactions')
      .select([joined(since(from), order).as('which'), joined(sql`occurred_ms`, order).as('times')])
      .where('owner_id', '=', this.#owner)
      .where('interaction_id', '>', from)
      .where('interaction_id', '<=', upTo)
      .where('bulk', '=', 0)
      .where('occurred_ms', 'is not', null)
      .compile()
    const times = new Float64Array(SPAN + 1).fill(NaN)
    let which = new Float64Array(0)
    await this.#lists(query, ([places, at]) => {
      which = this.#read(places).slice()
      const occurred = this.#read(at)
      for (let i = 0; i < which.length; i++) times[which[i]!] = occurred[i]!
    })
    return times
  }

  async participants(
    from: number,
    upTo: number,
    visit: (of: number, identity: number, role: number) => void,
  ): Promise<void> {
    const { db, joined } = this.#backend
    const code = sql`(${since(from)} * ${sql.lit(IDENTITIES)} + identity_id) * ${sql.lit(ROLES)} + role`
    const query = db
      .selectFrom('participants')
      .select(joined(code, sql`interaction_id, identity_id, role`).as('codes'))
      .where('owner_id', '=', this.#owner)
      .where('interaction_id', '>', from)
      .where('interaction_id', '<=', upTo)
      .compile()
    await this.#lists(query, ([codes]) => {
      for (const value of this.#read(codes)) {
        const of = Math.floor(value / (IDENTITIES * ROLES))
        const rest = value - of * IDENTITIES * ROLES
        visit(of, Math.floor(rest / ROLES), rest % ROLES)
      }
    })
  }

  /** The one row of a query for lists; nothing where they are empty. */
  async #lists(query: CompiledQuery, take: (lists: readonly string[]) => void): Promise<void> {
    await this.#backend.scan(query, (row) => {
      if (row[0] !== null) take(row.map(String))
    })
  }

  /** The numbers of a list, in memory that the next call uses again. */
  #read(list: string = ''): Float64Array {
    if (mostIn(list) > this.#numbers.length) this.#numbers = new Float64Array(mostIn(list) * 2)
    return this.#numbers.subarray(0, readNumbers(list, this.#numbers))
  }
}
