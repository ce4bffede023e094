import { sql } from 'kysely'
import { interactionId, personId } from '#core/model/ids.ts'
import type { InteractionId, OwnerId, PersonId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { keywordRows } from './bulk-tables.ts'
import { keyHash } from './keys.ts'
import { mostIn, readNumbers } from './ledger-columns.ts'
import type { Tx } from './owners.ts'
import { plainText } from './plain-text.ts'
import type { IngestBatch } from './rows.ts'
import { forgetTalk } from './talk.ts'

/** Longest keywords stored of one interaction, in characters. */
const MAX_STORED = 300

/** What one interaction of the owner's with a person is about. */
export type ConversationRow = {
  readonly personId: PersonId
  readonly interactionId: InteractionId
  /** Epoch milliseconds. */
  readonly at: number
  /** Code of `directions`. */
  readonly direction: number
  /** Conversations share it; null where the source knows none. */
  readonly thread: string | null
  readonly subject: string | null
  /** Lower-case words beside the subject. */
  readonly keywords: readonly string[]
}

/** The interactions of one person, by time: columns, to be read before the next person comes. */
export type PersonsInteractions = {
  readonly personId: PersonId
  readonly length: number
  readonly interaction: ArrayLike<number>
  /** Epoch milliseconds. */
  readonly at: ArrayLike<number>
  /** Codes of `directions` and `channels`. */
  readonly direction: (row: number) => number
  readonly channel: (row: number) => number
}

/** From a time on, with some people. */
export type Since = { readonly from: number; readonly people: readonly number[] }

export interface KeywordStore {
  /**
   * Shows what each interaction of the owner's is about, or each of some, by id. Bulk, and what is about nothing, is
   * left out.
   */
  readonly eachSubject: (
    owner: OwnerId,
    visit: (interaction: number, subject: string | null, keywords: readonly string[]) => void,
    some?: readonly number[],
  ) => Promise<void>
  /**
   * Shows the owner's interactions with each person before a time, by person; or those from a time on with some people.
   * Bulk is left out.
   */
  readonly eachPersonsInteractions: (
    owner: OwnerId,
    before: number,
    visit: (rows: PersonsInteractions) => void,
    some?: Since,
  ) => Promise<void>
  /**
   * Shows to `visit` what the owner's interactions before a time are about, one row a touchpoint, by person, time and
   * interaction. Bulk is left out.
   */
  readonly eachConversation: (
    owner: OwnerId,
    before: number,
    visit: (row: ConversationRow) => void,
  ) => Promise<void>
}

const NO_KEYWORDS: readonly string[] = []
/** More than there are codes of directions. */
const DIRECTIONS = 4

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export const keywordsPart = (backend: Backend): KeywordStore => ({
  eachSubject: (owner, visit, some) =>
    scanAbout(backend, owner, (id, subject, keywords) => visit(id, subject, keywords), false, some),

  eachPersonsInteractions: (owner, before, visit, some) => scanPeople(backend, owner, before, visit, some),

  // Both tables in their own order, joined in memory: looked up one by one in the order of people, subjects take
  // several times as long.
  async eachConversation(owner, before, visit) {
    const subjects: (string | null)[] = []
    const threads: (string | null)[] = []
    const told = new Map<number, readonly string[]>()
    await scanAbout(
      backend,
      owner,
      (id, subject, keywords, thread) => {
        subjects[id] = subject
        threads[id] = thread
        if (keywords.length > 0) told.set(id, keywords)
      },
      true,
    )
    await scanPeople(backend, owner, before, ({ personId: who, length, interaction, at, direction }) => {
      for (let row = 0; row < length; row++) {
        const id = interaction[row]!
        visit({
          personId: who,
          interactionId: interactionId(id),
          at: at[row]!,
          direction: direction(row),
          thread: threads[id] ?? null,
          subject: subjects[id] ?? null,
          keywords: told.get(id) ?? NO_KEYWORDS,
        })
      }
    })
  },
})

function scanAbout(
  backend: Backend,
  owner: OwnerId,
  visit: (id: number, subject: string | null, keywords: readonly string[], thread: string | null) => void,
  withThreads: boolean,
  some?: readonly number[],
): Promise<void> {
  const query = backend.db
    .selectFrom('interactions as x')
    .leftJoin('interaction_keywords as k', (on) =>
      on.onRef('k.owner_id', '=', 'x.owner_id').onRef('k.interaction_id', '=', 'x.interaction_id'),
    )
    .select(['x.interaction_id', 'x.subject', 'k.keywords'])
    .$if(withThreads, (more) => more.select('x.thread'))
    .where('x.owner_id', '=', owner)
    .$if(some !== undefined, (query) => query.where('x.interaction_id', 'in', backend.listOf(some ?? [])))
    .where('x.bulk', '=', 0)
    .orderBy('x.owner_id')
    .orderBy('x.interaction_id')
  return backend.scan(query.compile(), ([id, subject, words, thread = null]) => {
    if (subject === null && words === null && thread === null) return
    visit(Number(id), textOrNull(subject), keywordsIn(textOrNull(words) ?? ''), textOrNull(thread))
  })
}

/** One row a person with lists of numbers, as the ledger is read. */
async function scanPeople(
  backend: Backend,
  owner: OwnerId,
  before: number,
  visit: (rows: PersonsInteractions) => void,
  some?: Since,
): Promise<void> {
  const order = sql`occurred_ms, interaction_id`
  const query = backend.db
    .selectFrom('touchpoints')
    .select([
      'person_id',
      backend.joined(sql`interaction_id`, order).as('ids'),
      backend.joined(sql`occurred_ms`, order).as('times'),
      backend.joined(sql`channel * ${sql.lit(DIRECTIONS)} + direction`, order).as('ways'),
    ])
    .where('owner_id', '=', owner)
    .$if(some !== undefined, (query) =>
      query
        .where('person_id', 'in', backend.listOf(some?.people ?? []))
        .where('occurred_ms', '>=', some?.from ?? 0),
    )
    .where('bulk', '=', 0)
    .where('occurred_ms', '<', before)
    .groupBy(['owner_id', 'person_id'])
    .orderBy('owner_id')
    .orderBy('person_id')
  let ids = new Float64Array(0)
  let times = new Float64Array(0)
  let ways = new Float64Array(0)
  await backend.scan(query.compile(), ([person, idList, timeList, wayList]) => {
    const most = mostIn(String(idList))
    if (most > ids.length) {
      ids = new Float64Array(most * 2)
      times = new Float64Array(most * 2)
      ways = new Float64Array(most * 2)
    }
    readNumbers(String(timeList), times)
    readNumbers(String(wayList), ways)
    visit({
      personId: personId(Number(person)),
      length: readNumbers(String(idList), ids),
      interaction: ids,
      at: times,
      direction: (row) => ways[row]! % DIRECTIONS,
      channel: (row) => Math.floor(ways[row]! / DIRECTIONS),
    })
  })
}

/** Stores what the interactions of a batch are about; none of it costs anything where no source says so. */
export async function storeKeywords(
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  batch: IngestBatch,
): Promise<number> {
  const told = new Map<string, string>()
  for (const { key, keywords } of batch.interactions)
    if (keywords !== undefined) noteKeywords(told, keyHash(key), keywords)
  if (told.size === 0) return 0
  const { rows } = await sql<{ key_hash: string; interaction_id: number }>`
    select x.key_hash, x.interaction_id from ${backend.tableOf([...told.keys()])} cross join interactions x
    where x.owner_id = ${owner} and x.key_hash = l.value`.execute(tx)
  const found = rows.toSorted((a, b) => a.interaction_id - b.interaction_id)
  const written = await backend.insert(tx, keywordRows, [
    found.map(() => owner),
    found.map((row) => row.interaction_id),
    found.map((row) => told.get(row.key_hash) ?? ''),
    found.map(() => batch.importId),
  ])
  if (written > 0) await forgetTalk(tx, owner)
  return written
}

/** Notes what an interaction is about. Of copies that tell it differently the first by spelling counts, in any order. */
export function noteKeywords(
  told: Map<string, string>,
  key: string,
  keywords: readonly string[] | undefined,
): void {
  const text = keywords === undefined ? '' : joined(keywords)
  const known = told.get(key)
  if (text !== '' && (known === undefined || text < known)) told.set(key, text)
}

/** The words that are stored as one text. */
export const keywordsIn = (text: string | undefined): readonly string[] =>
  text === undefined || text === '' ? NO_KEYWORDS : text.split(' ')

/** Whole words up to the limit, each without blanks inside. */
function joined(keywords: readonly string[]): string {
  let text = ''
  for (const word of keywords) {
    const clean = plainText(word).replace(/\s+/g, '').toLowerCase()
    if (clean === '' || text.length + 1 + clean.length > MAX_STORED) continue
    text += text === '' ? clean : ` ${clean}`
  }
  return text
}
