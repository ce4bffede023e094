import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { editKinds, editMakers } from '#core/identity/edits.ts'
import { type PersonId, personId } from '#core/model/ids.ts'
import { isoTimeOrNull } from '../dates.ts'
import { operation } from '../operation.ts'
import { day, table } from '../text.ts'
import { afterEdit } from './after-edit.ts'
import { askAgain } from './ask-again.ts'
import { wordsOf } from '../words.ts'

const who = z.object({
  id: z.number().int(),
  name: z.string().nullable().describe('The name, or the keys they were known by'),
})
const edit = z.object({
  id: z.number().int(),
  kind: z.enum(editKinds),
  by: z.enum(editMakers).describe('keys: a source gives both; match: kith found them alike; user: you'),
  at: z.iso.datetime().nullable(),
  undoneAt: z.iso.datetime().nullable(),
  reason: z.string(),
  probability: z.number().nullable(),
  person: who,
  other: who,
  moved: z.array(z.object({ kind: z.string(), value: z.string() })),
})

/** Keys in place of a name; null where none is known either. */
const said = (identities: readonly { readonly value: string }[]): string | null =>
  identities.length === 0 ? null : identities.map(({ value }) => value).join(', ')

const saidBy = { keys: 'equal keys', match: 'alike', user: 'you' } as const
const done = { merge: 'merged', split: 'split', apart: 'not the same' } as const

export const listEdits = operation({
  name: 'list-edits',
  input: z.object({
    person: z.coerce
      .number()
      .int()
      .positive()
      .optional()
      .describe('Only what concerns the person of this id'),
    limit: z.coerce.number().int().min(1).max(1_000).default(50).describe('How many at the most'),
    before: z.coerce.number().int().positive().optional().describe('Only edits of a lower number'),
  }),
  output: z.object({ edits: z.array(edit) }),
  examples: [
    { title: 'The latest edits', input: {} },
    { title: 'What concerns one person', input: { person: 17 } },
  ],
  cli: {
    json: ({ edits }) => edits,
    print: ({ edits }) =>
      edits.length === 0
        ? 'No merge and no split yet.'
        : table(
            ['edit', 'when', 'what', 'who', 'with', 'by', 'why'],
            edits.map((row) => [
              String(row.id),
              row.at === null ? '' : day(row.at),
              `${done[row.kind]}${row.undoneAt === null ? '' : ' (taken back)'}`,
              row.person.name ?? String(row.person.id),
              row.other.name ?? String(row.other.id),
              row.probability === null
                ? row.kind === 'split' && row.by === 'match'
                  ? 'kith'
                  : saidBy[row.by]
                : `${saidBy[row.by]}, ${(row.probability * 100).toFixed(1)} %`,
              row.reason,
            ]),
            36,
          ),
  },
  mcp: { readOnly: true },
  run: async (context, { person, limit, before }) => {
    const { store } = context
    const words = wordsOf(context)
    const rows = await store.edits({
      limit,
      ...(person === undefined ? {} : { person: personId(person) }),
      ...(before === undefined ? {} : { before }),
    })
    return {
      edits: rows.map((row) => ({
        id: row.editId,
        kind: row.kind,
        by: row.by,
        at: isoTimeOrNull(row.at),
        undoneAt: isoTimeOrNull(row.undoneAt),
        reason: words.translated(row.reason),
        probability: row.probability,
        person: { id: row.kept, name: row.keptName || said(row.keptBy) },
        other: { id: row.gone, name: row.goneName || said(row.moved) },
        moved: row.moved.map(({ kind, value }) => ({ kind, value })),
      })),
    }
  },
})

export const undoEdit = operation({
  name: 'undo-edit',
  description:
    'Any edit of the journal, at any time, whatever came after it; without a number the last one you made. A merge that kith made by itself is not made again; about your own, and “not the same”, you are asked again at once.',
  input: z.object({
    edit: z.coerce
      .number()
      .int()
      .positive()
      .optional()
      .describe('Number in the journal; the last of yours without'),
  }),
  output: z.object({ edit: z.number().int(), people: z.array(z.number().int()) }),
  examples: [
    { title: 'Take the last one back', input: {} },
    { title: 'Take edit 12 back', input: { edit: 12 } },
  ],
  cli: {
    positionals: ['edit'],
    print: ({ edit: id }) => `Edit ${id} is taken back.`,
  },
  mcp: { readOnly: false },
  run: async (context, input) => {
    const { store, owner } = context
    const id =
      input.edit ??
      (await store.edits({ limit: 1_000 })).find((row) => row.by === 'user' && row.undoneAt === null)?.editId
    if (id === undefined)
      throw new KithError(
        'not-found',
        'There is nothing of yours to take back; kith journal shows all edits.',
      )
    const edited = await store.undoEdit(owner, id, context.now())
    await afterEdit(context, edited)
    const [taken] = await store.edits({ limit: 1, before: id + 1 })
    if (taken?.by === 'user' && taken.kind !== 'split') await askAgain(context, taken.kept, taken.gone)
    return { edit: id, people: edited.people.map((person: PersonId) => Number(person)) }
  },
})
