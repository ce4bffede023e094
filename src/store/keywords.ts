import { sql } from 'kysely'
import { interactionId, personId } from '#core/model/ids.ts'
import type { InteractionId, OwnerId, PersonId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { keywordRows } from './bulk-tables.ts'
import { keyHash } from './keys.ts'
import type { Tx } from './owners.ts'
import { plainText } from './plain-text.ts'
import type { IngestBatch } from './rows.ts'

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

export interface KeywordStore {
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

export const keywordsPart = (backend: Backend): KeywordStore => ({
  async eachConversation(owner, before, visit) {
    const query = backend.db
      .selectFrom('touchpoints as t')
      .innerJoin('interactions as x', (on) =>
        on.onRef('x.owner_id', '=', 't.owner_id').onRef('x.interaction_id', '=', 't.interaction_id'),
      )
      .leftJoin('interaction_keywords as k', (on) =>
        on.onRef('k.owner_id', '=', 't.owner_id').onRef('k.interaction_id', '=', 't.interaction_id'),
      )
      .select(['t.person_id', 't.interaction_id', 't.occurred_ms', 't.direction'])
      .select(['x.thread', 'x.subject', 'k.keywords'])
      .where('t.owner_id', '=', owner)
      .where('t.bulk', '=', 0)
      .where('t.occurred_ms', '<', before)
      .orderBy('t.person_id')
      .orderBy('t.occurred_ms')
      .orderBy('t.interaction_id')
    await backend.scan(query.compile(), ([person, interaction, at, direction, thread, subject, keywords]) =>
      visit({
        personId: personId(Number(person)),
        interactionId: interactionId(Number(interaction)),
        at: Number(at),
        direction: Number(direction),
        thread: textOrNull(thread),
        subject: textOrNull(subject),
        keywords: typeof keywords === 'string' && keywords !== '' ? keywords.split(' ') : [],
      }),
    )
  },
})

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Stores what the interactions of a batch are about; none of it costs anything where no source says so. */
export async function storeKeywords(
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  batch: IngestBatch,
): Promise<number> {
  const told = new Map<string, string>()
  for (const { key, keywords } of batch.interactions) {
    const text = keywords === undefined ? '' : joined(keywords)
    if (text === '') continue
    const hash = keyHash(key)
    const known = told.get(hash)
    if (known === undefined || text < known) told.set(hash, text)
  }
  if (told.size === 0) return 0
  const { rows } = await sql<{ key_hash: string; interaction_id: number }>`
    select x.key_hash, x.interaction_id from ${backend.tableOf([...told.keys()])} cross join interactions x
    where x.owner_id = ${owner} and x.key_hash = l.value`.execute(tx)
  const found = rows.toSorted((a, b) => a.interaction_id - b.interaction_id)
  return backend.insert(tx, keywordRows, [
    found.map(() => owner),
    found.map((row) => row.interaction_id),
    found.map((row) => told.get(row.key_hash) ?? ''),
    found.map(() => batch.importId),
  ])
}

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
