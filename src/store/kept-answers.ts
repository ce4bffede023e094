import type { OwnerId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { keyHash } from './keys.ts'
import { lockOwner } from './owners.ts'

export type KeptAnswer = {
  /** Hash of what was asked for under the key. */
  readonly request: string
  /** Null while the change is under way. */
  readonly answer: { readonly status: number; readonly body: string } | null
}

/** Answers to changes, kept under the key that came with them, so that asking again does nothing twice. */
export interface KeptAnswerStore {
  /**
   * Takes a key for a change that is about to be made; null where it is now taken, else what it stands for already.
   * Keys taken before `forgetBefore` (epoch milliseconds) are forgotten first.
   */
  readonly takeKey: (
    owner: OwnerId,
    key: string,
    request: string,
    at: number,
    forgetBefore: number,
  ) => Promise<KeptAnswer | null>
  readonly keepAnswer: (
    owner: OwnerId,
    key: string,
    answer: { readonly status: number; readonly body: string },
  ) => Promise<void>
  /** Frees a key whose change did not take place. */
  readonly freeKey: (owner: OwnerId, key: string) => Promise<void>
}

export const keptAnswersPart = (backend: Backend): KeptAnswerStore => ({
  takeKey: (owner, key, request, at, forgetBefore) =>
    backend.write(async (tx) => {
      await lockOwner(backend, tx, owner)
      await tx
        .deleteFrom('kept_answers')
        .where('owner_id', '=', owner)
        .where('at_ms', '<', forgetBefore)
        .execute()
      const known = await tx
        .selectFrom('kept_answers')
        .selectAll()
        .where('owner_id', '=', owner)
        .where('key_hash', '=', keyHash(key))
        .executeTakeFirst()
      if (known !== undefined)
        return {
          request: known.request_hash,
          answer:
            known.status === null || known.body === null ? null : { status: known.status, body: known.body },
        }
      await tx
        .insertInto('kept_answers')
        .values({
          owner_id: owner,
          key_hash: keyHash(key),
          request_hash: request,
          status: null,
          body: null,
          at_ms: at,
        })
        .execute()
      return null
    }),

  keepAnswer: (owner, key, { status, body }) =>
    backend.write(async (tx) => {
      await tx
        .updateTable('kept_answers')
        .set({ status, body })
        .where('owner_id', '=', owner)
        .where('key_hash', '=', keyHash(key))
        .execute()
    }),

  freeKey: (owner, key) =>
    backend.write(async (tx) => {
      await tx
        .deleteFrom('kept_answers')
        .where('owner_id', '=', owner)
        .where('key_hash', '=', keyHash(key))
        .execute()
    }),
})
