import { z } from 'zod'
import { fieldRelevance, fieldTerms, meetsOf } from '#core/calibre/field.ts'
import { relevanceWithTalk, wordsOfTalk } from '#core/calibre/talk.ts'
import { isAboutWork } from '#core/scoring/calibre-of-people.ts'
import { fieldOf } from './field.ts'
import { findPerson } from './find-person.ts'
import { freshScores } from './fresh-scores.ts'
import { storedKnowledge } from './network.ts'
import { operation } from './operation.ts'
import { share } from './schemas.ts'
import { talkOf } from './score/talk.ts'
import { count, percent } from './text.ts'
import { wordsOf } from './words.ts'

/** Words of subjects that are shown. */
const SHOWN_WORDS = 12

export const explainRelevance = operation({
  name: 'explain-relevance',
  description:
    'Stated are their titles, organisations and industries. Subjects are those of mail and meetings that you share, and of their posts: each counts once, however many messages it has. They move relevance little, for one mailbox tells little.',
  input: z.object({ who: z.string().trim().min(1).max(300).describe('Name, address, profile URL, or id') }),
  output: z.object({
    id: z.number().int(),
    field: z.string().nullable(),
    relevance: share
      .nullable()
      .describe('How much what is known of them counts for calibre; null is unknown'),
    text: z.string(),
    stated: z.array(
      z.object({
        field: z.string().describe('title, organisation or industry'),
        value: z.string(),
        terms: z.array(z.string()).describe('Terms of your field that it meets'),
      }),
    ),
    subjects: z.number().int().describe('Distinct subjects you share with words that tell something'),
    words: z.array(
      z.object({ word: z.string(), subjects: z.number().int().describe('Subjects that it stands in') }),
    ),
    nearness: share
      .nullable()
      .describe(
        'How much they talk about it against what is usual; .2 is as usual, 1 five times; null: too few subjects',
      ),
  }),
  examples: [{ title: 'By name', input: { who: 'Ada Lovelace' } }],
  cli: {
    positionals: ['who'],
    variadic: true,
    print: ({ text, relevance, stated, words, subjects }) =>
      [
        text,
        ...(relevance === null ? [] : [`relevance  ${percent(relevance)}`]),
        ...stated.map(({ field, value, terms }) => `  ${field}: ${value} (${terms.join(', ')})`),
        ...(words.length === 0
          ? []
          : [
              `  subjects you share: ${words.map((each) => `“${each.word}” ${each.subjects}`).join(', ')}, of ${count(subjects, 'subject')}`,
            ]),
      ].join('\n'),
  },
  mcp: { readOnly: true },
  run: async (context, { who }) => {
    await freshScores(context)
    const { store, owner } = context
    const id = await findPerson(context, who)
    const field = await fieldOf(context)
    const sentences = wordsOf(context).calibre
    if (field === null)
      return {
        id,
        field,
        relevance: null,
        text: sentences.noField,
        stated: [],
        subjects: 0,
        words: [],
        nearness: null,
      }
    const knowledge = await storedKnowledge(context, id)
    const { scoredAt } = await store.owner(owner)
    const at = scoredAt ?? context.now()
    const facts = (await store.facts(id)).filter((fact) => isAboutWork(fact, at))
    const terms = fieldTerms(field)
    const stated = facts
      .map(({ field: kind, value }) => {
        const meets = meetsOf([value])
        return {
          field: kind,
          value,
          terms: terms.filter(({ meaning }) => meets.has(meaning)).map(({ term }) => term),
        }
      })
      .filter((each) => each.terms.length > 0)
      .filter(
        (each, i, all) => all.findIndex((one) => one.field === each.field && one.value === each.value) === i,
      )
    const near = talkOf(knowledge)
    const nearness = near.of(id)
    const talk = knowledge.talk.get(id)
    const relevance = relevanceWithTalk(
      fieldRelevance(field, knowledge.weights)(facts.map(({ value }) => value)),
      nearness,
      near.views,
    )
    const words = wordsOfTalk(talk)
      .slice(0, SHOWN_WORDS)
      .map((word) => ({ word, subjects: talk?.words.get(word) ?? 0 }))
    return {
      id,
      field,
      relevance,
      text: sentences.relevance(
        [...new Set(stated.flatMap((each) => each.terms))],
        words.map(({ word }) => word),
        talk?.subjects ?? 0,
        relevance === null,
      ),
      stated,
      subjects: talk?.subjects ?? 0,
      words,
      nearness,
    }
  },
})
