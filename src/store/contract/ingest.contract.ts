import { expect } from 'vitest'
import { SOLE_OWNER, identityId, importId, ownerId, personId } from '#core/model/ids.ts'
import { StaleDirectoryError } from '../store.ts'
import { importBatch, mail, resolve, startImport } from './support/small-import.ts'
import type { StoreKind } from './support/harness.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER
const letter = { key: '<1@x>', from: 'ann@x.org', to: ['bob@x.org'] }

export function contractOfIngest(kind: StoreKind): void {
  const test = testWith(kind)

  test('a message is stored once, whatever file it comes from', async ({ store, dump }) => {
    const id = await startImport(store, owner)
    expect(await importBatch(store, owner, id, { interactions: [letter] })).toMatchObject({
      newInteractions: 1,
      newRecords: 1,
      changedInteractions: [],
    })
    const before = await dump()
    const { changes } = await store.owner(owner)
    const again = await importBatch(store, owner, await startImport(store, owner), {
      interactions: [letter, letter],
    })
    expect(again).toMatchObject({ newInteractions: 0, newRecords: 0, changedInteractions: [] })
    expect(await dump()).toEqual(before)
    expect((await store.owner(owner)).changes).toBe(changes)
    expect(await store.imports(owner, 2)).toMatchObject([
      { read: 2, new: 0 },
      { read: 1, new: 1 },
    ])
  })

  test('copies unite their participants, and what was derived from less waits', async ({ store }) => {
    const me = await store.setMe(owner, [mail('ann@x.org')], null)
    await store.touchpointsReady(owner)
    const id = await startImport(store, owner)
    const bcc = { ...letter, cc: ['eve@x.org'] }
    await importBatch(store, owner, id, { interactions: [letter] })
    const result = await store.ingest(owner, await resolve(store, me, id, { interactions: [bcc] }))
    expect(result).toMatchObject({ newInteractions: 0 })
    expect(result.changedInteractions).toHaveLength(1)
    expect((await store.owner(owner)).touchpointsReady).toBe(false)
    expect((await store.ledger(owner)).length).toBe(0)
    const [row] = await store.interactionsByIds(owner, result.changedInteractions)
    expect(row?.participants).toHaveLength(3)
    await store.addTouchpoints(owner, [], result.changedInteractions)
    expect((await store.owner(owner)).touchpointsReady).toBe(true)
  })

  test('copies join marks by OR, and keep more words and the better time', async ({ store, dump }) => {
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, {
      interactions: [{ ...letter, at: 500, timeQuality: 'day', words: 10, subject: 'b', thread: null }],
    })
    await importBatch(store, owner, id, {
      interactions: [
        { ...letter, at: 900, timeQuality: 'exact', words: null, subject: 'a', thread: 't', bulk: true },
      ],
    })
    expect((await dump()).interactions).toMatchObject([
      { occurred_ms: 900, time_quality: 0, words: 10, subject: 'a', thread: 't', bulk: 1 },
    ])
    expect(await store.counts(owner)).toMatchObject({ interactions: 1, firstAt: 900, lastAt: 900 })
  })

  test('copies within one batch are one interaction', async ({ store }) => {
    const me = await store.setMe(owner, [mail('ann@x.org')], null)
    await store.touchpointsReady(owner)
    const id = await startImport(store, owner)
    const batch = await resolve(store, me, id, {
      interactions: [letter, { ...letter, to: ['eve@x.org'] }, letter],
    })
    const result = await store.ingest(owner, batch)
    expect(result).toMatchObject({ newInteractions: 1, newRecords: 1 })
    const rows = await store.interactionsByIds(owner, result.changedInteractions)
    expect(rows.map((row) => row.participants.length)).toEqual([3])
  })

  test('an interaction without a time is kept, and is no touchpoint', async ({ store }) => {
    await store.setMe(owner, [mail('ann@x.org')], null)
    await importBatch(store, owner, await startImport(store, owner), {
      interactions: [{ ...letter, at: null }],
    })
    expect(await store.counts(owner)).toMatchObject({ interactions: 1, firstAt: null })
    expect(await store.touchpointCount(owner)).toBe(0)
    expect(await store.interactions(owner, null, 10)).toMatchObject([{ at: null }])
  })

  test('times before 1970 and far ahead keep their value', async ({ store }) => {
    await store.setMe(owner, [mail('ann@x.org')], null)
    const times = [-62_135_596_800_000, -1, 253_402_300_799_999]
    await importBatch(store, owner, await startImport(store, owner), {
      interactions: times.map((at) => ({ ...letter, key: String(at), at })),
    })
    expect([...(await store.ledger(owner)).at]).toEqual(times)
  })

  test('a batch made from an older directory is refused whole', async ({ store, dump }) => {
    const id = await startImport(store, owner)
    const late = await resolve(store, null, id, { interactions: [letter] })
    await importBatch(store, owner, id, { interactions: [{ ...letter, key: '<2@x>', to: ['cy@x.org'] }] })
    const before = await dump()
    await expect(store.ingest(owner, late)).rejects.toBeInstanceOf(StaleDirectoryError)
    expect(await dump()).toEqual(before)
  })

  test('a batch that fails at its end leaves nothing behind', async ({ store, dump }) => {
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, { interactions: [letter] })
    const before = [
      await dump(),
      await store.directory(),
      await store.owner(owner),
      await store.imports(owner, 1),
    ]
    const batch = await resolve(store, null, id, {
      interactions: [{ ...letter, key: '<3@x>', to: ['new@x.org'], subject: 'lost' }],
    })
    await expect(store.ingest(owner, { ...batch, importId: importId(99) })).rejects.toThrow(
      'There is no import 99',
    )
    expect([
      await dump(),
      await store.directory(),
      await store.owner(owner),
      await store.imports(owner, 1),
    ]).toEqual(before)
  })

  test('batches stored together are counted together, each after the one before', async ({ store }) => {
    const id = await startImport(store, owner)
    const first = await resolve(store, null, id, { interactions: [letter, { ...letter, key: '<2@x>' }] })
    // Names nobody new, so that it may come after a batch that does.
    const second = { ...first, newPeople: [], newIdentities: [], read: 1, skipped: [] }
    const result = await store.ingestTogether(owner, first.directoryVersion, [first, second])
    expect(result).toMatchObject({ newInteractions: 2, newRecords: 2, changedInteractions: [] })
    expect(result.directoryVersion).toBe((await store.directory()).version)
    expect(await store.imports(owner, 1)).toMatchObject([{ read: first.read + 1, new: 2 }])
  })

  test('where one of several batches fails, those before it are not stored either', async ({
    store,
    dump,
  }) => {
    const id = await startImport(store, owner)
    const before = [await dump(), await store.directory(), await store.imports(owner, 1)]
    const batch = await resolve(store, null, id, { interactions: [letter] })
    function* batches() {
      yield batch
      throw new Error('the file cannot be read')
    }
    await expect(store.ingestTogether(owner, batch.directoryVersion, batches())).rejects.toThrow(
      'the file cannot be read',
    )
    await expect(store.ingestTogether(owner, batch.directoryVersion + 1, [batch])).rejects.toBeInstanceOf(
      StaleDirectoryError,
    )
    expect([await dump(), await store.directory(), await store.imports(owner, 1)]).toEqual(before)
  })

  test('an identity belongs to one person: a second one under its key is refused whole', async ({
    store,
    dump,
  }) => {
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, { interactions: [letter] })
    const before = await dump()
    const batch = await resolve(store, null, id, {})
    const twice = { identityId: identityId(50), identity: mail('bob@x.org'), personId: personId(50) }
    await expect(
      store.ingest(owner, { ...batch, newPeople: [personId(50)], newIdentities: [twice] }),
    ).rejects.toThrow(/unique/i)
    expect(await dump()).toEqual(before)
  })

  test('all skips are counted, the first thousand are kept', async ({ store }) => {
    const id = await startImport(store, owner)
    const skipped = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) => ({ where: `row ${from + i}`, reason: 'no date' }))
    await importBatch(store, owner, id, { skipped: skipped(1, 700) })
    await importBatch(store, owner, id, { skipped: skipped(701, 700) })
    await importBatch(store, owner, id, { skipped: skipped(1_401, 100) })
    expect(await store.imports(owner, 1)).toMatchObject([{ skipped: 1_500 }])
    const kept = await store.skips(owner, id, 5_000)
    expect(kept).toHaveLength(1_000)
    expect([kept[0], kept[699], kept[999]]).toEqual([
      { where: 'row 1', reason: 'no date' },
      { where: 'row 700', reason: 'no date' },
      { where: 'row 1000', reason: 'no date' },
    ])
    expect(await store.skips(owner, id, 2)).toHaveLength(2)
  })

  test('broken and enormous text does no harm', async ({ store, dump }) => {
    const id = await startImport(store, owner)
    const long = `label-${'x'.repeat(10_000)}`
    const batch = await resolve(store, null, id, {
      interactions: [{ ...letter, key: 'k'.repeat(100_000), subject: 'a\0b\ud800', thread: '\0' }],
      skipped: [{ where: 'row 1\0', reason: 'r'.repeat(100_000) }],
    })
    const person = batch.newPeople[0] ?? personId(1)
    await store.ingest(owner, {
      ...batch,
      newIdentities: [
        ...batch.newIdentities,
        { identityId: identityId(70), identity: { kind: 'label', value: long }, personId: person },
      ],
      facts: [
        {
          identityId: identityId(70),
          field: 'title',
          value: `${'t'.repeat(9_000)}\0`,
          source: 'test',
          at: null,
        },
      ],
    })
    expect((await dump()).interactions).toMatchObject([{ subject: 'ab\ufffd', thread: '' }])
    expect((await store.directory()).keys).toContain(`label:${long}`)
    expect((await store.facts(person))[0]?.value).toHaveLength(9_000)
    expect(await store.skips(owner, id, 1)).toEqual([{ where: 'row 1', reason: 'r'.repeat(500) }])
  })

  test('facts are kept once, with the latest time, in a stable order', async ({ store }) => {
    const id = await startImport(store, owner)
    const said = (at: number | null, name: string) => ({ people: [{ mails: ['ann@x.org'], name, at }] })
    await importBatch(store, owner, id, said(5, 'Zoë'))
    await importBatch(store, owner, id, said(null, 'Zoë'))
    await importBatch(store, owner, id, said(3, 'Zoë'))
    await importBatch(store, owner, id, said(9, 'Ann'))
    await importBatch(store, owner, id, said(7, 'ann'))
    expect((await store.facts()).map(({ value, at, key }) => [value, at, key])).toEqual([
      ['Ann', 9, 'mail:ann@x.org'],
      ['Zoë', 5, 'mail:ann@x.org'],
      ['ann', 7, 'mail:ann@x.org'],
    ])
  })

  test('owners share the directory and nothing else', async ({ store }) => {
    const other = ownerId(2)
    await importBatch(store, owner, await startImport(store, owner), { interactions: [letter] })
    await importBatch(store, other, await startImport(store, other), {
      interactions: [letter, { ...letter, key: '<2@x>' }],
    })
    expect(await store.counts(owner)).toMatchObject({ identities: 2, interactions: 1 })
    expect(await store.counts(other)).toMatchObject({ identities: 2, interactions: 2 })
    expect((await store.interactions(other, null, 10)).map((row) => row.interactionId)).toEqual([1, 2])
    expect(await store.imports(other, 5)).toHaveLength(1)
    expect(await store.vantagePoints()).toBe(2)
  })
}
