import { type ErrorCode, KithError } from '#core/model/errors.ts'
import { sentences } from '#core/sentences/index.ts'
import type { Language } from '#core/sentences/language.ts'

/** HTTP status of each error code (RFC 9110). */
export const httpStatus: Readonly<Record<ErrorCode, number>> = {
  usage: 400,
  'invalid-input': 400,
  unauthorised: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'nothing-readable': 422,
  unreadable: 422,
  unsupported: 415,
  interrupted: 499,
  database: 503,
  internal: 500,
}

/** An error as RFC 9457 problem details; `detail` is the sentence for the person. */
export type Problem = {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: ErrorCode
}

const BUG = 'Something went wrong inside kith; the terminal it runs in shows what.'

/** The problem that an error is to the outside, in a language. What is no KithError is a bug and says only that. */
export function problemOf(error: unknown, language: Language): Problem {
  const known = error instanceof KithError ? error : null
  const code = known?.code ?? 'internal'
  return {
    type: 'about:blank',
    title: code.replaceAll('-', ' '),
    status: httpStatus[code],
    detail: sentences[language].translated(known?.message ?? BUG),
    code,
  }
}
