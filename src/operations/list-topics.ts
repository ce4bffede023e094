import { z } from 'zod'
import { DEFAULT_FIELD_MEAN } from '#core/calibre/combine.ts'
import { suggestTopics } from '#core/topics/suggest.ts'
import { topicRates } from '#core/topics/topic-rates.ts'
import type { Rate } from '#core/topics/topic-rates.ts'
import { personId } from '#core/model/ids.ts'
import type { Sentences } from '#core/sentences/index.ts'
import { allContacts } from './all-contacts.ts'
import { isoTime, isoTimeOrNull } from './dates.ts'
import { operation } from './operation.ts'
import { share, time } from './schemas.ts'
import { freshStudy } from './study-network.ts'
import { keptPart } from './study/kept.ts'
import { named, studyShown } from './study/schemas.ts'
import { withoutStudy } from './study/words.ts'
import { wordsOf } from './words.ts'
import { day, percent, table } from './text.ts'

/** New contacts whose calibre is known that it takes to judge topics by calibre. */
const ENOUGH_KNOWN = 20
/** People shown of a topic. */
const PEOPLE = 5

const rate = {
  conversations: z.number().int(),
  successes: z.number().int().describe('Conversations that drew in at least one new contact'),
  rate: share.nullable(),
  low: share.describe('Bounds of the rate at 95 %'),
  high: share,
}

export const listTopics = operation({
  name: 'list-topics',
  description:
    'A conversation draws somebody in when it is the first you had with them and an exchange both ways followed within half a year. Each topic is held against the rate of all your conversations, with an interval. Counted are new contacts of influence in your field where enough is known of it, otherwise all.',
  input: z.object({
    search: z.string().max(100).default('').describe('Part of a topic'),
    limit: z.coerce.number().int().min(1).max(400).default(20).describe('How many at the most'),
  }),
  output: z.object({
    ...studyShown,
    counted: z
      .enum(['calibre', 'all'])
      .describe(
        'calibre: new contacts of more than middling influence count; all: every new contact, for little is known',
      ),
    base: z.object(rate).describe('All conversations with a topic'),
    topics: z.array(
      z.object({
        topic: z.string(),
        ...rate,
        people: z.number().int().describe('Distinct people in these conversations'),
        newContacts: z.number().int().describe('New two-way contacts that count'),
        who: z.array(named).describe('The newest of them, at most five'),
        lift: z.number().nullable().describe('Rate over the rate of all conversations'),
        verdict: z
          .enum(['above', 'below', 'unclear'])
          .describe(
            'Whether it differs from the usual rate by more than chance, given how many topics there are',
          ),
        lastAt: time,
        lastMineAt: time.nullable().describe('When you last wrote on it; null is never'),
      }),
    ),
    topicsInAll: z.number().int(),
    suggestions: z.array(z.object({ topic: z.string(), text: z.string(), people: z.array(named) })),
  }),
  examples: [
    { title: 'Which topics draw people in', input: {} },
    { title: 'One topic', input: { search: 'pricing' } },
  ],
  cli: {
    json: ({ topics }) => topics,
    print: ({ text, topics, suggestions }) =>
      [
        text,
        ...(topics.length === 0
          ? []
          : [
              '',
              table(
                ['topic', 'conversations', 'drew in', 'rate', '95 %', 'against usual', 'you last wrote'],
                topics.map((each) => [
                  each.topic,
                  String(each.conversations),
                  String(each.newContacts),
                  percent(each.rate),
                  `${percent(each.low)} to ${percent(each.high)}`,
                  each.verdict === 'unclear'
                    ? 'unclear'
                    : `${each.verdict} (${each.lift?.toFixed(1) ?? '?'}×)`,
                  day(each.lastMineAt),
                ]),
              ),
            ]),
        ...(suggestions.length === 0
          ? []
          : ['', 'To write about next:', ...suggestions.map((each) => `- ${each.topic}: ${each.text}`)]),
      ].join('\n'),
  },
  mcp: { readOnly: true },
  long: true,
  run: async (context, { search, limit }) => {
    const words = wordsOf(context)
    const none = { base: empty, topics: [], topicsInAll: 0, suggestions: [], counted: 'all' as const }
    const studied = await freshStudy(context, 'topics')
    if (studied === 'unknown-me') return { ...withoutStudy(studied, words.discover), ...none }
    const { store, owner } = context
    const study = await keptPart(context, 'topics')
    if (study === null || studied === 'none-yet')
      return { ...withoutStudy('studying', words.discover), ...none }
    const seenFrom = (await store.owner(owner)).scoredAt ?? context.now()
    const at = isoTimeOrNull(seenFrom)
    const rows = await allContacts(context)
    const contacts = new Map<number, (typeof rows)[number]>(rows.map((row) => [row.personId, row]))
    const known = new Set(study.drawn.filter((person) => typeof contacts.get(person)?.calibre === 'number'))
    const byCalibre = known.size >= ENOUGH_KNOWN
    const counts = (person: number): boolean =>
      byCalibre ? (contacts.get(person)?.calibre ?? 0) > DEFAULT_FIELD_MEAN : contacts.has(person)
    const { base, topics } = topicRates(study, counts)
    const name = (person: number): string => contacts.get(person)?.name ?? ''
    const person = (id: number) => ({ id: personId(id), name: name(id) })
    const found = topics.filter(({ topic }) => topic.includes(search.trim().toLowerCase()))
    return {
      ...told(study.conversations, topics.length, found.length, base, byCalibre, search, words.topics),
      counted: byCalibre ? ('calibre' as const) : ('all' as const),
      base,
      topics: found.slice(0, limit).map(({ drawn, last, lastMine, ...each }) => ({
        ...each,
        newContacts: drawn.length,
        who: drawn.slice(-PEOPLE).toReversed().map(person),
        lastAt: isoTime(last),
        lastMineAt: isoTimeOrNull(lastMine),
      })),
      topicsInAll: topics.length,
      suggestions: suggestTopics(topics, base.rate, name, 5, seenFrom, words.topics).map((each) => ({
        topic: each.topic,
        text: each.text,
        people: each.people.map(person),
      })),
      at,
      old: studied === 'old',
    }
  },
})

const empty: Rate = { conversations: 0, successes: 0, rate: null, low: 0, high: 1 }

function told(
  conversations: number,
  topics: number,
  found: number,
  base: Rate,
  byCalibre: boolean,
  search: string,
  words: Sentences['topics'],
) {
  if (conversations === 0) return { state: 'empty' as const, text: words.nothing }
  if (topics === 0) return { state: 'nothing' as const, text: words.tooFew(conversations) }
  if (found === 0) return { state: 'nothing' as const, text: words.noneFits(search) }
  return { state: 'ok' as const, text: words.drewIn(conversations, base.rate, byCalibre) }
}
