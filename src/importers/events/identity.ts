import { mailIdentity, profileIdentity } from '#core/identity/normalise.ts'
import type { Identity } from '#core/model/identity.ts'
import { phoneIdentity } from '../phone.ts'

/** Spellings kept; a file names the same people over and over. */
const MAX_CACHED = 50_000
/** A longer label is junk, not a name of somebody. */
const MAX_LABEL = 200

function recognise(text: string): Identity | null {
  if (text === '' || text.length > MAX_LABEL) return null
  if (text.includes('@')) {
    const mail = mailIdentity(text)
    if (mail) return mail
  }
  if (text.startsWith('+')) {
    const phone = phoneIdentity(text, null)
    if (phone) return phone
  }
  if (/^https?:\/\//i.test(text)) {
    const profile = profileIdentity(text)
    if (profile) return profile
  }
  return { kind: 'label', value: text }
}

/**
 * A function that tells who a cell of an events file stands for: a mail address, a telephone number that starts
 * with +, a profile URL, else an opaque label as written. Null for an empty cell.
 */
export function identityReader(): (raw: string) => Identity | null {
  const known = new Map<string, Identity | null>()
  return (raw) => {
    const text = raw.trim()
    let identity = known.get(text)
    if (identity === undefined) {
      if (known.size >= MAX_CACHED) known.clear()
      identity = recognise(text)
      known.set(text, identity)
    }
    return identity
  }
}
