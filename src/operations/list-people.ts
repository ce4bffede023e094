import { z } from 'zod'
import { channels } from '#core/model/interaction.ts'
import type { PeopleFilter } from '#store/people-filter.ts'
import { peopleSorts } from '#store/store.ts'
import { contactOf } from './contact.ts'
import { freshScores } from './fresh-scores.ts'
import { type Context, operation } from './operation.ts'
import { commonTopics, peopleAmong, promiseSides, tagCounts } from './people-among.ts'
import { contact } from './schemas.ts'
import { day, percent, table } from './text.ts'

/** Organisations offered for narrowing a list; the rest are found by typing. */
const MOST_ORGANISATIONS = 500
const MOST_TOPICS = 300

const share = z.coerce.number().min(0).max(1).optional()

export const peopleFilters = z.object({
  closenessFrom: share.describe('Closeness of at least this, 0 to 1'),
  closenessTo: share.describe('Closeness of at most this, 0 to 1'),
  calibreFrom: share.describe('Calibre of at least this, 0 to 1; leaves out whose calibre is unknown'),
  calibreTo: share.describe('Calibre of at most this, 0 to 1; leaves out whose calibre is unknown'),
  calibre: z.enum(['known', 'unknown']).optional().describe('Whether there is evidence of calibre'),
  organisation: z.string().max(500).optional().describe('Who is at this organisation, spelled in full'),
  channel: z.enum(channels).optional().describe('Whom you reach by this channel'),
  dormant: z.boolean().optional().describe('Who is out of touch and still trusted'),
  tag: z.string().trim().min(1).max(60).optional().describe('Who has this tag of yours'),
  topic: z.string().trim().min(1).max(100).optional().describe('Who is seen talking about this'),
  promise: z
    .enum(promiseSides)
    .optional()
    .describe('i-owe: they wanted an answer and wait; they-owe: you wait for theirs'),
})
export const peopleOrder = z.object({
  sort: z.enum(peopleSorts).default('worth').describe('Best, newest or A first'),
  reverse: z.boolean().default(false).describe('Turn the order round; unknown values stay last'),
  search: z.string().max(200).default('').describe('Part of a name, address, organisation or title'),
})

const filterOf = async (context: Context, asked: z.output<typeof peopleFilters>): Promise<PeopleFilter> => ({
  closeness: { from: asked.closenessFrom, to: asked.closenessTo },
  calibre: { from: asked.calibreFrom, to: asked.calibreTo },
  calibreKnown: asked.calibre === undefined ? undefined : asked.calibre === 'known',
  organisation: asked.organisation,
  channel: asked.channel,
  dormant: asked.dormant,
  among: await peopleAmong(context, asked),
})

export const listPeople = operation({
  name: 'list-people',
  input: peopleFilters.extend({
    ...peopleOrder.shape,
    limit: z.coerce.number().int().min(1).max(10_000).default(20).describe('How many at the most'),
    offset: z.coerce.number().int().min(0).default(0).describe('How many to pass over'),
  }),
  output: z.object({ total: z.number().int(), people: z.array(contact) }),
  examples: [
    { title: 'The twenty who matter most for your goals', input: {} },
    { title: 'Who is closest', input: { sort: 'closeness', limit: 10 } },
    { title: 'Everybody at Acme', input: { search: 'acme' } },
    { title: 'Whom to write to again', input: { dormant: true, sort: 'trust' } },
    { title: 'Who waits for an answer from me', input: { promise: 'i-owe' } },
    { title: 'Who has a tag', input: { tag: 'Leeds meetup' } },
    { title: 'Of calibre, and close', input: { calibreFrom: 0.6, closenessFrom: 0.2 } },
  ],
  cli: {
    json: ({ people }) => people,
    print: ({ total, people }, columns) =>
      total === 0
        ? 'Nobody fits. If nobody ever does: is anything imported (kith imports), and does kith know who you are (kith me show)?'
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
            { columns, spare: ['title', 'organisation', 'trust', 'worth'] },
          )}\n${people.length} of ${total}`,
  },
  mcp: { readOnly: true, name: 'search_people' },
  run: async (context, query) => {
    await freshScores(context)
    const filter = await filterOf(context, query)
    const { total, rows } = await context.store.people(context.owner, { ...query, filter })
    return { total, people: rows.map(contactOf) }
  },
})

export const choosePeople = operation({
  name: 'choose-people',
  input: peopleFilters.extend(peopleOrder.shape),
  output: z.object({ ids: z.array(z.number().int()) }),
  examples: [{ title: 'Everybody at Acme', input: { search: 'acme' } }],
  run: async (context, query) => {
    await freshScores(context)
    const filter = await filterOf(context, query)
    return { ids: [...(await context.store.personIds(context.owner, { ...query, filter }))] }
  },
})

export const countPeople = operation({
  name: 'count-people',
  input: z.object({}),
  output: z.object({
    organisations: z.array(z.object({ name: z.string(), people: z.number().int() })),
    channels: z.array(z.object({ channel: z.enum(channels), people: z.number().int() })),
    tags: z.array(z.object({ tag: z.string(), people: z.number().int() })),
    topics: z
      .array(z.object({ topic: z.string(), people: z.number().int() }))
      .describe('As last studied; empty until Discover, Topics or the map were looked at'),
  }),
  examples: [],
  run: async (context) => {
    await freshScores(context)
    const found = await context.store.peopleFacets(context.owner, MOST_ORGANISATIONS)
    return {
      organisations: [...found.organisations],
      channels: channels
        .map((channel, code) => ({
          channel,
          people: found.channels.reduce(
            (sum, { channels: bits, people }) => sum + ((bits >> code) & 1) * people,
            0,
          ),
        }))
        .filter(({ people }) => people > 0),
      tags: await tagCounts(context),
      topics: await commonTopics(context, MOST_TOPICS),
    }
  },
})
