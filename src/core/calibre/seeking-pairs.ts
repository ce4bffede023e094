import { BULK_AUDIENCE, type Role, roleCode } from '../model/interaction.ts'

/** Who takes part in an interaction: a person, and a role as code. */
export type Seeker = { readonly person: number; readonly role: number }

const AUTHOR = 1
const ADDRESSEE = 2
const PRESENT = 3

/** By code of a role: author, addressee, present, or none of these. */
const kindOfRole = new Uint8Array(256)
const areOf = (kind: number, ...roles: readonly Role[]): void => {
  for (const role of roles) kindOfRole[roleCode(role)] = kind
}
areOf(AUTHOR, 'from')
areOf(ADDRESSEE, 'to', 'cc', 'bcc', 'mentioned')
areOf(PRESENT, 'organiser', 'attendee')

const SOUGHT = [ADDRESSEE, PRESENT] as const

/** Ids below this make a pair that a number holds exactly, with a bit to spare. */
const MAX_ID = 2 ** 26

/** An ordered pair of ids below 2^26 as one number; numbers are ordered as the pairs are. */
const pairCode = (from: number, to: number): number => from * MAX_ID + to

/** The pair that a code stands for. */
const pairOf = (code: number): readonly [from: number, to: number] => [
  Math.floor(code / MAX_ID),
  code % MAX_ID,
]

/** Participants in columns: those of one interaction are a run of them. Roles as codes; nobody is 0. */
export type SeekerColumns = { readonly people: ArrayLike<number>; readonly roles: ArrayLike<number> }

/**
 * Whether so many are reached by the participants from `start` to `end` that it may be bulk: it is where more than
 * BULK_AUDIENCE of them differ.
 */
export function mayBeBulk({ roles }: SeekerColumns, start: number, end: number): boolean {
  if (end - start <= BULK_AUDIENCE) return false
  let reached = 0
  for (let i = start; i < end; i++) if (kindOfRole[roles[i]!]! >= ADDRESSEE) reached++
  return reached > BULK_AUDIENCE
}

/**
 * Visits each ordered pair of the participants from `start` to `end` of whom the first seeks the second, by their places,
 * and says whether somebody else was reached beside them: whoever is neither of the two, and is somebody. Pairs of one
 * person with themself are visited too, where they take part twice.
 */
export function eachSeekingPair(
  { people, roles }: SeekerColumns,
  start: number,
  end: number,
  visit: (from: number, to: number, grouped: boolean) => void,
): void {
  const isReachedBeside = (kind: number, one: number, other: number): boolean => {
    for (let i = start; i < end; i++) {
      const person = people[i]!
      if (kindOfRole[roles[i]!] === kind && person !== 0 && person !== one && person !== other) return true
    }
    return false
  }
  for (const kind of SOUGHT) {
    const seeking = kind === ADDRESSEE ? AUTHOR : PRESENT
    for (let from = start; from < end; from++) {
      if (kindOfRole[roles[from]!] !== seeking) continue
      for (let to = start; to < end; to++)
        if (to !== from && kindOfRole[roles[to]!] === kind)
          visit(from, to, isReachedBeside(kind, people[from]!, people[to]!))
    }
  }
}

/**
 * The edges of the attention graph: authors seek those they address, and everybody at a meeting everybody else
 * there. How often does not count, so a pair is kept once; what reaches many is bulk, marked or not, and seeks
 * nobody.
 */
export class SeekingPairs {
  /** Twice the code of a pair, and 1 more where the one sought was addressed beside others. */
  #codes = new Float64Array(1_024)
  #length = 0
  /** Whether each pair so far came after the one before it, as a store returns them: each is there once then. */
  #ascending = true
  #last = 0

  /** Adds the pairs of one interaction; roles as codes, ids of people from 1 to below 2^26. */
  add(participants: readonly Seeker[]): void {
    const people = participants.map(({ person }) => person)
    const columns = { people, roles: participants.map(({ role }) => role) }
    if (mayBeBulk(columns, 0, people.length)) {
      const reached = participants.filter(({ role }) => kindOfRole[role]! >= ADDRESSEE)
      if (new Set(reached.map(({ person }) => person)).size > BULK_AUDIENCE) return
    }
    eachSeekingPair(columns, 0, people.length, (from, to, grouped) => {
      if (people[from] !== people[to]) this.addPair(people[from]!, people[to]!, grouped)
    })
  }

