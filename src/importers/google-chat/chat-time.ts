import { monthByName } from '../text/months.ts'
import { parseIso, wallTime, type Instant } from '../text/time.ts'

const CLOCK =
  /(\d{1,2})[:.時时시](?:\s?)(\d\d)[:.分분](?:\s?)(\d\d)[秒초]?\s?(?:([AaPp])\.?\s?[Mm]\.?)?\s*UTC$/
const COUNTED_MONTH = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/

/** Year, month and day of a date that names its month, or counts it as in East Asia; null for anything else. */
function dayOf(date: string): [number, number, number] | null {
  const [, year, counted, day] = COUNTED_MONTH.exec(date) ?? []
  if (year !== undefined) return [Number(year), Number(counted), Number(day)]
  const [fullYear] = /\b\d{4}\b/.exec(date) ?? []
  const [dayOfMonth] = /(?<!\d)\d{1,2}(?!\d)/.exec(date) ?? []
  // Some days of the week are cut to what is a month elsewhere: mar. is Tuesday in French.
  const months = (date.match(/\p{L}{3,}/gu) ?? []).map(monthByName).filter((month) => month !== null)
  const month = months.at(-1)
  return fullYear === undefined || dayOfMonth === undefined || month === undefined
    ? null
    : [Number(fullYear), month, Number(dayOfMonth)]
}

/**
 * `Tuesday, September 15, 2020 at 11:19:21 PM UTC`, with a narrow blank before PM in newer exports, and as accounts
 * in other languages have it: `Dienstag, 15. September 2020 um 23:19:21 UTC`, `2020年9月15日火曜日 23時19分21秒 UTC`. Always
 * UTC. Null for anything else: no time is guessed.
 */
export function chatTime(text: string): Instant | null {
  const plain = text.replace(/[\u202F\u00A0]/g, ' ').trim()
  const clock = CLOCK.exec(plain)
  if (!clock) return parseIso(plain, 'UTC')
  const [, hours, minute, second, half] = clock
  const day = dayOf(plain.slice(0, clock.index))
  const hour = Number(hours)
  if (day === null || (half !== undefined && (hour < 1 || hour > 12))) return null
  const at = wallTime(
    ...day,
    half === undefined ? hour : (hour % 12) + (half.toUpperCase() === 'P' ? 12 : 0),
    Number(minute),
    Number(second),
  )
  return at === null ? null : { at, timeQuality: 'exact' }
}
