import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { actionKinds } from '#core/model/action.ts'
import { goalKindOf } from '#core/model/outcome.ts'
import { addGoal, editGoal, listGoals, removeGoal, undoGoal } from '../goals.ts'
import { addNote, listNotes } from '../notes.ts'
import { addReminder } from '../reminders.ts'
import { addTag } from '../tags.ts'
import { completeAction, skipAction, snoozeAction, undoAction } from './actions.ts'
import { getAttentionCurve, sizingCurve, worthHistory } from '../worth-curves.ts'
import { getNotebook, markPerson, removeEntry, undoEntry } from '../notebook.ts'
import { getReturn } from '../get-return.ts'
import { getWorth } from '../get-worth.ts'
import { listPromises } from './list-promises.ts'
import { outcomeRates } from '../outcome-rates.ts'
import { planCalendar } from './plan-calendar.ts'
import { recordOutcome, suggestOutcomes } from '../outcomes.ts'
import { sendDigest, setDigestMail, weeklyDigest } from './digest.ts'
import { weeklyPlan } from './weekly-plan.ts'
import { whatIf } from '../what-if.ts'
import type { Context, Operation } from '../operation.ts'
import { runOperation } from '../run.ts'
import { folderWith, inWorkspace, withNetwork } from '../testing/workspace.ts'

const run = <O extends Operation>(context: Context, declared: O, input: z.input<O['input']>) =>
  runOperation(declared, context, input)

test('set a goal, see need and bottleneck, do an action, record an outcome, see worth move', async () => {
  await withNetwork(async (context) => {
    const goal = await run(context, addGoal, { kind: 'referrals', target: 6 })
    const before = await run(context, getWorth, {})
    expect(before.goals[0]?.goal.id).toBe(goal.id)
    expect(before.bottleneck.text).toContain('bottleneck')
    const plan = await run(context, weeklyPlan, { minutes: 120 })
    expect(plan.actions.length).toBeGreaterThan(3)
    expect(plan.planned).toBeLessThanOrEqual(120)
    for (const one of plan.actions) {
      expect(actionKinds).toContain(one.kind)
      expect(one.why).toMatch(/[.:]/)
      if (one.kind !== 'let-go') expect(one.draft?.body).toContain('Hello')
    }
    // The same question gives the same plan, with the same numbers.
    expect((await run(context, weeklyPlan, {})).actions.map((one) => one.id)).toEqual(
      plan.actions.map((one) => one.id),
    )
    const [first] = plan.actions
    await run(context, completeAction, { id: first!.id, minutes: 25 })
    const after = await run(context, weeklyPlan, {})
    expect(after).toMatchObject({ spent: 25, done: [{ id: first!.id, state: 'done' }] })
    expect(after.actions.map((one) => one.about?.person)).not.toContain(first!.about?.person)
    await run(context, recordOutcome, {
      kind: 'referral',
      from: String(first!.about?.person),
      value: 500,
      action: first!.id,
    })
    const moved = await run(context, getWorth, {})
    expect(moved.goals[0]!.probability).toBeGreaterThan(before.goals[0]!.probability)
    const history = await run(context, worthHistory, {})
    expect(history.points.length).toBeGreaterThan(1)
    const returned = await run(context, getReturn, {})
    expect(returned.people[0]).toMatchObject({ name: first!.about?.name, value: 500, outcomes: 1 })
  })
})

test('snoozed, skipped and left alone: the plan respects it, and each is taken back', async () => {
  await withNetwork(async (context) => {
    const plan = await run(context, weeklyPlan, { minutes: 240 })
    const [a, b, c] = plan.actions
    await run(context, snoozeAction, { id: a!.id, until: 'in 3 days' })
    await run(context, skipAction, { id: b!.id, reason: 'not-this-person' })
    await run(context, markPerson, { who: String(c!.about?.person), leaveAlone: true })
    const people = async (): Promise<(number | null | undefined)[]> =>
      (await run(context, weeklyPlan, {})).actions.map((one) => one.about?.person)
    const later = await people()
    for (const gone of [a, b, c]) expect(later).not.toContain(gone!.about?.person)
    expect((await run(context, undoAction, { id: b!.id })).state).toBe('proposed')
    expect(await people()).toContain(b!.about?.person)
    await expect(run(context, undoAction, { id: 999_999 })).rejects.toThrow('There is no action 999999')
  })
})

