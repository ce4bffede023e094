import { z } from 'zod'
import { findPerson } from './find-person.ts'
import { freshScores } from './fresh-scores.ts'
import { operation } from './operation.ts'
import { freshOrganisations } from './organisations/fresh.ts'
import { move, moveOf, position, positionOf } from './organisations/schemas.ts'
import { count, day, table } from './text.ts'
import { wordsOf } from './words.ts'

const DAY_MS = 86_400_000

export const listMoves = operation({
  name: 'list-moves',
  description:
    'A source that said one thing says another: a newer export names another organisation or title, or somebody writes from another organisation’s address and no more from the old one.',
  input: z.object({
    days: z.coerce
      .number()
      .int()
      .min(1)
      .max(36_525)
      .default(180)
      .describe('Moves noticed so many days before the end of your data, or later'),
    limit: z.coerce.number().int().min(1).max(1_000).default(50).describe('How many at the most'),
  }),
  output: z.object({
    total: z.number().int(),
    moves: z.array(move.extend({ person: z.object({ id: z.number().int(), name: z.string() }) })),
  }),
  examples: [
    { title: 'Of the last half year', input: {} },
    { title: 'Of the last month', input: { days: 30 } },
  ],
  cli: {
    print: ({ total, moves }) =>
      moves.length === 0
        ? 'Nobody moved, as far as kith can see; a newer export of your connections may tell more.'
        : `${table(
            ['noticed', 'who', 'move', 'source'],
            moves.map((each) => [day(each.noticedAt), each.person.name, each.text, each.source]),
            80,
          )}\n${moves.length} of ${total}`,
  },
  mcp: { readOnly: true },
  run: async (context, { days, limit }) => {
    await freshScores(context)
    await freshOrganisations(context)
    const { store, owner } = context
    const { scoredAt } = await store.owner(owner)
    const changes = await store.positionChanges(owner, (scoredAt ?? context.now()) - days * DAY_MS)
    const moves = []
    for (const row of changes.slice(0, limit)) {
      const person = await store.person(owner, row.personId)
      moves.push({
        ...moveOf(row, wordsOf(context).changes),
        person: { id: row.personId, name: person?.name ?? '' },
      })
    }
    return { total: changes.length, moves }
  },
})

export const listPositions = operation({
  name: 'list-positions',
  input: z.object({
    who: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .describe('Name or part of it, address, number, profile URL, or id'),
  }),
  output: z.object({
    id: z.number().int(),
    name: z.string(),
    positions: z.array(position).describe('Current ones first, then the latest'),
    moves: z.array(move).describe('The newest first'),
  }),
  examples: [{ title: 'By name', input: { who: 'Ada Lovelace' } }],
  cli: {
    positionals: ['who'],
    variadic: true,
    print: ({ name, positions, moves }) =>
      positions.length === 0
        ? `No source says where ${name} works.`
        : [
            table(
              ['organisation', 'title', 'there', 'from', 'until', 'sources'],
              positions.map((each) => [
                each.organisation ?? '',
                each.title ?? '',
                each.current ? 'now' : 'formerly',
                each.startedAt === null ? '' : day(each.startedAt),
                each.endedAt === null
                  ? each.lastAt === null
                    ? ''
                    : `seen ${day(each.lastAt)}`
                  : day(each.endedAt),
                each.sources.join(', '),
              ]),
            ),
            ...(moves.length === 0 ? [] : ['', `${count(moves.length, 'change')}:`]),
            ...moves.map((each) => `${day(each.noticedAt)}  ${each.text} [${each.source}]`),
          ].join('\n'),
  },
  mcp: { readOnly: true },
  run: async (context, { who }) => {
    await freshScores(context)
    await freshOrganisations(context)
    const { store, owner } = context
    const id = await findPerson(context, who)
    const person = await store.person(owner, id)
    return {
      id,
      name: person?.name ?? '',
      positions: (await store.positions(id)).map(positionOf),
      moves: (await store.positionChanges(owner, 0, id)).map((row) => moveOf(row, wordsOf(context).changes)),
    }
  },
})
