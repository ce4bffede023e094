import { afterAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { changePeople, takeBack } from './change-people.ts'
import { countPeople, listPeople } from './list-people.ts'
import { getNotebook, undoEntry } from './notebook.ts'
import type { Context } from './operation.ts'
import { listPromises } from './plan/list-promises.ts'
import { plotPeople } from './plot-people.ts'
import { runOperation } from './run.ts'
import { studyNetwork } from './study-network.ts'
import { ME, smallMailbox } from './testing/introductions-mailbox.ts'
import { folderWith, inWorkspace } from './testing/workspace.ts'
import { listViews, removeView, renameView, saveView } from './views.ts'

const folder = folderWith({ 'small.mbox': smallMailbox })
afterAll(() => folder.drop())

type Names = (input: z.input<(typeof listPeople)['input']>) => Promise<string[]>

const small = (work: (context: Context, names: Names) => Promise<void>): Promise<void> =>
  inWorkspace(async ({ context, importAll }) => {
    await importAll([`${folder.path}/small.mbox`], [ME])
    await work(context, async (input) =>
      (await runOperation(listPeople, context, { ...input, sort: 'name' })).people.map(({ name }) => name),
    )
  })

const idsOf = async (context: Context, ...names: string[]): Promise<number[]> => {
  const { people } = await runOperation(listPeople, context, {})
  return names.map((name) => people.find((one) => one.name === name)?.id ?? -1)
}

test('many are tagged at once, who had the tag keeps it, and all of it is taken back', () =>
  small(async (context, names) => {
    const [ada, bob] = await idsOf(context, 'Ada Lovelace', 'Bob Noyce')
    await runOperation(changePeople, context, { people: [ada!], tag: 'chess' })
    const done = await runOperation(changePeople, context, { people: [ada!, bob!, 999_999], tag: 'Chess' })
    expect(done).toMatchObject({ people: 1, removed: [] })
    expect(await names({ tag: 'CHESS' })).toEqual(['Ada Lovelace', 'Bob Noyce'])
    expect((await runOperation(countPeople, context, {})).tags).toEqual([{ tag: 'chess', people: 2 }])
    await runOperation(takeBack, context, done)
    expect(await names({ tag: 'chess' })).toEqual(['Ada Lovelace'])
  }))

test('leaving alone takes the place of the mark before, which comes back with undo', () =>
  small(async (context) => {
    const [ada, bob] = await idsOf(context, 'Ada Lovelace', 'Bob Noyce')
    const mark = async (who: number) => (await runOperation(getNotebook, context, { who: String(who) })).mark
    await runOperation(changePeople, context, { people: [ada!], leaveAlone: true, until: '2027-01-01' })
    const done = await runOperation(changePeople, context, { people: [ada!, bob!], leaveAlone: true })
    expect(await mark(ada!)).toMatchObject({ leaveAlone: true, until: null })
    expect(await mark(bob!)).toMatchObject({ leaveAlone: true })
    await runOperation(takeBack, context, done)
    expect((await mark(ada!))?.until).toMatch(/^2027-01-01/)
    expect(await mark(bob!)).toBeNull()
    // Who may be proposed already is left as they are.
    expect(
      await runOperation(changePeople, context, { people: [ada!, bob!], leaveAlone: false }),
    ).toMatchObject({ people: 1 })
    expect(await mark(ada!)).toMatchObject({ leaveAlone: false })
  }))

test('the list by open promises is the list of promises, and topics narrow it as they are counted', () =>
  small(async (context, names) => {
    const { owed, waiting } = await runOperation(listPromises, context, {})
    const sorted = (rows: readonly { name: string }[]) => [...new Set(rows.map(({ name }) => name))].sort()
    expect(sorted(owed).length + sorted(waiting).length).toBeGreaterThan(0)
    expect(await names({ promise: 'i-owe' })).toEqual(sorted(owed))
    expect(await names({ promise: 'they-owe' })).toEqual(sorted(waiting))
    await runOperation(studyNetwork, context, {})
    const { topics } = await runOperation(countPeople, context, {})
    expect(topics.map(({ topic }) => topic)).toContain('pricing')
    for (const { topic } of topics) expect((await names({ topic })).length).toBeGreaterThan(0)
    expect(await names({ topic: 'ballet' })).toEqual([])
    // All that is asked for has to hold.
    expect(await names({ topic: 'pricing', tag: 'nobody has this' })).toEqual([])
  }))

test('a view keeps its question, is replaced by name, renamed, removed, and each can be undone', () =>
  small(async (context) => {
    const views = async () => (await runOperation(listViews, context, {})).views
    const { id } = await runOperation(saveView, context, { name: 'Quiet', dormant: true, sort: 'trust' })
    expect(await views()).toEqual([{ id, name: 'Quiet', asked: { dormant: true, sort: 'trust' } }])
    expect(await runOperation(saveView, context, { name: 'quiet', search: 'acme' })).toMatchObject({
      id,
      replaced: true,
    })
    await runOperation(undoEntry, context, { kind: 'view', id })
    expect(await views()).toMatchObject([{ name: 'Quiet', asked: { dormant: true } }])
    await runOperation(renameView, context, { id, name: 'To call' })
    await runOperation(saveView, context, { name: 'Other' })
    await expect(runOperation(renameView, context, { id, name: 'other' })).rejects.toThrow(/another name/)
    await runOperation(removeView, context, { id })
    expect((await views()).map(({ name }) => name)).toEqual(['Other'])
    await runOperation(undoEntry, context, { kind: 'view', id })
    expect((await views()).map(({ name }) => name)).toEqual(['Other', 'To call'])
    await expect(runOperation(removeView, context, { id: 77 })).rejects.toThrow(/kith view list/)
  }))

test('what a newer kith kept in a view is passed over', () =>
  small(async (context) => {
    const asked = { dormant: true, sort: 'aura', mood: 'blue' }
    await context.store.addEntries(
      context.owner,
      'view',
      [{ about: null, at: 1, body: { name: 'Old', asked } }],
      1,
    )
    expect((await runOperation(listViews, context, {})).views).toMatchObject([
      { name: 'Old', asked: { dormant: true } },
    ])
  }))

test('the plot has everybody of a small network as a mark, and counts them by field', () =>
  small(async (context, names) => {
    const { total, marks, fields } = await runOperation(plotPeople, context, {})
    expect(total).toBe((await names({})).length)
    expect(marks.name.toSorted()).toEqual((await names({})).toSorted())
    expect(marks.people.every((people) => people === 1)).toBe(true)
    expect(fields.reduce((sum, { people }) => sum + people, 0)).toBe(total)
    for (const { field, people } of fields)
      expect(marks.field.filter((each) => each === field)).toHaveLength(people)
  }))