test('notes, tags, marks and reminders: written, shown together, removed, brought back', async () => {
  await withNetwork(async (context) => {
    const plan = await run(context, weeklyPlan, {})
    const who = String(plan.actions[0]!.about?.person)
    const note = await run(context, addNote, { who, text: '**likes** chess' })
    await run(context, addTag, { who, tag: 'Leeds' })
    await run(context, addTag, { who, tag: 'leeds' })
    await run(context, addReminder, { who, due: 'in 2 days', text: 'call' })
    const book = await run(context, getNotebook, { who })
    expect(book).toMatchObject({
      notes: [{ text: '**likes** chess' }],
      tags: [{ tag: 'Leeds' }],
      reminders: [{ text: 'call' }],
    })
    await run(context, removeEntry, { kind: 'note', id: note.id })
    expect((await run(context, listNotes, {})).notes).toEqual([])
    await run(context, undoEntry, { kind: 'note', id: note.id })
    expect((await run(context, listNotes, { who })).total).toBe(1)
    const { ics } = await run(context, planCalendar, {})
    expect(ics).toContain('BEGIN:VCALENDAR')
    expect(ics.replaceAll('\r\n ', '')).toContain(': call')
    // A goal about people with the tag counts that one person.
    await run(context, addGoal, { kind: 'help', target: 1, tag: 'Leeds' })
    const { goals } = await run(context, getWorth, {})
    expect(goals[0]!.have).toBeLessThanOrEqual(1)
  })
})

test('a goal is edited and removed, and each is taken back', async () => {
  await withNetwork(async (context) => {
    const { id } = await run(context, addGoal, { kind: 'sales', target: 2, place: 'Leeds' })
    await run(context, editGoal, { id: id!, target: 5, place: '' })
    expect((await run(context, listGoals, {})).goals).toMatchObject([{ target: 5, segment: null }])
    expect(await run(context, undoGoal, { id: id! })).toMatchObject({ target: 2, segmentText: 'in Leeds' })
    await run(context, removeGoal, { id: id! })
    expect((await run(context, listGoals, {})).goals).toEqual([])
    await run(context, undoGoal, { id: id! })
    expect((await run(context, listGoals, {})).goals).toHaveLength(1)
    const preset = await run(context, addGoal, { preset: 'recruiter' })
    expect([preset, ...preset.others].map((one) => one.kind)).toEqual(['hires', 'help'])
    await expect(run(context, addGoal, { preset: 'king' })).rejects.toThrow('There is no preset king')
  })
})

test('what if: nothing is changed, and the words agree with the numbers', async () => {
  await withNetwork(async (context) => {
    const { id } = await run(context, addGoal, { kind: 'referrals', target: 6 })
    const same = await run(context, whatIf, {})
    expect(same.after).toBe(same.before)
    expect(same.text).toContain('stay at')
    const more = await run(context, whatIf, { more: 30, goal: id! })
    expect(more.after).toBeGreaterThan(more.before!)
    expect(more.text).toContain('rise to')
    const harder = await run(context, whatIf, { target: 60 })
    expect(harder.text).toContain('fall to')
    expect((await run(context, whatIf, {})).before).toBe(same.before)
    await expect(run(context, whatIf, { goal: 77 })).rejects.toThrow('There is no goal 77')
  })
})

test('bad goals say what is the case and what to do', async () => {
  await withNetwork(async (context) => {
    await expect(run(context, addGoal, { kind: 'sales', target: 0 })).rejects.toThrow(
      'target has to be at least 1',
    )
    await expect(run(context, addGoal, { kind: 'sales', target: 2_000_000 })).rejects.toThrow(
      'at most 1,000,000',
    )
    await expect(run(context, addGoal, {})).rejects.toThrow('A goal needs a kind and a target')
    await expect(run(context, addGoal, { kind: 'sales', target: 1, ends: '2020-01-01' })).rejects.toThrow(
      'would lie in the past',
    )
    await expect(
      run(context, addGoal, { kind: 'sales', target: 1, starts: '2030-01-01', ends: '2029-01-01' }),
    ).rejects.toThrow('has to end after it starts')
    await run(context, addGoal, { kind: 'sales', target: 1_000_000 })
    const million = await run(context, getWorth, {})
    expect(million.goals[0]).toMatchObject({ probability: 0, needed: null })
    expect(million.goals[0]!.text).toContain('would not be enough')
    await run(context, addGoal, { kind: 'help', target: 1, industry: 'whaling' })
    const none = await run(context, getWorth, {})
    expect(none.goals[1]!.text).toContain('None of your contacts is known to be in whaling')
    expect((await run(context, weeklyPlan, {})).text).not.toBe('')
  })
})

