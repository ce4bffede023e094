import { z } from 'zod'
import { peopleSorts } from '#store/store.ts'
import { contactOf } from './contact.ts'
import { freshScores } from './fresh-scores.ts'
import { operation } from './operation.ts'
import { contact } from './schemas.ts'
import { day, percent, table } from './text.ts'

export const listPeople = operation({
  name: 'list-people',
  summary: 'Lists the people you know with their scores.',
  input: z.object({
    sort: z.enum(peopleSorts).default('worth').describe('Best, newest or A first'),
    reverse: z.boolean().default(false).describe('Turn the order round; unknown values stay last'),
    search: z.string().max(200).default('').describe('Part of a name, address, organisation or title'),
    limit: z.coerce.number().int().min(1).max(10_000).default(20).describe('How many at the most'),
    offset: z.coerce.number().int().min(0).default(0).describe('How many to pass over'),
  }),
  output: z.object({ total: z.number().int(), people: z.array(contact) }),
  examples: [
    { title: 'The twenty who matter most for your goals', input: {} },
    { title: 'Who is closest', input: { sort: 'closeness', limit: 10 } },
    { title: 'Everybody at Acme', input: { search: 'acme' } },
  ],
  http: { method: 'get', path: '/people' },
  cli: {
    command: ['people'],
    json: ({ people }) => people,
    print: ({ total, people }) =>
      total === 0
        ? 'Nobody to show. Is anything imported (kith import <files>), and does kith know who you are (kith me show)?'
        : `${table(
            ['id', 'name', 'title', 'organisation', 'calibre', 'closeness', 'trust', 'worth', 'last contact'],
            people.map((person) => [
              String(person.id),
              person.name,
              person.title ?? '',
              person.organisation ?? '',
              percent(person.calibre),
              percent(person.closeness),
              percent(person.trust),
              percent(person.worth),
              day(person.lastAt),
            ]),
            28,
          )}\n${people.length} of ${total}`,
  },
  mcp: { readOnly: true, name: 'search_people' },
  run: async (context, query) => {
    await freshScores(context)
    const { total, rows } = await context.store.people(context.owner, query)
    return { total, people: rows.map(contactOf) }
  },
})

export const plotPeople = operation({
  name: 'plot-people',
  summary: 'Gives everybody as a point: calibre, closeness and worth.',
  input: z.object({}),
  output: z.object({
    people: z.array(contact.pick({ id: true, name: true, closeness: true, calibre: true, worth: true })),
  }),
  examples: [],
  http: { method: 'get', path: '/people/plot' },
  run: async (context) => {
    await freshScores(context)
    const { rows } = await context.store.people(context.owner, {
      sort: 'worth',
      reverse: false,
      search: '',
      limit: 1_000_000,
      offset: 0,
    })
    return {
      people: rows.map(({ personId: id, name, closeness, calibre, worth }) => ({
        id,
        name,
        closeness,
        calibre,
        worth,
      })),
    }
  },
})
