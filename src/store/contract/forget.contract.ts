import { existsSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { SOLE_OWNER, personId } from '#core/model/ids.ts'
import type { PersonId } from '#core/model/ids.ts'
import { keyHash } from '../keys.ts'
import type { Store } from '../store.ts'
import type { StoreKind } from './support/harness.ts'
import { importBatch, mail, refresh, startImport } from './support/small-import.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER

const idOf = async (store: Store, address: string): Promise<PersonId> => {
  const { keys, personIds } = await store.directory()
  return personId(personIds[keys.indexOf(`mail:${address}`)] ?? -1)
}

const talk = [
  { key: 'a', at: 1_000, from: 'me@x.org', to: ['gone@x.org'], subject: 'secret' },
  { key: 'b', at: 2_000, from: 'gone@x.org', to: ['me@x.org', 'al@x.org'] },
  { key: 'c', at: 3_000, from: 'al@x.org', to: ['me@x.org'] },
] as const

/** Me, Al, and somebody who is to be forgotten, under two addresses. */
async function filled(store: Store): Promise<{ me: PersonId; gone: PersonId; al: PersonId }> {
  const me = await store.setMe(owner, [mail('me@x.org')], null)
  await refresh(store, owner)
  await importBatch(store, owner, await startImport(store, owner), {
    interactions: [...talk],
    people: [{ mails: ['gone@x.org', 'gone@home.org'], name: 'Gone Person' }],
    connections: [{ to: 'gone@x.org', at: 500 }],
  })
  const gone = await idOf(store, 'gone@x.org')
  const al = await idOf(store, 'al@x.org')
  for (const [about, text] of [
    [gone, 'about the one'],
    [al, 'about the other'],
  ] as const)
    await store.addEntries(owner, 'note', [{ about, at: 1, body: { text } }], 1)
  return { me, gone, al }
}

export function contractOfForgetting(kind: StoreKind): void {
  const test = testWith(kind)

  test('who is deleted is gone with all data; what others share stays', async ({ store }) => {
    const { gone, al } = await filled(store)
    await store.forgetPerson(owner, gone, 9_000)
    const { keys } = await store.directory()
    expect(keys.filter((key) => key.includes('gone'))).toEqual([])
    expect(await store.facts(gone)).toEqual([])
    expect(await store.identitiesOf(gone)).toEqual([])
    expect(await store.timeline(owner, gone, 10)).toEqual([])
    expect(await store.declarations(owner)).toEqual([])
    const rows = await store.interactions(owner, null, 10)
    expect(rows.map((row) => row.participants.length)).toEqual([2, 2])
    expect((await store.timeline(owner, al, 10)).map((row) => row.at)).toEqual([3_000])
    expect((await store.entries(owner, 'note')).map((row) => row.about?.person)).toEqual([al])
    expect((await store.counts(owner)).interactions).toBe(2)
    expect(await store.health()).toMatchObject({ ok: true })
  })

  test('the files hold nothing of who is deleted, not even in pages that are free', async ({
    store,
    backend,
  }) => {
    const { gone } = await filled(store)
    const texts = ['gone@x.org', 'gone@home.org', 'Gone Person', 'gone person', 'about the one', 'secret']
    const inFiles = (): string[] => {
      const files = ['', '-wal'].map((end) => `${backend.location}${end}`).filter((file) => existsSync(file))
      const bytes = Buffer.concat(files.map((file) => readFileSync(file)))
      return files.length === 0 ? [] : texts.filter((text) => bytes.includes(text))
    }
    const before = inFiles()
    await store.forgetPerson(owner, gone, 9_000)
    expect(inFiles()).toEqual([])
    // What is looked for was there, where there are files to look into.
    expect([0, texts.length - 1, texts.length]).toContain(before.length)
  })

  test('hashes of all their keys are kept, and nothing else', async ({ store }) => {
    const { gone } = await filled(store)
    expect(await store.forgottenKeys()).toEqual(new Set())
    await store.forgetPerson(owner, gone, 9_000)
    expect(await store.forgottenKeys()).toEqual(
      new Set(['mail:gone@x.org', 'mail:gone@home.org'].map(keyHash)),
    )
  })

  test('a batch resolved before the deletion is resolved again', async ({ store }) => {
    const { gone } = await filled(store)
    const before = (await store.directory()).version
    await store.forgetPerson(owner, gone, 9_000)
    expect((await store.directory()).version).toBeGreaterThan(before)
    expect((await store.owner(owner)).scoredChanges).not.toBe((await store.owner(owner)).changes)
  })

  test('nobody deletes themselves', async ({ store }) => {
    const { me } = await filled(store)
    await expect(store.forgetPerson(owner, me, 9_000)).rejects.toThrow('This is yourself')
  })
}
