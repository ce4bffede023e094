import { shareOf, MESSAGES_PER_MEETING } from '../ledger/weights.ts'
import { BULK_AUDIENCE, channelCode, roleCode, roles } from '../model/interaction.ts'
import { DAY_MS, decayed } from '../stats/decay.ts'
import { sigmoid } from '../stats/logistic.ts'

/** Somebody's part in an interaction; the role as a code of `model/interaction.ts`. */
type Part = { readonly person: number; readonly role: number }

/** Ties among other people, as columns; a < b in each row, rows ordered by a, then b. */
export type TieColumns = {
  readonly length: number
  readonly a: Int32Array
  readonly b: Int32Array
  /** Probability that the two exchange within 30 days, from what was seen of them. */
  readonly probability: Float64Array
  /** Messages seen between the two, and meetings or calls with both. */
  readonly exchanged: Int32Array
  /** Messages seen that both were sent. */
  readonly shared: Int32Array
  /** Epoch milliseconds of the last event seen; NaN where the tie is only declared. */
  readonly lastMs: Float64Array
  /** 1 where one of them states the tie (a connection, an address book). */
  readonly declared: Uint8Array
}

/** Half-life of what was seen of a tie, in days. */
const HALF_LIFE_DAYS = 90
/** Lists longer than this say little of any two on them, and have very many pairs. */
export const MAX_SHARED = 12
/** A tie that somebody states and nothing was seen of. An assumption. */
export const DECLARED_PROBABILITY = 0.05

/**
 * What the parts weigh, in log-odds; fitted by `npm run bench -- ties` on what each of 147 people saw of others in
 * their own mailbox against what these then really exchanged.
 */
export const seenWeights = { constant: -2.3, exchanged: 1.2, bothWays: 0.2, shared: 0.3, days: -0.1 } as const

/** What was seen of a tie, as features of its probability. */
export type SeenFeatures = {
  /** ln(1 + messages either way, each n^−½·2^(−age/90 d); a meeting counts thrice each way). */
  readonly exchanged: number
  /** ln(1 + 10·√(one way · other way)), of the same. */
  readonly bothWays: number
  /** ln(1 + Σ 1/n·2^(−age/90 d)) over messages that both of n recipients got. */
  readonly shared: number
  /** ln(1 + days since anything was seen). */
  readonly days: number
}

/** log-odds = constant + Σ weight · feature */
export const probabilityOf = (seen: SeenFeatures): number =>
  sigmoid(
    seenWeights.constant +
      seenWeights.exchanged * seen.exchanged +
      seenWeights.bothWays * seen.bothWays +
      seenWeights.shared * seen.shared +
      seenWeights.days * seen.days,
  )

const MEETING = channelCode('meeting')
const CALL = channelCode('call')
const POST = channelCode('post')
const FROM = roleCode('from')
const MENTIONED = roleCode('mentioned')
const ADDRESSED = roles.map((role) => role !== 'from' && role !== 'organiser' && role !== 'attendee')

/** Ids below this make a pair that a number holds exactly. */
const MAX_ID = 2 ** 26
/** Columns of one tie: one way, other way, shared volume; exchanged, shared counts; last time; declared. */
const WIDTH = 7

/**
 * Ties among people other than the owner, from what was seen of them: who wrote to whom in mail that several got, who
 * sat in a meeting together, who was addressed beside whom, and who states a tie.
 *
 *   p = σ(w₀ + w₁·ln(1 + X) + w₂·ln(1 + 10·√(X_ab·X_ba)) + w₃·ln(1 + S) + w₄·ln(1 + days))
 *
 * One mailbox sees only part of what two others exchange, so p is the probability given what was seen, not closeness
 * itself; with more mailboxes (a firm) it comes nearer. Interactions may be added in any order; bulk, and what reaches
 * more than BULK_AUDIENCE, is left out by the caller or here. Nothing at or after `at` (epoch ms) is seen.
 */
export class SeenTies {
  readonly #at: number
  readonly #without: number
  readonly #slots = new Map<number, number>()
  #columns = new Float64Array(WIDTH * 1024)

  /** @param without whose ties are left out: the owner's own are known better */
  constructor(at: number, without = -1) {
    this.#at = at
    this.#without = without
  }

