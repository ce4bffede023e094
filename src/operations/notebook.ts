import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { entryId } from '#core/model/ids.ts'
import { added, joinedMarks, markOf, noteOf, reminderOf, tagOf } from './entry-rows.ts'
import { entryNumber, mark, moment, note, reminder, tag, weekdays, who } from './entry-schemas.ts'
import { findPerson } from './find-person.ts'
import { momentOf } from './moments.ts'
import { operation } from './operation.ts'
import { day, indented } from './text.ts'

const undoInput = z.object({
  kind: z.enum(['note', 'tag', 'mark', 'reminder', 'outcome', 'view']).describe('What it is'),
  id: entryNumber,
})

export const markPerson = operation({
  name: 'mark-person',
  description: 'The plan respects it. A new mark takes the place of those before.',
  input: z.object({
    who,
    leaveAlone: z.boolean().default(false).describe('The plan never proposes this person'),
    until: moment.optional().describe('Leave alone until then'),
    reason: z.string().trim().max(500).optional().describe('Why, for yourself'),
    days: z.array(z.enum(weekdays)).max(7).default([]).describe('Days they prefer: mon,tue,…'),
  }),
  output: mark,
  examples: [
    { title: 'On leave until summer', input: { who: 'Ada Lovelace', leaveAlone: true, until: '2026-07-01' } },
    { title: 'Better on Fridays', input: { who: 'Ada Lovelace', days: ['fri'] } },
  ],
  cli: {
    positionals: ['who'],
    variadic: true,
    print: ({ about, leaveAlone, until, days }) =>
      `${about?.name ?? ''}: ${leaveAlone ? `left alone${until === null ? '' : ` until ${day(until)}`}` : 'may be proposed'}${days.length === 0 ? '' : `, best on ${days.join(', ')}`}.`,
  },
  mcp: { readOnly: false },
  run: async (context, { who: whom, leaveAlone, until, reason, days }) => {
    const { store, owner } = context
    const now = context.now()
    const about = await findPerson(context, whom)
    for (const before of await store.entries(owner, 'mark', about))
      await store.removeEntry(owner, 'mark', before.id, now)
    const body = {
      leaveAlone: leaveAlone || until !== undefined,
      until: until === undefined ? null : momentOf(until, now),
      reason: reason ?? null,
      days: days.map((of) => weekdays.indexOf(of)),
    }
    return markOf(await added(context, 'mark', { about, at: now, body }))
  },
})

export const getNotebook = operation({
  name: 'get-notebook',
  input: z.object({ who }),
  output: z.object({
    person: z.number().int(),
    notes: z.array(note),
    tags: z.array(tag),
    mark: mark.nullable(),
    reminders: z.array(reminder),
  }),
  examples: [{ title: 'About one person', input: { who: 'Ada Lovelace' } }],
  cli: {
    positionals: ['who'],
    variadic: true,
    print: (shown) => {
      const lines = [
        ...(shown.tags.length === 0 ? [] : [`Tags: ${shown.tags.map((one) => one.tag).join(', ')}`]),
        ...(shown.mark?.leaveAlone
          ? [`Left alone${shown.mark.until === null ? '' : ` until ${day(shown.mark.until)}`}`]
          : []),
        ...(shown.mark && shown.mark.days.length > 0 ? [`Best on ${shown.mark.days.join(', ')}`] : []),
        ...shown.reminders.map(({ id, dueAt, text }) => `Remind on ${day(dueAt)}: ${text} (${id})`),
        ...shown.notes.map(({ id, at, text }) => `${day(at)}  (${id})\n${indented(text)}`),
      ]
      return lines.length === 0
        ? 'You keep nothing about them yet. Write a note: kith note add <who> <text>'
        : lines.join('\n')
    },
  },
  mcp: { readOnly: true },
  run: async (context, { who: whom }) => {
    const { store, owner } = context
    const person = await findPerson(context, whom)
    const marks = await store.entries(owner, 'mark', person)
    return {
      person,
      notes: (await store.entries(owner, 'note', person)).toReversed().map(noteOf),
      tags: (await store.entries(owner, 'tag', person)).map(tagOf),
      mark: marks.length === 0 ? null : markOf(joinedMarks(marks)),
      reminders: (await store.entries(owner, 'reminder', person))
        .filter((row) => row.body.doneAt === null)
        .map((row) => reminderOf(row, context.now())),
    }
  },
})

export const removeEntry = operation({
  name: 'remove-entry',
  description: 'kith notebook undo brings it back.',
  input: undoInput,
  output: z.object({ removed: z.boolean(), kind: undoInput.shape.kind, id: z.number().int() }),
  examples: [{ title: 'Remove note 12', input: { kind: 'note', id: 12 } }],
  cli: {
    positionals: ['kind', 'id'],
    print: ({ kind, id }) => `Removed. kith notebook undo ${kind} ${id} brings it back.`,
  },
  mcp: { readOnly: false },
  run: async ({ store, owner, now }, { kind, id }) => {
    if (!(await store.removeEntry(owner, kind, entryId(id), now())))
      throw new KithError(
        'not-found',
        `There is no ${kind} ${id}; kith notebook <who> shows those there are.`,
      )
    return { removed: true, kind, id }
  },
})

export const undoEntry = operation({
  name: 'undo-entry',
  input: undoInput,
  output: z.object({ undone: z.boolean(), kind: undoInput.shape.kind, id: z.number().int() }),
  examples: [{ title: 'Bring note 12 back', input: { kind: 'note', id: 12 } }],
  cli: {
    positionals: ['kind', 'id'],
    print: ({ kind, id }) => `The ${kind} ${id} is as it was before.`,
  },
  mcp: { readOnly: false },
  run: async ({ store, owner }, { kind, id }) => {
    if (!(await store.undoEntry(owner, kind, entryId(id))))
      throw new KithError('not-found', `There is nothing to take back of ${kind} ${id}.`)
    return { undone: true, kind, id }
  },
})
