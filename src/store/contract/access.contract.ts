import { expect } from 'vitest'
import { SOLE_OWNER, ownerId } from '#core/model/ids.ts'
import type { StoreKind } from './support/harness.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER
const AT = Date.UTC(2026, 0, 1, 12, 30)
const HOUR = 3_600_000

export function contractOfAccess(kind: StoreKind): void {
  const test = testWith(kind)

  test('a token is known by its secret, to its owner alone, until it is removed', async ({ store }) => {
    const id = await store.addToken(owner, { name: 'script', scope: 'read', secret: 'open sesame' }, AT)
    expect(await store.tokens(owner)).toEqual([
      { id, name: 'script', scope: 'read', addedAt: AT, usedAt: null },
    ])
    expect(await store.useToken(owner, 'open sesame', AT + HOUR)).toMatchObject({ id, scope: 'read' })
    expect(await store.useToken(owner, 'open barley', AT)).toBeNull()
    expect(await store.useToken(ownerId(2), 'open sesame', AT)).toBeNull()
    expect(await store.removeToken(owner, id)).toBe(true)
    expect(await store.removeToken(owner, id)).toBe(false)
    expect(await store.useToken(owner, 'open sesame', AT)).toBeNull()
  })

  test('the last use of a token is noted to the hour', async ({ store }) => {
    await store.addToken(owner, { name: 'feed', scope: 'feed', secret: 's' }, AT)
    await store.useToken(owner, 's', AT)
    expect((await store.tokens(owner))[0]?.usedAt).toBe(Date.UTC(2026, 0, 1, 12))
    await store.useToken(owner, 's', AT - 5 * HOUR)
    expect((await store.tokens(owner))[0]?.usedAt).toBe(Date.UTC(2026, 0, 1, 12))
  })

  test('the secret of a token stands nowhere in the database', async ({ store, backend }) => {
    await store.addToken(owner, { name: 'script', scope: 'write', secret: 'open-sesame' }, AT)
    const rows = await backend.db.selectFrom('tokens').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain('open-sesame')
  })

  test('a key of a change is taken once, and later tells the answer', async ({ store }) => {
    const take = (request: string) => store.takeKey(owner, 'key', request, AT, AT - HOUR)
    expect(await take('first')).toBeNull()
    expect(await take('first')).toEqual({ request: 'first', answer: null })
    await store.keepAnswer(owner, 'key', { status: 200, body: '{"id":1}' })
    expect(await take('other')).toEqual({ request: 'first', answer: { status: 200, body: '{"id":1}' } })
  })

  test('a freed or forgotten key can be taken again', async ({ store }) => {
    expect(await store.takeKey(owner, 'key', 'r', AT, 0)).toBeNull()
    await store.freeKey(owner, 'key')
    expect(await store.takeKey(owner, 'key', 'r', AT, 0)).toBeNull()
    expect(await store.takeKey(owner, 'key', 'r', AT + HOUR, AT + 1)).toBeNull()
  })
}
