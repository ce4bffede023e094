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

/** The same with what it is made of, so that it can go on. */
export type GrowingTalkRow = TalkRow & {
  /** Marks of its subjects, as FieldSubjects gives them; ascending, each once. */
  readonly marks: Float64Array
}

/** What kept talk is about, as it was saved with, and what it does not know of. */
export type TalkMark = {
  readonly about: string
  /** The earliest time of the interactions that came since; null where none with a time did. */
  readonly newFrom: number | null
}

export interface TalkStore {
  /** Null where no talk is kept. */
  readonly talkMark: (owner: OwnerId) => Promise<TalkMark | null>
  /** The kept talk by person, of one where given. */
  readonly talk: (owner: OwnerId, person?: PersonId) => Promise<readonly TalkRow[]>
  /** What the kept talk of some people is made of; who has none is missing. */
  readonly talkMarks: (
    owner: OwnerId,
    people: readonly PersonId[],
  ) => Promise<ReadonlyMap<PersonId, Float64Array>>
  /**
   * Replaces the kept talk; with `onto`, which kept talk was about, only that of those who are in `rows`, and all of it
   * is dropped where it is about something else by now. `seenChanges` is the value of `OwnerRow.changes` read before the data it was made from;
   * where it moved, nothing is kept. Does not count as a change: it is derived.
   */
  readonly saveTalk: (
    owner: OwnerId,
    about: string,
    seenChanges: number,
    rows: readonly GrowingTalkRow[],
    onto?: string,
  ) => Promise<void>
}

const talkRows: BulkTable = {
  table: 'talks',
  columns: [
    ['owner_id', 'bigint'],
    ['person_id', 'bigint'],
    ['subjects', 'integer'],
    ['words', 'text'],
    ['marks', 'bytea'],
  ],
  conflict:
    'on conflict (owner_id, person_id) do update set ' +
    ['subjects', 'words', 'marks'].map((name) => `${name} = excluded.${name}`).join(', '),
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float64Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)
/** Copied, since what an engine returns may begin anywhere in its memory. */
const numbersIn = (bytes: Uint8Array): Float64Array => new Float64Array(Uint8Array.from(bytes).buffer)

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
    if (row === undefined) return null
    if (row.up_to >= row.next_interaction_id - 1) return { about: row.about, newFrom: null }
    const { earliest } = await backend.db
      .selectFrom('interactions')
      .select(({ fn }) => fn.min<number | null>('occurred_ms').as('earliest'))
      .where('owner_id', '=', owner)
      .where('interaction_id', '>', row.up_to)
      .executeTakeFirstOrThrow()
    return { about: row.about, newFrom: earliest }
  },

  async talkMarks(owner, people) {
    const rows = await backend.db
      .selectFrom('talks')
      .select(['person_id', 'marks'])
      .where('owner_id', '=', owner)
      .where('person_id', 'in', backend.listOf(people))
      .execute()
    return new Map(rows.map((row) => [personId(row.person_id), numbersIn(row.marks)]))
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

  saveTalk: (owner, about, seenChanges, rows, onto) =>
    backend.write(async (tx) => {
      const { changes, next_interaction_id: next } = await lockOwner(backend, tx, owner)
      const mark = await tx
        .deleteFrom('talk_marks')
        .where('owner_id', '=', owner)
        .returning('about')
        .executeTakeFirst()
      const goesOn = onto !== undefined && mark?.about === onto && changes === seenChanges
      if (!goesOn) await forgetTalk(tx, owner)
      if (changes !== seenChanges || (onto !== undefined && !goesOn)) return
      await backend.insert(tx, talkRows, [
        rows.map(() => owner),
        rows.map((row) => row.personId),
        rows.map((row) => row.subjects),
        rows.map((row) =>
          JSON.stringify(Object.fromEntries([...row.words].sort(([a], [b]) => (a < b ? -1 : 1)))),
        ),
        rows.map((row) => bytesOf(row.marks)),
      ])
      await tx
        .insertInto('talk_marks')
        .values({ owner_id: owner, about, up_to: next - 1 })
        .execute()
    }),
})
