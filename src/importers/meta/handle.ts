import type { Identity } from '#core/model/identity.ts'

/** An account of Instagram; null for what is no name of one. */
export const handleIdentity = (handle: string): Identity | null =>
  /^[\w.]{1,30}$/.test(handle) ? { kind: 'handle', value: `instagram:${handle.toLowerCase()}` } : null
