import type { Goal } from '../model/goal.ts'

/** What somebody of a profession may want of their network. Every number is an assumption to be replaced. */
export type GoalPreset = {
  readonly id: string
  readonly profession: string
  /** Why these numbers, in a sentence that says that they are assumed. */
  readonly assumption: string
  readonly goals: readonly Pick<Goal, 'kind' | 'target' | 'period' | 'confidence' | 'weight' | 'baseRate'>[]
}

const goal = (
  kind: Goal['kind'],
  target: number,
  period: Goal['period'],
  baseRate: number,
  weight = 1,
): GoalPreset['goals'][number] => ({ kind, target, period, confidence: 0.8, weight, baseRate })

/**
 * Goals by profession. The targets are what keeps one person busy by common sense, the base rates (chance that a
 * typical good contact brings one success in a quarter) are guesses: no source gives them. They are here so that
 * nobody begins with an empty form, and every one can be changed.
 */
export const goalPresets: readonly GoalPreset[] = [
  {
    id: 'freelance-consultant',
    profession: 'Freelance consultant',
    assumption:
      'Assumes four to six projects a year, most of them through people who recommend you: 3 referrals a quarter at 5 % a good contact and quarter, 1 sale a quarter at 2 %.',
    goals: [goal('referrals', 3, 'quarter', 0.05, 2), goal('sales', 1, 'quarter', 0.02)],
  },
  {
    id: 'agency-owner',
    profession: 'Agency owner',
    assumption:
      'Assumes a small team to keep busy: 5 referrals a quarter at 5 % a good contact and quarter, 1 partnership a year at 1 %, 2 hires a year at 1 %.',
    goals: [
      goal('referrals', 5, 'quarter', 0.05, 2),
      goal('partnerships', 1, 'year', 0.01),
      goal('hires', 2, 'year', 0.01),
    ],
  },
  {
    id: 'recruiter',
    profession: 'Recruiter',
    assumption:
      'Assumes one placement a month: 3 hires a quarter at 2 % a good contact and quarter, found through 10 pieces of help (names, opinions) a quarter at 20 %.',
    goals: [goal('hires', 3, 'quarter', 0.02, 2), goal('help', 10, 'quarter', 0.2)],
  },
  {
    id: 'founder-raising',
    profession: 'Founder raising money',
    assumption:
      'Assumes a round with three to five backers within a year: 4 investments a year at 0.5 % a good contact and quarter, reached by 8 referrals a quarter at 5 %.',
    goals: [goal('investments', 4, 'year', 0.005, 2), goal('referrals', 8, 'quarter', 0.05)],
  },
  {
    id: 'accountant',
    profession: 'Accountant or tax adviser',
    assumption:
      'Assumes clients who stay and come by recommendation: 2 referrals a quarter at 5 % a good contact and quarter, 2 sales a year at 2 %.',
    goals: [goal('referrals', 2, 'quarter', 0.05, 2), goal('sales', 2, 'year', 0.02)],
  },
  {
    id: 'estate-agent',
    profession: 'Estate agent',
    assumption:
      'Assumes two mandates a month, half of them by recommendation: 3 referrals a quarter at 5 % a good contact and quarter, 3 sales a quarter at 2 %.',
    goals: [goal('referrals', 3, 'quarter', 0.05), goal('sales', 3, 'quarter', 0.02)],
  },
  {
    id: 'lawyer',
    profession: 'Lawyer',
    assumption:
      'Assumes mandates sent on by colleagues and clients: 3 referrals a quarter at 5 % a good contact and quarter.',
    goals: [goal('referrals', 3, 'quarter', 0.05)],
  },
  {
    id: 'account-executive',
    profession: 'Account executive in sales',
    assumption:
      'Assumes a quota of four deals a quarter, half of them outside the network: 2 sales a quarter at 2 % a good contact and quarter, 4 referrals a quarter at 5 %.',
    goals: [goal('sales', 2, 'quarter', 0.02, 2), goal('referrals', 4, 'quarter', 0.05)],
  },
  {
    id: 'job-seeker',
    profession: 'Professional looking for a new position',
    assumption:
      'Assumes that a position takes a few people who speak for you: 3 referrals a quarter at 5 % a good contact and quarter, 6 pieces of help at 20 %.',
    goals: [goal('referrals', 3, 'quarter', 0.05, 2), goal('help', 6, 'quarter', 0.2)],
  },
  {
    id: 'researcher',
    profession: 'Researcher',
    assumption:
      'Assumes collaborations and letters of support: 1 partnership a year at 1 % a good contact and quarter, 3 acts of support a year at 10 %.',
    goals: [goal('partnerships', 1, 'year', 0.01, 2), goal('support', 3, 'year', 0.1)],
  },
]
