import { below } from './rng.ts'
import type { Rng } from './rng.ts'

/** The value below which a share `q` of the sorted values lies, interpolated linearly. NaN without values. */
export function quantile(sorted: ArrayLike<number>, q: number): number {
  const position = (sorted.length - 1) * q
  const lower = Math.floor(position)
  const low = sorted[lower] ?? NaN
  const high = sorted[Math.min(lower + 1, sorted.length - 1)] ?? NaN
  return low + (high - low) * (position - lower)
}

/**
 * The 95 % percentile interval of a statistic under resampling of units with replacement (Efron 1979).
 * Null when the statistic is undefined for every resample.
 * @param units number of units (people, say) that were drawn independently
 * @param statistic of a resample: how often each unit was drawn; null where it is undefined
 */
export function bootstrapInterval(
  units: number,
  statistic: (drawn: Float64Array) => number | null,
  resamples: number,
  rng: Rng,
): { low: number; high: number } | null {
  const values: number[] = []
  const drawn = new Float64Array(units)
  for (let i = 0; i < resamples; i++) {
    drawn.fill(0)
    for (let k = 0; k < units; k++) drawn[below(rng, units)]!++
    const value = statistic(drawn)
    if (value !== null) values.push(value)
  }
  if (values.length === 0) return null
  const sorted = Float64Array.from(values).sort()
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) }
}
