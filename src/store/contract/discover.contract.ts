import { expect } from 'vitest'
import { SOLE_OWNER, introductionId, ownerId, personId } from '#core/model/ids.ts'
import type { SeenInteraction } from '../study.ts'
import { importBatch, mail, refresh, startImport } from './support/small-import.ts'
import type { StoreKind } from './support/harness.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER

export function contractOfDiscover(kind: StoreKind): void {
  const test = testWith(kind)

  test('every interaction is shown with its people; subjects only to whom they belong', async ({ store }) => {
    await store.setMe(owner, [mail('me@x')], null)
    await refresh(store, owner)
    await importBatch(store, owner, await startImport(store, owner), {
      interactions: [
        { key: '1', at: 10, from: 'me@x', to: ['a@x', 'b@x'], subject: 'Budget', keywords: ['tax'] },
        { key: '2', at: 20, from: 'a@x', to: ['me@x'], bulk: true },
        { key: '3', at: null, from: 'a@x', to: ['me@x'] },
        { key: '4', at: 40, channel: 'meeting', attendees: ['a@x', 'b@x'] },
        { key: '5', at: 50, from: 'a@x', to: ['b@x'] },
      ],
    })
    const seen = async (of: number, before: number): Promise<SeenInteraction[]> => {
      const all: SeenInteraction[] = []
      await store.eachSeen(ownerId(of), before, (one) => all.push(one))
      return all
    }
    const mine = await seen(owner, 50)
    expect(
      mine.map(({ at, subject, keywords, participants }) => [at, subject, keywords, participants.length]),
    ).toEqual([
      [10, 'Budget', ['tax'], 3],
      [40, null, [], 2],
    ])
    expect((await seen(2, 50)).map(({ subject, keywords }) => [subject, keywords])).toEqual([
      [null, []],
      [null, []],
    ])
  })

  test('the parts of a study are kept under their marks, and replaced one by one', async ({ store }) => {
    expect(await store.studyMark(owner, 'ties')).toBeNull()
    expect(await store.study(owner, 'ties')).toBeNull()
    const { changes } = await store.owner(owner)
    await store.saveStudy(owner, 'one', { ties: { a: [1] }, nodes: [] })
    await store.saveStudy(owner, 'two', { ties: { a: [2, 'ä'] } })
    expect(await store.studyMark(owner, 'ties')).toBe('two')
    expect(await store.study(owner, 'ties')).toEqual({ mark: 'two', body: { a: [2, 'ä'] } })
    expect(await store.study(owner, 'nodes')).toEqual({ mark: 'one', body: [] })
    expect((await store.owner(owner)).changes).toBe(changes)
    expect(await store.studyMark(ownerId(2), 'ties')).toBeNull()
  })

  test('anybody in the directory is found, contact or not', async ({ store }) => {
    await importBatch(store, owner, await startImport(store, owner), {
      people: [
        { mails: ['ada@x.org'], name: 'Ada Low' },
        { mails: ['list@x.org'], name: 'A list' },
      ],
    })
    const { keys, personIds } = await store.directory()
    const id = (address: string) => personId(personIds[keys.indexOf(`mail:${address}`)] ?? -1)
    const profile = { organisation: null, title: null, industry: null, place: null }
    await store.setProfiles([
      { ...profile, personId: id('ada@x.org'), name: 'Ada Low', isPerson: true },
      { ...profile, personId: id('list@x.org'), name: 'A list', isPerson: false },
    ])
    const found = [{ ...profile, personId: id('ada@x.org'), name: 'Ada Low', isPerson: true }]
    expect(await store.findAnybody('ada@x.org', 5)).toEqual(found)
    expect(await store.findAnybody('low', 5)).toEqual(found)
    expect(await store.findAnybody('list', 5)).toEqual([])
    expect(await store.findAnybody('?!', 5)).toEqual([])
    expect([...(await store.profiles([id('ada@x.org'), id('list@x.org')])).keys()]).toEqual([id('ada@x.org')])
  })

  test('introductions are kept, changed and forgotten, and follow who people turn out to be', async ({
    store,
  }) => {
    const importing = await startImport(store, owner)
    await importBatch(store, owner, importing, {
      people: ['a@x', 'b@x', 'b2@x'].map((address) => ({ mails: [address] })),
    })
    const { keys, personIds } = await store.directory()
    const id = (address: string) => personId(personIds[keys.indexOf(`mail:${address}`)] ?? -1)
    const asked = { via: id('a@x'), state: 'asked', askedAt: 5, note: 'at\0 the fair' } as const
    const first = await store.addIntroduction(owner, { ...asked, to: id('b2@x') })
    expect(await store.setIntroduction(owner, first, 'made', 9)).toBe(true)
    expect(await store.introductions(owner)).toEqual([
      {
        id: first,
        to: id('b2@x'),
        via: id('a@x'),
        state: 'made',
        askedAt: 5,
        changedAt: 9,
        note: 'at the fair',
      },
    ])
    await store.joinPeople(owner, [{ kept: id('b@x'), gone: id('b2@x'), reason: 'test' }])
    expect((await store.introductions(owner))[0]?.to).toBe(id('b@x'))
    expect(await store.introductions(ownerId(2))).toEqual([])
    expect(await store.removeIntroduction(owner, first)).toBe(true)
    expect(await store.removeIntroduction(owner, first)).toBe(false)
    expect(await store.setIntroduction(owner, introductionId(99), 'met', 1)).toBe(false)
    await expect(store.addIntroduction(owner, { ...asked, to: personId(999) })).rejects.toThrow(
      'not known any more',
    )
  })
}
