import type { topics as english } from '../en/topics.ts'
import type { Translation } from '../keys.ts'

export const topics: Translation<typeof english> = {}
