import { property, type Component } from './components.ts'
import { parseRule } from './recurrence.ts'

/** Changes of the clocks kept for one zone. */
const MAX_CHANGES = 2_000
/** Outlook begins its zones in 1601; earlier rules apply to nothing here. */
const FIRST_YEAR = 1900

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
export type OffsetAt = (at: number) => number

function parseOffset(text: string): number | null {
  const match = /^([+-]?)(\d\d):?(\d\d):?(\d\d)?$/.exec(text.trim())
  if (!match) return null
  const ms = (Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0)) * 1000
  return match[1] === '-' ? -ms : ms
}

/** Wall times, those before FIRST_YEAR moved into it: a yearly rule goes on from there. */
function parseWalls(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const match = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d))?/.exec(part.trim())
    if (!match) return []
    const [year, month, day, hour, minute, second] = match.slice(1).map((piece) => Number(piece ?? 0))
    return [Date.UTC(Math.max(year ?? 0, FIRST_YEAR), (month ?? 1) - 1, day, hour, minute, second)]
  })
}

type Change = { readonly at: number; readonly from: number; readonly to: number }

/** The changes of one observance up to a time. */
function* changes(observance: Component, until: number): Iterable<Change> {
  const from = parseOffset(property(observance, 'TZOFFSETFROM')?.value ?? '')
  const to = parseOffset(property(observance, 'TZOFFSETTO')?.value ?? '')
  const [start] = parseWalls(property(observance, 'DTSTART')?.value ?? '')
  if (to === null || start === undefined) return
  const before = from ?? to
  const change = (wall: number): Change => ({ at: wall - before, from: before, to })
  yield change(start)
  for (const { name, value } of observance.properties) {
    if (name === 'RDATE') for (const wall of parseWalls(value)) yield change(wall)
    if (name !== 'RRULE') continue
    const rule = parseRule(value)
    for (const wall of rule.occurrences(start)) {
      if (wall > until) break
      if (rule.until && (rule.until.kind === 'instant' ? wall - before : wall) > rule.until.last) break
      yield change(wall)
    }
  }
}

/** The offsets of a VTIMEZONE up to a time; null when it states none that can be read. */
export function offsetsOf(zone: Component, until: number): OffsetAt | null {
  const all: Change[] = []
  try {
    for (const observance of zone.children) {
      for (const change of changes(observance, until)) if (all.length < MAX_CHANGES) all.push(change)
    }
  } catch {
    return null
  }
  all.sort((a, b) => a.at - b.at)
  const [first] = all
  if (!first) return null
  return (at) => {
    let low = 0
    let high = all.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((all[middle]?.at ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return low === 0 ? first.from : (all[low - 1]?.to ?? first.from)
  }
}
