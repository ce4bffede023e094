import type { InteractionId } from '#core/model/ids.ts'
import type { Identity } from '#core/model/identity.ts'
import type { SourceRecord } from '#core/model/records.ts'
import { identityOf } from '../import/derive.ts'
import { meSetting } from '../import/me.ts'
import type { Context } from '../operation.ts'

/** Interactions read at once. */
const PAGE = 2_000
/** Grows when a reader of today would misread what is written. */
const VERSION = 1

const line = (record: SourceRecord | Readonly<Record<string, unknown>>): string =>
  `${JSON.stringify(record)}\n`

/**
 * Everything kith knows as JSON Lines, which `kith import` reads back without loss: who is who, what sources say of
 * people, interactions, stated ties, and what the user told kith. docs/reference/export-format.md describes the lines.
 */
export async function* jsonLines(context: Context): AsyncGenerator<string> {
  const { store, owner, version } = context
  yield line({ kith: 'export', format: VERSION, version })
  const { me } = await store.owner(owner)
  const { keys, personIds } = await store.directory()
  const people = new Map<number, Identity[]>()
  for (const [i, key] of keys.entries()) {
    const person = personIds[i] ?? -1
    const held = people.get(person)
    if (held === undefined) people.set(person, [identityOf(key)])
    else held.push(identityOf(key))
  }
  const called = (await meSetting(context))?.name ?? null
  const mine = (me === null ? undefined : people.get(me)) ?? []
  for (const owned of mine.length > 0 ? mine.map((identity) => ({ identity })) : called === null ? [] : [{}])
    yield line({
      type: 'owner',
      basis: 'own',
      ...owned,
      ...(called === null ? {} : { name: called }),
      count: 1,
    })
  for (const identities of people.values()) yield line({ type: 'person', identities })
  for (const { key, field, value, source, at } of await store.facts())
    yield line({ type: 'fact', of: identityOf(key), field, value, source, ...(at === null ? {} : { at }) })
  for (const position of await store.portablePositions()) yield line(position)
  for (let after: InteractionId | null = null; ;) {
    // oxlint-disable-next-line no-await-in-loop -- page after page
    const rows = await store.portableInteractions(owner, after, PAGE)
    for (const { id: _, ...record } of rows) yield line(record)
    after = rows.at(-1)?.id ?? after
    if (rows.length < PAGE) break
  }
  for (const record of await store.portableEvidence(owner)) yield line(record)
  for (const listing of await store.portableListings(owner)) yield line(listing)
  for (const kept of await store.keptRows(owner)) yield line({ type: 'kept', ...kept })
}
