import type { TieColumns } from '../ledger/tie-columns.ts'
import { dayInWords, spanInWords } from '../model/civil-date.ts'
import type { Closeness, ClosenessPart } from './closeness.ts'
import { activeWeeksBoth } from './features/active-weeks-both.ts'
import { activeWeeksOut } from './features/active-weeks-out.ts'
import { daysSinceContact } from './features/days-since-contact.ts'
import { exchanges } from './features/exchanges.ts'
import { mutualVolume } from './features/mutual-volume.ts'
import { twoWay } from './features/two-way.ts'
import type { Starts } from './starts.ts'
import { whoStarts } from './starts.ts'
import { isDormant, trustOf } from './trust.ts'

/** A gap longer than this is worth a word. */
const QUIET_DAYS = 30

const times = (n: number): string =>
  n === 1 ? 'once' : n === 2 ? 'twice' : `${n.toLocaleString('en')} times`

const list = (words: readonly string[]): string =>
  words.length < 3 ? words.join(' and ') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`

/** Who only ever wrote less than they were written to is said to have answered. */
const answers = (out: number, inward: number): string => (inward <= out ? 'answered' : 'wrote')

/** Who wrote how often: the counts, without bulk. */
function exchange(out: number, inward: number, together: number): string {
  const met = together > 0 ? `met or spoke ${times(together)}` : null
  if (out > 0 && inward > 0) {
    return list([
      `you wrote ${times(out)}`,
      `they ${answers(out, inward)} ${times(inward)}`,
      ...(met ? [`you ${met}`] : []),
    ])
  }
  if (out > 0) return met ? `you wrote ${times(out)} and ${met}` : `you wrote ${times(out)}, they never wrote`
  if (inward > 0) {
    return met ? `they wrote ${times(inward)} and you ${met}` : `they wrote ${times(inward)}, you never did`
  }
  return `you ${met}`
}

/** What a feature that raises a tie says of it, by its name and given its value. */
export const reasons: ReadonlyMap<string, (value: number) => string> = new Map<
  string,
  (value: number) => string
>([
  [
    activeWeeksBoth.name,
    (weeks) => (weeks >= 4 ? 'in touch both ways week after week' : 'in touch both ways lately'),
  ],
  [activeWeeksOut.name, () => 'kept up mostly by you'],
  ['weeksBoth30', () => 'in touch both ways lately'],
  ['weeksBoth90', () => 'in touch both ways week after week'],
  ['weeksBoth360', () => 'in touch both ways for years'],
  ['turns30', () => 'a lively back and forth'],
  ['turns120', () => 'a steady back and forth'],
  [exchanges.name, () => 'a long record of exchanges'],
  [twoWay.name, () => 'there was exchange both ways'],
  ['volumeOut7', () => 'you wrote just lately'],
  ['volumeIn7', () => 'they wrote just lately'],
  [mutualVolume.name, () => 'there is some exchange both ways'],
])

/** What raises the tie most, where anything does. */
function mainReason(parts: readonly ClosenessPart[]): string | null {
  const raising = parts.filter((part) => part.logOdds > 0).sort((a, b) => b.logOdds - a.logOdds)[0]
  if (raising === undefined) return null
  return reasons.get(raising.feature.name)?.(raising.value) ?? null
}

/**
 * Why a tie is as close as it is, in one plain sentence made of the same parts as the number:
 * `You wrote 14 times and they wrote 12 times, last on 3 May; quiet for 4 months, still trusted.`
 */
export function explainCloseness(
  ties: TieColumns,
  tie: number,
  closeness: Closeness,
  starts: Starts | null = null,
): string {
  const bulk = ties.bulkOut[tie]! + ties.bulkIn[tie]! + ties.bulkTogether[tie]!
  const days = daysSinceContact.of(ties, tie)
  if (days === null) {
    return bulk > 0
      ? `Only bulk mail so far (${times(bulk)}), which says nothing of a tie.`
      : 'No contact so far.'
  }
  const counts = exchange(ties.out[tie]!, ties.in[tie]!, ties.together[tie]!)
  const last = `last on ${dayInWords(ties.lastMs[tie]!, ties.at)}`
  const said = [`${counts}, ${last}`]
  const starter = starts === null ? null : whoStarts(starts)
  if (starter !== null) said.push(starter)
  if (days > QUIET_DAYS) {
    const dormant = isDormant(trustOf(ties.twoWayWeeks[tie]!), closeness.closeness)
    said.push(`quiet for ${spanInWords(days)}${dormant ? ', still trusted' : ''}`)
  } else {
    const reason = starter === null ? mainReason(closeness.parts) : null
    if (reason !== null) said.push(reason)
  }
  const sentence = said.join('; ')
  return `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`
}
