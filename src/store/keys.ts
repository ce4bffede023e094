import { hash } from 'node:crypto'

/** Characters kept of a hash in base64url: 132 bits, so that nobody finds two keys that collide. */
const KEY_LENGTH = 22

/**
 * A natural key as it is stored: short and of bounded length, whatever a source uses as a key. Text rather than
 * bytes: it is the faster of the two through node:sqlite and the same on both engines.
 */
const HASHED = 'kith-key:'
const hashed = new RegExp(`^${HASHED}[\\w-]{${KEY_LENGTH}}$`)
// The length first: nearly no key has it.
const isHashed = (key: string): boolean => key.length === HASHED.length + KEY_LENGTH && hashed.test(key)

/** A natural key of which only the stored hash is known, as exports of kith carry it. */
export const hashedKey = (stored: string): string => `${HASHED}${stored}`

export const keyHash = (key: string): string =>
  isHashed(key) ? key.slice(HASHED.length) : hash('sha256', key, 'base64url').slice(0, KEY_LENGTH)
