import type { TieColumns } from '../ledger/tie-columns.ts'
import { sentences } from '../sentences/index.ts'
import type { Sentences } from '../sentences/index.ts'
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

type Words = Sentences['closeness']

/** What a feature that raises a tie says of it, by its name and given its value. */
export const reasons: ReadonlyMap<string, (value: number, words: Words) => string> = new Map([
  [activeWeeksBoth.name, (weeks: number, words: Words) => (weeks >= 4 ? words.weekAfterWeek : words.lately)],
  [activeWeeksOut.name, (_: number, words: Words) => words.byYou],
  ['weeksBoth30', (_: number, words: Words) => words.lately],
  ['weeksBoth90', (_: number, words: Words) => words.weekAfterWeek],
  ['weeksBoth360', (_: number, words: Words) => words.forYears],
  ['turns30', (_: number, words: Words) => words.lively],
  ['turns120', (_: number, words: Words) => words.steady],
  [exchanges.name, (_: number, words: Words) => words.longRecord],
  [twoWay.name, (_: number, words: Words) => words.bothWays],
  ['volumeOut7', (_: number, words: Words) => words.youWrote],
  ['volumeIn7', (_: number, words: Words) => words.theyWrote],
  [mutualVolume.name, (_: number, words: Words) => words.someBothWays],
])

/** What raises the tie most, where anything does. */
function mainReason(parts: readonly ClosenessPart[], words: Words): string | null {
  const raising = parts.filter((part) => part.logOdds > 0).sort((a, b) => b.logOdds - a.logOdds)[0]
  if (raising === undefined) return null
  return reasons.get(raising.feature.name)?.(raising.value, words) ?? null
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
  words: Words = sentences.en.closeness,
): string {
  const bulk = ties.bulkOut[tie]! + ties.bulkIn[tie]! + ties.bulkTogether[tie]!
  const days = daysSinceContact.of(ties, tie)
  if (days === null) {
    return bulk > 0 ? words.onlyBulk(bulk) : words.none
  }
  const counts = words.exchange(ties.out[tie]!, ties.in[tie]!, ties.together[tie]!)
  const last = words.last(ties.lastMs[tie]!, ties.at)
  const said = [`${counts}, ${last}`]
  const starter = starts === null ? null : whoStarts(starts, words)
  if (starter !== null) said.push(starter)
  if (days > QUIET_DAYS) {
    const dormant = isDormant(trustOf(ties.twoWayWeeks[tie]!), closeness.closeness)
    said.push(words.quiet(days, dormant))
  } else {
    const reason = starter === null ? mainReason(closeness.parts, words) : null
    if (reason !== null) said.push(reason)
  }
  const sentence = said.join('; ')
  return `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`
}
