import { z } from 'zod'
import type { EntryBodies, EntryKind } from '#core/model/entry.ts'
import { entryId, personId } from '#core/model/ids.ts'
import type { PersonId } from '#core/model/ids.ts'
import { momentOf } from './moments.ts'
import { moment } from './entry-schemas.ts'
import { type Context, operation } from './operation.ts'
import { checkCancelled } from './run.ts'
import { count } from './text.ts'

/** Entries written in one transaction, so that others get their turn and cancelling is quick. */
const AT_ONCE = 500
const MOST = 100_000

const ids = z.array(z.number().int().positive()).max(MOST)

/** What a change did, which is all that it takes to take it back. */
const steps = z.object({
  kind: z.enum(['tag', 'mark']).describe('What was changed'),
  added: ids.describe('Entries written'),
  removed: ids.describe('Entries taken away'),
})

/** Who of these already has what should be added, and which entries of theirs give way to it. */
type Standing = {
  readonly done: ReadonlySet<PersonId>
  readonly giveWay: readonly number[]
}

async function standing(
  { store, owner }: Context,
  chosen: ReadonlySet<PersonId>,
  { tag, leaveAlone }: { tag?: string | undefined; leaveAlone?: boolean | undefined },
): Promise<Standing> {
  if (tag !== undefined) {
    const rows = await store.entries(owner, 'tag')
    const same = rows.filter(({ body }) => body.tag.toLowerCase() === tag.toLowerCase())
    return { done: new Set(same.flatMap(({ about }) => about?.person ?? [])), giveWay: [] }
  }
  const marks = (await store.entries(owner, 'mark')).filter(
    ({ about }) => about?.person != null && chosen.has(about.person),
  )
  const unmarked = [...chosen].filter((id) => !marks.some(({ about }) => about?.person === id))
  return leaveAlone === false
    ? // Who has no mark may be proposed already.
      { done: new Set(unmarked), giveWay: marks.map(({ id }) => id) }
    : { done: new Set(), giveWay: marks.map(({ id }) => id) }
}

export const changePeople = operation({
  name: 'change-people',
  description:
    'Who has the tag already keeps it. A mark on how to be in touch takes the place of those before. Give what it answers to take-back to undo all of it.',
  input: z
    .object({
      people: z
        .array(z.number().int().positive())
        .min(1)
        .max(MOST)
        .describe('Ids, as kith people shows them'),
      tag: z.string().trim().min(1).max(60).optional().describe('Put this tag on them'),
      leaveAlone: z.boolean().optional().describe('The plan never proposes them; false takes that back'),
      until: moment.optional().describe('Leave alone until then'),
    })
    .refine(({ tag, leaveAlone }) => (tag === undefined) !== (leaveAlone === undefined), {
      message: 'name either a tag, or whether to leave them alone',
    }),
  output: steps.extend({ people: z.number().int().describe('How many were changed') }),
  examples: [
    { title: 'Everybody met at an event', input: { people: [12, 40, 71], tag: 'Leeds meetup' } },
    { title: 'Not these, until summer', input: { people: [12], leaveAlone: true, until: '2026-07-01' } },
  ],
  mcp: { readOnly: false },
  long: true,
  run: async (context, { people, tag, leaveAlone, until }) => {
    const { store, owner } = context
    const now = context.now()
    const known = new Set((await store.scoredColumns(owner)).person as unknown as Iterable<PersonId>)
    const chosen = new Set(people.map((id) => personId(id)).filter((id) => known.has(id)))
    const { done, giveWay } = await standing(context, chosen, { tag, leaveAlone })
    const todo = [...chosen].filter((id) => !done.has(id))
    const kind = tag === undefined ? ('mark' as const) : ('tag' as const)
    const body: EntryBodies['tag'] | EntryBodies['mark'] =
      tag === undefined
        ? {
            leaveAlone: leaveAlone === true,
            until: until === undefined ? null : momentOf(until, now),
            reason: null,
            days: [],
          }
        : { tag }
    if (kind === 'mark')
      await store.exchangeEntries(owner, kind, { remove: giveWay.map(entryId), restore: [] }, now)
    const added: number[] = []
    for (let from = 0; from < todo.length; from += AT_ONCE) {
      checkCancelled(context.signal)
      const part = todo.slice(from, from + AT_ONCE)
      const entries = part.map((about) => ({ about, at: now, body }))
      added.push(...(await store.addEntries<EntryKind>(owner, kind, entries, now)))
      context.progress({
        step: kind === 'tag' ? 'tagging' : 'marking',
        done: Math.min(todo.length, from + AT_ONCE),
        total: todo.length,
        unit: 'contacts',
      })
    }
    return { kind, added, removed: kind === 'mark' ? [...giveWay] : [], people: todo.length }
  },
})

export const takeBack = operation({
  name: 'take-back',
  input: steps,
  output: z.object({ undone: z.boolean(), text: z.string() }),
  examples: [{ title: 'What change-people answered', input: { kind: 'tag', added: [31, 32], removed: [] } }],
  long: true,
  run: async ({ store, owner, now }, { kind, added, removed }) => {
    await store.exchangeEntries(
      owner,
      kind,
      { remove: added.map(entryId), restore: removed.map(entryId) },
      now(),
    )
    return { undone: true, text: `${count(added.length + removed.length, 'entry', 'entries')} as before.` }
  },
})
