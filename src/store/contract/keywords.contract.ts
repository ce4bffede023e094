import { expect } from 'vitest'
import { SOLE_OWNER } from '#core/model/ids.ts'
import type { ConversationRow } from '../keywords.ts'
import { importBatch, mail, refresh, startImport } from './support/small-import.ts'
import type { StoreKind } from './support/harness.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER
const ALWAYS = Number.MAX_SAFE_INTEGER

export function contractOfKeywords(kind: StoreKind): void {
  const test = testWith(kind)

  test('conversations: subjects and keywords of what the owner saw, bulk left out', async ({ store }) => {
    await store.setMe(owner, [mail('me@x')], null)
    await refresh(store, owner)
    const result = await importBatch(store, owner, await startImport(store, owner), {
      interactions: [
        { key: '1', at: 10, from: 'me@x', to: ['a@x'], subject: 'Budget', thread: 't' },
        { key: '2', at: 20, from: 'a@x', to: ['me@x'], keywords: ['#Ferry', 'two words', ''] },
        { key: '3', at: 30, from: 'a@x', to: ['me@x'] },
        { key: '4', at: 40, from: 'a@x', to: ['me@x'], subject: 'Sale', bulk: true },
        { key: '5', at: 50, from: 'b@x', to: ['a@x'], subject: 'Not mine' },
      ],
    })
    expect(result.newInteractions).toBe(5)
    const before = async (time: number): Promise<ConversationRow[]> => {
      const rows: ConversationRow[] = []
      await store.eachConversation(owner, time, (row) => rows.push(row))
      return rows
    }
    const rows = await before(ALWAYS)
    expect(rows.map(({ at, thread, subject, keywords }) => ({ at, thread, subject, keywords }))).toEqual([
      { at: 10, thread: 't', subject: 'Budget', keywords: [] },
      { at: 20, thread: null, subject: null, keywords: ['#ferry', 'twowords'] },
      { at: 30, thread: null, subject: null, keywords: [] },
    ])
    expect(await before(10)).toEqual([])
  })

  test('copies agree on their keywords in any order, and the same import again changes nothing', async ({
    store,
    dump,
  }) => {
    const id = await startImport(store, owner)
    const told = (keywords: readonly string[]) => ({
      interactions: [{ key: '1', from: 'a@x', to: ['b@x'], keywords }],
    })
    await importBatch(store, owner, id, told(['tax', 'law']))
    await importBatch(store, owner, id, told(['audit']))
    const { changes } = await store.owner(owner)
    await importBatch(store, owner, id, told(['tax', 'law']))
    expect((await store.owner(owner)).changes).toBe(changes)
    expect((await dump()).interactions).toEqual([expect.objectContaining({ keywords: 'audit' })])
  })

  test('keywords of any length and spelling are stored within bounds', async ({ store, dump }) => {
    const words = ['a\0b', '\uD800x', ...Array.from({ length: 200 }, (_, i) => `word${i}`), 'w'.repeat(5_000)]
    await importBatch(store, owner, await startImport(store, owner), {
      interactions: [{ key: '1', from: 'a@x', to: ['b@x'], keywords: words }],
    })
    const [row] = (await dump()).interactions as { readonly keywords: string }[]
    expect(row?.keywords).toMatch(/^ab \uFFFDx word0 word1 /)
    expect(row?.keywords.length).toBeLessThanOrEqual(300)
  })
}
