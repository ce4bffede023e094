import { expect } from 'vitest'
import { SOLE_OWNER } from '#core/model/ids.ts'
import type { Store } from '../store.ts'
import { importBatch, mail, refresh, startImport } from './support/small-import.ts'
import type { StoreKind } from './support/harness.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER

const told = (key: string, at: number, subject: string, more: object = {}) => ({
  key,
  at,
  from: 'a@x',
  to: ['me@x'],
  subject,
  ...more,
})

/** A store with two messages, and talk of one person kept of them. */
async function withTalk(store: Store) {
  await store.setMe(owner, [mail('me@x')], null)
  await refresh(store, owner)
  const id = await startImport(store, owner)
  await importBatch(store, owner, id, {
    interactions: [told('1', 10, 'Gas'), { ...told('2', 20, 'Power'), from: 'b@x' }],
  })
  const person = (await store.ledger(owner)).person[0]!
  const rows = [
    {
      personId: person as never,
      subjects: 3,
      words: new Map([
        ['gas', 2],
        ['öl', 1],
      ]),
      marks: Float64Array.of(2, 5, 2 ** 52),
    },
  ]
  const { changes } = await store.owner(owner)
  await store.saveTalk(owner, 'gas', changes, rows)
  return { id, rows, changes }
}

export function contractOfTalk(kind: StoreKind): void {
  const test = testWith(kind)

  test('talk: is kept as it was saved, and is no change', async ({ store }) => {
    expect(await store.talkMark(owner)).toBeNull()
    const { rows, changes } = await withTalk(store)
    const [{ marks, ...kept }] = rows as [(typeof rows)[0]]
    expect(await store.talk(owner)).toEqual([kept])
    expect(await store.talk(owner, kept.personId)).toEqual([kept])
    expect(await store.talkMarks(owner, [kept.personId, 9_999 as never])).toEqual(
      new Map([[kept.personId, marks]]),
    )
    expect(await store.talk(owner, 9_999 as never)).toEqual([])
    expect(await store.talkMark(owner)).toEqual({ about: 'gas', newFrom: null })
    expect((await store.owner(owner)).changes).toBe(changes)
    await store.saveTalk(owner, 'oil', changes, [])
    expect(await store.talk(owner)).toEqual([])
    expect(await store.talkMark(owner)).toEqual({ about: 'oil', newFrom: null })
  })

  test('talk: made from data that changed meanwhile is not kept', async ({ store }) => {
    const { rows, changes } = await withTalk(store)
    await store.setSetting(owner, 'field', 'gas')
    await store.saveTalk(owner, 'gas', changes, rows)
    expect(await store.talkMark(owner)).toBeNull()
    expect(await store.talk(owner)).toEqual([])
  })

  test('talk: stays with new interactions, but is not of all', async ({ store }) => {
    const { id, rows } = await withTalk(store)
    await importBatch(store, owner, id, { interactions: [told('3', 30, 'Coal'), told('4', 5, 'Oil')] })
    expect(await store.talkMark(owner)).toEqual({ about: 'gas', newFrom: 5 })
    expect((await store.talk(owner)).map(({ personId }) => personId)).toEqual([rows[0]!.personId])
  })

  test('talk: goes on with some people, unless it is about something else by now', async ({ store }) => {
    const { rows, changes } = await withTalk(store)
    const [one] = rows as [(typeof rows)[0]]
    const [, second] = [...new Set((await store.ledger(owner)).person)]
    const other = { ...one, personId: second as never, subjects: 1 }
    await store.saveTalk(owner, 'gas, a day later', changes, [{ ...one, subjects: 4 }, other], 'gas')
    await store.saveTalk(owner, 'gas, another day', changes, [{ ...other, subjects: 2 }], 'gas, a day later')
    expect(await store.talkMark(owner)).toEqual({ about: 'gas, another day', newFrom: null })
    expect((await store.talk(owner)).map(({ subjects }) => subjects)).toEqual([4, 2])
    await store.saveTalk(owner, 'gas, too late', changes, [other], 'gas')
    expect(await store.talkMark(owner)).toBeNull()
    expect(await store.talk(owner)).toEqual([])
  })

  test('talk: a copy that tells another subject, keywords or people drops it, and so do a merge and a new view', async ({
    store,
  }) => {
    const { id, rows } = await withTalk(store)
    const drops = async (change: () => Promise<unknown>): Promise<void> => {
      await store.saveTalk(owner, 'gas', (await store.owner(owner)).changes, rows)
      expect(await store.talkMark(owner)).not.toBeNull()
      await change()
      expect(await store.talkMark(owner)).toBeNull()
      expect(await store.talk(owner)).toEqual([])
    }
    const again = (one: object) => importBatch(store, owner, id, { interactions: [one as never] })
    await drops(() => again(told('1', 10, 'A subject before it')))
    await drops(() => again(told('1', 10, 'A subject before it', { keywords: ['tax'] })))
    await drops(() => again({ ...told('1', 10, 'A subject before it'), to: ['me@x', 'c@x'] }))
    const [first, second] = new Set((await store.ledger(owner)).person)
    await drops(() =>
      store.joinPeople(owner, [{ kept: first as never, gone: second as never, reason: 'the same' }]),
    )
    await drops(() => store.clearTouchpoints(owner))
  })

  test('subjects by interaction and interactions by person: what talk is read from', async ({ store }) => {
    const { id } = await withTalk(store)
    await importBatch(store, owner, id, {
      interactions: [
        { key: '3', at: 30, from: 'a@x', to: ['me@x'], keywords: ['#ferry'] },
        told('4', 40, 'Sale', { bulk: true }),
        { key: '5', at: 50, from: 'me@x', to: ['a@x', 'b@x'] },
      ],
    })
    const subjects: unknown[] = []
    await store.eachSubject(owner, (interaction, subject, keywords) =>
      subjects.push([interaction, subject, keywords]),
    )
    expect(subjects).toEqual([
      [1, 'Gas', []],
      [2, 'Power', []],
      [3, null, ['#ferry']],
    ])
    const some: number[] = []
    await store.eachSubject(owner, (interaction) => some.push(interaction), [3, 1, 4])
    expect(some).toEqual([1, 3])
    const rows: unknown[] = []
    await store.eachPersonsInteractions(owner, 50, ({ length, interaction, at, direction, channel }) => {
      for (let row = 0; row < length; row++)
        rows.push([interaction[row], at[row], direction(row), channel(row)])
    })
    const seen = rows.map((row) => (row as number[]).slice(0, 2))
    expect(seen.toSorted((a, b) => a[0]! - b[0]!)).toEqual([
      [1, 10],
      [2, 20],
      [3, 30],
    ])
    const { person } = await store.ledger(owner)
    const since: number[] = []
    await store.eachPersonsInteractions(
      owner,
      50,
      ({ length, interaction }) => since.push(...Array.from({ length }, (_, row) => interaction[row]!)),
      { from: 20, people: [person[0]!] },
    )
    expect(since).toEqual([3])
  })
}
