import { Matcher } from '#core/identity/matching/match-people.ts'
import { generateDirectory } from '#testing/directory/generate-directory.ts'
import { pairQuality } from '#testing/directory/pair-quality.ts'
import type { Row } from '../table.ts'
import { testSeeds } from './seeds.ts'

/** People of a directory, each with one to five records. */
const SIZES = [1_000, 5_000, 20_000]

/** The clusters when every question is answered as the truth has it. */
function answered(
  clusterOf: Int32Array,
  review: readonly { readonly a: number; readonly b: number }[],
  truth: readonly number[],
): number[] {
  const parent = [...clusterOf]
  const root = (of: number): number => {
    let at = of
    while (parent[at] !== at) at = parent[at]!
    return at
  }
  for (const { a, b } of review) {
    if (truth[a] !== truth[b]) continue
    const [first, second] = [root(clusterOf[a]!), root(clusterOf[b]!)]
    parent[Math.max(first, second)] = Math.min(first, second)
  }
  return parent.map((_, i) => root(i))
}

/** Mean distance between probability and share of true pairs, over twenty bins of the pairs decided or asked. */
function calibrationError(
  pairs: readonly { readonly probability: number; readonly right: boolean }[],
): number {
  const bins = Map.groupBy(pairs, ({ probability }) => Math.min(19, Math.floor(probability * 20)))
  let error = 0
  for (const bin of bins.values()) {
    const said = bin.reduce((sum, { probability }) => sum + probability, 0)
    const right = bin.filter((pair) => pair.right).length
    error += Math.abs(said - right)
  }
  return pairs.length === 0 ? 0 : error / pairs.length
}

/** Pairwise precision, recall and F1 of what is merged alone, and with the questions answered by the truth. */
export function identityQuality(): Row[] {
  return SIZES.flatMap((size) =>
    testSeeds.flatMap((seed): Row[] => {
      const records = generateDirectory(seed, size)
      const truth = records.map((record) => record.truth)
      const matcher = new Matcher(records)
      const { clusterOf, merged, review } = matcher.decide(matcher.candidates())
      const alone = pairQuality([...clusterOf], truth)
      const reviewed = pairQuality(answered(clusterOf, review, truth), truth)
      const right = [...merged, ...review].map(({ a, b, probability }) => ({
        probability,
        right: truth[a] === truth[b],
      }))
      const row = (method: string, metric: string, value: number): Row => ({
        set: `${size} people, seed ${seed}`,
        method,
        metric,
        value,
        n: records.length,
      })
      return [
        row('merged alone', 'precision', alone.precision),
        row('merged alone', 'recall', alone.recall),
        row('merged alone', 'F1', alone.f1),
        row('with the questions answered', 'precision', reviewed.precision),
        row('with the questions answered', 'recall', reviewed.recall),
        row('with the questions answered', 'F1', reviewed.f1),
        row('questions', 'a person', review.length / size),
        row('questions', 'right', review.filter(({ a, b }) => truth[a] === truth[b]).length / review.length),
        row('questions', 'calibration error', calibrationError(right)),
      ]
    }),
  )
}
