import { DEFAULT_FIELD_MEAN } from '#core/calibre/combine.ts'
import { isDormant } from '#core/closeness/trust.ts'
import type { Goal } from '#core/model/goal.ts'
import { segmentKey } from '#core/model/segment.ts'
import { contactsNeeded } from '#core/worth/right-number.ts'
import { sentences } from '#core/sentences/index.ts'
import type { Sentences } from '#core/sentences/index.ts'
import type { Language } from '#core/sentences/language.ts'
import {
  bottleneckSentence,
  goalBottleneck,
  nothingHolds,
  rateSentence,
  shortfallSentence,
} from '#core/worth/sentences.ts'
import { sharedShock } from '#core/worth/shared-shock.ts'
import type { ContactColumns } from '#core/worth/values.ts'
import { type GoalWorth, type NetworkWorth, goalProblem, networkWorth } from '#core/worth/worth.ts'
import { isoTimeOrNull } from './dates.ts'
import { goalOf } from './stated-goals.ts'
import type { Worth } from './schemas.ts'
import type { ScoreSummary } from './score-summary.ts'

/** Values for which the table "how many it takes" is shown. */
const SIZING_VALUES = [0.02, 0.05, 0.1, 0.2, 0.5]
/** Points of the curve over the number of contacts, at the most. */
const CURVE_POINTS = 60
/** From here on a tie counts as alive, and calibre as high, in the sentences about the pillars. */
const ALIVE = 0.5
const HIGH_CALIBRE = 0.6

type Words = Sentences
/** The contacts who count, added up. */
type Counting = ReturnType<typeof countingAmong>

function countingAmong({ closeness, trust, calibre }: ContactColumns, { contribution }: NetworkWorth) {
  const all = { count: 0, known: 0, high: 0, calibre: 0, alive: 0, dormant: 0, closeness: 0 }
  for (let j = 0; j < contribution.length; j++) {
    if (!(contribution[j]! > 0)) continue
    const near = closeness[j]!
    all.count++
    all.closeness += near
    if (near >= ALIVE) all.alive++
    if (isDormant(trust[j]!, near)) all.dormant++
    const level = calibre[j]!
    if (Number.isNaN(level)) continue
    all.known++
    all.calibre += level
    if (level >= HIGH_CALIBRE) all.high++
  }
  return all
}

function calibrePillar({ count, known, high, calibre }: Counting, words: Words): Worth['pillars']['calibre'] {
  if (count === 0) return { value: null, text: words.worth.calibreNobody }
  if (known === 0) return { value: null, text: words.worth.calibreUnknown(count) }
  return { value: calibre / known, text: words.worth.calibre(high, known, HIGH_CALIBRE, count - known) }
}

function closenessPillar(
  { count, alive, dormant, closeness }: Counting,
  words: Words,
): Worth['pillars']['closeness'] {
  if (count === 0) return { value: null, text: words.worth.closenessNobody }
  return { value: closeness / count, text: words.worth.closeness(alive, Math.round(closeness), dormant) }
}

function numberPillar(first: GoalWorth | undefined, words: Words): Worth['pillars']['number'] {
  if (first === undefined) return { value: null, text: words.worth.numberNoGoal }
  const { have, missing, needed } = first.right
  return {
    value: needed === null ? (have === 0 ? null : 0) : missing === 0 ? 1 : have / needed,
    text: shortfallSentence(first, words.worth),
  }
}

/** P(N ≥ target) with the n best contacts, at about evenly spread n. */
function curveOf({ byCount }: GoalWorth): Worth['curve'] {
  const most = byCount.length - 1
  const step = Math.max(1, Math.ceil(most / CURVE_POINTS))
  const points: Worth['curve'] = [{ contacts: 0, probability: 0 }]
  for (let n = 1; n <= most; n++)
    if (n % step === 0 || n === most) points.push({ contacts: n, probability: byCount[n] ?? 0 })
  return points
}

const goalWorthOf = (
  result: GoalWorth,
  goal: Goal & { readonly id: number | null },
  assumed: boolean,
  now: number,
  words: Words,
): Worth['goals'][number] => ({
  goal: goalOf(goal, now, words),
  assumed,
  rateAssumed: result.rates.assumption,
  rateText: rateSentence(result.rates, goal.kind, words.worth),
  bottleneckText: goalBottleneck(result, words),
  probability: result.probability,
  expected: result.expected,
  have: result.right.have,
  needed: result.right.needed,
  shortfall: result.right.missing,
  bottleneck: result.bottleneck,
  gains: result.gains,
  text: shortfallSentence(result, words.worth),
})