test('a goal that has ended no longer counts, and the worth says so', async () => {
  await withNetwork(async (context) => {
    const { id } = await run(context, addGoal, { kind: 'sales', target: 1, ends: 'in 1 day' }).catch(() => ({
      id: null,
    }))
    expect(id).toBeNull()
    await context.store.addGoal(
      context.owner,
      {
        kind: 'sales',
        target: 1,
        period: 'quarter',
        confidence: 0.8,
        weight: 1,
        baseRate: null,
        endsAt: 1_000,
      },
      0,
    )
    const worth = await run(context, getWorth, {})
    expect(worth.worth).toBeNull()
    expect(worth.bottleneck.text).toContain('ended on')
    expect(worth.ended).toHaveLength(1)
    expect((await run(context, whatIf, {})).text).toContain('have ended')
    await expect(run(context, sizingCurve, {})).rejects.toThrow('have ended')
  })
})

test('an empty network: every question is answered with what to do', async () => {
  await inWorkspace(async ({ context }) => {
    expect((await run(context, weeklyPlan, {})).text).toContain('Import a mailbox')
    expect((await run(context, whatIf, { more: 5 })).text).toContain('Import a mailbox')
    expect((await run(context, listPromises, {})).text).toContain('Import a mailbox')
    expect((await run(context, sizingCurve, {})).text).toContain('None of your contacts counts')
    expect((await run(context, getAttentionCurve, {})).text).toContain('Import a mailbox')
    expect((await run(context, getReturn, {})).text).toContain('No outcome recorded')
    expect((await run(context, suggestOutcomes, {})).suggestions).toEqual([])
    expect((await run(context, outcomeRates, {})).rates[0]?.text).toContain('Not yet learned')
    expect((await run(context, weeklyDigest, {})).text).toContain('Import a mailbox')
    await expect(run(context, addNote, { who: 'Ada', text: 'x' })).rejects.toThrow('Nobody you know fits')
    await expect(run(context, sendDigest, {})).rejects.toThrow('kith digest setup')
  })
})

test('only mail without calibre, all dormant: the plan still says what is the case', async () => {
  await inWorkspace(async ({ context, importAll }) => {
    const rows = ['at,from,to,channel,id,subject']
    for (let week = 0; week < 20; week++)
      for (const [from, to] of [
        ['me@x.example', 'old@y.example'],
        ['old@y.example', 'me@x.example'],
      ]) {
        const at = new Date(Date.UTC(2024, 0, 3) + week * 7 * 86_400_000).toISOString()
        rows.push(`${at},${from},${to},mail,${week}${from},Budget`)
      }
    rows.push('2025-12-01T10:00:00Z,me@x.example,new@z.example,mail,last,Hello')
    const { path, drop } = folderWith({ 'events.csv': rows.join('\n') })
    try {
      await importAll([path], ['me@x.example'])
      const plan = await run(context, weeklyPlan, { minutes: 60 })
      expect(plan.actions.map((one) => one.kind)).toContain('reconnect')
      expect(plan.actions[0]!.why).toContain('know each other well')
      expect(plan.actions[0]!.draft?.body).toContain('Budget')
    } finally {
      drop()
    }
  })
})

test('the digest is sent to the server that was set up', async () => {
  await withNetwork(async (context) => {
    const heard: string[] = []
    const server = createServer((socket) => {
      let data = false
      socket.write('220 test ESMTP\r\n')
      socket.on('data', (bytes) => {
        const text = bytes.toString()
        heard.push(text)
        if (data) {
          if (text.endsWith('\r\n.\r\n')) {
            data = false
            socket.write('250 taken\r\n')
          }
        } else if (text.startsWith('DATA')) {
          data = true
          socket.write('354 go on\r\n')
        } else if (text.startsWith('QUIT')) socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
      })
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.address() as AddressInfo
    try {
      await run(context, setDigestMail, {
        host: '127.0.0.1',
        port,
        secure: false,
        from: 'me@x.example',
        to: 'me@x.example',
      })
      expect(await run(context, sendDigest, {})).toMatchObject({ to: 'me@x.example' })
      const letter = heard.join('')
      expect(letter).toContain('RCPT TO:<me@x.example>')
      expect(letter).toContain('text/html')
    } finally {
      await new Promise((closed) => server.close(closed))
    }
  })
})

test('every kind of outcome counts toward a kind of goal', () => {
  expect(Object.keys(goalKindOf)).toHaveLength(8)
})
