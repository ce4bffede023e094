import { type Comparator, UNKNOWN } from '../match-person.ts'
import { namesAgree, OTHER_FAMILY } from './name.ts'

/** People who may share a number before it says nothing any more: a switchboard. */
const SWITCHBOARD = 8

/**
 * A phone number in common. Families and offices share one, so that it says much where the names agree, and little
 * where they do not.
 */
export const phone: Comparator = {
  name: 'phone',
  levels: [
    { id: 'shared', m: 0.6, u: 0.002 },
    { id: 'shared-nameless', m: 0.1, u: 0.001, review: true },
    { id: 'shared-otherwise-named', m: 0.01, u: 0.02, review: true },
    { id: 'different', m: 0.29, u: 0.97 },
  ],
  compare: (table, a, b, seen) => {
    const [first, second] = [table.rows[a]!.phones, table.rows[b]!.phones]
    if (first.length === 0 || second.length === 0) return UNKNOWN
    let common = Infinity
    for (const number of first)
      if (second.includes(number)) common = Math.min(common, table.phones.peopleWith(number))
    if (common === Infinity) return 3
    if (common > SWITCHBOARD) return UNKNOWN
    if (seen.nameLevel === UNKNOWN) return 1
    return namesAgree(seen.nameLevel) || seen.nameLevel === OTHER_FAMILY ? 0 : 2
  },
}
