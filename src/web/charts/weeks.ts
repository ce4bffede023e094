/** Contact in one week. */
export type Week = {
  readonly start: string
  readonly in: number
  readonly out: number
  readonly together: number
}

const weekMs = 7 * 86_400_000
const longSilenceMs = 2 * 365.25 * 86_400_000

/** One cell of the strip: a week, with what happened in it (nothing is 0). */
export type WeekCell = { readonly start: number; readonly total: number; readonly week: Week | null }

/** The weeks of one calendar year (UTC), in order. */
export type YearRow = { readonly year: number; readonly cells: readonly WeekCell[] }

/**
 * Fills the weeks without contact and puts them in rows by the year in which each begins, newest year first.
 * Ends with the week of `now`, so that silence shows; after two years of silence with the last contact, since
 * empty rows tell nothing more.
 */
export const yearRows = (weeks: readonly Week[], now: number): YearRow[] => {
  const starts = weeks.map(({ start }) => Date.parse(start))
  const first = starts[0]
  if (first === undefined) return []
  const known = new Map(weeks.map((week, at) => [starts[at] ?? 0, week]))
  const rows = new Map<number, WeekCell[]>()
  const last = starts.at(-1) ?? first
  const end = now - last > longSilenceMs ? last : Math.max(now, last)
  for (let start = first; start <= end; start += weekMs) {
    const week = known.get(start) ?? null
    const cell = { start, total: week ? week.in + week.out + week.together : 0, week }
    const year = new Date(start).getUTCFullYear()
    const row = rows.get(year)
    if (row) row.push(cell)
    else rows.set(year, [cell])
  }
  return [...rows].map(([year, cells]) => ({ year, cells })).sort((a, b) => b.year - a.year)
}

/** Which of the five shades a week gets, 0 (none) to 4, on a logarithmic scale up to the busiest week. */
export const shadeOf = (total: number, most: number): number =>
  total === 0 || most === 0 ? 0 : Math.max(1, Math.ceil((4 * Math.log1p(total)) / Math.log1p(most)))

/** The column of a week in its year, 0 to 52. */
export const columnOf = (start: number): number =>
  Math.floor((start - Date.UTC(new Date(start).getUTCFullYear(), 0, 1)) / weekMs)