  #slot(one: number, other: number): number {
    const key = one < other ? one * MAX_ID + other : other * MAX_ID + one
    const known = this.#slots.get(key)
    if (known !== undefined) return known
    const slot = this.#slots.size * WIDTH
    this.#slots.set(key, slot)
    if (slot + WIDTH > this.#columns.length) {
      const grown = new Float64Array(this.#columns.length * 2)
      grown.set(this.#columns)
      this.#columns = grown
    }
    this.#columns[slot + 5] = NaN
    return slot
  }

  /** Adds one interaction, its participants all of them: how many got it matters. */
  add(participants: readonly Part[], atMs: number, channel: number): void {
    if (atMs >= this.#at || participants.length < 2) return
    const fade = decayed((this.#at - atMs) / DAY_MS, HALF_LIFE_DAYS)
    if (channel === MEETING || channel === CALL) {
      const present = eachOnce(participants.filter(({ role }) => role !== MENTIONED))
      if (present.length > MAX_SHARED) return
      const weight = MESSAGES_PER_MEETING * shareOf(present.length - 1) * fade
      eachPair(present, (one, other) => this.#exchange(one, other, weight, weight, atMs))
      return
    }
    const authors = eachOnce(participants.filter(({ role }) => role === FROM))
    // A copy to oneself reaches nobody.
    const reached = eachOnce(
      participants.filter(
        ({ person, role }) =>
          ADDRESSED[role] === true &&
          (channel !== POST || role === MENTIONED) &&
          !authors.some((author) => author.person === person),
      ),
    )
    if (reached.length > BULK_AUDIENCE) return
    const weight = shareOf(reached.length) * fade
    for (const { person: author } of authors)
      for (const { person } of reached) this.#exchange(author, person, weight, 0, atMs)
    if (reached.length < 2 || reached.length > MAX_SHARED) return
    const part = fade / reached.length
    eachPair(reached, (one, other) => {
      if (one === this.#without || other === this.#without) return
      const slot = this.#slot(one, other)
      this.#columns[slot + 2]! += part
      this.#columns[slot + 4]!++
      this.#seenAt(slot, atMs)
    })
  }

  /** Adds a tie that somebody states. */
  declare(one: number, other: number): void {
    if (one !== other && one !== this.#without && other !== this.#without)
      this.#columns[this.#slot(one, other) + 6] = 1
  }

  #exchange(from: number, to: number, there: number, back: number, atMs: number): void {
    if (from === this.#without || to === this.#without) return
    const slot = this.#slot(from, to)
    const forward = from < to
    this.#columns[slot + (forward ? 0 : 1)]! += there
    this.#columns[slot + (forward ? 1 : 0)]! += back
    this.#columns[slot + 3]!++
    this.#seenAt(slot, atMs)
  }

  #seenAt(slot: number, atMs: number): void {
    const before = this.#columns[slot + 5]!
    if (!(before >= atMs)) this.#columns[slot + 5] = atMs
  }

  /** What was seen of each tie, as features; in the order of `columns`. */
  *features(): Iterable<SeenFeatures & { readonly a: number; readonly b: number; readonly slot: number }> {
    const keys = Float64Array.from(this.#slots.keys()).sort()
    for (const key of keys) {
      const slot = this.#slots.get(key)!
      const there = this.#columns[slot]!
      const back = this.#columns[slot + 1]!
      const last = this.#columns[slot + 5]!
      yield {
        a: Math.floor(key / MAX_ID),
        b: key % MAX_ID,
        slot,
        exchanged: Math.log1p(there + back),
        bothWays: Math.log1p(10 * Math.sqrt(there * back)),
        shared: Math.log1p(this.#columns[slot + 2]!),
        days: Number.isNaN(last) ? NaN : Math.log1p((this.#at - last) / DAY_MS),
      }
    }
  }

  /**
   * The ties at least this probable, the likeliest `most` where there are more.
   */
  columns(least: number, most: number): TieColumns {
    const kept: { a: number; b: number; slot: number; probability: number }[] = []
    for (const seen of this.features()) {
      const declared = this.#columns[seen.slot + 6] === 1
      const likely = Number.isNaN(seen.days) ? 0 : probabilityOf(seen)
      const probability = declared ? Math.max(likely, DECLARED_PROBABILITY) : likely
      if (probability >= least) kept.push({ a: seen.a, b: seen.b, slot: seen.slot, probability })
    }
    let rows = kept
    if (rows.length > most)
      rows = kept
        .toSorted((x, y) => y.probability - x.probability || x.a - y.a || x.b - y.b)
        .slice(0, most)
        .sort((x, y) => x.a - y.a || x.b - y.b)
    return {
      length: rows.length,
      a: Int32Array.from(rows, (row) => row.a),
      b: Int32Array.from(rows, (row) => row.b),
      probability: Float64Array.from(rows, (row) => row.probability),
      exchanged: Int32Array.from(rows, (row) => this.#columns[row.slot + 3]!),
      shared: Int32Array.from(rows, (row) => this.#columns[row.slot + 4]!),
      lastMs: Float64Array.from(rows, (row) => this.#columns[row.slot + 5]!),
      declared: Uint8Array.from(rows, (row) => this.#columns[row.slot + 6]!),
    }
  }
}

/** Who is listed twice, by two addresses or as recipient and in copy, was reached once. */
const eachOnce = (parts: readonly Part[]): readonly Part[] =>
  parts.filter(({ person }, i) => parts.findIndex((other) => other.person === person) === i)

/** Every two of them once. */
function eachPair(parts: readonly Part[], visit: (one: number, other: number) => void): void {
  for (let i = 1; i < parts.length; i++) for (let j = 0; j < i; j++) visit(parts[i]!.person, parts[j]!.person)
}
