import { expect } from 'vitest'
import { ownerId, SOLE_OWNER } from '#core/model/ids.ts'
import { importBatch, mail, startImport } from './support/small-import.ts'
import type { StoreKind } from './support/harness.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER

export function contractOfConclusions(kind: StoreKind): void {
  const test = testWith(kind)

  test('what was concluded holds until something changes, for the owner or in who is who', async ({
    store,
  }) => {
    expect(await store.conclusion(owner)).toBeNull()
    await store.setConcluded(owner)
    expect(await store.conclusion(owner)).not.toBeNull()
    expect(await store.conclusion(ownerId(2))).toBeNull()
    await store.setSetting(owner, 'region', 'DE')
    expect(await store.conclusion(owner)).toBeNull()
    await store.setConcluded(owner)
    // What somebody else brings says who is who for all.
    await store.setMe(ownerId(2), [mail('two@x.org')], null)
    expect(await store.conclusion(owner)).toBeNull()
  })

  test('another state that was concluded is told apart from the one before', async ({ store }) => {
    await store.setConcluded(owner)
    const before = await store.conclusion(owner)
    expect(await store.conclusion(owner)).toBe(before)
    await store.setSetting(owner, 'region', 'DE')
    await store.setConcluded(owner)
    expect(await store.conclusion(owner)).not.toBe(before)
  })

  test('a batch that is there already leaves it concluded, and so does the import around it', async ({
    store,
  }) => {
    const batch = {
      interactions: [{ key: 'a', from: 'a@x.org', to: ['b@x.org'] }],
      people: [{ mails: ['a@x.org', 'aa@x.org'], name: 'Ann' }],
    }
    await importBatch(store, owner, await startImport(store, owner), batch)
    await store.setConcluded(owner)
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, batch)
    await store.finishImport(owner, id, 9, 'done')
    expect(await store.conclusion(owner)).not.toBeNull()
    await importBatch(store, owner, id, { interactions: [{ key: 'c', from: 'a@x.org', to: ['b@x.org'] }] })
    expect(await store.conclusion(owner)).toBeNull()
  })

  test('that two keys are one person counts as new also where both are known', async ({ store }) => {
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, { people: [{ mails: ['a@x.org', 'b@x.org', 'c@x.org'] }] })
    await store.setConcluded(owner)
    await importBatch(store, owner, id, { people: [{ mails: ['a@x.org', 'c@x.org'] }] })
    expect(await store.conclusion(owner)).not.toBeNull()
    await importBatch(store, owner, id, { people: [{ mails: ['b@x.org', 'c@x.org'] }] })
    expect(await store.conclusion(owner)).toBeNull()
  })

  test('an import that ended without its conclusions is told of until they are drawn', async ({ store }) => {
    const now = 10 * 3_600_000
    const isBehind = () => store.isUnconcluded(owner, now)
    const one = { interactions: [{ key: 'a', from: 'a@x.org', to: ['b@x.org'] }] }
    expect(await isBehind()).toBe(false)
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, one)
    // Under way, as far as anybody can tell.
    expect(await store.isUnconcluded(owner, 1)).toBe(false)
    await store.finishImport(owner, id, 9, 'done')
    expect(await isBehind()).toBe(true)
    expect(await store.isUnconcluded(ownerId(2), now)).toBe(false)
    await store.setConcluded(owner)
    expect(await isBehind()).toBe(false)
    await store.setSetting(owner, 'region', 'DE')
    expect(await isBehind()).toBe(false)
  })

  test('conclusions drawn while another import stored more are none of what it stored', async ({ store }) => {
    const now = 10 * 3_600_000
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, { interactions: [{ key: 'a', from: 'a@x.org', to: ['b@x.org'] }] })
    const brought = await store.brought(owner)
    await importBatch(store, owner, id, { interactions: [{ key: 'b', from: 'a@x.org', to: ['b@x.org'] }] })
    await store.finishImport(owner, id, 9, 'done')
    await store.setConcluded(owner, brought)
    expect(await store.conclusion(owner)).toBeNull()
    expect(await store.isUnconcluded(owner, now)).toBe(true)
    await store.setConcluded(owner, await store.brought(owner))
    expect(await store.isUnconcluded(owner, now)).toBe(false)
    expect(await store.conclusion(owner)).not.toBeNull()
  })
}
