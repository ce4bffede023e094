import { cleanName } from '#core/identity/normalise.ts'

/** Longest text of a fact or subject worth keeping. */
const MAX_TEXT = 300

/** A text as kith keeps it: one line, of bounded length. */
export const short = (text: string): string =>
  cleanName(text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text)
