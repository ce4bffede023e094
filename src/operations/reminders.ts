import { z } from 'zod'
import { added, existing, reminderOf } from './entry-rows.ts'
import { entryNumber, moment, reminder, who } from './entry-schemas.ts'
import { findPerson } from './find-person.ts'
import { momentOf } from './moments.ts'
import { operation } from './operation.ts'
import { day, table } from './text.ts'

export const addReminder = operation({
  name: 'add-reminder',
  input: z.object({
    who: who.optional(),
    due: moment,
    text: z.string().trim().min(1).max(1000).describe('What to do'),
  }),
  output: reminder,
  examples: [
    {
      title: 'In two weeks',
      input: { who: 'Ada Lovelace', due: 'in 2 weeks', text: 'Ask how the move went' },
    },
  ],
  cli: {
    positionals: ['who', 'due', 'text'],
    variadic: true,
    print: ({ about, dueAt, text }) => `${day(dueAt)}: ${about?.name ?? ''} – ${text}.`,
  },
  mcp: { readOnly: false },
  run: async (context, { who: whom, due, text }) => {
    const now = context.now()
    const about = whom === undefined ? null : await findPerson(context, whom)
    const dueAt = momentOf(due, now)
    const row = await added(context, 'reminder', { about, at: dueAt, body: { text, dueAt, doneAt: null } })
    return reminderOf(row, now)
  },
})

export const listReminders = operation({
  name: 'list-reminders',
  input: z.object({ all: z.boolean().default(false).describe('Those done, too') }),
  output: z.object({ reminders: z.array(reminder) }),
  examples: [{ title: 'What is to come', input: {} }],
  cli: {
    json: ({ reminders }) => reminders,
    print: ({ reminders }) =>
      reminders.length === 0
        ? 'Nothing to be reminded of. Add one: kith remind "Ada Lovelace" "in 2 weeks" "Ask how the move went"'
        : table(
            ['id', 'due', 'who', 'what'],
            reminders.map(({ id, dueAt, about, text, doneAt, overdue }) => [
              String(id),
              `${day(dueAt)}${overdue ? ' (overdue)' : ''}`,
              about?.name ?? '',
              `${text}${doneAt === null ? '' : ' (done)'}`,
            ]),
            60,
          ),
  },
  mcp: { readOnly: true },
  run: async ({ store, owner, now }, { all }) => ({
    reminders: (await store.entries(owner, 'reminder'))
      .filter((row) => all || row.body.doneAt === null)
      .map((row) => reminderOf(row, now())),
  }),
})

export const completeReminder = operation({
  name: 'complete-reminder',
  input: z.object({ id: entryNumber }),
  output: reminder,
  examples: [{ title: 'Reminder 12 is done', input: { id: 12 } }],
  cli: {
    positionals: ['id'],
    print: ({ id }) => `Done. kith notebook undo reminder ${id} takes it back.`,
  },
  mcp: { readOnly: false },
  run: async (context, { id }) => {
    const row = await existing(context, 'reminder', id, 'kith reminders')
    const body = { ...row.body, doneAt: context.now() }
    await context.store.changeEntry(context.owner, 'reminder', row.id, { body })
    return reminderOf({ ...row, body }, context.now())
  },
})
