/** What a half-life looks back over, in words. */
export const spanOf = (halfLifeDays: number): string =>
  `over the last ${halfLifeDays < 10 ? 'days' : halfLifeDays < 45 ? 'weeks' : halfLifeDays < 180 ? 'months' : 'years'}`

/** √(a·b): 0 where one of the two is. Null where one is unknown. */
export const geometricMeanOf = (a: number | undefined, b: number | undefined): number | null =>
  a === undefined || b === undefined ? null : Math.sqrt(a * b)
