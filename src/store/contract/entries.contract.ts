import { expect } from 'vitest'
import { SOLE_OWNER, ownerId, personId } from '#core/model/ids.ts'
import type { PersonId } from '#core/model/ids.ts'
import { keyHash } from '../keys.ts'
import type { Store } from '../store.ts'
import { importBatch, mail, refresh, startImport } from './support/small-import.ts'
import type { StoreKind } from './support/harness.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER
const personOf = async (store: Store, address: string): Promise<PersonId> => {
  const { keys, personIds } = await store.directory()
  return personId(personIds[keys.indexOf(`mail:${address}`)] ?? -1)
}

/** Me, Bob and Rob, who wrote to each other. */
async function begun(store: Store) {
  await store.setMe(owner, [mail('ann@x.org')], null)
  await refresh(store, owner)
  const id = await startImport(store, owner)
  await importBatch(store, owner, id, {
    interactions: [
      { key: '<1@x>', at: 1_000, from: 'ann@x.org', to: ['bob@x.org'], subject: 'Offer', thread: 't1' },
      { key: '<2@x>', at: 2_000, from: 'rob@y.org', to: ['ann@x.org', 'bob@x.org'], subject: 'Signed order' },
    ],
  })
  return { id, bob: await personOf(store, 'bob@x.org'), rob: await personOf(store, 'rob@y.org') }
}