  /** Adds one pair that was found before. */
  addPair(from: number, to: number, grouped: boolean): void {
    if (this.#length === this.#codes.length) {
      const distinct = this.#distinct()
      const longer = new Float64Array(distinct.length * 2 + 1_024)
      longer.set(distinct)
      this.#codes = longer
      this.#length = distinct.length
    }
    const pair = pairCode(from, to)
    if (pair <= this.#last) this.#ascending = false
    this.#last = pair
    this.#codes[this.#length++] = pair * 2 + Number(grouped)
  }

  /** Parallel columns, ordered by who, then whom. */
  columns(): { readonly from: Int32Array; readonly to: Int32Array; readonly grouped: Uint8Array } {
    const distinct = this.#distinct()
    const from = new Int32Array(distinct.length)
    const to = new Int32Array(distinct.length)
    const grouped = new Uint8Array(distinct.length)
    for (let i = 0; i < distinct.length; i++) {
      const bit = distinct[i]! % 2
      const code = (distinct[i]! - bit) / 2
      const who = Math.floor(code / MAX_ID)
      from[i] = who
      to[i] = code - who * MAX_ID
      grouped[i] = bit
    }
    return { from, to, grouped }
  }

  /** Each pair once, ascending; grouped where any of its codes says so, which is the last of them. */
  #distinct(): Float64Array {
    const codes = this.#codes.subarray(0, this.#length)
    if (this.#ascending) return codes
    codes.sort()
    let kept = 0
    for (let i = 0; i < codes.length; i++) {
      const again = kept > 0 && Math.floor(codes[kept - 1]! / 2) === Math.floor(codes[i]! / 2)
      codes[again ? kept - 1 : kept++] = codes[i]!
    }
    this.#length = kept
    return codes.subarray(0, kept)
  }
}

/** Stands for a time that never came: a list of numbers in SQL has no place for null. */
const NEVER = Number.MAX_SAFE_INTEGER

/** A pair in the table: its code, 0 where the slot is free, the first time, and the first time beside others. */
const SLOT = 3

/** Pairs with the first time that one sought the other, and the first time beside others. */
export class FirstTimes {
  /** With open addressing; what belongs to a slot lies together, since memory far apart is what takes time. */
  #table: Float64Array
  /** Slots are a power of two. */
  #slots: number
  #size = 0

  /** @param expected so many pairs find room before the table has to grow */
  constructor(expected: number) {
    // At most half full.
    this.#slots = 2 ** Math.ceil(Math.log2(Math.max(8, expected) * 2))
    this.#table = new Float64Array(this.#slots * SLOT)
  }

  /** How many pairs there are. */
  get size(): number {
    return this.#size
  }

  /** Ids from 1 to below 2^26. */
  add(from: number, to: number, grouped: boolean, time: number): void {
    if (this.#size * 2 >= this.#slots) this.#grow()
    this.#put(from, to, time, grouped ? time : NEVER)
  }

  #put(from: number, to: number, first: number, grouped: number): void {
    const table = this.#table
    const at = this.#placeOf(from, to)
    if (table[at] === 0) {
      table[at] = pairCode(from, to)
      table[at + 1] = first
      table[at + 2] = grouped
      this.#size++
      return
    }
    if (first < table[at + 1]!) table[at + 1] = first
    if (grouped < table[at + 2]!) table[at + 2] = grouped
  }

  /** Where a pair is, or would be put. */
  #placeOf(from: number, to: number): number {
    const table = this.#table
    const code = pairCode(from, to)
    const last = this.#slots - 1
    const mixed = Math.imul(from, 0x9e3779b1) ^ Math.imul(to, 0x85ebca6b)
    let slot = (mixed ^ (mixed >>> 15)) & last
    while (table[slot * SLOT] !== 0 && table[slot * SLOT] !== code) slot = (slot + 1) & last
    return slot * SLOT
  }

  #grow(): void {
    const old = this.#table
    this.#slots *= 2
    this.#table = new Float64Array(this.#slots * SLOT)
    this.#size = 0
    for (let at = 0; at < old.length; at += SLOT)
      if (old[at] !== 0) {
        const [from, to] = pairOf(old[at]!)
        this.#put(from, to, old[at + 1]!, old[at + 2]!)
      }
  }

  /** Parallel columns, ordered by who, then whom. */
  columns() {
    const codes = new Float64Array(this.#size)
    let count = 0
    for (let at = 0; at < this.#table.length; at += SLOT)
      if (this.#table[at] !== 0) codes[count++] = this.#table[at]!
    codes.sort()
    const from = new Array<number>(count)
    const to = new Array<number>(count)
    const first = new Array<number>(count)
    const grouped = new Array<number>(count)
    for (let i = 0; i < count; i++) {
      const pair = pairOf(codes[i]!)
      const at = this.#placeOf(...pair)
      from[i] = pair[0]
      to[i] = pair[1]
      first[i] = this.#table[at + 1]!
      grouped[i] = this.#table[at + 2]!
    }
    return { from, to, first, grouped }
  }
}
