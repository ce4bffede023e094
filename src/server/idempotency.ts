import { hash } from 'node:crypto'
import { KithError } from '#core/model/errors.ts'
import { SOLE_OWNER } from '#core/model/ids.ts'
import type { Store } from '#store/store.ts'

/** How long a key is remembered. */
const KEPT_MS = 24 * 3_600_000
const LONGEST_KEY = 200

/** The body of an answer, and whether it had been given before. */
export type Answered = { readonly body: string; readonly again: boolean }

/**
 * Makes a change once for each key: asked again with the same key, the first answer comes back and nothing is done.
 * A change that failed frees its key. As the header Idempotency-Key of draft-ietf-httpapi-idempotency-key-header.
 * @param request what is asked for, whole; another request under the same key is refused
 * @throws KithError 'invalid-input' for another request, 'conflict' while the first is under way
 */
export async function once(
  store: Store,
  key: string,
  request: string,
  now: number,
  change: () => Promise<string>,
): Promise<Answered> {
  if (key.length > LONGEST_KEY)
    throw new KithError('invalid-input', `Idempotency-Key is longer than ${LONGEST_KEY} characters.`)
  const asked = hash('sha256', request, 'base64url')
  const known = await store.takeKey(SOLE_OWNER, key, asked, now, now - KEPT_MS)
  if (known !== null) {
    if (known.request !== asked)
      throw new KithError(
        'invalid-input',
        'This Idempotency-Key was used for another request; take a new one.',
      )
    if (known.answer === null)
      throw new KithError('conflict', 'The first request with this Idempotency-Key is still under way.')
    return { body: known.answer.body, again: true }
  }
  try {
    const body = await change()
    await store.keepAnswer(SOLE_OWNER, key, { status: 200, body })
    return { body, again: false }
  } catch (error) {
    await store.freeKey(SOLE_OWNER, key)
    throw error
  }
}
