import { expect } from 'vitest'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { StaleDirectoryError } from '../store.ts'
import type { StoreKind } from './support/harness.ts'
import { importBatch, mail, refresh, resolve, seenBy, startImport } from './support/small-import.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER
const toBob = { key: '1', at: 1_000, from: 'ann@x.org', to: ['bob@x.org'] }
const toRob = { key: '2', at: 2_000, from: 'ann@x.org', to: ['rob@y.org'] }
const toCy = { key: '3', at: 3_000, from: 'ann@x.org', to: ['cy@x.org'] }

/** Touchpoints are the view of one person; what holds while other processes settle who that is. */
export function contractOfViews(kind: StoreKind): void {
  const test = testWith(kind)

  test('a batch seen by nobody makes the view stale once there is an owner', async ({ store }) => {
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, { interactions: [toBob] })
    // Another process settles who the owner is, and sees all there is from them.
    await store.setMe(owner, [mail('ann@x.org')], null)
    await refresh(store, owner)
    expect(await store.owner(owner)).toMatchObject({ touchpointsReady: true })
    // This one still writes without a view: nobody must take the touchpoints for complete.
    await store.ingest(owner, await resolve(store, null, id, { interactions: [toBob, toCy] }))
    expect(await store.owner(owner)).toMatchObject({ touchpointsReady: false })
    await refresh(store, owner)
    expect((await store.ledger(owner)).length).toBe(2)
  })

  test('copies that add nothing leave the view as it is', async ({ store }) => {
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, { interactions: [toBob] })
    await store.setMe(owner, [mail('ann@x.org')], null)
    await refresh(store, owner)
    await store.ingest(owner, await resolve(store, null, id, { interactions: [toBob] }))
    expect(await store.owner(owner)).toMatchObject({ touchpointsReady: true })
  })

  test('touchpoints of somebody else’s view are not written', async ({ store, dump }) => {
    const ann = await store.setMe(owner, [mail('ann@x.org')], null)
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, { interactions: [toBob] })
    await store.setMe(owner, [mail('bob@x.org')], null)
    await refresh(store, owner)
    await store.ingest(owner, await resolve(store, ann, id, { interactions: [toBob, toCy] }))
    expect(await store.owner(owner)).toMatchObject({ touchpointsReady: false })
    const rows = await store.interactions(owner, null, 10)
    await expect(store.addTouchpoints(owner, seenBy(ann, rows), [], ann)).rejects.toThrow(StaleDirectoryError)
    await refresh(store, owner)
    expect((await dump()).touchpoints).toMatchObject([{ person: ['mail:ann@x.org'], direction: 1 }])
  })

  test('nobody who was merged away meanwhile gets touchpoints', async ({ store }) => {
    const ann = await store.setMe(owner, [mail('ann@x.org')], null)
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, { interactions: [toBob, toRob] })
    const run = await store.clearTouchpoints(owner)
    const before = await store.interactions(owner, null, 10)
    await importBatch(store, owner, id, { people: [{ mails: ['bob@x.org', 'rob@y.org'] }] })
    await expect(store.addTouchpoints(owner, seenBy(ann, before), [], ann)).rejects.toThrow(
      StaleDirectoryError,
    )
    const now = await store.interactions(owner, null, 10)
    await store.addTouchpoints(owner, seenBy(ann, now), [], ann)
    expect(await store.touchpointsReady(owner, run, now.at(-1)?.interactionId)).toBe('ready')
    expect(await store.health()).toMatchObject({ ok: true, problems: [] })
  })

  test('a run that derives the view meets what was imported meanwhile', async ({ store }) => {
    const ann = await store.setMe(owner, [mail('ann@x.org')], null)
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, { interactions: [toBob] })
    const run = await store.clearTouchpoints(owner)
    const rows = await store.interactions(owner, null, 10)
    await store.addTouchpoints(owner, seenBy(ann, rows), [], ann)
    await store.ingest(owner, await resolve(store, null, id, { interactions: [toCy] }))
    const last = rows.at(-1)?.interactionId ?? null
    expect(await store.touchpointsReady(owner, run, last)).toBe('behind')
    expect(await store.owner(owner)).toMatchObject({ touchpointsReady: false })
    const more = await store.interactions(owner, last, 10)
    await store.addTouchpoints(owner, seenBy(ann, more), [], ann)
    expect(await store.touchpointsReady(owner, run, more.at(-1)?.interactionId)).toBe('ready')
    expect((await store.ledger(owner)).length).toBe(2)
  })

  test('a run is stale when the owner changed under it, and overtaken by one begun later', async ({
    store,
  }) => {
    await store.setMe(owner, [mail('ann@x.org')], null)
    await importBatch(store, owner, await startImport(store, owner), { interactions: [toBob] })
    const first = await store.clearTouchpoints(owner)
    const second = await store.clearTouchpoints(owner)
    expect(await store.touchpointsReady(owner, first, null)).toBe('overtaken')
    await store.setMe(owner, [mail('bob@x.org')], null)
    expect(await store.touchpointsReady(owner, second, null)).toBe('stale')
    await refresh(store, owner)
    expect(await store.touchpointsReady(owner, first, null)).toBe('ready')
  })

  test('what stands for the owner goes along with them, and leaves the other person as they are', async ({
    store,
    dump,
  }) => {
    const standIn = { kind: 'handle', value: 'kith:owner-1' } as const
    const boss = await store.setMe(owner, [standIn, mail('bob@x.org')], 'Bob')
    await importBatch(store, owner, await startImport(store, owner), { interactions: [toBob] })
    const ann = await store.setMe(owner, [mail('ann@x.org')], null, standIn)
    expect(ann).not.toBe(boss)
    expect(await store.owner(owner)).toMatchObject({ me: ann, touchpointsReady: false })
    expect((await dump()).people).toEqual([['handle:kith:owner-1', 'mail:ann@x.org'], ['mail:bob@x.org']])
    expect(await store.facts()).toEqual([])
    // One who already holds it keeps it, and who is nobody else is taken in.
    expect(await store.setMe(owner, [mail('ann@x.org')], null, standIn)).toBe(ann)
    await store.setMe(owner, [mail('ann@x.org'), mail('annie@x.org')], null, standIn)
    expect((await dump()).people).toContainEqual([
      'handle:kith:owner-1',
      'mail:ann@x.org',
      'mail:annie@x.org',
    ])
  })

  test('an identity that is not the owner leaves them, is somebody of its own, and the view is stale', async ({
    store,
    dump,
  }) => {
    await store.setMe(owner, [mail('ann@x.org'), mail('bob@x.org')], null)
    await importBatch(store, owner, await startImport(store, owner), { interactions: [toBob] })
    await refresh(store, owner)
    expect(await store.disown(owner, [mail('ann@x.org')])).toBe(1)
    expect((await dump()).people).toContainEqual(['mail:ann@x.org'])
    expect((await dump()).people).toContainEqual(['mail:bob@x.org'])
    expect((await store.owner(owner)).touchpointsReady).toBe(false)
    // Somebody has to remain whom the owner is, and nothing leaves twice.
    expect(await store.disown(owner, [mail('ann@x.org')])).toBe(0)
    expect(await store.disown(owner, [])).toBe(0)
  })
}
