import { type Comparator, UNKNOWN } from '../match-person.ts'

/** From this share of common words on, two titles are alike. */
const ALIKE = 0.5

/** What somebody does: the same title, titles that share words, other titles. */
export const title: Comparator = {
  name: 'title',
  levels: [
    { id: 'same', m: 0.5, u: 0.02, common: true },
    { id: 'alike', m: 0.15, u: 0.05 },
    { id: 'different', m: 0.35, u: 0.93 },
  ],
  compare: (table, a, b, seen) => {
    const [first, second] = [table.rows[a]!.titles, table.rows[b]!.titles]
    if (first.length === 0 || second.length === 0) return UNKNOWN
    let level = 2
    for (const one of first)
      for (const other of second) {
        if (one === other) {
          seen.u = Math.max(0.005, table.titles.share(one))
          return 0
        }
        if (commonWords(one, other) >= ALIKE) level = 1
      }
    return level
  },
}

/** Jaccard share of common words. */
function commonWords(a: string, b: string): number {
  const first = new Set(a.split(' '))
  const second = new Set(b.split(' '))
  let both = 0
  for (const word of first) if (second.has(word)) both++
  return both / (first.size + second.size - both)
}
