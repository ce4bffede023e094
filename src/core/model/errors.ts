/** Why kith could not do something; one table maps each to an exit code and an HTTP status. */
export const errorCodes = [
  'usage',
  'invalid-input',
  'not-found',
  'conflict',
  'nothing-readable',
  'unreadable',
  'database',
  'unauthorised',
  'forbidden',
  'interrupted',
  'unsupported',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** A failure that is told to the user: one plain sentence that says what, where, and what to do next. */
export class KithError extends Error {
  readonly code: ErrorCode
  constructor(code: ErrorCode, sentence: string, options?: { readonly cause?: unknown }) {
    super(sentence, options)
    this.name = 'KithError'
    this.code = code
  }
}
