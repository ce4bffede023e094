import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'
import type { Identity } from '#core/model/identity.ts'

/** Longer texts are no telephone numbers: E.164 allows 15 digits. */
const MAX_RAW = 60

/**
 * The identity of a telephone number in any usual spelling, also as a `tel:` URI; national numbers are read as
 * of `region` (ISO 3166-1 alpha-2), or not at all when it is null. Null for what is no valid number, and for
 * numbers with an extension: what remains without it is a switchboard that many people share.
 */
export function phoneIdentity(raw: string, region: string | null): Identity | null {
  const text = raw
    .trim()
    .replace(/^tel:/i, '')
    .replace(/^00(?=[1-9])/, '+')
  if (text.length > MAX_RAW || !/\p{N}/u.test(text)) return null
  const country = region === null ? null : region.toUpperCase()
  const phone =
    country !== null && isSupportedCountry(country)
      ? parsePhoneNumberFromString(text, { defaultCountry: country, extract: false })
      : parsePhoneNumberFromString(text, { extract: false })
  if (!phone?.isValid() || phone.ext !== undefined) return null
  return { kind: 'phone', value: phone.number }
}
