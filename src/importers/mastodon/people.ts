import { cleanName, profileIdentity } from '#core/identity/normalise.ts'
import type { Identity } from '#core/model/identity.ts'
import type { PersonRecord } from '#core/model/records.ts'

const USER = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?$/u
const SERVER = /^(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,}(?::\d+)?$/u

/** `user@server` as the page of the account, `server/@user`; null for what is no such address. */
export function addressIdentity(address: string): Identity | null {
  const [user = '', server = '', ...rest] = address.trim().replace(/^@/, '').split('@')
  if (rest.length > 0 || !USER.test(user) || !SERVER.test(server)) return null
  return profileIdentity(`https://${server}/@${user}`)
}

/**
 * An account by any of its URLs: `/users/x` and `/@x` are the same page. Other programs have other forms
 * (`/profile/x`, `/ap/users/117`), which stay as they are.
 */
export function actorIdentity(url: string): Identity | null {
  const match = /^https?:\/\/([^/?#\s]+)\/(?:users\/|@)([^/?#\s@]+)\/?$/i.exec(url)
  const known = match ? addressIdentity(`${match[2]}@${match[1]}`) : null
  return known ?? (/^https?:\/\//i.test(url) ? profileIdentity(url) : null)
}

/**
 * Somebody as a post names them: by the URL of the account and by the address that people see, which may be of
 * another server name. The first identity is the one that ties refer to. Null for nobody.
 */
export function mentioned(url: string, shown: string): PersonRecord | null {
  const byUrl = actorIdentity(url)
  // People of the server itself are named without it.
  const host = /^https?:\/\/([^/?#\s]+)\//i.exec(url)?.[1] ?? ''
  const byAddress = addressIdentity(/^@?[^@]+@/.test(shown) ? shown : `${shown.replace(/^@/, '')}@${host}`)
  const [first, second] = [byAddress, byUrl].filter((identity) => identity !== null)
  if (!first) return null
  const others = second && second.value !== first.value ? [second] : []
  const name = cleanName(shown.replace(/^@/, '').replace(/@.*$/s, ''))
  return { type: 'person', identities: [first, ...others], ...(name === '' ? {} : { name }) }
}
