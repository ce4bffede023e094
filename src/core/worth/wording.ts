import type { Goal, GoalKind } from '../model/goal.ts'
import { segmentWords } from '../model/segment.ts'

/** What one success of a goal is called, and several. */
export const goalNouns: Readonly<Record<GoalKind, { readonly one: string; readonly many: string }>> = {
  replies: { one: 'answer', many: 'answers' },
  help: { one: 'piece of help', many: 'pieces of help' },
  support: { one: 'act of support', many: 'acts of support' },
  referrals: { one: 'referral', many: 'referrals' },
  sales: { one: 'sale', many: 'sales' },
  hires: { one: 'hire', many: 'hires' },
  partnerships: { one: 'partnership', many: 'partnerships' },
  investments: { one: 'investment', many: 'investments' },
}

/** "5 referrals a quarter", "1 hire a year", "2 sales a quarter (in software)". */
export function goalWords({
  kind,
  target,
  period,
  segment,
}: Pick<Goal, 'kind' | 'target' | 'period' | 'segment'>): string {
  const { one, many } = goalNouns[kind]
  const about = segmentWords(segment)
  return `${target.toLocaleString('en')} ${target === 1 ? one : many} a ${period}${about === '' ? '' : ` (${about})`}`
}

/** A probability in words that never claims certainty: "41 %", "under 0.1 %", "over 99.9 %". */
export function percent(probability: number): string {
  if (probability <= 0) return '0 %'
  if (probability < 0.001) return 'under 0.1 %'
  if (probability > 0.999) return 'over 99.9 %'
  const hundred = probability * 100
  return `${hundred < 10 || hundred > 90 ? Number(hundred.toFixed(1)) : Math.round(hundred)} %`
}
