/** Minutes that one interaction is taken to cost the user: assumptions, shown as such. */
export const MINUTES_PER_MESSAGE = 4
export const MINUTES_PER_CALL = 15
export const MINUTES_PER_MEETING = 45

/** What one person, group, channel or playbook brought, and what it took. */
export type ReturnRow = {
  readonly name: string
  readonly outcomes: number
  /** Sum of the values that were stated; in the user's own currency. */
  readonly value: number
  /** Outcomes without a value stated. */
  readonly unvalued: number
  readonly minutes: number
  /** Outcomes an hour; null where no time was spent. */
  readonly perHour: number | null
}

/**
 * Adds up outcomes and minutes under names, and lists what brought most first: by value, then outcomes, then less time;
 * of what brought nothing, that which took most time.
 */
export function returnBy(
  outcomes: Iterable<{ readonly name: string; readonly value: number | null }>,
  time: Iterable<{ readonly name: string; readonly minutes: number }>,
): ReturnRow[] {
  const rows = new Map<string, { outcomes: number; value: number; unvalued: number; minutes: number }>()
  const rowOf = (name: string) => {
    const known = rows.get(name)
    if (known !== undefined) return known
    const fresh = { outcomes: 0, value: 0, unvalued: 0, minutes: 0 }
    rows.set(name, fresh)
    return fresh
  }
  for (const { name, value } of outcomes) {
    const row = rowOf(name)
    row.outcomes++
    if (value === null) row.unvalued++
    else row.value += value
  }
  for (const { name, minutes } of time) rowOf(name).minutes += minutes
  return [...rows]
    .map(([name, row]) => ({
      name,
      ...row,
      perHour: row.minutes > 0 ? (row.outcomes * 60) / row.minutes : null,
    }))
    .sort(
      (a, b) =>
        b.value - a.value ||
        b.outcomes - a.outcomes ||
        (a.outcomes > 0 ? a.minutes - b.minutes : b.minutes - a.minutes) ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    )
}
