import ICAL from 'ical.js'
import { asRule } from './vcalendar-rule.ts'

/** Occurrences of one event that are kept, the latest: ten years of days. */
export const MAX_OCCURRENCES = 3_660
/** Steps that a rule may take in all; a daily rule of 54 years takes as many, a rule of seconds never ends. */
export const MAX_STEPS = 20_000
/** Rules that jump further than this many days at once are nonsense, and slow. */
const MAX_JUMP_DAYS = 40_000

/** ical.js counts a jump of 10¹⁵ seconds up month by month. */
const MAX_INTERVAL = 100_000

const DAY = 86_400_000

class Exhausted extends Error {}

/**
 * ical.js's iterator with a bound on its work: some rules (31 February, every second for ever) never end there,
 * neither between two occurrences nor before the first.
 */
class BoundedIterator extends ICAL.RecurIterator {
  private steps: number | undefined

  private step(): void {
    this.steps = (this.steps ?? 0) + 1
    if (this.steps > MAX_STEPS) throw new Exhausted()
  }

  override check_contracting_rules(): boolean {
    this.step()
    return super.check_contracting_rules()
  }

  override increment_month(): void {
    this.step()
    super.increment_month()
  }

  override increment_year(years: number): void {
    // Beyond this year there is nothing to plan, and ical.js would go on to the year 20000.
    if (this.last.year > 2200) throw new Exhausted()
    this.step()
    super.increment_year(years)
  }

  override increment_monthday(days: number): void {
    if (!(days <= MAX_JUMP_DAYS)) throw new Exhausted()
    super.increment_monthday(days)
  }
}

export type Rule = {
  /** Wall times (as if UTC, in milliseconds) in ascending order, beginning with the first that fits; bounded. */
  readonly occurrences: (start: number) => Iterable<number>
  /** Where the rule ends: an instant, a wall time, or a whole day of the wall clock. */
  readonly until: { readonly kind: 'instant' | 'wall'; readonly last: number } | null
}

/** Reads a recurrence rule; throws an Error when it is none. */
export function parseRule(text: string): Rule {
  // The end is taken out: ical.js compares it without regard to the zone of the start.
  const parts = (asRule(text.trim()) ?? text.trim())
    .toUpperCase()
    .split(';')
    .filter((part) => part.trim() !== '')
  const end = parts.find((part) => /^\s*UNTIL\s*=/i.test(part))
  const rule = ICAL.Recur.fromString(parts.filter((part) => part !== end).join(';'))
  if (!rule.freq) throw new Error('the rule has no FREQ')
  if (!(rule.interval <= MAX_INTERVAL)) throw new Error('the interval of the rule is too large')
  // A day that the year does not have is left out (RFC 5545 3.3.10); ical.js makes 1 March of it.
  const isPlain = !['BYMONTH', 'BYMONTHDAY', 'BYDAY', 'BYYEARDAY', 'BYWEEKNO'].some(
    (part) => part in rule.parts,
  )
  const isYearly = rule.freq === 'YEARLY' && isPlain
  return {
    until: end === undefined ? null : parseUntil(end.replace(/^[^=]*=/, '')),
    occurrences: (start) => walk(isYearly && isLeapDay(start) ? leapDays(rule) : rule, start),
  }
}

const isLeapDay = (at: number): boolean =>
  new Date(at).getUTCMonth() === 1 && new Date(at).getUTCDate() === 29

/** The rule for every 29 February. */
function leapDays(rule: InstanceType<typeof ICAL.Recur>): InstanceType<typeof ICAL.Recur> {
  const named = ICAL.Recur.fromString(rule.toString())
  named.setComponent('BYMONTH', [2])
  named.setComponent('BYMONTHDAY', [29])
  return named
}

function parseUntil(text: string): NonNullable<Rule['until']> {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)(Z)?)?$/i.exec(text.trim())
  if (!match) throw new Error(`the end ${text.slice(0, 40)} of the rule is no date`)
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0))
  const at = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second)
  // A day as the end means the whole of it.
  if (match[4] === undefined) return { kind: 'wall', last: at + DAY - 1 }
  return { kind: match[7] === undefined ? 'wall' : 'instant', last: at }
}

function* walk(rule: InstanceType<typeof ICAL.Recur>, start: number): Iterable<number> {
  const wall = new Date(start)
  try {
    const iterator = new BoundedIterator({
      rule,
      dtstart: new ICAL.Time(
        {
          year: wall.getUTCFullYear(),
          month: wall.getUTCMonth() + 1,
          day: wall.getUTCDate(),
          hour: wall.getUTCHours(),
          minute: wall.getUTCMinutes(),
          second: wall.getUTCSeconds(),
          isDate: false,
        },
        ICAL.Timezone.localTimezone,
      ),
    })
    for (let time = iterator.next(); time; time = iterator.next()) {
      yield Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second)
    }
  } catch {
    // Exhausted, or a rule that ical.js finds at fault on the way: what it gave so far stands.
  }
}
