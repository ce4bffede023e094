import { hash } from 'node:crypto'

/** Characters kept of a hash in base64url: 132 bits, so that nobody finds two keys that collide. */
const KEY_LENGTH = 22

/**
 * A natural key as it is stored: short and of bounded length, whatever a source uses as a key. Text rather than
 * bytes: it is the faster of the two through node:sqlite and the same on both engines.
 */
export const keyHash = (key: string): string => hash('sha256', key, 'base64url').slice(0, KEY_LENGTH)
