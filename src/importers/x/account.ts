import { cleanName, mailIdentity, nameIdentity } from '#core/identity/normalise.ts'
import type { Identity } from '#core/model/identity.ts'
import type { DeclarationRecord, OwnerRecord } from '#core/model/records.ts'
import { phoneIdentity } from '../phone.ts'
import { asText, isObject, type JsonObject } from '../text/json-parts.ts'
import type { ItemReader } from './item.ts'
import { accountIdentity, pageIdentity } from './people.ts'

const own = (facts: Omit<OwnerRecord, 'type' | 'basis' | 'count'>): OwnerRecord => ({
  type: 'owner',
  basis: 'own',
  ...facts,
  count: 1,
})

/** account.js: who made the archive. */
export const accountFile: ItemReader = (
  { accountId, username, email, phoneNumber, accountDisplayName },
  { region },
) => {
  const identities = [
    accountIdentity(accountId),
    pageIdentity(username),
    mailIdentity(asText(email)),
    phoneIdentity(asText(phoneNumber), region),
  ].filter((identity) => identity !== null)
  const name = cleanName(asText(accountDisplayName))
  if (identities.length === 0) return 'it names no account'
  return identities.map((identity) => own({ identity, ...(name === '' ? {} : { name }) }))
}

/** profile.js: what the owner says of themself. */
export const profileFile: ItemReader = ({ description }) => {
  const headline = cleanName(isObject(description) ? asText(description['bio']) : '')
  return headline === '' ? [] : [own({ headline })]
}

/** follower.js and following.js: numbers of accounts, without names or dates. */
export const followFile =
  (way: 'follower' | 'following'): ItemReader =>
  ({ accountId }) => {
    const them = accountIdentity(accountId)
    if (!them) return 'it names no account'
    const ends: Pick<DeclarationRecord, 'from' | 'to'> =
      way === 'follower' ? { from: them, to: 'owner' } : { from: 'owner', to: them }
    return [{ type: 'declaration', kind: 'follow', ...ends }]
  }

const strings = (record: JsonObject, key: string): readonly string[] => {
  const value = record[key]
  return Array.isArray(value) ? value.map(asText) : []
}

/** contact.js: the address book that the owner let X read. */
export const contactFile: ItemReader = (contact, { region }) => {
  const name = cleanName([asText(contact['firstName']), asText(contact['lastName'])].join(' '))
  const identities: Identity[] = [
    ...strings(contact, 'emails').map(mailIdentity),
    ...strings(contact, 'phoneNumbers').map((number) => phoneIdentity(number, region)),
  ].filter((identity) => identity !== null)
  if (identities.length === 0) {
    const byName = nameIdentity('x', name)
    if (byName) identities.push(byName)
  }
  const [main] = identities
  if (!main) return 'it holds no name, mail address or telephone number'
  return [
    { type: 'person', identities, ...(name === '' ? {} : { name }) },
    { type: 'declaration', kind: 'address-book', from: 'owner', to: main },
  ]
}
