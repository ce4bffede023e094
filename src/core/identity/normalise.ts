import type { Identity } from '../model/identity.ts'
import { profileAt } from './profile-urls.ts'
import { unicodeHost } from './punycode.ts'

/** Longest address that RFC 5321 (4.5.3.1) allows; anything longer is not one. */
const MAX_MAIL = 254
/** Longest name worth keeping; some files carry kilobytes of junk in a display name. */
export const MAX_NAME = 120

const MAIL =
  /^(?:[^\s@<>()[\],;:\\"]+|"(?:[^"\\@\p{Cc}]|\\["\\])+")@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u

/**
 * The identity of a mail address, or null when it is none (no domain, blanks, too long).
 * Local part and domain are compared in lower case, as every provider in use does; of a domain in ASCII code (IDNA) what it
 * stands for.
 */
export function mailIdentity(raw: string): Identity | null {
  const value = raw
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^'(.*)'$/, '$1')
    .replace(/\.$/, '')
    .normalize('NFC')
    .toLowerCase()
  if (value.length > MAX_MAIL || !MAIL.test(value)) return null
  if (!value.includes('xn--')) return { kind: 'mail', value }
  const at = value.lastIndexOf('@') + 1
  return { kind: 'mail', value: value.slice(0, at) + unicodeHost(value.slice(at)) }
}

/**
 * The identity of a LinkedIn member from any spelling of the profile URL: with or without scheme, country host,
 * locale suffix, query or slash, percent-encoded or not. Null for what is no profile URL (companies, schools).
 */
export function linkedinIdentity(url: string): Identity | null {
  const found = profileAt(url)
  return found?.kind === 'linkedin' ? found : null
}

/**
 * The identity that any profile URL leads to, in any spelling: LinkedIn's become `linkedin`, links to a number become
 * `phone`. Null for what is no http(s) URL, and for pages that are nobody's.
 */
export const profileIdentity = (url: string): Identity | null => profileAt(url)

/** A name for people to read: one line, single blanks, no quotes around it, at most MAX_NAME characters. */
export function cleanName(raw: string): string {
  // Only the beginning can matter, and a hostile display name may be many kilobytes long.
  const line = raw
    .slice(0, 4 * MAX_NAME)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim()
  return line.length > MAX_NAME ? `${line.slice(0, MAX_NAME - 1).trimEnd()}…` : line
}

/** A name for comparison: letters and digits only, without accents, in lower case, single blanks. */
export const nameKey = (raw: string): string =>
  cleanName(raw)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Somebody whom a source knows by name alone. Null for an empty name. */
export function nameIdentity(source: string, name: string): Identity | null {
  const key = nameKey(name)
  return key === '' ? null : { kind: 'name', value: `${source}:${key}` }
}
