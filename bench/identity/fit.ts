import { comparators } from '#core/identity/matching/comparators/index.ts'
import { namesAgree } from '#core/identity/matching/comparators/name.ts'
import { priorWeight } from '#core/identity/matching/match-model.ts'
import { Matcher } from '#core/identity/matching/match-people.ts'
import { UNKNOWN } from '#core/identity/matching/match-person.ts'
import { fitPlatt } from '#core/stats/platt.ts'
import { generateDirectory } from '#testing/directory/generate-directory.ts'
import type { Row } from '../table.ts'
import { fittingSeeds } from './seeds.ts'

const PEOPLE = 4_000

/**
 * What the shipped parameters were looked at against, on seeds that no figure is told of: the share of each level
 * among true and false candidate pairs whose names agree, and the calibration of the sum.
 */
export function fitIdentity(): Row[] {
  const counts = comparators.map(({ levels }) => levels.map(() => [0, 0]))
  const totals: number[] = []
  const labels: number[] = []
  for (const seed of fittingSeeds) {
    const records = generateDirectory(seed, PEOPLE)
    const matcher = new Matcher(records)
    const candidates = matcher.candidates()
    const prior = priorWeight(matcher.model, records.length)
    for (let i = 0; i < candidates.length; i++) {
      const same = records[candidates.first(i)]!.truth === records[candidates.second(i)]!.truth ? 0 : 1
      const logOdds = Math.LN2 * candidates.totalUnder(matcher.model, prior, i)
      // Where decisions fall: what is certain either way would fix the line elsewhere.
      if (logOdds > -1 && logOdds < 7) {
        totals.push(logOdds)
        labels.push(1 - same)
      }
      for (const [c, levels] of counts.entries()) {
        const level = candidates.levelOf(i, c)
        if (level !== UNKNOWN && (c === 0 || namesAgree(candidates.levelOf(i, 0)))) levels[level]![same]!++
      }
    }
  }
  const { shift, slope } = fitPlatt(
    totals,
    labels,
    totals.map(() => 1),
    1,
  )
  const row = (set: string, method: string, metric: string, value: number): Row => ({
    set,
    method,
    metric,
    value,
    n: totals.length,
  })
  return [
    ...comparators.flatMap(({ name, levels }, c) => {
      const sums = [0, 1].map((side) => counts[c]!.reduce((sum, pair) => sum + pair[side]!, 0))
      return levels.flatMap(({ id }, level) => [
        row(name, id, 'one person', counts[c]![level]![0]! / sums[0]!),
        row(name, id, 'two people', counts[c]![level]![1]! / sums[1]!),
      ])
    }),
    row('calibration', 'logit P = offset + slope·ln 2·M', 'offset', shift),
    row('calibration', 'logit P = offset + slope·ln 2·M', 'slope', slope),
  ]
}