export function contractOfEntries(kind: StoreKind): void {
  const test = testWith(kind)

  test('a note is kept, changed, removed, and each step is taken back', async ({ store }) => {
    const { bob } = await begun(store)
    const [id] = await store.addEntries(
      owner,
      'note',
      [{ about: bob, at: 5_000, body: { text: 'likes chess' } }],
      6_000,
    )
    const note = id!
    expect(await store.entries(owner, 'note')).toMatchObject([
      {
        id: note,
        at: 5_000,
        madeAt: 6_000,
        about: { person: bob },
        via: null,
        body: { text: 'likes chess' },
      },
    ])
    expect(await store.changeEntry(owner, 'note', note, { body: { text: 'likes go' } })).toBe(true)
    expect((await store.entry(owner, 'note', note))?.body).toEqual({ text: 'likes go' })
    expect(await store.undoEntry(owner, 'note', note)).toBe(true)
    expect((await store.entry(owner, 'note', note))?.body).toEqual({ text: 'likes chess' })
    expect(await store.removeEntry(owner, 'note', note, 7_000)).toBe(true)
    expect(await store.removeEntry(owner, 'note', note, 7_000)).toBe(false)
    expect(await store.entries(owner, 'note')).toEqual([])
    expect(await store.undoEntry(owner, 'note', note)).toBe(true)
    expect(await store.entries(owner, 'note')).toHaveLength(1)
    // Of another kind, or of another owner, it is not there.
    expect(await store.entry(owner, 'tag', note)).toBeNull()
    expect(await store.entries(ownerId(2), 'note')).toEqual([])
  })

  test('what is kept about two people is about one once they are found to be one', async ({ store }) => {
    const { id, bob, rob } = await begun(store)
    await store.addEntries(owner, 'tag', [{ about: bob, at: 1, body: { tag: 'chess' } }], 1)
    await store.addEntries(owner, 'note', [{ about: rob, at: 1, body: { text: 'Rob' } }], 1)
    await importBatch(store, owner, id, { people: [{ mails: ['bob@x.org', 'rob@y.org'], name: 'Bob' }] })
    const one = await personOf(store, 'bob@x.org')
    expect(await store.entries(owner, 'tag', one)).toHaveLength(1)
    expect(await store.entries(owner, 'note', one)).toMatchObject([{ body: { text: 'Rob' } }])
  })

  test('what nobody knows any more keeps its name, and comes back with the address', async ({
    store,
    backend,
  }) => {
    const { bob } = await begun(store)
    await store.addEntries(owner, 'note', [{ about: bob, at: 1, body: { text: 'here' } }], 1)
    // As taking an import back does: the identity is gone.
    await backend.db
      .updateTable('identities')
      .set({ key_hash: 'gone' })
      .where('value', '=', 'bob@x.org')
      .execute()
    expect(await store.entries(owner, 'note')).toMatchObject([{ about: { person: null } }])
    expect(await store.entries(owner, 'note', bob)).toEqual([])
    await backend.db
      .updateTable('identities')
      .set({ key_hash: keyHash('mail:bob@x.org') })
      .where('value', '=', 'bob@x.org')
      .execute()
    expect(await store.entries(owner, 'note', bob)).toMatchObject([{ body: { text: 'here' } }])
  })

  test('outcomes and tags make scores old, notes do not', async ({ store }) => {
    const { bob, rob } = await begun(store)
    const changes = async (): Promise<number> => (await store.owner(owner)).changes
    const before = await changes()
    await store.addEntries(owner, 'note', [{ about: bob, at: 1, body: { text: 'n' } }], 1)
    expect(await changes()).toBe(before)
    const body = {
      kind: 'sale',
      value: 10,
      note: null,
      playbook: null,
      actionId: null,
      suggestion: null,
    } as const
    await store.addEntries(owner, 'outcome', [{ about: bob, via: rob, at: 1, body }], 1)
    expect(await changes()).toBeGreaterThan(before)
    expect(await store.entries(owner, 'outcome', rob)).toMatchObject([
      { about: { person: bob }, via: { person: rob } },
    ])
  })

  test('proposals that nobody touched are dropped for good', async ({ store }) => {
    const { bob } = await begun(store)
    const ids = await store.addEntries(
      owner,
      'dismissal',
      [1, 2].map((at) => ({ about: bob, at, body: { suggestion: `${at}` } })),
      1,
    )
    await store.dropEntries(owner, 'dismissal', [ids[0]!])
    expect((await store.entries(owner, 'dismissal')).map((row) => row.id)).toEqual([ids[1]])
    expect(await store.undoEntry(owner, 'dismissal', ids[0]!)).toBe(false)
  })

  test('several are taken away and brought back in one step, and tags among them make scores old', async ({
    store,
  }) => {
    const { bob, rob } = await begun(store)
    const [first, second] = await store.addEntries(
      owner,
      'tag',
      [bob, rob].map((about) => ({ about, at: 1, body: { tag: 'chess' } })),
      1,
    )
    const tags = async () => (await store.entries(owner, 'tag')).map(({ id }) => id)
    await store.exchangeEntries(owner, 'tag', { remove: [first!, second!], restore: [] }, 2)
    expect(await tags()).toEqual([])
    const { changes } = await store.owner(owner)
    await store.exchangeEntries(owner, 'tag', { remove: [], restore: [second!] }, 3)
    expect(await tags()).toEqual([second])
    expect((await store.owner(owner)).changes).toBeGreaterThan(changes)
    // Of another kind, nothing is touched.
    await store.exchangeEntries(owner, 'mark', { remove: [second!], restore: [first!] }, 4)
    expect(await tags()).toEqual([second])
  })

  test('a goal with a segment and dates is edited and removed, and each is taken back', async ({ store }) => {
    const goal = {
      kind: 'sales',
      target: 2,
      period: 'year',
      confidence: 0.5,
      weight: 1,
      baseRate: null,
      segment: { place: 'Leeds' },
      startsAt: 10,
      endsAt: 20,
    } as const
    const id = await store.addGoal(owner, goal, 0)
    expect(await store.goals(owner)).toEqual([{ id, ...goal }])
    expect(await store.changeGoal(owner, id, { ...goal, target: 3 })).toBe(true)
    expect(await store.goals(owner)).toMatchObject([{ target: 3 }])
    expect(await store.undoGoal(owner, id)).toBe(true)
    expect(await store.goals(owner)).toEqual([{ id, ...goal }])
    expect(await store.removeGoal(owner, id, 30)).toBe(true)
    expect(await store.goals(owner)).toEqual([])
    expect(await store.changeGoal(owner, id, goal)).toBe(false)
    expect(await store.undoGoal(owner, id)).toBe(true)
    expect(await store.goals(owner)).toHaveLength(1)
  })

  test('threads, subjects and who is in common', async ({ store }) => {
    const { bob, rob } = await begun(store)
    const score = {
      closeness: 0.5,
      trust: 0.5,
      calibre: null,
      worth: 0,
      contribution: 0.1,
      interactionsOut: 1,
      interactionsIn: 1,
      interactionsTogether: 0,
      lastAt: 2_000,
      sought: null,
      channels: 1,
    }
    await store.saveScores(
      owner,
      3_000,
      [bob, rob].map((one) => ({ personId: one, ...score })),
    )
    await store.setProfiles(
      [bob, rob].map((one) => ({
        personId: one,
        name: `person ${one}`,
        organisation: null,
        title: null,
        industry: null,
        place: null,
        isPerson: true,
      })),
    )
    await store.saveOutlooks(owner, { person: [bob], silent: [0.25], overlap: [NaN] })
    const columns = await store.scoredColumns(owner)
    expect([...columns.person]).toEqual([bob, rob])
    expect([...columns.silent]).toEqual([0.25, NaN])
    expect([...columns.twoWay]).toEqual([1, 1])
    expect((await store.contacts(owner)).map(({ personId: id, lastAt }) => [id, lastAt])).toEqual([
      [bob, 2_000],
      [rob, 2_000],
    ])
    expect(await store.inTouchSince(owner, 2_000, 1)).toEqual([bob])
    expect(await store.inTouchSince(owner, 2_001, 5)).toEqual([])
    expect(await store.threadsWith(owner, [bob], 0, 1_500)).toMatchObject([
      { person: bob, thread: 't1', subject: 'Offer', direction: 0, audience: 1 },
    ])
    expect(await store.threadsWith(owner, [], 0, 9_000)).toEqual([])
    expect(await store.inCommon(owner, rob, 5)).toEqual([{ person: bob, name: `person ${bob}`, times: 1 }])
    expect(await store.subjectsWith(owner, ['signed'], 0, 9_000, 5)).toMatchObject([
      { person: rob, subject: 'Signed order' },
    ])
    expect(await store.subjectsWith(owner, [], 0, 9_000, 5)).toEqual([])
  })

  test('a new title in a later import of the same source is a change', async ({ store }) => {
    const { bob } = await begun(store)
    const { keys, identityIds } = await store.directory()
    const identity = identityIds[keys.indexOf('mail:bob@x.org')]!
    const say = async (value: string): Promise<void> => {
      const { version } = await store.directory()
      await store.ingest(owner, {
        directoryVersion: version,
        importId: await startImport(store, owner),
        newPeople: [],
        newIdentities: [],
        merges: [],
        facts: [{ identityId: identity as never, field: 'title', value, source: 'linkedin', at: null }],
        seenBy: null,
        interactions: [],
        declarations: [],
        endorsements: [],
        skipped: [],
        read: 1,
      })
    }
    await say('Clerk')
    expect(await store.profileChanges(owner, 0)).toEqual([])
    await say('Director')
    expect(await store.profileChanges(owner, 0)).toMatchObject([
      { person: bob, field: 'title', before: 'Clerk', now: 'Director' },
    ])
    expect(await store.profileChanges(owner, Number.MAX_SAFE_INTEGER)).toEqual([])
  })
}
