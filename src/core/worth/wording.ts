import { sentences } from '../sentences/index.ts'

/** "5 referrals a quarter", "1 hire a year", "2 sales a quarter (in software)". */
export const goalWords = sentences.en.worth.goal

/** A probability in words that never claims certainty: "41 %", "under 0.1 %", "over 99.9 %". */
export const percent = sentences.en.basics.share
