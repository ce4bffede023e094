import type { Goal, Identity } from './client.ts'
import { count } from './format.ts'

/** Kinds of goal as one and as many. Typed by the operations, so a new kind cannot be forgotten. */
export const goalWords: Readonly<Record<Goal['kind'], readonly [one: string, many: string]>> = {
  referrals: ['referral', 'referrals'],
  partnerships: ['partnership', 'partnerships'],
  sales: ['sale', 'sales'],
  support: ['favour', 'favours'],
  help: ['helping hand', 'helping hands'],
  replies: ['reply', 'replies'],
  hires: ['hire', 'hires'],
  investments: ['investment', 'investments'],
}

/** What each kind of goal is called where one chooses it. */
export const goalNames: Readonly<Record<Goal['kind'], string>> = {
  referrals: 'Referrals',
  partnerships: 'Partnerships',
  sales: 'Sales',
  support: 'Support',
  help: 'Help',
  replies: 'Replies',
  hires: 'Hires',
  investments: 'Investments',
}

export const periodNames: Readonly<Record<Goal['per'], string>> = {
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
}

/** A goal in words, `5 referrals per quarter`. */
export const goalText = ({ kind, target, per }: Pick<Goal, 'kind' | 'target' | 'per'>): string =>
  `${count(target)} ${goalWords[kind][target === 1 ? 0 : 1]} per ${periodNames[per]}`

const kindNames: Readonly<Record<Identity['kind'], string>> = {
  mail: 'mail',
  phone: 'phone',
  linkedin: 'LinkedIn',
  profile: 'profile',
  handle: 'handle',
  directory: 'directory name',
  label: 'label',
  name: 'name',
}
export const identityKindName = (kind: Identity['kind']): string => kindNames[kind]

/** An identity as the user types it: the bare address or number, and the kind before anything else. */
export const identityText = ({ kind, value }: Identity): string =>
  kind === 'mail' || kind === 'phone' ? value : `${kind}:${value}`
