import { z } from 'zod'
import { channels, directions } from '#core/model/interaction.ts'
import type { TimelineRow } from '#store/store.ts'
import { isoTime } from './dates.ts'
import { findPerson } from './find-person.ts'
import { operation } from './operation.ts'
import { timelineEntry } from './schemas.ts'
import { day, table } from './text.ts'

/** An interaction as kith shows it outside. */
export const timelineEntryOf = (row: TimelineRow): z.output<typeof timelineEntry> => ({
  at: isoTime(row.at),
  direction: directions[row.direction] ?? 'in',
  channel: channels[row.channel] ?? 'mail',
  audience: row.audience,
  bulk: row.bulk,
  subject: row.subject,
  words: row.words,
})

export const listInteractions = operation({
  name: 'list-interactions',
  input: z.object({
    who: z.string().trim().min(1).max(300).describe('Name or part of it, address, profile URL, or id'),
    channel: z.enum(channels).optional().describe('Only what went by this channel'),
    limit: z.coerce.number().int().min(1).max(5_000).default(50).describe('How many at the most'),
  }),
  output: z.object({
    interactions: z.array(timelineEntry),
    more: z.boolean().describe('Whether there are older ones'),
  }),
  examples: [
    { title: 'The last ones', input: { who: 'Ada Lovelace' } },
    { title: 'Meetings only', input: { who: 'Ada Lovelace', channel: 'meeting' } },
  ],
  cli: {
    positionals: ['who'],
    variadic: true,
    json: ({ interactions }) => interactions,
    print: ({ interactions, more }) =>
      interactions.length === 0
        ? 'Nothing with a date passed between you.'
        : `${table(
            ['when', 'how', 'way', 'subject'],
            interactions.map((entry) => [
              day(entry.at),
              entry.channel,
              entry.direction,
              `${entry.subject ?? ''}${entry.bulk ? ' (bulk)' : ''}`,
            ]),
            60,
          )}${more ? '\nThere are older ones: ask for more with --limit.' : ''}`,
  },
  mcp: { readOnly: true },
  run: async (context, { who, channel, limit }) => {
    const person = await findPerson(context, who)
    const { store, owner, at } = context
    const rows = await store.timeline(owner, person, limit + 1, at ?? undefined, channel)
    return { interactions: rows.slice(0, limit).map(timelineEntryOf), more: rows.length > limit }
  },
})
