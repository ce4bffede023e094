/**
 * What kith can recognise a person by. A key of the same kind and normalised value is the same person
 * everywhere, except `name`: a name somebody is known by inside one source that gives nothing better.
 */
export const identityKinds = [
  'mail',
  'phone',
  'linkedin',
  'profile',
  'handle',
  'directory',
  'label',
  'name',
] as const
export type IdentityKind = (typeof identityKinds)[number]

/**
 * One address, handle, number or profile of somebody, normalised.
 *
 * | kind | value |
 * |---|---|
 * | mail | lower-case address, domain in ASCII |
 * | phone | E.164 |
 * | linkedin | the slug of the profile URL, lower-case, percent-decoded, NFC |
 * | profile | any other profile URL, without scheme, query and trailing slash |
 * | handle | `network:handle`, lower-case |
 * | directory | an X.500 or Exchange name without a domain, lower-case |
 * | label | an opaque id of the generic events file, as written |
 * | name | `source:normalised name`; stands for a person only within that source |
 */
export type Identity = {
  readonly kind: IdentityKind
  readonly value: string
}

/** The one string under which an identity is looked up. */
export const identityKey = (identity: Identity): string => `${identity.kind}:${identity.value}`
