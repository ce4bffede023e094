import { DAY_MS } from '../stats/decay.ts'
import type { Baseline, SeenPast } from './baselines.ts'

/** One tie as a buyer: repeat days, day of the last one, age of the tie; all in days since the first. */
type Buyer = { readonly repeats: number; readonly last: number; readonly age: number }

/** ln Γ(x), x > 0, by Stirling's series after shifting x above 8. Error below 1e-10. */
function lnGamma(x: number): number {
  let shift = 0
  let y = x
  for (; y < 8; y++) shift -= Math.log(y)
  const s = 1 / (y * y)
  const series = (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s / 1680))) / y
  return shift + (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series
}

/** Days with contact in either direction, as purchases. Null for a tie without any. */
function buyers({ ledger, columns }: SeenPast): (Buyer | null)[] {
  return Array.from({ length: columns.length }, (_, tie) => {
    const days = new Set<number>()
    for (let row = ledger.starts[tie]!; row < ledger.starts[tie + 1]!; row++) {
      if (ledger.atMs[row]! >= columns.at) break
      if (ledger.bulk[row] === 0) days.add(Math.floor(ledger.atMs[row]! / DAY_MS))
    }
    if (days.size === 0) return null
    const first = Math.min(...days)
    return { repeats: days.size - 1, last: Math.max(...days) - first, age: columns.at / DAY_MS - first }
  })
}

/** ln of ((a/(b+x−1))·((α+T)/(α+t))^(r+x)), the odds of having dropped out after x > 0 repeats. */
const lnDropOdds = ([r, alpha, a, b]: readonly number[], { repeats: x, last, age }: Buyer): number =>
  Math.log(a! / (b! + x - 1)) + (r! + x) * Math.log((alpha! + age) / (alpha! + last))

/** Log-likelihood of one buyer, equation 6 of Fader, Hardie & Lee (2005). */
function logLikelihood(parameters: readonly number[], buyer: Buyer): number {
  const [r = 1, alpha = 1, a = 1, b = 1] = parameters
  const { repeats: x, age } = buyer
  const alive =
    lnGamma(r + x) -
    lnGamma(r) +
    r * Math.log(alpha) -
    (r + x) * Math.log(alpha + age) +
    lnGamma(a + b) +
    lnGamma(b + x) -
    lnGamma(b) -
    lnGamma(a + b + x)
  return alive + (x > 0 ? Math.log1p(Math.exp(Math.min(700, lnDropOdds(parameters, buyer)))) : 0)
}

/** The minimum of a function by the simplex of Nelder & Mead (1965), from a start and a first step. */
function minimum(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  step: number,
): readonly number[] {
  const point = (x: readonly number[]) => ({ x, y: f(x) })
  const simplex = [start, ...start.map((_, i) => start.map((v, k) => (k === i ? v + step : v)))].map(point)
  const toward = (from: readonly number[], to: readonly number[], t: number) =>
    from.map((v, i) => v + t * (to[i]! - v))
  for (let round = 0; round < 300; round++) {
    simplex.sort((p, q) => p.y - q.y)
    const [best, worst, second] = [simplex[0]!, simplex.at(-1)!, simplex.at(-2)!]
    if (worst.y - best.y < 1e-7 * Math.abs(best.y)) break
    const rest = simplex.slice(0, -1)
    const centre = start.map((_, i) => rest.reduce((sum, p) => sum + p.x[i]!, 0) / rest.length)
    const mirrored = point(toward(worst.x, centre, 2))
    let next = mirrored
    if (mirrored.y < best.y) {
      const further = point(toward(worst.x, centre, 3))
      if (further.y < mirrored.y) next = further
    } else if (mirrored.y >= second.y) {
      next = point(toward(worst.x, centre, mirrored.y < worst.y ? 1.5 : 0.5))
      if (next.y >= Math.min(mirrored.y, worst.y)) {
        for (let i = 1; i < simplex.length; i++) simplex[i] = point(toward(simplex[i]!.x, best.x, 0.5))
        continue
      }
    }
    simplex[simplex.length - 1] = next
  }
  return simplex.sort((p, q) => p.y - q.y)[0]!.x
}

/**
 * BG/NBD (Fader, Hardie & Lee 2005) over days with contact: the four parameters by maximum likelihood over all ties
 * of the log, then P(alive)·(r+x)/(α+T), the expected rate of contact: the limit of their E[Y(t)] for a short t.
 * A simple form: one fit for all egos, and no account of directions.
 */
export const bgNbd: Baseline = (past) => {
  const all = buyers(past)
  const known = all.filter((buyer) => buyer !== null)
  const loss = (logs: readonly number[]): number => {
    const parameters = logs.map(Math.exp)
    return -known.reduce((sum, buyer) => sum + logLikelihood(parameters, buyer), 0)
  }
  const parameters = minimum(loss, [-1, 2, -1, 1], 0.5).map(Math.exp)
  const [r = 1, alpha = 1] = parameters
  return Float64Array.from(all, (buyer) => {
    if (buyer === null) return -Infinity
    const alive = buyer.repeats > 0 ? 1 / (1 + Math.exp(lnDropOdds(parameters, buyer))) : 1
    return (alive * (r + buyer.repeats)) / (alpha + buyer.age)
  })
}
