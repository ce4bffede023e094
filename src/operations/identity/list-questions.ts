import { z } from 'zod'
import { effectInWords, effectOf } from '#core/identity/matching/explain-match.ts'
import { operation } from '../operation.ts'
import { count, percent } from '../text.ts'
import { inReview, personInReview } from './person-in-review.ts'
import { wordsOf } from '../words.ts'

const part = z.object({
  field: z.string(),
  level: z.string(),
  bits: z.number().describe('Doublings of the odds; above 0 speaks for one person, below 0 for two'),
  words: z.string().describe('The same in plain words'),
  effect: z
    .object({ for: z.enum(['one', 'two']), times: z.number() })
    .nullable()
    .describe(
      'One person, or two, is so many times as likely by this; 1000 is 1000 or more; null: says little',
    ),
  first: z.array(z.string()),
  second: z.array(z.string()),
})
const question = z.object({
  first: personInReview,
  second: personInReview,
  probability: z.number().describe('That the two are one person, in [0, 1]'),
  parts: z.array(part).describe('What the probability is made of, the strongest first'),
})
export type Question = z.output<typeof question>

/** What the matching keeps with a question. */
const kept = z.object({ parts: z.array(part.omit({ words: true, effect: true })) })

/** How one question reads in a terminal. */
export function questionInWords({ first, second, probability, parts }: Question): string {
  const who = (person: Question['first']): string =>
    `${person.name} (${person.id})${person.isMe ? ', you' : ''}: ${[
      ...person.identities.map(({ value }) => value),
      ...[person.title, person.organisation, person.place].filter((text) => text !== null),
    ].join(', ')}`
  return [
    `${percent(probability)}  ${who(first)}`,
    `      ${who(second)}`,
    ...parts.map(({ bits, words }) => `      ${words}: ${effectInWords(bits)}`),
  ].join('\n')
}

export const listQuestions = operation({
  name: 'list-questions',
  description:
    'The surest first, with what speaks for it and against it. In a terminal you go through them by single keys; with --limit, --json or through a pipe they are listed.',
  input: z.object({
    limit: z.coerce.number().int().min(1).max(1_000).default(50).describe('How many at the most'),
  }),
  output: z.object({ total: z.number().int(), questions: z.array(question) }),
  examples: [
    { title: 'Whom to decide about', input: {} },
    { title: 'The ten surest', input: { limit: 10 } },
  ],
  cli: {
    json: ({ questions }) => questions,
    print: ({ total, questions }) =>
      questions.length === 0
        ? 'Nothing to decide: nobody looks like somebody else.'
        : [
            ...questions.map(questionInWords),
            '',
            `${count(total, 'question')}. kith merge <id> <id>, kith not-same <id> <id>, kith accept --above 95.`,
          ].join('\n'),
  },
  mcp: { readOnly: true },
  run: async (context, { limit }) => {
    const rows = await context.store.questions(100_000)
    const questions: Question[] = []
    for (const { first, second, probability, evidence } of rows.slice(0, limit)) {
      const [one, other] = [await inReview(context, first), await inReview(context, second)]
      const said = kept.safeParse(evidence)
      if (one === null || other === null) continue
      questions.push({
        first: one,
        second: other,
        probability,
        parts: said.success
          ? said.data.parts.map((told) => ({
              ...told,
              words: wordsOf(context).matching.part(told),
              effect: effectOf(told.bits),
            }))
          : [],
      })
    }
    return { total: rows.length, questions }
  },
})
