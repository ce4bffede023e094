/** How well a partition of records agrees with the truth, over pairs of records. */
export type PairQuality = {
  /** Share of the joined pairs that are one person; 1 where nothing was joined. */
  readonly precision: number
  /** Share of the pairs of one person that are joined; 1 where there are none. */
  readonly recall: number
  readonly f1: number
}

const pairsIn = (sizes: Iterable<number>): number => {
  let pairs = 0
  for (const size of sizes) pairs += (size * (size - 1)) / 2
  return pairs
}

const sizesBy = (labels: readonly (string | number)[]): Iterable<number> => {
  const sizes = new Map<string | number, number>()
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1)
  return sizes.values()
}

/** Pairwise precision, recall and F1 = 2pr/(p + r) of clusters against the truth, a label for each record. */
export function pairQuality(clusters: readonly number[], truth: readonly number[]): PairQuality {
  const joined = pairsIn(sizesBy(clusters))
  const real = pairsIn(sizesBy(truth))
  const right = pairsIn(sizesBy(clusters.map((cluster, i) => `${cluster} ${truth[i] ?? -1}`)))
  const precision = joined === 0 ? 1 : right / joined
  const recall = real === 0 ? 1 : right / real
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  }
}
