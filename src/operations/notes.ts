import { z } from 'zod'
import { added, existing, noteOf } from './entry-rows.ts'
import { entryNumber, moment, note, who } from './entry-schemas.ts'
import { findPerson } from './find-person.ts'
import { momentOf } from './moments.ts'
import { operation } from './operation.ts'
import { day, indented } from './text.ts'

export const addNote = operation({
  name: 'add-note',
  input: z.object({
    who,
    text: z
      .string()
      .trim()
      .min(1, 'a note needs words')
      .max(20_000)
      .describe('What to remember, in Markdown'),
    on: moment.optional().describe('The day it is about (default: today)'),
  }),
  output: note,
  examples: [
    { title: 'After a call', input: { who: 'Ada Lovelace', text: 'Moves to Leeds in May; likes chess.' } },
  ],
  cli: {
    positionals: ['who', 'text'],
    variadic: true,
    print: ({ id, about }) => `Noted (${id}) about ${about?.name ?? 'nobody'}.`,
  },
  mcp: { readOnly: false },
  run: async (context, { who: whom, text, on }) => {
    const about = await findPerson(context, whom)
    const now = context.now()
    const at = on === undefined ? now : momentOf(on, now)
    return noteOf(await added(context, 'note', { about, at, body: { text } }))
  },
})

export const listNotes = operation({
  name: 'list-notes',
  input: z.object({
    who: who.optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(100).describe('How many at the most'),
  }),
  output: z.object({ total: z.number().int(), notes: z.array(note) }),
  examples: [
    { title: 'All of them', input: {} },
    { title: 'About one person', input: { who: 'Ada Lovelace' } },
  ],
  cli: {
    positionals: ['who'],
    variadic: true,
    json: ({ notes }) => notes,
    print: ({ notes }) =>
      notes.length === 0
        ? 'No notes yet. Write one: kith note add "Ada Lovelace" "Likes chess"'
        : notes
            .map(({ id, about, at, text }) => `${day(at)}  ${about?.name ?? ''}  (${id})\n${indented(text)}`)
            .join('\n\n'),
  },
  mcp: { readOnly: true },
  run: async (context, { who: whom, limit }) => {
    const { store, owner } = context
    const person = whom === undefined ? undefined : await findPerson(context, whom)
    const notes = (await store.entries(owner, 'note', person)).toReversed()
    return { total: notes.length, notes: notes.slice(0, limit).map(noteOf) }
  },
})

export const editNote = operation({
  name: 'edit-note',
  input: z.object({
    id: entryNumber,
    text: z
      .string()
      .trim()
      .min(1, 'a note needs words')
      .max(20_000)
      .optional()
      .describe('What it says from now on, in Markdown'),
    on: moment.optional().describe('The day it is about'),
  }),
  output: note,
  examples: [{ title: 'Another text', input: { id: 12, text: 'Moves to York in May.' } }],
  cli: {
    positionals: ['id', 'text'],
    variadic: true,
    print: ({ id }) => `Changed. kith notebook undo note ${id} takes it back.`,
  },
  mcp: { readOnly: false },
  run: async (context, { id, text, on }) => {
    const row = await existing(context, 'note', id, 'kith note list')
    const at = on === undefined ? row.at : momentOf(on, context.now())
    const body = { text: text ?? row.body.text }
    await context.store.changeEntry(context.owner, 'note', row.id, { at, body })
    return noteOf({ ...row, at, body })
  },
})
