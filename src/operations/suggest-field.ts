import { z } from 'zod'
import { suggestTerms } from '#core/calibre/field-suggestions.ts'
import { fieldTerms, meetsOf } from '#core/calibre/field.ts'
import { workTexts } from '#core/scoring/calibre-of-people.ts'
import { fieldOf } from './field.ts'
import { freshScores } from './fresh-scores.ts'
import { listTopics } from './list-topics.ts'
import { operation } from './operation.ts'
import { studyShown } from './study/schemas.ts'
import { table } from './text.ts'

const terms = z.array(z.object({ term: z.string(), people: z.number().int() }))

export const suggestField = operation({
  name: 'suggest-field',
  description:
    'Counted over titles, organisations and industries of your contacts, and over subjects, posts and hashtags of your conversations. Your field stays what you say it is: nothing is added by itself.',
  input: z.object({
    limit: z.coerce.number().int().min(1).max(50).default(12).describe('How many at the most'),
  }),
  output: z.object({
    text: z.string().nullable().describe('Your field as it is'),
    work: terms.describe('What your contacts do; the most people first'),
    topics: terms.describe('What you talk about; the most people first'),
    state: studyShown.state,
    old: studyShown.old,
  }),
  examples: [{ title: 'Words for my field', input: {} }],
  cli: {
    print: ({ work, topics }) =>
      work.length + topics.length === 0
        ? 'Nothing to suggest yet: import something that says what people do (a LinkedIn export, mail with signatures), then ask again.'
        : [
            ...(work.length === 0
              ? []
              : [
                  table(
                    ['what your contacts do', 'people'],
                    work.map((each) => [each.term, String(each.people)]),
                  ),
                  '',
                ]),
            ...(topics.length === 0
              ? []
              : [
                  table(
                    ['what you talk about', 'people'],
                    topics.map((each) => [each.term, String(each.people)]),
                  ),
                  '',
                ]),
            'Say which of them are your field: kith field set "…"',
          ].join('\n'),
  },
  mcp: { readOnly: true },
  run: async (context, { limit }) => {
    await freshScores(context)
    const { store, owner } = context
    const text = await fieldOf(context)
    const { me, scoredAt } = await store.owner(owner)
    const facts = Map.groupBy(await store.facts(), (fact) => fact.personId as number)
    facts.delete(me ?? -1)
    const work = suggestTerms(
      [...facts.values()].map((of) => workTexts(of, scoredAt ?? context.now())),
      text ?? '',
      limit,
    )
    const said = new Set(fieldTerms(text ?? '').map(({ meaning }) => meaning))
    const { topics, state, old } = await context.run(listTopics, { limit: 100 })
    return {
      text,
      work,
      state,
      old,
      topics: topics
        .filter(({ topic }) => [...meetsOf([topic])].some((meaning) => !said.has(meaning)))
        .map(({ topic, people }) => ({ term: topic, people }))
        .sort((a, b) => b.people - a.people || (a.term < b.term ? -1 : 1))
        .slice(0, limit),
    }
  },
})
