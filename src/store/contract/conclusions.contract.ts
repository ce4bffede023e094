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
    expect(await store.isConcluded(owner)).toBe(false)
    await store.setConcluded(owner)
    expect(await store.isConcluded(owner)).toBe(true)
    expect(await store.isConcluded(ownerId(2))).toBe(false)
    await store.setSetting(owner, 'region', 'DE')
    expect(await store.isConcluded(owner)).toBe(false)
    await store.setConcluded(owner)
    // What somebody else brings says who is who for all.
    await store.setMe(ownerId(2), [mail('two@x.org')], null)
    expect(await store.isConcluded(owner)).toBe(false)
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
    expect(await store.isConcluded(owner)).toBe(true)
    await importBatch(store, owner, id, { interactions: [{ key: 'c', from: 'a@x.org', to: ['b@x.org'] }] })
    expect(await store.isConcluded(owner)).toBe(false)
  })

  test('that two keys are one person counts as new also where both are known', async ({ store }) => {
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, { people: [{ mails: ['a@x.org', 'b@x.org', 'c@x.org'] }] })
    await store.setConcluded(owner)
    await importBatch(store, owner, id, { people: [{ mails: ['a@x.org', 'c@x.org'] }] })
    expect(await store.isConcluded(owner)).toBe(true)
    await importBatch(store, owner, id, { people: [{ mails: ['b@x.org', 'c@x.org'] }] })
    expect(await store.isConcluded(owner)).toBe(false)
  })
}
