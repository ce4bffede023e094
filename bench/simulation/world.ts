import type { Rng } from '#core/stats/rng.ts'

/** What is really so in one simulated professional's life; kith sees events and noisy titles only. */
export type Truth = {
  /** Outcomes a week of a contact of calibre 1 who is wholly warm. */
  readonly base: number
  /** Days in which warmth halves. */
  readonly warmthHalfLifeDays: number
  /** What asking multiplies a contact's rate by, in the two weeks after. */
  readonly askFactor: number
}

export type Contact = {
  /** True influence in [0, 1]. */
  readonly calibre: number
  /** What a title shows of it; NaN = nothing. */
  readonly seen: number
  /** Probability that a message is answered. */
  readonly answers: number
  /** Messages a week they exchange with the user anyway. */
  readonly background: number
  warmth: number
  warmAt: number
  askedUntil: number
}

/** How outcomes come about. `frequency`: calibre does not matter, only how much is written; kith's model is wrong. */
export type WorldKind = 'as believed' | 'asking does nothing' | 'frequency is all'

const normal = (rng: Rng): number => Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng())

export const truthOf = (rng: Rng, kind: WorldKind): Truth => ({
  base: 0.012 * Math.exp(0.5 * normal(rng)),
  warmthHalfLifeDays: 30 + 90 * rng(),
  askFactor: kind === 'as believed' ? 1.5 + 2.5 * rng() : 1,
})

/** One person as drawn from the population: calibre is skewed, and seen for six of ten, through noise. */
export function drawContact(rng: Rng, at: number): Contact {
  const calibre = Math.min(1, Math.max(0.02, 0.35 + 0.2 * normal(rng)))
  const seen = rng() < 0.6 ? Math.min(1, Math.max(0, calibre + 0.12 * normal(rng))) : NaN
  return {
    calibre,
    seen,
    answers: 1 / (1 + Math.exp(-(0.4 + 0.8 * normal(rng)))),
    background: 0.06 * Math.exp(1.2 * normal(rng)),
    warmth: 0,
    warmAt: at,
    askedUntil: -Infinity,
  }
}

const DAY_MS = 86_400_000

/** Warmth at a time: exchanges, fading. */
export const warmthAt = (contact: Contact, truth: Truth, at: number): number =>
  contact.warmth * 2 ** (-(at - contact.warmAt) / (truth.warmthHalfLifeDays * DAY_MS))

/** An exchange in both directions warms the tie. */
export function warm(contact: Contact, truth: Truth, at: number): void {
  contact.warmth = warmthAt(contact, truth, at) + 1
  contact.warmAt = at
}

/** Probability of an outcome within one week; another shape than kith's logistic, on purpose. */
export function weeklyChance(contact: Contact, truth: Truth, kind: WorldKind, at: number): number {
  const warmth = warmthAt(contact, truth, at)
  const level = kind === 'frequency is all' ? 0.35 : contact.calibre
  const rate = truth.base * level * (1 - Math.exp(-0.5 * warmth))
  return 1 - Math.exp(-rate * (at < contact.askedUntil ? truth.askFactor : 1))
}

/** A whole number around a mean, by Poisson's law. */
export function poisson(rng: Rng, mean: number): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = rng(); product > limit; product *= rng()) count++
  return count
}
