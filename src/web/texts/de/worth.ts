import type { worth as english } from '../en/worth.ts'
import type { Translation } from '../keys.ts'

export const worth: Translation<typeof english> = {}
