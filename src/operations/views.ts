import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { existing } from './entry-rows.ts'
import { entryNumber } from './entry-schemas.ts'
import { peopleFilters, peopleOrder } from './list-people.ts'
import { operation } from './operation.ts'
import { table } from './text.ts'

const MOST_VIEWS = 200

const name = z.string().trim().min(1).max(60).describe('What the view is called')

/** What a view keeps: the question that list-people is asked, and the columns shown. */
const asked = peopleFilters.extend({
  sort: peopleOrder.shape.sort.unwrap().optional().describe('Best, newest or A first'),
  reverse: z.boolean().optional().describe('Turn the order round; unknown values stay last'),
  search: z.string().max(200).optional().describe('Part of a name, address, organisation or title'),
  columns: z.array(z.string().max(40)).max(30).optional().describe('Columns of the table'),
})

const view = z.object({ id: z.number().int(), name: z.string(), asked })

/** What was kept by another version may hold what this one does not know: that part is left out. */
const read = (kept: unknown): z.output<typeof asked> => {
  const whole = asked.safeParse(kept)
  if (whole.success) return whole.data
  const bad = new Set(whole.error.issues.map(({ path }) => path[0]))
  return asked
    .catch({})
    .parse(Object.fromEntries(Object.entries(kept ?? {}).filter(([key]) => !bad.has(key))))
}

export const listViews = operation({
  name: 'list-views',
  input: z.object({}),
  output: z.object({ views: z.array(view) }),
  examples: [{ title: 'All of them', input: {} }],
  cli: {
    json: ({ views }) => views,
    print: ({ views }) =>
      views.length === 0
        ? 'No view is saved yet: kith view save "Whom to write to" --dormant, or save one on the people screen.'
        : table(
            ['id', 'name', 'shows'],
            views.map((one) => [
              String(one.id),
              one.name,
              Object.entries(one.asked)
                .filter(([key]) => key !== 'columns')
                .map(([key, value]) => (value === true ? key : `${key} ${String(value)}`))
                .join(', '),
            ]),
            80,
          ),
  },
  mcp: { readOnly: true },
  run: async ({ store, owner }) => ({
    views: (await store.entries(owner, 'view'))
      .map(({ id, body }) => ({ id, name: body.name, asked: read(body.asked) }))
      .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)),
  }),
})

export const saveView = operation({
  name: 'save-view',
  description: 'A view of the same name is replaced; undo-entry brings it back.',
  input: asked.extend({ name }),
  output: view.extend({ replaced: z.boolean() }),
  examples: [
    { title: 'Whom to write to again', input: { name: 'Whom to write to', dormant: true, sort: 'trust' } },
  ],
  cli: {
    positionals: ['name'],
    print: ({ name: of, replaced, id }) => `${replaced ? 'Replaced' : 'Saved'}: ${of} (${id}).`,
  },
  run: async ({ store, owner, now }, { name: of, ...question }) => {
    const views = await store.entries(owner, 'view')
    const same = views.find(({ body }) => body.name.toLowerCase() === of.toLowerCase())
    const body = { name: of, asked: question }
    if (same !== undefined) {
      await store.changeEntry(owner, 'view', same.id, { body })
      return { id: same.id, name: of, asked: question, replaced: true }
    }
    if (views.length >= MOST_VIEWS)
      throw new KithError('conflict', `${MOST_VIEWS} views are saved; remove one you do not need first.`)
    const [id] = await store.addEntries(owner, 'view', [{ about: null, at: now(), body }], now())
    if (id === undefined) throw new KithError('internal', 'What was just written is not there.')
    return { id, name: of, asked: question, replaced: false }
  },
})

export const renameView = operation({
  name: 'rename-view',
  input: z.object({ id: entryNumber, name }),
  output: view,
  examples: [{ title: 'A better name', input: { id: 3, name: 'To call' } }],
  cli: {
    positionals: ['id', 'name'],
    print: ({ name: of }) => `Now called ${of}.`,
  },
  run: async (context, { id, name: of }) => {
    const { store, owner } = context
    const row = await existing(context, 'view', id, 'kith view list')
    const taken = (await store.entries(owner, 'view')).some(
      (one) => one.id !== row.id && one.body.name.toLowerCase() === of.toLowerCase(),
    )
    if (taken) throw new KithError('conflict', `Another view is called ${of}; choose another name.`)
    await store.changeEntry(owner, 'view', row.id, { body: { ...row.body, name: of } })
    return { id, name: of, asked: read(row.body.asked) }
  },
})

export const removeView = operation({
  name: 'remove-view',
  input: z.object({ id: entryNumber }),
  output: z.object({ removed: z.boolean(), id: z.number().int(), name: z.string() }),
  examples: [{ title: 'Remove view 3', input: { id: 3 } }],
  cli: {
    positionals: ['id'],
    print: ({ name: of, id }) => `Removed: ${of}. kith notebook undo view ${id} brings it back.`,
  },
  run: async (context, { id }) => {
    const row = await existing(context, 'view', id, 'kith view list')
    await context.store.removeEntry(context.owner, 'view', row.id, context.now())
    return { removed: true, id, name: row.body.name }
  },
})
