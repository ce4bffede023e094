import type { Goal, Identity } from './client.ts'
import { t } from './texts/texts.ts'

/** Kinds of goal in the order offered. Typed by the operations, so a new kind cannot be forgotten. */
const kinds: Readonly<Record<Goal['kind'], true>> = {
  referrals: true,
  partnerships: true,
  sales: true,
  support: true,
  help: true,
  replies: true,
  hires: true,
  investments: true,
}
const isKind = (kind: string): kind is Goal['kind'] => kind in kinds
export const goalKinds: readonly Goal['kind'][] = Object.keys(kinds).filter(isKind)

const periods: Readonly<Record<Goal['per'], true>> = { week: true, month: true, quarter: true, year: true }
const isPeriod = (period: string): period is Goal['per'] => period in periods
export const goalPeriods: readonly Goal['per'][] = Object.keys(periods).filter(isPeriod)

/** A goal in words, `5 referrals per quarter`. */
export const goalText = ({ kind, target, per }: Pick<Goal, 'kind' | 'target' | 'per'>): string =>
  t(`words.per.${per}`, { amount: t(`words.goal.${kind}`, { count: target }) })

export const identityKindName = (kind: Identity['kind']): string => t(`words.identity.${kind}`)

/** An identity as the user types it: the bare address or number, and the kind before anything else. */
export const identityText = ({ kind, value }: Identity): string =>
  kind === 'mail' || kind === 'phone' ? value : `${kind}:${value}`
