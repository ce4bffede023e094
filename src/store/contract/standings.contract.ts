import { sql } from 'kysely'
import { expect } from 'vitest'
import { SOLE_OWNER, ownerId, personId } from '#core/model/ids.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { ScoreRow, Store } from '../store.ts'
import type { StoreKind } from './support/harness.ts'
import { importBatch, mail, refresh, startImport } from './support/small-import.ts'
import type { SmallBatch } from './support/small-import.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values)
/** All that bytes can be: also those that text cannot hold. */
const everyByte = Uint8Array.from({ length: 70_000 }, (_, i) => (i * 7) % 256)

const score = (of: PersonId, more: Partial<ScoreRow> = {}): ScoreRow => ({
  personId: of,
  closeness: 0.5,
  trust: 0.25,
  calibre: null,
  worth: 0.125,
  contribution: 0.0625,
  interactionsOut: 1,
  interactionsIn: 2,
  interactionsTogether: 0,
  lastAt: 1_000,
  channels: 1,
  sought: { level: 0.75, seekers: 4, soughtSeekers: 2 },
  ...more,
})

/** Me, Al and Bo, with scores and what was kept beside them. */
async function scored(store: Store) {
  await store.setMe(owner, [mail('me@x.org')], null)
  await refresh(store, owner)
  const importId = await startImport(store, owner)
  const brings = (batch: SmallBatch) => importBatch(store, owner, importId, batch)
  await brings({
    interactions: [
      { key: 'a', at: 1_000, from: 'me@x.org', to: ['al@x.org'] },
      { key: 'b', at: 2_000, from: 'bo@x.org', to: ['me@x.org'] },
    ],
  })
  const { keys, personIds } = await store.directory()
  const idOf = (address: string): PersonId => personId(personIds[keys.indexOf(`mail:${address}`)] ?? -1)
  const [al, bo] = [idOf('al@x.org'), idOf('bo@x.org')]
  await store.saveTrends(
    owner,
    [al, bo].map((one) => ({ personId: one, before: 0.375, gapDays: null, meanGapDays: null })),
  )
  await store.saveScores(owner, 5_000, [score(al), score(bo)], {
    summary: { of: 'all' },
    standing: { current: everyByte, settled: [bytes(1), bytes(2, 2), bytes(0, 255)] },
  })
  await store.saveOutlooks(owner, { person: [al, bo], silent: [0.1, 0.2], overlap: [0.3, NaN] })
  const touched = async () => store.touched(owner, (await store.owner(owner)).changes)
  return { al, bo, brings, touched }
}

