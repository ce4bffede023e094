import type { outcomes as english } from '../en/outcomes.ts'
import type { Translation } from '../keys.ts'

export const outcomes: Translation<typeof english> = {}
