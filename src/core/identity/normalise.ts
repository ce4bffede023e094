import type { Identity } from '../model/identity.ts'

/** Longest address that RFC 5321 (4.5.3.1) allows; anything longer is not one. */
const MAX_MAIL = 254
/** Longest name worth keeping; some files carry kilobytes of junk in a display name. */
export const MAX_NAME = 120

const MAIL = /^[^\s@<>()[\],;:\\"]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u

/**
 * The identity of a mail address, or null when it is none (no domain, blanks, too long).
 * Local part and domain are compared in lower case, as every provider in use does.
 */
export function mailIdentity(raw: string): Identity | null {
  const value = raw
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^'(.*)'$/, '$1')
    .replace(/\.$/, '')
    .normalize('NFC')
    .toLowerCase()
  return value.length <= MAX_MAIL && MAIL.test(value) ? { kind: 'mail', value } : null
}

/** Percent-decoding that leaves broken escapes as they are. */
function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * The identity of a LinkedIn member from any spelling of the profile URL: with or without scheme, country host,
 * locale suffix, query or slash, percent-encoded or not. Null for what is no profile URL (companies, schools).
 */
export function linkedinIdentity(url: string): Identity | null {
  const match = /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)*linkedin\.com\/(?:in|pub)\/([^/?#\s]+)/i.exec(url.trim())
  const slug = match?.[1] === undefined ? '' : decodePercent(match[1]).normalize('NFC').toLowerCase()
  return slug === '' ? null : { kind: 'linkedin', value: slug }
}

/** Networks that changed their address; old links mean the same people. */
const renamedHosts: Readonly<Record<string, string>> = {
  'twitter.com': 'x.com',
  'mobile.twitter.com': 'x.com',
}

/** The identity of any profile URL; LinkedIn's become `linkedin`. Null for what is no http(s) URL. */
export function profileIdentity(url: string): Identity | null {
  const linkedin = linkedinIdentity(url)
  if (linkedin) return linkedin
  const match = /^(?:https?:\/\/)?(?:www\.)?([^/?#\s:@]+\.[^/?#\s:@]{2,})(\/[^?#\s]*)?/i.exec(url.trim())
  const host = match?.[1]?.toLowerCase()
  const path = decodePercent(match?.[2] ?? '').replace(/\/+$/, '')
  if (host === undefined || path === '') return null
  return { kind: 'profile', value: (renamedHosts[host] ?? host) + path.toLowerCase() }
}

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
