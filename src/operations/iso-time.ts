import { KithError } from '#core/model/errors.ts'
import { wallTime } from '#importers/text/time.ts'

const FORM =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(?:Z|([+-])(\d\d):(\d\d))?)?)?)?$/i

/**
 * Epoch milliseconds of a year, month, day or time as ISO 8601 writes it; null for anything else, and for days that
 * no calendar has. What states no zone is UTC, so that the same words mean the same time on every machine.
 */
export function timeOfIso(text: string): number | null {
  const match = FORM.exec(text.trim())
  if (match === null) return null
  const number = (group: number, absent = 0): number => Number(match[group] ?? absent)
  const wall = wallTime(number(1), number(2, 1), number(3, 1), number(4), number(5), number(6))
  if (wall === null || number(9) > 23 || number(10) > 59) return null
  const fraction = Number(`0.${match[7] ?? 0}`) * 1000
  const ahead = (number(9) * 60 + number(10)) * 60_000
  return wall + fraction - (match[8] === '-' ? -ahead : ahead)
}

/**
 * The time a user gave as `--at`.
 * @throws KithError 'usage' for what is none
 */
export function statedTime(text: string): number {
  const at = timeOfIso(text)
  if (at === null)
    throw new KithError('usage', `--at ${text} is no time; write it as 2026-01-31 or 2026-01-31T12:00:00Z.`)
  return at
}
