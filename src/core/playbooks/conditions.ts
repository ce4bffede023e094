/** What a playbook may ask of a contact; null is unknown, and no comparison holds for it. Days are days ago. */
export type PlaybookFacts = {
  readonly closeness: number | null
  readonly trust: number | null
  readonly calibre: number | null
  readonly daysSince: number | null
  readonly daysSinceIn: number | null
  readonly daysSinceOut: number | null
  readonly daysSinceMet: number | null
  readonly in: number
  readonly out: number
  readonly together: number
  /** They wrote last and wait for an answer; the user did. */
  readonly owed: boolean
  readonly waiting: boolean
  /** A new title or organisation between imports. */
  readonly changed: boolean
  /** They gave something lately. */
  readonly gave: boolean
  /** They could introduce somebody of calibre. */
  readonly introduces: boolean
  readonly title: string | null
  readonly organisation: string | null
}

export type Condition = {
  /** As written. */
  readonly text: string
  readonly holds: (facts: PlaybookFacts) => boolean
}

type Unit = 'share' | 'days' | 'count'

const measures: Readonly<
  Record<string, { readonly unit: Unit; readonly of: (f: PlaybookFacts) => number | null }>
> = {
  closeness: { unit: 'share', of: (f) => f.closeness },
  trust: { unit: 'share', of: (f) => f.trust },
  calibre: { unit: 'share', of: (f) => f.calibre },
  'last contact': { unit: 'days', of: (f) => f.daysSince },
  'they wrote': { unit: 'days', of: (f) => f.daysSinceIn },
  'you wrote': { unit: 'days', of: (f) => f.daysSinceOut },
  met: { unit: 'days', of: (f) => f.daysSinceMet },
  'messages in': { unit: 'count', of: (f) => f.in },
  'messages out': { unit: 'count', of: (f) => f.out },
  meetings: { unit: 'count', of: (f) => f.together },
}

const marks: Readonly<Record<string, (facts: PlaybookFacts) => boolean>> = {
  'waits for you': (f) => f.owed,
  'you wait': (f) => f.waiting,
  'changed job': (f) => f.changed,
  'gave something': (f) => f.gave,
  'knows somebody': (f) => f.introduces,
  'two-way': (f) => f.together > 0 || (f.in > 0 && f.out > 0),
}

const texts: Readonly<Record<string, (facts: PlaybookFacts) => string | null>> = {
  title: (f) => f.title,
  organisation: (f) => f.organisation,
}

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.4375, year: 365.25 }

/** What can be asked, for error messages and the manual. */
export const askable = {
  measures: Object.keys(measures),
  marks: Object.keys(marks),
  texts: Object.keys(texts),
}

const compare: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
}

const list = (words: readonly string[]): string => words.join(', ')

/** The number of a comparison in the unit of its measure; null where it is none. */
function amount(text: string, unit: Unit): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*(%|days?|weeks?|months?|years?)?$/.exec(text)
  if (match === null) return null
  const value = Number(match[1])
  const said = match[2]?.replace(/s$/, '')
  if (unit === 'share') return said === '%' ? value / 100 : said === undefined && value <= 1 ? value : null
  if (unit === 'days') {
    const days = DAYS[said ?? '']
    return days === undefined ? null : value * days
  }
  return said === undefined ? value : null
}

const examples: Readonly<Record<Unit, string>> = { share: '50%', days: '6 months', count: '3' }

/**
 * One condition of a playbook: a measure compared with a number (`trust >= 50%`, `last contact > 6 months`), a mark
 * (`changed job`, `not two-way`), or part of a text (`title contains "director"`). A comparison never holds for what
 * is not known.
 * @returns what is wrong with it, in a sentence, where it cannot be read
 */
export function parseCondition(text: string): Condition | string {
  const clean = text.trim().replace(/\s+/g, ' ')
  const lower = clean.toLowerCase()
  const contains = /^([a-z]+) contains "?([^"]+)"?$/.exec(lower)
  if (contains !== null) {
    const of = texts[contains[1]!]
    if (of === undefined) return `"${clean}": only ${list(askable.texts)} can contain a word.`
    const part = contains[2]!.trim()
    return { text: clean, holds: (facts) => of(facts)?.toLowerCase().includes(part) ?? false }
  }
  const compared = /^(.+?)\s*(<=|>=|<|>)\s*(.+)$/.exec(lower)
  if (compared !== null) {
    const [, name = '', sign = '', right = ''] = compared
    const measure = measures[name]
    if (measure === undefined) return `"${clean}": there is no ${name}; there are ${list(askable.measures)}.`
    const limit = amount(right, measure.unit)
    if (limit === null)
      return `"${clean}": ${right} is nothing to compare ${name} with; write for example ${name} ${sign} ${examples[measure.unit]}.`
    const test = compare[sign]!
    return {
      text: clean,
      holds: (facts) => {
        const value = measure.of(facts)
        return value !== null && test(value, limit)
      },
    }
  }
  const negated = lower.startsWith('not ')
  const mark = marks[negated ? lower.slice(4) : lower]
  if (mark === undefined)
    return `"${clean}" is no condition; write a comparison (trust >= 50%), ${list(askable.marks)}, or title contains "word".`
  return { text: clean, holds: (facts) => mark(facts) !== negated }
}
