import { calibrationCurve } from '#core/stats/calibration.ts'
import { bootstrapInterval } from '#core/stats/bootstrap.ts'
import { seededRng } from '#core/stats/rng.ts'
import { BenchError } from './bench.ts'
import type { Bench } from './bench.ts'
import { livesInThreads } from './simulation/in-threads.ts'
import { policies } from './simulation/life.ts'
import { WEEKS, worlds } from './simulation/lives.ts'
import type { LifeResult } from './simulation/lives.ts'
import { printRows } from './table.ts'
import type { Row } from './table.ts'

const PROFESSIONALS = 500
const RESAMPLES = 1_000

/** Mean over all values, with the interval by drawing professionals (not their quarters) again. */
const meanRow = (
  set: string,
  method: string,
  metric: string,
  perPerson: readonly (readonly number[])[],
): Row => {
  const sums = perPerson.map((values) => values.reduce((sum, value) => sum + value, 0))
  const mean = (weights: ArrayLike<number>): number | null => {
    let sum = 0
    let count = 0
    for (let i = 0; i < sums.length; i++) {
      sum += weights[i]! * sums[i]!
      count += weights[i]! * perPerson[i]!.length
    }
    return count === 0 ? null : sum / count
  }
  const interval = bootstrapInterval(sums.length, mean, RESAMPLES, seededRng(11))
  return {
    set,
    method,
    metric,
    value: mean(sums.map(() => 1)) ?? NaN,
    ...(interval === null ? {} : { low: interval.low, high: interval.high }),
    n: perPerson.reduce((count, values) => count + values.length, 0),
  }
}

/** Outcomes an hour of each policy, and how far kith's plan is ahead of each, over the same professionals. */
function policyRows(set: string, lives: readonly LifeResult[]): Row[] {
  const kith = policies.indexOf("kith's plan")
  return policies.flatMap((policy, at) => [
    meanRow(
      set,
      policy,
      'outcomes an hour',
      lives.map(({ hourly }) => [hourly[at]!]),
    ),
    ...(at === kith
      ? []
      : [
          meanRow(
            set,
            policy,
            "kith's lead",
            lives.map(({ hourly }) => [hourly[kith]! - hourly[at]!]),
          ),
        ]),
  ])
}

/** What kith expected of the quarters under its plan against what happened. */
function quarterRows(set: string, lives: readonly LifeResult[]): Row[] {
  const byQuarter = (of: (quarter: LifeResult['quarters'][number]) => number[]): number[][] =>
    lives.map(({ quarters }) => quarters.flatMap(of))
  const inBounds = (low: number, high: number, value: number): number =>
    value >= low && value <= high ? 1 : 0
  const spread = (mean: number): number => 1.96 * Math.sqrt(Math.max(mean, 0.5))
  const rows: Row[] = [
    meanRow(
      `${set}: outcomes a quarter`,
      'by default rates',
      'expected',
      byQuarter(({ expected }) => [expected]),
    ),
    meanRow(
      `${set}: outcomes a quarter`,
      'by default rates',
      'happened',
      byQuarter(({ happened }) => [happened]),
    ),
    meanRow(
      `${set}: outcomes a quarter`,
      'by default rates',
      'within 95 % bounds',
      byQuarter(({ expected, happened }) => [
        inBounds(expected - spread(expected), expected + spread(expected), happened),
      ]),
    ),
  ]
  const learnedRows = (
    method: string,
    expected: (quarter: LifeResult['quarters'][number]) => number,
  ): Row[] => [
    meanRow(
      `${set}: outcomes a quarter`,
      method,
      'expected',
      byQuarter((quarter) => (quarter.learned ? [expected(quarter)] : [])),
    ),
    meanRow(
      `${set}: outcomes a quarter`,
      method,
      'happened',
      byQuarter(({ learned }) => (learned ? [learned.distinct] : [])),
    ),
  ]
  if (lives.some(({ quarters }) => quarters.some(({ learned }) => learned)))
    rows.push(
      ...learnedRows(
        'quarters with 30 outcomes before, by learned rates',
        ({ learned }) => learned?.expected ?? 0,
      ),
      meanRow(
        `${set}: outcomes a quarter`,
        'quarters with 30 outcomes before, by learned rates',
        'within 95 % bounds',
        byQuarter(({ learned }) => (learned ? [inBounds(learned.low, learned.high, learned.distinct)] : [])),
      ),
      ...learnedRows('the same quarters, by default rates', ({ expected }) => expected),
    )
  return rows
}

/** Probabilities of reaching the goal as kith said them, in bins, against how often it was reached. */
function promiseRows(set: string, lives: readonly LifeResult[]): Row[] {
  const quarters = lives.flatMap((life) => life.quarters)
  return calibrationCurve(
    quarters.map(({ promised }) => promised),
    quarters.map(({ kept }) => (kept ? 1 : 0)),
    5,
  ).flatMap(({ said, happened, count }) => {
    const method = `promised ${(Math.min(4, Math.floor(said * 5)) / 5).toFixed(1)} to ${((Math.min(4, Math.floor(said * 5)) + 1) / 5).toFixed(1)}`
    const of = `${set}: P(the goal is reached), a quarter`
    return [
      { set: of, method, metric: 'said', value: said, n: count },
      { set: of, method, metric: 'reached', value: happened, n: count },
    ]
  })
}

/** `simulation [number of professionals] [file to keep results in and go on from]`. */
export const simulation: Bench = {
  name: 'simulation',
  summary: "outcomes an hour of kith's plan against other ways to spend the time, in worlds with known truth",
  run: async ({ json, parts }) => {
    const count = Number(parts[0] ?? PROFESSIONALS)
    if (!Number.isInteger(count) || count < 1)
      throw new BenchError(`A number of professionals is a whole number of at least 1; ${parts[0]} is none.`)
    const lives = await livesInThreads(count, parts[1])
    printRows(
      worlds.flatMap((world) => {
        const ofWorld = lives.filter((life) => life.world === world)
        const set = `${world} (${count} professionals, ${WEEKS} weeks)`
        return [...policyRows(set, ofWorld), ...quarterRows(set, ofWorld), ...promiseRows(set, ofWorld)]
      }),
      json,
    )
  },
}
