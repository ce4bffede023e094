import { introductionId, personId } from '#core/model/ids.ts'
import type { IntroductionId, OwnerId, PersonId } from '#core/model/ids.ts'
import { KithError } from '#core/model/errors.ts'
import { introductionStates } from '#core/discover/introductions.ts'
import type { IntroductionState } from '#core/discover/introductions.ts'
import type { Backend } from './backend.ts'
import { lockOwner, markChanged, nextId } from './owners.ts'
import type { Tx } from './owners.ts'
import { plainTextOrNull } from './plain-text.ts'

/** An introduction that the owner asked somebody for. */
export type IntroductionRow = {
  readonly id: IntroductionId
  /** Whom the owner wants to meet. */
  readonly to: PersonId
  /** Who was asked. */
  readonly via: PersonId
  readonly state: IntroductionState
  /** Epoch milliseconds. */
  readonly askedAt: number
  readonly changedAt: number
  readonly note: string | null
}

export interface IntroductionStore {
  /** Newest first; people as they are known by now. */
  readonly introductions: (owner: OwnerId) => Promise<readonly IntroductionRow[]>
  readonly addIntroduction: (
    owner: OwnerId,
    asked: Pick<IntroductionRow, 'to' | 'via' | 'state' | 'askedAt' | 'note'>,
  ) => Promise<IntroductionId>
  /** False when there is none of that id. */
  readonly setIntroduction: (
    owner: OwnerId,
    id: IntroductionId,
    state: IntroductionState,
    at: number,
  ) => Promise<boolean>
  /** False when there was none of that id. */
  readonly removeIntroduction: (owner: OwnerId, id: IntroductionId) => Promise<boolean>
}

export const introductionsPart = (backend: Backend): IntroductionStore => ({
  async introductions(owner) {
    const rows = await backend.db
      .selectFrom('introductions as n')
      .innerJoin('identities as t', 't.identity_id', 'n.to_identity_id')
      .innerJoin('identities as v', 'v.identity_id', 'n.via_identity_id')
      .select(['n.introduction_id', 'n.state', 'n.asked_ms', 'n.changed_ms', 'n.note'])
      .select(['t.person_id as to_person', 'v.person_id as via_person'])
      .where('n.owner_id', '=', owner)
      .orderBy('n.asked_ms', 'desc')
      .orderBy('n.introduction_id', 'desc')
      .execute()
    return rows.map((row) => ({
      id: introductionId(row.introduction_id),
      to: personId(row.to_person),
      via: personId(row.via_person),
      state: introductionStates.find((known) => known === row.state) ?? 'asked',
      askedAt: row.asked_ms,
      changedAt: row.changed_ms,
      note: row.note,
    }))
  },

  addIntroduction: (owner, asked) =>
    backend.write(async (tx) => {
      await lockOwner(backend, tx, owner)
      const id = await nextId(tx, 'next_introduction_id')
      await tx
        .insertInto('introductions')
        .values({
          owner_id: owner,
          introduction_id: id,
          to_identity_id: await firstIdentity(tx, asked.to),
          via_identity_id: await firstIdentity(tx, asked.via),
          state: asked.state,
          asked_ms: asked.askedAt,
          changed_ms: asked.askedAt,
          note: plainTextOrNull(asked.note),
        })
        .execute()
      await markChanged(tx, owner)
      return introductionId(id)
    }),

  setIntroduction: (owner, id, state, at) =>
    backend.write(async (tx) => {
      await lockOwner(backend, tx, owner)
      const { numUpdatedRows } = await tx
        .updateTable('introductions')
        .set({ state, changed_ms: at })
        .where('owner_id', '=', owner)
        .where('introduction_id', '=', id)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows > 0n) await markChanged(tx, owner)
      return numUpdatedRows > 0n
    }),

  removeIntroduction: (owner, id) =>
    backend.write(async (tx) => {
      await lockOwner(backend, tx, owner)
      const { numDeletedRows } = await tx
        .deleteFrom('introductions')
        .where('owner_id', '=', owner)
        .where('introduction_id', '=', id)
        .executeTakeFirstOrThrow()
      if (numDeletedRows > 0n) await markChanged(tx, owner)
      return numDeletedRows > 0n
    }),
})

/** The identity that stands for a person in facts: facts outlive merges because they never name people. */
async function firstIdentity(tx: Tx, person: PersonId): Promise<number> {
  const row = await tx
    .selectFrom('identities')
    .select('identity_id')
    .where('person_id', '=', person)
    .orderBy('identity_id')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined)
    throw new KithError(
      'not-found',
      'One of the two is not known any more; they may have been merged. Look them up again.',
    )
  return row.identity_id
}
