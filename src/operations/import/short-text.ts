import { cleanName, MAX_NAME } from '#core/identity/normalise.ts'

/** Longest text of a fact or subject worth keeping. */
const MAX_TEXT = 300

/** Text that is one line already, without quotes around it: most is, and cleaning each costs more than storing it. */
const CLEAN = /^[!#-&(-~](?: ?[!-~])*$/

/** A text as kith keeps it: one line, of bounded length. */
export const short = (text: string): string =>
  text.length <= MAX_NAME && CLEAN.test(text)
    ? text
    : cleanName(text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text)
