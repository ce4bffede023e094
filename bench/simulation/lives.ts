import { calibrate } from '#core/outcomes/calibrate.ts'
import { live, policies } from './life.ts'
import type { WorldKind } from './world.ts'

export const WEEKS = 104
export const worlds: readonly WorldKind[] = ['as believed', 'asking does nothing', 'frequency is all']

/** What is kept of one quarter under kith's plan. */
type QuarterResult = {
  readonly expected: number
  readonly promised: number
  readonly kept: boolean
  readonly happened: number
  /** What kith expected after learning from the quarters before; absent while too little had happened. */
  readonly learned?: {
    readonly expected: number
    readonly low: number
    readonly high: number
    readonly distinct: number
  }
}

/** One professional in one world under every policy: all that the tables are made of. */
export type LifeResult = {
  readonly seed: number
  readonly world: WorldKind
  /** Outcomes an hour, in the order of the policies. */
  readonly hourly: readonly number[]
  readonly quarters: readonly QuarterResult[]
}

/** Lives through one professional's two years under every policy, in every world. */
export const livesOf = (seed: number): LifeResult[] =>
  worlds.map((world): LifeResult => {
    const lives = policies.map((policy) => live(seed, policy, world, WEEKS))
    const { quarters, prior, target } = lives[policies.indexOf("kith's plan")]!
    const record = calibrate(quarters, prior).windows
    return {
      seed,
      world,
      hourly: lives.map(({ outcomes, hours }) => outcomes / hours),
      quarters: quarters.map(({ expected, promised, happened }, i) => {
        const { learned, expected: mean, low, high, happened: distinct } = record[i]!
        return {
          expected,
          promised,
          kept: happened >= target,
          happened,
          ...(learned ? { learned: { expected: mean, low, high, distinct } } : {}),
        }
      }),
    }
  })
