import { addContact, countAboveZero, mixedProgramme, reachedBy } from './poisson-binomial.ts'
import { INDEPENDENT } from './shared-shock.ts'
import type { SharedShock } from './shared-shock.ts'

/** kith looks no further than this many further contacts: nobody meets more, and more would mean little. */
export const MAX_MISSING = 10_000

export type RightNumber = {
  /** Contacts who can bring a success at all: their value is above 0. */
  readonly have: number
  /** Contacts it takes, the best first, with those still missing; null when out of reach. */
  readonly needed: number | null
  /** Contacts to add who are like the best tenth of those there are; 0 = enough; null when out of reach. */
  readonly missing: number | null
  /** The value that the missing contacts are taken to have: the mean of the best tenth; null when there is none. */
  readonly like: number | null
  /** Why there is no number; null when there is one. */
  readonly reason: 'nobody-counts' | 'out-of-reach' | null
}

/** Values above 0, the best first. */
export const bestFirst = (values: Float64Array): Float64Array =>
  values
    .slice()
    .sort()
    .subarray(values.length - countAboveZero(values))
    .reverse()

/**
 * Right number: the least n such that the n best contacts reach `target` successes with probability `confidence`.
 * Where all of them do not, it counts on with contacts like the best tenth, MAX_MISSING at most.
 *
 * Falls or stays when values rise, rises or stays with target and confidence. Never NaN: out of reach is null
 * with a reason. `target` is whole and at least 1, `confidence` in (0, 1).
 * @param best values above 0, the best first, as `bestFirst` puts them
 */
export function rightNumber(
  best: Float64Array,
  target: number,
  confidence: number,
  shock: SharedShock = INDEPENDENT,
): RightNumber {
  const have = best.length
  if (have === 0) {
    return { have, needed: null, missing: null, like: null, reason: 'nobody-counts' }
  }
  const like = meanOfBestTenth(best)
  const outOfReach = {
    have,
    needed: null,
    missing: null,
    like,
    reason: 'out-of-reach',
  } as const
  // Fewer trials than successes can never reach the target, whatever their values.
  if (have + MAX_MISSING < target) return outOfReach
  const found = leastCount(best, like, have + MAX_MISSING, target, confidence, shock)
  return found === null
    ? outOfReach
    : { have, needed: found, missing: Math.max(0, found - have), like, reason: null }
}

/**
 * How many contacts, all of one value, it takes for `target` successes with probability `confidence`; null when
 * more than `most` would be needed. The thesis in one number: 85 contacts at .05 do what 8 at .5 do.
 */
export function contactsNeeded(
  value: number,
  target: number,
  confidence: number,
  shock: SharedShock = INDEPENDENT,
  most: number = MAX_MISSING,
): number | null {
  if (!(value > 0) || target > most) return null
  return leastCount(new Float64Array(0), value, most, target, confidence, shock)
}

/** The least n up to `most` for which the listed values, and then `like` again and again, are enough. */
function leastCount(
  best: Float64Array,
  like: number,
  most: number,
  target: number,
  confidence: number,
  shock: SharedShock,
): number | null {
  const mixed = mixedProgramme(target, shock)
  for (let n = 1; n <= most; n++) {
    addContact(mixed, best[n - 1] ?? like)
    if (n >= target && reachedBy(mixed) >= confidence) return n
  }
  return null
}

/** Mean of the best tenth, one contact at least; values come best first and there is at least one. */
function meanOfBestTenth(best: Float64Array): number {
  const tenth = best.subarray(0, Math.ceil(best.length / 10))
  return tenth.reduce((sum, value) => sum + value, 0) / tenth.length
}
