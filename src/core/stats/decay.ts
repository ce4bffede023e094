/** Milliseconds of a day. */
export const DAY_MS = 86_400_000

/**
 * What is left of a weight of 1 after `age`, when each `halfLife` halves it: 2^(−age/halfLife), both in one unit.
 * Range (0, 1] for age ≥ 0, falling in age; ages below 0 are for the caller to rule out.
 */
export const decayed = (age: number, halfLife: number): number => 2 ** (-age / halfLife)
