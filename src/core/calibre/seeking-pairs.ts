import { BULK_AUDIENCE, type Role, roleCode } from '../model/interaction.ts'

const codes = (...roles: readonly Role[]): ReadonlySet<number> => new Set(roles.map(roleCode))
const authors = codes('from')
const addressees = codes('to', 'cc', 'bcc', 'mentioned')
const present = codes('organiser', 'attendee')

/** Ids below this make a pair that a number holds exactly. */
const MAX_ID = 2 ** 26

type Participants = readonly { readonly person: number; readonly role: number }[]

/** Whether somebody else was reached beside these two. */
const besides = (all: Participants, roles: ReadonlySet<number>, one: number, other: number): boolean =>
  all.some(({ person, role }) => roles.has(role) && person !== one && person !== other)

/**
 * The edges of the attention graph: authors seek those they address, and everybody at a meeting everybody else
 * there. How often does not count, so a pair is kept once; what reaches many is bulk, marked or not, and seeks
 * nobody.
 */
export class SeekingPairs {
  readonly #pairs = new Set<number>()
  /** Those of the pairs in which the one sought was addressed beside others. */
  readonly #grouped = new Set<number>()

  /** Adds the pairs of one interaction; roles as codes, ids of people below 2^26. */
  add(participants: readonly { readonly person: number; readonly role: number }[]): void {
    const reached = participants.filter(({ role }) => addressees.has(role) || present.has(role))
    if (reached.length > BULK_AUDIENCE && new Set(reached.map(({ person }) => person)).size > BULK_AUDIENCE)
      return
    for (const one of participants) {
      const others = authors.has(one.role) ? addressees : present.has(one.role) ? present : null
      if (others === null) continue
      for (const other of participants)
        if (others.has(other.role) && other.person !== one.person) {
          const pair = one.person * MAX_ID + other.person
          this.#pairs.add(pair)
          if (!this.#grouped.has(pair) && besides(participants, others, one.person, other.person))
            this.#grouped.add(pair)
        }
    }
  }

  /** Parallel columns, ordered by who, then whom. */
  columns(): { readonly from: Int32Array; readonly to: Int32Array; readonly grouped: Uint8Array } {
    const sorted = Float64Array.from(this.#pairs).sort()
    return {
      from: Int32Array.from(sorted, (pair) => Math.floor(pair / MAX_ID)),
      to: Int32Array.from(sorted, (pair) => pair % MAX_ID),
      grouped: Uint8Array.from(sorted, (pair) => Number(this.#grouped.has(pair))),
    }
  }
}
