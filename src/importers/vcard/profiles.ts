import { profileIdentity } from '#core/identity/normalise.ts'
import type { Identity } from '#core/model/identity.ts'
import { unescapeText, type ContentLine } from '../text/content-lines.ts'

/**
 * Pages of one person. A card's URL may as well be the company's site, which many people share, so that only
 * addresses of this form identify somebody.
 */
const PERSONAL: readonly RegExp[] = [
  /^(?:[a-z]+\.)?linkedin\.com\/(?:in|pub)\/./,
  /^(?:mobile\.)?(?:twitter|x)\.com\/(?!home|share|intent|search|hashtag)[a-z0-9_]+$/,
  /^(?:[a-z-]+\.)?facebook\.com\/(?!pages|groups|sharer|events|profile\.php)[^/]+$/,
  /^instagram\.com\/[^/]+$/,
  /^github\.com\/[^/]+$/,
  /^gitlab\.com\/[^/]+$/,
  /^xing\.com\/(?:profile|to)\/[^/]+$/,
  /^bsky\.app\/profile\/[^/]+$/,
  /^threads\.(?:net|com)\/@[^/]+$/,
  /^t\.me\/[^/]+$/,
  /^medium\.com\/@[^/]+$/,
  /^youtube\.com\/@[^/]+$/,
  /^orcid\.org\/[0-9x-]+$/,
  /^[^/]+\/@[a-z0-9_]+$/,
]

/** Where a bare user name of a service leads. */
const SERVICES: Readonly<Record<string, string>> = {
  twitter: 'twitter.com/',
  x: 'x.com/',
  facebook: 'facebook.com/',
  linkedin: 'www.linkedin.com/in/',
  github: 'github.com/',
  instagram: 'instagram.com/',
  xing: 'xing.com/profile/',
}

/** A page that belongs to one person; null for any other URL. */
export function personalPage(url: string): Identity | null {
  const identity = profileIdentity(url)
  if (identity?.kind !== 'profile') return identity
  return PERSONAL.some((form) => form.test(identity.value)) ? identity : null
}

/** The identity in a URL, X-SOCIALPROFILE, SOCIALPROFILE or IMPP property; null when it is nobody's own page. */
export function profileOf({ name, params, value }: ContentLine): Identity | null {
  const url = unescapeText(value).trim()
  const found = /^https?:\/\//i.test(url) || /^[^\s:/]+\.[^\s:/]+\//.test(url) ? personalPage(url) : null
  if (found || !name.endsWith('SOCIALPROFILE')) return found
  const user = (params.get('X-USER')?.[0] ?? url.replace(/^x-apple:/i, '')).replace(/^@/, '')
  const service = [...(params.get('SERVICE-TYPE') ?? []), ...(params.get('TYPE') ?? [])]
    .map((type) => SERVICES[type.toLowerCase()])
    .find((place) => place !== undefined)
  return service !== undefined && /^[\w.%-]+$/.test(user) ? personalPage(service + user) : null
}
