import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import type { Operation } from '#operations/operation.ts'

/** Where a list goes on: how many entries to pass over, in which state of the data, in answer to which question. */
type Place = { readonly offset: number; readonly state: number; readonly question: string }

const place = z.tuple([z.number().int().min(0), z.number().int(), z.string()])

/** An operation that gives a part of a list: it takes `limit` and `offset`, and tells how many there are in all. */
export function isPaged(declared: Operation): boolean {
  const shape = (type: unknown): object => (type instanceof z.ZodObject ? (type.shape as object) : {})
  const input = shape(declared.input)
  return 'limit' in input && 'offset' in input && 'total' in shape(declared.output)
}

/** What is asked for but for where to begin: a cursor goes on with the same question only. */
const questionOf = (input: Readonly<Record<string, unknown>>): string => {
  const { cursor: _c, offset: _o, limit: _l, ...rest } = input
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const written = ({ offset, state, question }: Place): string =>
  Buffer.from(JSON.stringify([offset, state, question])).toString('base64url')

function read(cursor: unknown): Place {
  try {
    const [offset, state, question] = place.parse(
      JSON.parse(Buffer.from(String(cursor), 'base64url').toString()),
    )
    return { offset, state, question }
  } catch (cause) {
    throw new KithError('invalid-input', 'This cursor is none of kith’s; ask for the list from its start.', {
      cause,
    })
  }
}

/**
 * The input with the cursor turned into an offset. A cursor holds for the state of the data it was given in: after a
 * change the list may be in another order, and going on would pass over somebody unseen.
 * @throws KithError 'invalid-input' for what is no cursor or another question's, 'conflict' after a change
 */
export function fromCursor(
  input: Readonly<Record<string, unknown>>,
  state: number,
): Readonly<Record<string, unknown>> {
  if (input['cursor'] === undefined) return input
  const { cursor, ...rest } = input
  const at = read(cursor)
  if (at.question !== questionOf(rest))
    throw new KithError('invalid-input', 'This cursor belongs to another question; ask from the start.')
  if (at.state !== state)
    throw new KithError(
      'conflict',
      'Your network has changed since this list began; ask for it from the start.',
    )
  return { ...rest, offset: at.offset }
}

/** Adds `next`, the cursor of what follows, to an answer; null at the end. */
export function withNext<Answer extends object>(
  answer: Answer,
  input: Readonly<Record<string, unknown>>,
  state: number,
): Answer & { readonly next: string | null } {
  const { total } = answer as { readonly total?: number }
  const given = Object.values(answer).find((value): value is unknown[] => Array.isArray(value))?.length ?? 0
  const offset = Number(input['offset'] ?? 0) + given
  const more = given > 0 && offset < (total ?? 0)
  return { ...answer, next: more ? written({ offset, state, question: questionOf(input) }) : null }
}
