import fc from 'fast-check'
import { expect } from 'vitest'
import { SeekingPairs } from '#core/calibre/seeking-pairs.ts'
import { SOLE_OWNER, type ImportId, identityId, personId } from '#core/model/ids.ts'
import type { Backend } from '../backend.ts'
import type { Store } from '../store.ts'
import { importBatch, startImport } from './support/small-import.ts'
import type { StoreKind } from './support/harness.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER
const addresses = ['ann@x', 'bob@x', 'cat@y', 'dan@y', 'eve@z', 'noreply@z'] as const
const crowd = Array.from({ length: 50 }, (_, i) => `p${i}@w`)
const END = Number.MAX_SAFE_INTEGER

/** Who sought whom, from every participant there is. */
async function fromScratch({ db }: Backend, before: number) {
  const rows = await db
    .selectFrom('interactions as x')
    .innerJoin('participants as p', (on) =>
      on.onRef('p.owner_id', '=', 'x.owner_id').onRef('p.interaction_id', '=', 'x.interaction_id'),
    )
    .innerJoin('identities as i', 'i.identity_id', 'p.identity_id')
    .innerJoin('people as who', 'who.person_id', 'i.person_id')
    .select(['x.owner_id', 'x.interaction_id', 'i.person_id as person', 'p.role'])
    .where('x.bulk', '=', 0)
    .where('x.occurred_ms', '<', before)
    .where('who.is_person', '=', 1)
    .execute()
  const pairs = new SeekingPairs()
  for (const group of Map.groupBy(rows, (row) => `${row.owner_id} ${row.interaction_id}`).values())
    pairs.add(group)
  return pairs.columns()
}

async function agrees(store: Store, backend: Backend): Promise<void> {
  for (const before of [END, 25])
    expect(await store.attention(before)).toEqual(await fromScratch(backend, before))
}

const someone = fc.constantFrom(...addresses)
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('import' as const),
      told: fc.array(
        fc.record({
          key: fc.constantFrom('1', '2', '3', '4', '5', '6'),
          at: fc.option(fc.integer({ min: 10, max: 40 })),
          bulk: fc.boolean(),
          from: someone,
          to: fc.uniqueArray(someone, { minLength: 1, maxLength: 3 }),
          crowded: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
  },
  fc.record({ what: fc.constantFrom('merge' as const, 'split' as const), one: someone, other: someone }),
  fc.record({ what: fc.constant('nobody' as const), one: someone }),
  fc.record({ what: fc.constant('forget' as const), one: someone }),
  fc.record({ what: fc.constant('undo' as const), which: fc.nat(5) }),
)

export function contractOfSeeking(kind: StoreKind): void {
  const test = testWith(kind)

  test('who sought whom is the same kept as from scratch, whatever was imported, joined, split, forgotten or undone', () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
        const { store, backend, drop } = await kind.open()
        try {
          const imports: ImportId[] = []
          for (const one of steps) {
            await take(store, imports, one)
            await agrees(store, backend)
          }
        } finally {
          await drop()
        }
      }),
      { numRuns: kind.runs },
    ))

  test('what reached fifty-one addresses seeks nobody until two of them turn out to be one person', async ({
    store,
    backend,
  }) => {
    const id = await startImport(store, owner)
    const told = { key: '1', at: 20, from: 'ann@x', to: ['bob@x', ...crowd] }
    await importBatch(store, owner, id, { interactions: [told] })
    expect((await store.attention(END)).from).toHaveLength(0)
    await importBatch(store, owner, id, { people: [{ mails: ['p1@w', 'p2@w'] }] })
    expect((await store.attention(END)).from).toHaveLength(50)
    await agrees(store, backend)
  })

  test('interactions are read once: what is asked for again comes from the kept pairs', async ({
    store,
    backend,
  }) => {
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, {
      interactions: [{ key: '1', at: 20, from: 'ann@x', to: ['bob@x'] }],
    })
    const seen = await store.attention(END)
    await backend.db.deleteFrom('participants').execute()
    expect(await store.attention(END)).toEqual(seen)
    await importBatch(store, owner, id, {
      interactions: [{ key: '2', at: 20, from: 'bob@x', to: ['cat@y'] }],
    })
    expect((await store.attention(END)).from).toHaveLength(2)
  })
}

async function take(
  store: Store,
  imports: ImportId[],
  one: typeof step extends fc.Arbitrary<infer Step> ? Step : never,
): Promise<void> {
  const { keys, identityIds, personIds, version } = await store.directory()
  const at = (address: string): number => keys.indexOf(`mail:${address}`)
  if (one.what === 'import') {
    const id = await startImport(store, owner)
    imports.push(id)
    const interactions = one.told.map(({ crowded, to, ...told }) => ({
      ...told,
      to: crowded ? [...new Set([...to, ...crowd])] : to,
    }))
    await importBatch(store, owner, id, { interactions })
  } else if (one.what === 'undo') {
    const id = imports[one.which % Math.max(1, imports.length)]
    if (id === undefined) return
    imports.splice(imports.indexOf(id), 1)
    await store.undoImport(owner, id, {
      directoryVersion: version,
      me: [],
      meSetting: null,
      confirmed: false,
    })
  } else {
    const row = at(one.one)
    if (row < 0) return
    const person = personId(personIds[row]!)
    if (one.what === 'forget') return store.forgetPerson(owner, person, 1)
    if (one.what === 'nobody') {
      const unsaid = { organisation: null, title: null, industry: null, place: null }
      return store.setProfiles([{ personId: person, name: '', isPerson: false, ...unsaid }])
    }
    const other = at(one.other)
    if (other < 0) return
    const second = personId(personIds[other]!)
    const together = second === person
    if (one.what === 'merge' && !together)
      await store.editIdentities(owner, { kind: 'merge', kept: person, gone: second }, 1)
    if (one.what === 'split' && together && other !== row)
      await store.editIdentities(
        owner,
        { kind: 'split', person, identities: [identityId(identityIds[other]!)] },
        1,
      )
  }
}
