import { profileIdentity } from '#core/identity/normalise.ts'
import type { Identity } from '#core/model/identity.ts'

/** Longest DID that the AT Protocol allows. */
const MAX_DID = 2_048
const DID = /^did:[a-z]+:[A-Za-z0-9._:%-]*[A-Za-z0-9._-]$/
const HANDLE = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i

/** An account by its DID, which stays when the handle changes; null for what is none. */
export const didIdentity = (did: unknown): Identity | null =>
  typeof did === 'string' && did.length <= MAX_DID && DID.test(did)
    ? { kind: 'handle', value: `bluesky:${did.toLowerCase()}` }
    : null

/** The account whose record an address leads to: `at://did:…/collection/key`. */
export const authorOf = (uri: unknown): Identity | null =>
  typeof uri === 'string' ? didIdentity(/^at:\/\/([^/]+)\//.exec(uri)?.[1]) : null

/** The page of a handle as people write it, with or without @; null for what is no handle. */
export function handlePage(raw: string): Identity | null {
  const handle = raw.trim().replace(/^@/, '')
  return handle.length <= 253 && HANDLE.test(handle)
    ? profileIdentity(`https://bsky.app/profile/${handle}`)
    : null
}
