/** How an introduction stands that the user asked for. */
export const introductionStates = ['asked', 'made', 'declined', 'met'] as const
export type IntroductionState = (typeof introductionStates)[number]

/** What is known before anybody was asked: one in two passes an introduction on (docs/the-maths/discover.md, an assumption). */
export const WILLING_PRIOR = 0.5
/** How many answers the prior is worth. */
const PRIOR_STRENGTH = 4

/** An introduction asked for, as far as willingness is learned from it. */
export type AskedIntroduction = { readonly via: number; readonly state: IntroductionState }

/**
 * How likely each intermediary passes an introduction on.
 *
 *   everybody:  m   = (4·½ + made) / (4 + made + declined)
 *   one person: w_i = (4·m + made_i) / (4 + made_i + declined_i)
 *
 * the mean of a Beta distribution each; `made` counts introductions made or met. Those that still wait say nothing.
 * Range (0, 1); higher = more willing; ½ before anybody answered. Prior and strength are assumptions (docs/the-maths/discover.md).
 */
export function willingness(asked: readonly AskedIntroduction[]): (person: number) => number {
  const answers = new Map<number, { made: number; declined: number }>()
  let made = 0
  let declined = 0
  for (const { via, state } of asked) {
    if (state === 'asked') continue
    const mine = answers.get(via) ?? { made: 0, declined: 0 }
    answers.set(via, mine)
    if (state === 'declined') {
      mine.declined++
      declined++
    } else {
      mine.made++
      made++
    }
  }
  const everybody = (PRIOR_STRENGTH * WILLING_PRIOR + made) / (PRIOR_STRENGTH + made + declined)
  return (person) => {
    const mine = answers.get(person)
    if (mine === undefined) return everybody
    return (PRIOR_STRENGTH * everybody + mine.made) / (PRIOR_STRENGTH + mine.made + mine.declined)
  }
}
