import { z } from 'zod'
import { fieldRelevance, fieldTerms, meetsOf } from '#core/calibre/field.ts'
import { workTexts } from '#core/scoring/calibre-of-people.ts'
import { allContacts } from './all-contacts.ts'
import { contactOf } from './contact.ts'
import { fieldOf } from './field.ts'
import { freshScores } from './fresh-scores.ts'
import { storedKnowledge } from './network.ts'
import { AS_USUAL, relevanceWithTalk, wordsOfTalk } from '#core/calibre/talk.ts'
import { talkOf } from './score/talk.ts'
import { operation } from './operation.ts'
import { contact, share } from './schemas.ts'
import { count, percent, table } from './text.ts'

/** Words shown of what somebody talks about. */
const SHOWN_WORDS = 3

export const explainField = operation({
  name: 'explain-field',
  description:
    'A term counts by its meaning in seven languages; what many of your contacts do tells less than what few do. Stated are title, organisation and industry; words in quotes stand in subjects that you share.',
  input: z.object({
    limit: z.coerce.number().int().min(1).max(100).default(10).describe('How many at the most'),
  }),
  output: z.object({
    text: z.string().nullable(),
    terms: z.array(
      z.object({
        term: z.string(),
        known: z.boolean().describe('True for a line of work that kith knows in seven languages'),
        weight: share.describe('How much it tells, over your contacts'),
        people: z.number().int().describe('Your contacts whose title, organisation or industry has it'),
      }),
    ),
    people: z
      .array(
        z.object({
          contact,
          relevance: share,
          terms: z.array(z.string()),
          talk: z.array(z.string()).describe('Words of your field in subjects you share, commonest first'),
        }),
      )
      .describe('Nearest first, then by calibre'),
    unknown: z.number().int().describe('Contacts of whom nothing says what they work in'),
  }),
  examples: [{ title: 'How my field was understood', input: {} }],
  cli: {
    print: ({ text, terms, people, unknown }) =>
      text === null
        ? 'You have not said what your field is: kith field set "…"'
        : [
            `Your field: ${text}`,
            '',
            terms.length === 0
              ? 'None of its words says anything about a line of work; name the industry or the trade.'
              : table(
                  ['term', 'tells', 'contacts'],
                  terms.map((each) => [each.term, percent(each.weight), String(each.people)]),
                ),
            '',
            ...(people.length === 0
              ? ['Nobody you know is near to it, as far as kith can see.']
              : [
                  table(
                    ['nearest', 'relevance', 'by', 'position'],
                    people.map((each) => [
                      each.contact.name,
                      percent(each.relevance),
                      [...each.terms, ...each.talk.map((word) => `“${word}”`)].join(', '),
                      [each.contact.title, each.contact.organisation]
                        .filter((part) => part !== null)
                        .join(', '),
                    ]),
                  ),
                ]),
            `Of ${count(unknown, 'contact')} nothing says what they work in.`,
          ].join('\n'),
  },
  mcp: { readOnly: true },
  run: async (context, { limit }) => {
    await freshScores(context)
    const { store, owner } = context
    const text = await fieldOf(context)
    if (text === null) return { text, terms: [], people: [], unknown: 0 }
    const knowledge = await storedKnowledge(context)
    const { weights, talk } = knowledge
    const relevance = fieldRelevance(text, weights)
    const nearness = talkOf(knowledge)
    const terms = fieldTerms(text)
    const { scoredAt } = await store.owner(owner)
    const facts = Map.groupBy(await store.facts(), (fact) => fact.personId)
    const rows = (await allContacts(context)).toSorted((a, b) => (b.calibre ?? -1) - (a.calibre ?? -1))
    const met = new Map(terms.map(({ meaning }) => [meaning, 0]))
    const near = rows.map((row) => {
      const texts = workTexts(facts.get(row.personId) ?? [], scoredAt ?? context.now())
      const meets = meetsOf(texts)
      const theirs = terms.filter(({ meaning }) => meets.has(meaning))
      for (const { meaning } of theirs) met.set(meaning, (met.get(meaning) ?? 0) + 1)
      const stated = relevance(texts)
      const heard = nearness.of(row.personId)
      return {
        row,
        stated: stated ?? 0,
        relevance: relevanceWithTalk(stated, heard, nearness.views),
        terms: theirs.map(({ term }) => term),
        heard: heard ?? 0,
        talk: heard === null ? [] : wordsOfTalk(talk.get(row.personId)).slice(0, SHOWN_WORDS),
      }
    })
    return {
      text,
      terms: terms.map(({ term, meaning, known }) => ({
        term,
        known,
        weight: weights.get(meaning) ?? 1,
        people: met.get(meaning) ?? 0,
      })),
      people: near
        .filter(({ terms: by, heard }) => by.length > 0 || heard > AS_USUAL)
        // What is stated comes first: from one mailbox, subjects tell little.
        .sort((a, b) => b.stated - a.stated || b.heard - a.heard)
        .slice(0, limit)
        .map((each) => ({
          contact: contactOf(each.row),
          relevance: each.relevance ?? 0,
          terms: each.terms,
          talk: each.talk,
        })),
      unknown: near.filter((each) => each.relevance === null).length,
    }
  },
})