/**
 * What holds the network back and the one sentence of it: about the goal where there is one, about all of them
 * together where there are several. No pillar where nothing does.
 */
function bottleneckOf(result: NetworkWorth, now: number, words: Words): Worth['bottleneck'] {
  const [first, ...others] = result.goals
  if (first === undefined && result.rejected.length > 0)
    return {
      pillar: null,
      text: result.rejected.map((goal) => goalProblem(goal, now, words.worth)).join(' '),
    }
  if (first === undefined || result.contribution.length === 0)
    return { pillar: result.bottleneck, text: words.worth.nobodyCounts.number }
  if (result.bottleneck === null || result.worth === null)
    return { pillar: result.bottleneck, text: goalBottleneck(first, words) }
  const weight = result.goals.reduce((sum, { goal }) => sum + goal.weight, 0)
  const confidence = result.goals.reduce((sum, { goal }) => sum + goal.weight * goal.confidence, 0) / weight
  const aim = others.length === 0 ? words.worth.goal(first.goal) : words.worth.yourGoals
  const { bottleneck, gains, worth } = result
  return {
    pillar: nothingHolds(gains[bottleneck], worth, confidence) ? null : bottleneck,
    text: bottleneckSentence({ words: aim, confidence }, bottleneck, gains, worth, first.right.have, words),
  }
}

type Scored = {
  readonly contacts: ContactColumns
  readonly result: NetworkWorth
  readonly at: number | null
  /** When it is looked at, epoch milliseconds: goals begin and end. */
  readonly now: number
}

type Aims = {
  readonly assumed: boolean
  readonly goals: readonly (Goal & { readonly id: number | null })[]
}

/** What takes computing, and is the same in every language. */
function figuresOf({ contacts, result }: Scored) {
  const first = result.goals[0]
  return {
    counting: countingAmong(contacts, result),
    sizing: SIZING_VALUES.map((value) => ({
      value,
      contacts: contactsNeeded(value, 3, 0.8, sharedShock()),
    })),
    curve: first === undefined ? [] : curveOf(first),
  }
}

/** What the worth of a network is made of, in numbers and in sentences of every language. */
export function worthReports(scored: Scored, aims: Aims): ScoreSummary['reports'] {
  const figures = figuresOf(scored)
  const report = (language: Language) => worthReport(scored, aims, sentences[language], figures)
  return { en: report('en'), de: report('de') }
}

/** The same in one language, from scores that were just made. */
function worthReport(
  scored: Scored,
  { assumed, goals }: Aims,
  words: Words,
  { counting, sizing, curve } = figuresOf(scored),
): Worth {
  const { result, at, now } = scored
  const withId = (goal: Goal) => goals.find((one) => one === goal) ?? { ...goal, id: null }
  return {
    worth: result.worth,
    pillars: {
      calibre: calibrePillar(counting, words),
      closeness: closenessPillar(counting, words),
      number: numberPillar(result.goals[0], words),
    },
    goals: result.goals.map((of) => goalWorthOf(of, withId(of.goal), assumed, now, words)),
    ended: result.rejected.map((goal) => ({
      goal: goalOf(withId(goal), now, words),
      text: goalProblem(goal, now, words.worth) ?? '',
    })),
    bottleneck: bottleneckOf(result, now, words),
    sizing,
    curve,
    unknownCalibre: result.unknownCalibre,
    meanCalibre: DEFAULT_FIELD_MEAN,
    scoredAt: isoTimeOrNull(at),
  }
}

/** The report of a network without anybody in it. */
export function emptyReport(of: Aims, now: number, words: Words): Worth {
  const none = new Float64Array(0)
  const contacts: ContactColumns = {
    closeness: none,
    trust: none,
    calibre: none,
    twoWay: new Uint8Array(0),
    segments: new Map(
      of.goals.flatMap(({ segment }) =>
        segment == null ? [] : [[segmentKey(segment), new Uint8Array(0)] as const],
      ),
    ),
  }
  const result = networkWorth(contacts, of.goals, { fieldMean: DEFAULT_FIELD_MEAN, now })
  return worthReport({ contacts, result, at: null, now }, of, words)
}
