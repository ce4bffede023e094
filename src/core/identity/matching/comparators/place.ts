import { type Comparator, UNKNOWN } from '../match-person.ts'

/** A place in common; u is the share of people there. */
export const place: Comparator = {
  name: 'place',
  levels: [
    { id: 'same', m: 0.75, u: 0.02, common: true },
    { id: 'different', m: 0.25, u: 0.96 },
  ],
  compare: (table, a, b, seen) => {
    const [first, second] = [table.rows[a]!.places, table.rows[b]!.places]
    if (first.length === 0 || second.length === 0) return UNKNOWN
    for (const one of first)
      if (second.includes(one)) {
        seen.u = Math.max(0.002, table.places.share(one))
        return 0
      }
    return 1
  },
}
