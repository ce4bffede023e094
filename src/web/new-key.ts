/**
 * 32 hexadecimal digits that nobody else has. Not randomUUID, which browsers offer only where the connection is secure: a
 * firm's server may be reached without.
 */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
