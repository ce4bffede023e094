import type { Company } from './match-table.ts'

/** Interactions of one person that are looked at; more tell nothing new. */
const MOST = 2_000

/**
 * Who takes part together with whom, from interactions given as groups of people. `rowsOf` says which rows of the
 * table a person is, −1 for those who are not in it; `left` is in everything (the owner) and counts for nothing.
 */
export function sharedCompany(
  groups: Iterable<readonly number[]>,
  rowOf: (person: number) => number,
  left: number | null,
): Company {
  const interactions = new Map<number, Set<number>>()
  const others = new Map<number, Set<number>>()
  let index = 0
  for (const group of groups) {
    const distinct = [...new Set(group)].filter((person) => person !== left)
    for (const person of distinct) {
      const row = rowOf(person)
      if (row < 0) continue
      const held = interactions.get(row) ?? new Set()
      interactions.set(row, held)
      if (held.size >= MOST) continue
      held.add(index)
      const company = others.get(row) ?? new Set()
      others.set(row, company)
      for (const other of distinct) if (other !== person) company.add(other)
    }
    index++
  }
  const none: ReadonlySet<number> = new Set()
  const common = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
    let both = 0
    const [small, large] = a.size < b.size ? [a, b] : [b, a]
    for (const one of small) if (large.has(one)) both++
    return both
  }
  return {
    together: (a, b) => {
      const [first, second] = [interactions.get(a) ?? none, interactions.get(b) ?? none]
      return { a: first.size, b: second.size, both: common(first, second) }
    },
    others: (a, b) => {
      const [first, second] = [others.get(a) ?? none, others.get(b) ?? none]
      const both = common(first, second)
      return { both, either: first.size + second.size - both }
    },
  }
}
