import { afterAll, expect, test } from 'vitest'
import { commonGround } from './common-ground.ts'
import { deleteEverything } from './delete-everything.ts'
import { addNote } from './notes.ts'
import type { Context } from './operation.ts'
import { planCalendar } from './plan/plan-calendar.ts'
import { weeklyPlan } from './plan/weekly-plan.ts'
import { runOperation } from './run.ts'
import { getStatus } from './status.ts'
import { ME, mailboxOf, smallMailbox } from './testing/introductions-mailbox.ts'
import { folderWith, inWorkspace } from './testing/workspace.ts'
import { daysFor, getWorkingTime, setWorkingTime } from './working-time.ts'

const folder = folderWith({
  'small.mbox': smallMailbox,
  'common.mbox': mailboxOf([
    [60, 'me', ['bob'], 'Pricing of storage'],
    [59, 'bob', ['me'], 'Re: Pricing of storage'],
    [30, 'ada', ['me', 'bob'], 'Pricing of tickets'],
    [20, 'ada', ['me', 'bob', 'zoe'], 'Pricing of trains'],
    [10, 'ada', ['me'], 'Pricing study'],
    [9, 'me', ['ada'], 'Re: Pricing study'],
  ]),
})
afterAll(() => folder.drop())

const having = (file: string, work: (context: Context) => Promise<void>): Promise<void> =>
  inWorkspace(async ({ context, importAll }) => {
    await importAll([`${folder.path}/${file}`], [ME])
    await work(context)
  })
const small = (work: (context: Context) => Promise<void>): Promise<void> => having('small.mbox', work)

test('everything goes after the words were typed, and not before', () =>
  small(async (context) => {
    await runOperation(addNote, context, { who: 'Ada Lovelace', text: 'likes chess' })
    await expect(runOperation(deleteEverything, context, {})).rejects.toThrow(/kith backup/)
    await expect(runOperation(deleteEverything, context, { confirm: 'yes' })).rejects.toThrow(
      /delete everything/,
    )
    expect((await runOperation(getStatus, context, {})).empty).toBe(false)
    const gone = await runOperation(deleteEverything, context, { confirm: 'Delete everything' })
    expect(gone.people).toBeGreaterThan(0)
    expect(await runOperation(getStatus, context, {})).toMatchObject({ empty: true, scoredAt: null })
  }))

test('the plan takes the minutes a week, and proposes the days on which the user works', () =>
  small(async (context) => {
    expect(await runOperation(getWorkingTime, context, {})).toEqual({ minutes: 180, days: [], hours: null })
    await runOperation(setWorkingTime, context, { minutes: 45, days: ['wed'] })
    expect(await runOperation(getWorkingTime, context, {})).toEqual({
      minutes: 45,
      days: ['wed'],
      hours: null,
    })
    const plan = await runOperation(weeklyPlan, context, {})
    expect(plan.minutes).toBe(45)
    for (const { when } of plan.actions) expect(new Date(when ?? 0).getUTCDay()).toBe(3)
  }))

test('in a calendar the actions lie within the working hours', () =>
  small(async (context) => {
    const { ics: allDay } = await runOperation(planCalendar, context, {})
    expect(allDay).toContain('DTSTART;VALUE=DATE:')
    await runOperation(setWorkingTime, context, { hours: '08:30-18:00', days: ['wed'] })
    const { ics } = await runOperation(planCalendar, context, {})
    expect(ics).toMatch(/DTSTART:\d{8}T083000\r\nDURATION:PT\d+M/)
    expect(ics).not.toContain('VALUE=DATE')
    await expect(runOperation(setWorkingTime, context, { hours: '18:00-08:30' })).rejects.toThrow(
      /end after they begin/,
    )
    await runOperation(setWorkingTime, context, { hours: 'any' })
    expect((await runOperation(getWorkingTime, context, {})).hours).toBeNull()
  }))

test('days that somebody prefers go before the user’s own where the two do not meet', () => {
  expect(daysFor([], [])).toEqual([])
  expect(daysFor([], [1, 2])).toEqual([1, 2])
  expect(daysFor([2, 4], [1, 2])).toEqual([2])
  expect(daysFor([4], [1, 2])).toEqual([4])
  expect(daysFor([4], [])).toEqual([4])
})

test('in common with Ada: Bob, a contact seen beside her twice, and not Zoe, who is none; and what both write on', () =>
  having('common.mbox', async (context) => {
    const { contacts, topics } = await runOperation(commonGround, context, { who: 'Ada Lovelace' })
    expect(contacts.map(({ name, times }) => [name, times])).toEqual([['Bob Noyce', 2]])
    expect(topics).toContainEqual({ topic: 'pricing', shared: true })
  }))
