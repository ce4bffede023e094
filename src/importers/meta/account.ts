import { cleanName, mailIdentity, nameIdentity } from '#core/identity/normalise.ts'
import type { Identity } from '#core/model/identity.ts'
import type { SourceRecord } from '#core/model/records.ts'
import type { ReadOptions } from '../importer.ts'
import { phoneIdentity } from '../phone.ts'
import { asText, isObject, type JsonObject } from '../text/json-parts.ts'
import { handleIdentity } from './handle.ts'
import { labelsOf, NAME, USERNAME } from './labels.ts'
import { repairText } from './mojibake.ts'

/**
 * Who the owner is, as the account says: threads name people by their name alone, so that the name is an identity
 * there, and tells who of a group is the owner.
 */
function owners(network: string, raw: string, others: readonly (Identity | null)[]): SourceRecord[] | string {
  const name = cleanName(raw)
  const identities = [...others, nameIdentity(network, name)].filter((identity) => identity !== null)
  if (identities.length === 0) return 'it says no name, account or address'
  return identities.map((identity) => ({
    type: 'owner',
    basis: 'own',
    identity,
    ...(name === '' ? {} : { name }),
    count: 1,
  }))
}

/** `personal_information.json` of Instagram. */
export function readInstagramAccount(item: JsonObject, { region }: ReadOptions): SourceRecord[] | string {
  const labels = labelsOf(item)
  const valueOf = (label: RegExp): string => labels.find((one) => label.test(one.label))?.value ?? ''
  const mail = labels.map(({ value }) => mailIdentity(value)).find((identity) => identity !== null)
  const phone = labels.find(({ label }) => /phone|telefoon|telefon|téléphone|teléfono/i.test(label))?.value
  return owners('instagram', valueOf(NAME), [
    handleIdentity(valueOf(USERNAME)),
    mail ?? null,
    phone === undefined ? null : phoneIdentity(phone, region),
  ])
}

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map((one) => (isObject(one) ? asText(one['phone_number']) : asText(one))) : []

/** `profile_information.json` of Facebook. */
export function readFacebookAccount(profile: JsonObject, { region }: ReadOptions): SourceRecord[] | string {
  const name = isObject(profile['name']) ? repairText(asText(profile['name']['full_name'])) : ''
  const mails = isObject(profile['emails']) ? textsOf(profile['emails']['emails']) : []
  return owners('facebook', name, [
    ...mails.map((mail) => mailIdentity(mail)),
    ...textsOf(profile['phone_numbers']).map((phone) => phoneIdentity(phone, region)),
  ])
}
