import type { Draft } from './draft.ts'

/**
 * A link that begins a letter in the mail program (RFC 6068) to this address alone: what stands after a `?` in it would be
 * taken for a subject or further readers.
 */
export const letterTo = (address: string): string =>
  `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`

/** The same with subject and text. */
export const mailtoOf = (address: string, { subject, body }: Pick<Draft, 'subject' | 'body'>): string =>
  `${letterTo(address)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`
