import type { plan as english } from '../en/plan.ts'
import type { Translation } from '../keys.ts'

export const plan: Translation<typeof english> = {}
