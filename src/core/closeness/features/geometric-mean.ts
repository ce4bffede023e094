/** √(a·b): 0 where one of the two is. Null where one is unknown. */
export const geometricMeanOf = (a: number | undefined, b: number | undefined): number | null =>
  a === undefined || b === undefined ? null : Math.sqrt(a * b)
