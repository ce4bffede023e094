import fc from 'fast-check'
import { expect } from 'vitest'
import { type OwnerId, type PersonId, SOLE_OWNER, identityId, personId } from '#core/model/ids.ts'
import type { Backend } from '../backend.ts'
import type { UserEdit } from '../identity-store.ts'
import type { Store } from '../store.ts'
import { importBatch, mail, refresh, seenBy, startImport } from './support/small-import.ts'
import type { StoreKind } from './support/harness.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER
const AT = 5_000
const addresses = ['ann@x', 'bob@x', 'rob@y', 'cat@x', 'kit@y', 'dan@x']

/** Everything that an edit may touch, row by row; counters of changes and the journal itself left out. */
async function rowsOf(backend: Backend): Promise<unknown> {
  const all = async (
    table: 'people' | 'identities' | 'person_facts' | 'touchpoints' | 'participants' | 'interactions',
  ) => (await backend.db.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).sort()
  return {
    people: await all('people'),
    identities: await all('identities'),
    facts: await all('person_facts'),
    touchpoints: await all('touchpoints'),
    participants: await all('participants'),
    interactions: await all('interactions'),
    me: await backend.db
      .selectFrom('owners')
      .select(['owner_id', 'me_person_id', 'touchpoints_ready'])
      .execute(),
    verdicts: await backend.db
      .selectFrom('identity_verdicts')
      .selectAll()
      .where('verdict', '=', 'same')
      .execute(),
  }
}

/** What the operations do after an edit: touchpoints of what changed, all of them where the owner changed. */
async function settle(store: Store, changed: readonly number[]): Promise<void> {
  const { me } = await store.owner(owner)
  if (me !== null && changed.length > 0) {
    const rows = await store.interactionsByIds(owner, changed as never)
    await store.addTouchpoints(owner, seenBy(me, rows), changed as never)
  }
  await refresh(store, owner)
}

const edit = async (store: Store, change: UserEdit): Promise<number> => {
  const { editId, changedInteractions } = await store.editIdentities(owner, change, AT)
  await settle(store, changedInteractions)
  return editId
}
const undo = async (store: Store, editId: number): Promise<void> =>
  settle(store, (await store.undoEdit(owner, editId, AT)).changedInteractions)

async function network(store: Store): Promise<void> {
  await store.setMe(owner, [{ kind: 'handle', value: 'kith:owner-1' }, mail('ann@x')], null)
  await refresh(store, owner)
  await importBatch(store, owner, await startImport(store, owner), {
    people: [
      { mails: ['bob@x'], name: 'Bob' },
      { mails: ['rob@y'], name: 'Rob' },
    ],
    interactions: [
      { key: '1', at: 1_000, from: 'ann@x', to: ['bob@x', 'rob@y'] },
      { key: '2', at: 2_000, from: 'rob@y', to: ['ann@x', 'cat@x'] },
      { key: '3', at: 3_000, attendees: ['ann@x', 'cat@x', 'kit@y', 'dan@x'] },
      { key: '4', at: 4_000, from: 'kit@y', to: ['bob@x', 'cat@x'] },
    ],
  })
}

const personOf = async (store: Store, address: string): Promise<PersonId> => {
  const { keys, personIds } = await store.directory()
  return personId(personIds[keys.indexOf(`mail:${address}`)] ?? -1)
}
const idOf = async (store: Store, address: string) => {
  const { keys, identityIds } = await store.directory()
  return identityId(identityIds[keys.indexOf(`mail:${address}`)] ?? -1)
}

