import { type Comparator, type Seen, UNKNOWN } from '../match-person.ts'
import type { MatchTable } from '../match-table.ts'
import { namesAgree, OTHER_FAMILY, PART } from './name.ts'

/** People who may share a number before it says nothing any more: a switchboard. */
const SWITCHBOARD = 8

/** Share of pairs with a number in common among two people of one surname, and among two of one given name. */
const OF_A_FAMILY = 0.02
const OF_A_GIVEN_NAME = 0.0002

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
    if (seen.nameLevel === PART) seen.u = onlySurname(table, a, b, seen) ? OF_A_FAMILY : OF_A_GIVEN_NAME
    return namesAgree(seen.nameLevel) || seen.nameLevel === OTHER_FAMILY ? 0 : 2
  },
}

/** Whether the one word known of one of two is the other's surname. */
function onlySurname(table: MatchTable, a: number, b: number, { nameA, nameB }: Seen): boolean {
  const [first, second] = [table.rows[a]!.names[nameA], table.rows[b]!.names[nameB]]
  const [short, long] = first?.family === '' ? [first, second] : [second, first]
  return short !== undefined && short.given[0] === long?.family
}
