import { cleanName, linkedinIdentity, mailIdentity, nameIdentity } from '#core/identity/normalise.ts'
import type { Identity } from '#core/model/identity.ts'
import type { PersonRecord } from '#core/model/records.ts'

/** What LinkedIn shows in place of members who closed or hid their account, in the languages of most exports. */
const NOBODY =
  /^(?:linkedin[ -](?:member|mitglied|user|lid)|(?:membre|utilisateur|miembro|usuario|membro|usuário|utente)(?: d[eio])? linkedin)$/i

/** Whether a name stands for a member who is hidden. */
export const isNobody = (name: string): boolean => NOBODY.test(name.trim())

/** A member as a table names them; the first identity is the one that ties refer to. */
export type Member = { readonly identities: readonly [Identity, ...Identity[]]; readonly name: string }

/**
 * A member by profile URL and mail address, or, when there is neither, by the name within LinkedIn.
 * Null for nobody: no name at all, or "LinkedIn Member" without a URL.
 */
export function member(rawName: string, url: string, mail = ''): Member | null {
  const name = isNobody(rawName) ? '' : cleanName(rawName)
  const identities = [linkedinIdentity(url), mailIdentity(mail)].filter((identity) => identity !== null)
  const [first, ...rest] = identities
  if (first) return { identities: [first, ...rest], name }
  const byName = nameIdentity('linkedin', name)
  return byName ? { identities: [byName], name } : null
}

/** The person record of a member. */
export const person = (
  { identities, name }: Member,
  more: Omit<Partial<PersonRecord>, 'type' | 'identities' | 'name'> = {},
): PersonRecord => ({ type: 'person', identities, ...(name === '' ? {} : { name }), ...more })

/** The given fields that hold something. */
export function present<Key extends string>(
  fields: Readonly<Record<Key, string>>,
): Partial<Record<Key, string>> {
  const found: Partial<Record<Key, string>> = {}
  for (const key of Object.keys(fields) as Key[]) {
    const value = cleanName(fields[key])
    if (value !== '') found[key] = value
  }
  return found
}