export function contractOfIdentity(kind: StoreKind): void {
  const test = testWith(kind)

  test('what kith takes out of a person by itself is journaled, is no word of the user’s, and can be taken back', async ({
    store,
  }) => {
    await network(store)
    const [bob, rob] = [await personOf(store, 'bob@x'), await personOf(store, 'rob@y')]
    await store.joinPeople(owner, [{ kept: bob, gone: rob, reason: 'alike', by: 'match', probability: 0.99 }])
    const moved = (await store.identityIdsOf(bob)).find(({ value }) => value === 'rob@y')!
    const edited = await store.partPeople(
      owner,
      [{ from: bob, identities: [moved.id], reason: 'no longer alike' }],
      AT,
    )
    expect(await personOf(store, 'rob@y')).not.toBe(bob)
    expect(await store.edits({ limit: 1 })).toMatchObject([
      { kind: 'split', by: 'match', reason: 'no longer alike', kept: bob, moved: [mail('rob@y')] },
    ])
    expect(await store.verdicts()).toEqual([])
    await settle(store, edited.changedInteractions)
    await undo(store, edited.editId)
    expect(await personOf(store, 'rob@y')).toBe(bob)
    expect((await store.verdicts()).map(({ verdict }) => verdict)).toEqual(['same'])
    // Whoever is somebody else's meanwhile stays.
    const nothing = await store.partPeople(owner, [{ from: rob, identities: [moved.id], reason: 'x' }], AT)
    expect(nothing.people).toEqual([])
  })

  test('who only ever sent bulk mail, and is no declared contact, is told from the others', async ({
    store,
  }) => {
    await store.setMe(owner, [mail('me@x')], null)
    await refresh(store, owner)
    await importBatch(store, owner, await startImport(store, owner), {
      interactions: [
        { key: '1', at: 1_000, from: 'letter@x', to: ['me@x'], bulk: true },
        { key: '2', at: 2_000, from: 'known@x', to: ['me@x'], bulk: true },
        { key: '3', at: 3_000, from: 'writes@x', to: ['me@x'], bulk: true },
        { key: '4', at: 4_000, from: 'writes@x', to: ['me@x'] },
      ],
      connections: [{ to: 'known@x', at: null }],
    })
    const all = await Promise.all(['letter@x', 'known@x', 'writes@x'].map((who) => personOf(store, who)))
    expect([...(await store.bulkOnly(owner, all))]).toEqual([all[0]])
    expect([...(await store.bulkOnly(owner, []))]).toEqual([])
  })

  test('the user merges two people, sees it in the journal, and takes it back', async ({
    store,
    backend,
  }) => {
    await network(store)
    const before = await rowsOf(backend)
    const [bob, rob] = [await personOf(store, 'bob@x'), await personOf(store, 'rob@y')]
    const id = await edit(store, { kind: 'merge', kept: bob, gone: rob })
    expect(await personOf(store, 'rob@y')).toBe(bob)
    expect([...(await store.ledger(owner, bob)).at]).toEqual([1_000, 2_000])
    expect(await store.edits({ person: bob, limit: 5 })).toMatchObject([
      {
        editId: id,
        kind: 'merge',
        by: 'user',
        at: AT,
        undoneAt: null,
        kept: bob,
        gone: rob,
        moved: [mail('rob@y')],
      },
    ])
    await undo(store, id)
    expect(await rowsOf(backend)).toEqual(before)
    expect(await store.edits({ limit: 5 })).toMatchObject([{ editId: id, undoneAt: AT }])
    await expect(store.undoEdit(owner, id, AT)).rejects.toThrow('taken back already')
    await expect(store.undoEdit(owner, 99, AT)).rejects.toThrow('There is no edit 99')
  })

  test('a split makes a new person, who stays apart whatever a source says later', async ({ store }) => {
    await network(store)
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, { people: [{ mails: ['bob@x', 'rob@y'] }] })
    const bob = await personOf(store, 'bob@x')
    await edit(store, { kind: 'split', person: bob, identities: [await idOf(store, 'rob@y')] })
    expect(await personOf(store, 'rob@y')).not.toBe(bob)
    expect((await store.directory()).apart).toHaveLength(1)
    expect([...(await store.ledger(owner, bob)).at]).toEqual([1_000])
    await expect(
      store.editIdentities(
        owner,
        { kind: 'split', person: bob, identities: [await idOf(store, 'bob@x')] },
        AT,
      ),
    ).rejects.toThrow('at least one has to stay')
  })

  test('what was merged automatically and taken back is told apart; what the user merged is asked', async ({
    store,
  }) => {
    await network(store)
    const [bob, rob, cat] = [
      await personOf(store, 'bob@x'),
      await personOf(store, 'rob@y'),
      await personOf(store, 'cat@x'),
    ]
    await store.joinPeople(owner, [
      { kept: bob, gone: rob, reason: 'alike', by: 'match', probability: 0.995, at: AT },
    ])
    const [made] = await store.edits({ limit: 1 })
    expect(made).toMatchObject({ by: 'match', probability: 0.995 })
    await undo(store, made?.editId ?? -1)
    await undo(store, await edit(store, { kind: 'merge', kept: bob, gone: cat }))
    expect((await store.verdicts()).map((row) => row.verdict).sort()).toEqual(['apart', 'ask'])
  })

  test('an edit of the owner changes who the owner is, and back', async ({ store, backend }) => {
    await network(store)
    const before = await rowsOf(backend)
    const [ann, dan] = [await personOf(store, 'ann@x'), await personOf(store, 'dan@x')]
    const id = await edit(store, { kind: 'merge', kept: dan, gone: ann })
    expect((await store.owner(owner)).me).toBe(dan)
    await undo(store, id)
    expect((await store.owner(owner)).me).toBe(ann)
    expect(await rowsOf(backend)).toEqual(before)
  })

  test('questions are about those who are there, and move with a merge', async ({ store }) => {
    await network(store)
    const [bob, rob, cat] = [
      await personOf(store, 'bob@x'),
      await personOf(store, 'rob@y'),
      await personOf(store, 'cat@x'),
    ]
    const ask = (first: PersonId, second: PersonId, probability: number) => ({
      first,
      second,
      probability,
      evidence: [],
    })
    await store.saveQuestions([ask(bob, rob, 0.7), ask(rob, cat, 0.9), ask(bob, personId(999), 0.8)], null)
    expect((await store.questions(10)).map((row) => row.probability)).toEqual([0.9, 0.7])
    await edit(store, { kind: 'merge', kept: bob, gone: rob })
    expect(await store.questions(10)).toMatchObject([{ first: bob, second: cat, probability: 0.9 }])
    await edit(store, { kind: 'apart', first: bob, second: cat })
    expect(await store.questions(10)).toEqual([])
  })

  test('any edits taken back in any order restore every row', async () => {
    const pick = fc.constantFrom(...addresses)
    const step = fc.record({ what: fc.constantFrom('merge', 'split', 'apart', 'match'), a: pick, b: pick })
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        async (steps, order) => {
          const { store, backend, drop } = await kind.open()
          try {
            await network(store)
            const before = await rowsOf(backend)
            const made: number[] = []
            for (const { what, a, b } of steps) {
              const [first, second] = [await personOf(store, a), await personOf(store, b)]
              const held = await store.identityIdsOf(first)
              if (what === 'split') {
                if (held.filter((row) => row.kind === 'mail').length > 1)
                  made.push(
                    await edit(store, { kind: 'split', person: first, identities: [await idOf(store, a)] }),
                  )
              } else if (first === second) continue
              else if (what === 'match') {
                await store.joinPeople(owner, [{ kept: first, gone: second, reason: 'r', by: 'match' }])
                const [last] = await store.edits({ limit: 1 })
                made.push(last?.editId ?? -1)
                await settleAll(store, owner)
              } else
                made.push(
                  await edit(
                    store,
                    what === 'merge'
                      ? { kind: 'merge', kept: first, gone: second }
                      : { kind: 'apart', first, second },
                  ),
                )
            }
            while (made.length > 0) {
              const [next] = made.splice((order.next().value as number) % made.length, 1)
              await undo(store, next!)
            }
            expect(await rowsOf(backend)).toEqual(before)
            expect(await store.health()).toMatchObject({ ok: true, problems: [] })
          } finally {
            await drop()
          }
        },
      ),
      { numRuns: kind.runs },
    )
  })
}

/** Derives everything anew, as after an import that joined people. */
async function settleAll(store: Store, of: OwnerId): Promise<void> {
  await store.clearTouchpoints(of)
  const { me } = await store.owner(of)
  for (let after = null; me !== null;) {
    const rows = await store.interactions(of, after, 10)
    if (rows.length === 0) break
    await store.addTouchpoints(of, seenBy(me, rows))
    after = rows.at(-1)?.interactionId ?? null
  }
  await store.touchpointsReady(of)
}
