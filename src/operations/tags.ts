import { z } from 'zod'
import { added, tagOf } from './entry-rows.ts'
import { tag, who } from './entry-schemas.ts'
import { findPerson } from './find-person.ts'
import { operation } from './operation.ts'
import { table } from './text.ts'

export const addTag = operation({
  name: 'add-tag',
  input: z.object({
    who,
    tag: z.string().trim().min(1).max(60).describe('A word or two, such as "Leeds meetup"'),
  }),
  output: tag,
  examples: [{ title: 'Met at an event', input: { who: 'Ada Lovelace', tag: 'Leeds meetup' } }],
  cli: {
    positionals: ['who', 'tag'],
    variadic: true,
    print: ({ about, tag: of }) => `${about?.name ?? ''}: ${of}.`,
  },
  mcp: { readOnly: false },
  run: async (context, { who: whom, tag: of }) => {
    const about = await findPerson(context, whom)
    const before = (await context.store.entries(context.owner, 'tag', about)).find(
      (row) => row.body.tag.toLowerCase() === of.toLowerCase(),
    )
    if (before !== undefined) return tagOf(before)
    return tagOf(await added(context, 'tag', { about, at: context.now(), body: { tag: of } }))
  },
})

export const listTags = operation({
  name: 'list-tags',
  input: z.object({ tag: z.string().trim().max(60).optional().describe('Only the people with this tag') }),
  output: z.object({
    tags: z.array(
      z.object({
        tag: z.string(),
        people: z.array(z.object({ person: z.number().int().nullable(), name: z.string() })),
      }),
    ),
  }),
  examples: [
    { title: 'All of them', input: {} },
    { title: 'Who has one', input: { tag: 'Leeds meetup' } },
  ],
  cli: {
    positionals: ['tag'],
    variadic: true,
    json: ({ tags }) => tags,
    print: ({ tags }) =>
      tags.length === 0
        ? 'No tags yet. Put one on somebody: kith tag add "Ada Lovelace" meetup'
        : table(
            ['tag', 'people', 'who'],
            tags.map(({ tag: of, people }) => [
              of,
              String(people.length),
              people
                .slice(0, 6)
                .map(({ name }) => name)
                .join(', '),
            ]),
            80,
          ),
  },
  mcp: { readOnly: true },
  run: async ({ store, owner }, { tag: only }) => {
    const rows = await store.entries(owner, 'tag')
    const byTag = Map.groupBy(rows, (row) => row.body.tag.toLowerCase())
    return {
      tags: [...byTag]
        .filter(([key]) => only === undefined || key === only.toLowerCase())
        .map(([, of]) => ({
          tag: of[0]?.body.tag ?? '',
          people: [...new Map(of.map(({ about }) => [about?.person ?? about?.name, about])).values()].filter(
            (one) => one !== null,
          ),
        }))
        .sort((a, b) => b.people.length - a.people.length || (a.tag < b.tag ? -1 : 1)),
    }
  },
})
