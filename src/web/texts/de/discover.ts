import type { discover as english } from '../en/discover.ts'
import type { Translation } from '../keys.ts'

export const discover: Translation<typeof english> = {}
