import type { IsForgotten } from '#core/identity/forgotten.ts'
import { identityKey } from '#core/model/identity.ts'
import { keyHash } from '#store/keys.ts'

/** Whether an identity is among those whose hashes are kept. Each is hashed once: mail names the same people over and over. */
export function forgottenAmong(hashes: ReadonlySet<string>): IsForgotten {
  if (hashes.size === 0) return () => false
  const known = new Map<string, boolean>()
  return (identity) => {
    const key = identityKey(identity)
    const before = known.get(key)
    if (before !== undefined) return before
    const gone = hashes.has(keyHash(key))
    known.set(key, gone)
    return gone
  }
}
