import { type Comparator, UNKNOWN } from '../match-person.ts'
import type { TableRow } from '../match-table.ts'

/**
 * An organisation in common, by name or by mail domain. u is the share of people there: to work for the same large
 * employer says little. A number in the address (`john.smith2`) says that the employer has two of the name. People move, so that another organisation says little against.
 */
export const organisation: Comparator = {
  name: 'organisation',
  levels: [
    { id: 'same', m: 0.55, u: 0.01, common: true },
    { id: 'different', m: 0.44, u: 0.98 },
    { id: 'same-numbered', m: 0.01, u: 0.002, review: true },
  ],
  compare: (table, a, b, seen) => {
    const [first, second] = [table.rows[a]!.organisations, table.rows[b]!.organisations]
    if (first.length === 0 || second.length === 0) return UNKNOWN
    let share = Infinity
    for (const one of first) if (second.includes(one)) share = Math.min(share, table.organisations.share(one))
    if (share === Infinity) return 1
    if (namesakes(table.rows[a]!, table.rows[b]!)) return 2
    seen.u = share
    return 0
  },
}

/** Whether one of two has a numbered address, and the other none of the same organisation to compare it with. */
function namesakes(a: TableRow, b: TableRow): boolean {
  const numbered = (row: TableRow, other: TableRow): boolean =>
    row.mails.some(
      ({ base, compact }) =>
        base !== '' && /[a-z]\d$/.test(compact) && !other.mails.some((mail) => mail.base === base),
    )
  return numbered(a, b) || numbered(b, a)
}
