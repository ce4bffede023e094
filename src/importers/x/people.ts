import { cleanName, profileIdentity } from '#core/identity/normalise.ts'
import type { Identity } from '#core/model/identity.ts'
import type { PersonRecord } from '#core/model/records.ts'

/** An account by its number, which stays when the user name changes; null for what is none. Accounts that are gone are -1. */
export const accountIdentity = (id: unknown): Identity | null =>
  typeof id === 'string' && /^[1-9]\d{0,19}$/.test(id) ? { kind: 'handle', value: `x:${id}` } : null

/** The page of a user name; null for what is no user name of X. */
export const pageIdentity = (name: unknown): Identity | null =>
  typeof name === 'string' && /^\w{1,20}$/.test(name) ? profileIdentity(`https://x.com/${name}`) : null

/** Somebody as a post names them; the first identity is the one that ties refer to. Null for nobody. */
export function account(id: unknown, userName: unknown, name: unknown): PersonRecord | null {
  const identities = [accountIdentity(id), pageIdentity(userName)].filter((identity) => identity !== null)
  if (identities.length === 0) return null
  const shown = typeof name === 'string' ? cleanName(name) : ''
  return { type: 'person', identities, ...(shown === '' ? {} : { name: shown }) }
}
