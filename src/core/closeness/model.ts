import { activeWeeksBoth } from './features/active-weeks-both.ts'
import { activeWeeksOut } from './features/active-weeks-out.ts'
import { daysSinceContact } from './features/days-since-contact.ts'
import { straight } from '../stats/platt.ts'
import type { PlattLine } from '../stats/platt.ts'
import { commonContacts } from './features/common-contacts.ts'
import type { Feature } from './features/feature.ts'
import { inTouch } from './features/in-touch.ts'
import { receivedTogether } from './features/received-together.ts'
import { mutualVolume } from './features/mutual-volume.ts'

/** One summand of the log-odds: weight · ln(1 + scale · value). */
export type ClosenessTerm = {
  readonly feature: Feature
  readonly scale: number
  readonly weight: number
}

/** z = intercept + bias + Σ weight · ln(1 + scale · value); closeness = σ(shift + slope · z), within the caps. */
export type ClosenessModel = {
  readonly intercept: number
  /** b of docs/the-maths/closeness.md: the user's own correction on the log-odds, 0 until learned. */
  readonly bias: number
  readonly terms: readonly ClosenessTerm[]
  /** Platt calibration of the log-odds; the slope is above 0, so that it turns no order. */
  readonly calibration: PlattLine
  /**
   * How much ties of equal features differ, as standard deviation of the log-odds: what the interval of a tie is made
   * of. Assumed 1 until learned.
   */
  readonly tieSpread: number
}

/** Whether a model looks at more of a tie than the columns that are always folded. */
export const needsDetail = (model: ClosenessModel): boolean =>
  model.terms.some(({ feature }) => defaultCloseness.terms.every((term) => term.feature !== feature))

/**
 * The shipped default of docs/the-maths/closeness.md, for a user of whom nothing has been learned yet. Its weights were learned on
 * public mail logs; each has the sign that its feature declares, so a new event never lowers closeness and silence
 * never raises it.
 */
export const defaultCloseness: ClosenessModel = {
  intercept: -2.21,
  bias: 0,
  calibration: straight,
  tieSpread: 1,
  terms: [
    { feature: activeWeeksBoth, scale: 1, weight: 1.52 },
    { feature: activeWeeksOut, scale: 1, weight: 0.36 },
    { feature: mutualVolume, scale: 10, weight: 0.13 },
    { feature: daysSinceContact, scale: 1, weight: -0.4 },
  ],
}

/** The one of features that differ by their half-life; a name that is not there is a bug. */
function named(several: readonly Feature[], name: string): Feature {
  const found = several.find((feature) => feature.name === name)
  if (found === undefined) throw new RangeError(`There is no feature ${name}.`)
  return found
}

/**
 * The shipped default where the data shows the mail of others as well: three terms more, for what others do around a
 * tie, and how lively the place is. Learned on the earlier half of two public mail logs together, with one intercept for
 * both and the weights of the default in their proportions, so that its probabilities come true in busy and in quiet
 * places (docs/the-maths/closeness.md).
 */
export const networkCloseness: ClosenessModel = {
  ...defaultCloseness,
  intercept: -2.99,
  terms: [
    { feature: activeWeeksBoth, scale: 1, weight: 1.28 },
    { feature: activeWeeksOut, scale: 1, weight: 0.3 },
    { feature: mutualVolume, scale: 10, weight: 0.11 },
    { feature: daysSinceContact, scale: 1, weight: -0.34 },
    { feature: named(receivedTogether, 'receivedTogether60'), scale: 10, weight: 0.14 },
    { feature: named(commonContacts, 'commonContacts7'), scale: 1, weight: 0.26 },
    { feature: inTouch, scale: 1, weight: 0.52 },
  ],
}
