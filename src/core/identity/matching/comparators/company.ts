import { type Comparator, UNKNOWN } from '../match-person.ts'

const OFTEN_TOGETHER = 0
const MANY = 1
const SOME = 2
const NONE = 3

/** Interactions of each side from which on it tells something that they have nobody in common. */
const ENOUGH = 5
/** One message to both addresses of somebody is common; of more of them, this share means two people. */
const TOGETHER = 2
const TOGETHER_SHARE = 0.05
/** Share of common company (Jaccard) that is much. */
const MUCH = 0.15

/**
 * Company: people who take part in the same messages and meetings are two, since nobody writes to both addresses of
 * one person again and again; those who are never there together, but are with the same others, may be one.
 */
export const company: Comparator = {
  name: 'company',
  levels: [
    { id: 'often-together', m: 0.02, u: 0.4, review: true },
    { id: 'many-in-common', m: 0.4, u: 0.1 },
    { id: 'some-in-common', m: 0.35, u: 0.2 },
    { id: 'none-in-common', m: 0.23, u: 0.3 },
  ],
  compare: (table, a, b) => {
    const known = table.company
    if (known === null) return UNKNOWN
    const seen = known.together(a, b)
    const fewer = Math.min(seen.a, seen.b)
    if (fewer === 0) return UNKNOWN
    if (seen.both >= TOGETHER && seen.both >= TOGETHER_SHARE * fewer) return OFTEN_TOGETHER
    const { both, either } = known.others(a, b)
    if (both > 0) return both >= MUCH * either ? MANY : SOME
    return fewer >= ENOUGH ? NONE : UNKNOWN
  },
}