export function contractOfStandings(kind: StoreKind): void {
  const test = testWith(kind)

  test('new interactions are written down by whom they touch, and since when', async ({ store }) => {
    const { al, bo, brings, touched } = await scored(store)
    expect(await touched()).toEqual({ since: Infinity, people: [], told: new Set() })
    await brings({ interactions: [{ key: 'c', at: 9_000, from: 'al@x.org', to: ['me@x.org'] }] })
    await brings({ interactions: [{ key: 'd', at: 8_000, from: 'me@x.org', to: ['bo@x.org'] }] })
    expect(await touched()).toEqual({ since: 8_000, people: [al, bo], told: new Set() })
  })

  test('whoever is new or newly named is told of; a name that is known already is none', async ({
    store,
  }) => {
    const { al, brings, touched } = await scored(store)
    const called = { people: [{ mails: ['al@x.org'], name: 'Al Adams' }] }
    await brings({ ...called, interactions: [{ key: 'c', at: 9_000, from: 'al@x.org', to: ['me@x.org'] }] })
    expect(await touched()).toMatchObject({ people: [al], told: new Set([al]) })
    const { changes } = await store.owner(owner)
    await store.saveScores(owner, 9_500, [score(al)], { standing: { current: bytes(1), settled: [] } })
    await brings({ ...called, interactions: [{ key: 'd', at: 9_100, from: 'al@x.org', to: ['me@x.org'] }] })
    expect(await store.touched(owner, changes + 1)).toMatchObject({ people: [al], told: new Set() })
  })

  test('after any other change nobody can say who was touched', async ({ store }) => {
    const { brings, touched } = await scored(store)
    await store.setSetting(owner, 'region', 'DE')
    expect(await touched()).toBeNull()
    await brings({ interactions: [{ key: 'c', at: 9_000, from: 'al@x.org', to: ['me@x.org'] }] })
    expect(await touched()).toBeNull()
  })

  test('what was kept comes back byte by byte, in the parts that are asked for', async ({ store }) => {
    await scored(store)
    expect([...((await store.standing(owner)) ?? [])]).toEqual([...everyByte])
    const parts = await store.settledParts(owner, [2, 0, 7])
    expect(new Map([...parts].map(([place, body]) => [place, [...body]]))).toEqual(
      new Map([
        [0, [1]],
        [2, [0, 255]],
      ]),
    )
    expect(await store.standing(ownerId(2))).toBeNull()
  })

  test('scores without anything to go on from leave nothing of the ones before', async ({ store }) => {
    const { al } = await scored(store)
    await store.saveScores(owner, 6_000, [score(al)])
    expect(await store.standing(owner)).toBeNull()
    expect((await store.settledParts(owner, [0, 1, 2])).size).toBe(0)
  })

  test('rescored people take the place of what was there; the rest stays', async ({ store }) => {
    const { al, bo, brings, touched } = await scored(store)
    await brings({ interactions: [{ key: 'c', at: 9_000, from: 'al@x.org', to: ['me@x.org'] }] })
    const { changes, scoredChanges } = await store.owner(owner)
    const made = {
      scoredChanges,
      seenChanges: changes,
      rows: [score(al, { closeness: 0.875, sought: null, lastAt: 9_000 })],
      trends: [{ personId: al, before: null, gapDays: 3, meanGapDays: 2 }],
      silent: [{ personId: al, silent: 0.6 }],
      worth: [{ personId: bo, worth: 0.5, contribution: 0.25 }],
      summary: { of: 'one' },
      current: bytes(9),
    }
    expect(await store.saveRescored(owner, made)).toBe(true)
    expect(await store.person(owner, al)).toMatchObject({
      closeness: 0.875,
      lastAt: 9_000,
      sought: { level: 0.75, seekers: 4, soughtSeekers: 2 },
    })
    expect(await store.person(owner, bo)).toMatchObject({
      closeness: 0.5,
      interactionsIn: 2,
      worth: 0.5,
      contribution: 0.25,
    })
    expect(await store.trend(owner, al)).toMatchObject({ before: 0.375, gapDays: 3, meanGapDays: 2 })
    const { silent, overlap } = await store.scoredColumns(owner)
    expect([[...silent], [...overlap]]).toEqual([
      [0.6, 0.2],
      [0.3, NaN],
    ])
    expect(await store.owner(owner)).toMatchObject({ scoredChanges: changes, summary: { of: 'one' } })
    expect([...((await store.standing(owner)) ?? [])]).toEqual([9])
    expect((await store.settledParts(owner, [0, 1, 2])).size).toBe(3)
    expect(await touched()).toEqual({ since: Infinity, people: [], told: new Set() })
    // Made from scores that are no longer there.
    expect(await store.saveRescored(owner, { ...made, rows: [score(bo, { closeness: 0 })] })).toBe(false)
    expect(await store.person(owner, bo)).toMatchObject({ closeness: 0.5 })
  })

  test('nothing of this is left of somebody who is deleted for good', async ({ store, backend }) => {
    const { al, brings } = await scored(store)
    await brings({ interactions: [{ key: 'c', at: 9_000, from: 'al@x.org', to: ['me@x.org'] }] })
    await store.forgetPerson(owner, al, 10_000)
    expect(await store.standing(owner)).toBeNull()
    expect((await store.settledParts(owner, [0, 1, 2])).size).toBe(0)
    for (const table of ['touches', 'scores', 'tie_trends', 'outlooks']) {
      const { rows } = await sql`select * from ${sql.table(table)} where person_id = ${al}`.execute(
        backend.db,
      )
      expect(rows).toEqual([])
    }
  })
}
