import type { calibre as english } from '../en/calibre.ts'
import type { Translation } from '../keys.ts'

export const calibre: Translation<typeof english> = {}
