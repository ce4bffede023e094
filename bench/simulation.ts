import { bootstrapInterval } from '#core/stats/bootstrap.ts'
import { seededRng } from '#core/stats/rng.ts'
import type { Bench } from './bench.ts'
import { live, policies } from './simulation/life.ts'
import type { Policy } from './simulation/life.ts'
import type { WorldKind } from './simulation/world.ts'
import { printRows } from './table.ts'
import type { Row } from './table.ts'

const WEEKS = 104
const PROFESSIONALS = 500
const RESAMPLES = 1_000
const worlds: readonly WorldKind[] = ['as believed', 'asking does nothing', 'frequency is all']

const meanRow = (set: string, method: string, metric: string, values: readonly number[]): Row => {
  const mean = (weights: ArrayLike<number>): number => {
    let sum = 0
    let count = 0
    for (let i = 0; i < values.length; i++) {
      sum += weights[i]! * values[i]!
      count += weights[i]!
    }
    return sum / count
  }
  const interval = bootstrapInterval(values.length, mean, RESAMPLES, seededRng(11))
  return {
    set,
    method,
    metric,
    value: mean(values.map(() => 1)),
    ...(interval === null ? {} : { low: interval.low, high: interval.high }),
    n: values.length,
  }
}

/** Outcomes an hour of each policy, and how they compare with kith's plan, over the same professionals. */
function runWorld(world: WorldKind, count: number): Row[] {
  const hourly = new Map<Policy, number[]>(policies.map((policy) => [policy, []]))
  const expected: number[] = []
  const happened: number[] = []
  const within: number[] = []
  for (let seed = 1; seed <= count; seed++)
    for (const policy of policies) {
      const life = live(seed, policy, world, WEEKS)
      hourly.get(policy)!.push(life.outcomes / life.hours)
      if (policy !== "kith's plan") continue
      for (const [i, mean] of life.expected.entries()) {
        expected.push(mean)
        happened.push(life.happened[i]!)
        within.push(Math.abs(life.happened[i]! - mean) <= 1.96 * Math.sqrt(Math.max(mean, 0.5)) ? 1 : 0)
      }
    }
  const kith = hourly.get("kith's plan")!
  const set = `${world} (${count} professionals, ${WEEKS} weeks)`
  const ratio = meanRow(set, 'calibration of kith, a quarter', 'expected', expected)
  return [
    ...policies.flatMap((policy) => [
      meanRow(set, policy, 'outcomes an hour', hourly.get(policy)!),
      meanRow(
        set,
        policy,
        "kith's lead",
        hourly.get(policy)!.map((value, i) => kith[i]! - value),
      ),
    ]),
    ratio,
    meanRow(set, 'calibration of kith, a quarter', 'happened', happened),
    meanRow(set, 'calibration of kith, a quarter', 'within 95 % bounds', within),
  ]
}

/** `simulation [number of professionals]`. */
export const simulation: Bench = {
  name: 'simulation',
  summary: "outcomes an hour of kith's plan against other ways to spend the time, in worlds with known truth",
  run: async ({ json, parts }) => {
    const count = Number(parts[0] ?? PROFESSIONALS)
    printRows(
      worlds.flatMap((world) => runWorld(world, count)),
      json,
    )
  },
}
