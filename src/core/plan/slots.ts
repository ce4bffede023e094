/** Hours of a day, in minutes from midnight; `to` is after `from`. */
export type Hours = { readonly from: number; readonly to: number }

const DAY_MS = 86_400_000

/**
 * When within the working hours each piece of work begins: those of one day follow each other in the order given, from
 * the beginning of the hours. Minutes from midnight; null where a day has no room left for it.
 * @param work the day as any time of it, epoch milliseconds, and how long it takes, minutes
 */
export function slotsFor(
  work: readonly { readonly at: number; readonly minutes: number }[],
  { from, to }: Hours,
): readonly (number | null)[] {
  const next = new Map<number, number>()
  return work.map(({ at, minutes }) => {
    const day = Math.floor(at / DAY_MS)
    const start = next.get(day) ?? from
    if (start + minutes > to) return null
    next.set(day, start + minutes)
    return start
  })
}
