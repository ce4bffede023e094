import { personId } from '#core/model/ids.ts'
import type { OwnerId, PersonId } from '#core/model/ids.ts'
import type { Backend, BulkTable } from './backend.ts'
import { lockOwner } from './owners.ts'
import type { Tx } from './owners.ts'

/*
 * What people are seen talking about is kept between scorings: reading every subject takes longer than the rest of one.
 * It is dropped where subjects, keywords or whose they are change otherwise than by new interactions; those show in
 * `up_to`.
 */

/** Somebody's talk: distinct subjects, and in how many of them each word of the field stands. */
export type TalkRow = {
  readonly personId: PersonId
  readonly subjects: number
  readonly words: ReadonlyMap<string, number>
}

export interface TalkStore {
  /**
   * What the kept talk is about, as it was saved with, and whether it is of all interactions there are; null where
   * there is none.
   */
  readonly talkMark: (owner: OwnerId) => Promise<{ readonly about: string; readonly whole: boolean } | null>
  /** The kept talk by person, of one where given. */
  readonly talk: (owner: OwnerId, person?: PersonId) => Promise<readonly TalkRow[]>
  /**
   * Replaces the kept talk. `seenChanges` is the value of `OwnerRow.changes` read before the data it was made from;
   * where it moved, nothing is kept. Does not count as a change: it is derived.
   */
  readonly saveTalk: (
    owner: OwnerId,
    about: string,
    seenChanges: number,
    rows: readonly TalkRow[],
  ) => Promise<void>
}

const talkRows: BulkTable = {
  table: 'talks',
  columns: [
    ['owner_id', 'bigint'],
    ['person_id', 'bigint'],
    ['subjects', 'integer'],
    ['words', 'text'],
  ],
  conflict: '',
}

/** Tables of the kept talk. */
export const talkTables = ['talks', 'talk_marks'] as const

/** Drops the kept talk of an owner: it is made again when next needed. */
export async function forgetTalk(tx: Tx, owner: number): Promise<void> {
  for (const table of talkTables) await tx.deleteFrom(table).where('owner_id', '=', owner).execute()
}

export const talkPart = (backend: Backend): TalkStore => ({
  async talkMark(owner) {
    const row = await backend.db
      .selectFrom('talk_marks as m')
      .innerJoin('owners as o', 'o.owner_id', 'm.owner_id')
      .select(['m.about', 'm.up_to', 'o.next_interaction_id'])
      .where('m.owner_id', '=', owner)
      .executeTakeFirst()
    return row === undefined ? null : { about: row.about, whole: row.up_to >= row.next_interaction_id - 1 }
  },

  async talk(owner, person) {
    const query = backend.db
      .selectFrom('talks')
      .select(['person_id', 'subjects', 'words'])
      .where('owner_id', '=', owner)
      .$if(person !== undefined, (some) => some.where('person_id', '=', person ?? null))
      .orderBy('person_id')
    const rows: TalkRow[] = []
    await backend.scan(query.compile(), ([of, subjects, words]) => {
      rows.push({
        personId: personId(Number(of)),
        subjects: Number(subjects),
        words: new Map(
          words === '{}' ? [] : Object.entries(JSON.parse(String(words)) as Record<string, number>),
        ),
      })
    })
    return rows
  },

  saveTalk: (owner, about, seenChanges, rows) =>
    backend.write(async (tx) => {
      const { changes, next_interaction_id: next } = await lockOwner(backend, tx, owner)
      await forgetTalk(tx, owner)
      if (changes !== seenChanges) return
      await backend.insert(tx, talkRows, [
        rows.map(() => owner),
        rows.map((row) => row.personId),
        rows.map((row) => row.subjects),
        rows.map((row) =>
          JSON.stringify(Object.fromEntries([...row.words].sort(([a], [b]) => (a < b ? -1 : 1)))),
        ),
      ])
      await tx
        .insertInto('talk_marks')
        .values({ owner_id: owner, about, up_to: next - 1 })
        .execute()
    }),
})
