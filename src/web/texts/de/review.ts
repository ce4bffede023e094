import type { review as english } from '../en/review.ts'
import type { Translation } from '../keys.ts'

export const review: Translation<typeof english> = {}
