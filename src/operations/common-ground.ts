import { z } from 'zod'
import { findPerson } from './find-person.ts'
import { operation } from './operation.ts'
import { freshStudy } from './study-network.ts'
import { keptPart } from './study/kept.ts'
import { studyShown } from './study/schemas.ts'
import { sharedTopics } from './study/shared-topics.ts'
import { withoutStudy } from './study/words.ts'
import { wordsOf } from './words.ts'

const MOST_CONTACTS = 12
const MOST_TOPICS = 20

export const commonGround = operation({
  name: 'common-ground',
  description:
    'Contacts of both are those seen beside them in messages and meetings of few. Topics are those of their conversations, and which of them you write on, too.',
  input: z.object({ who: z.string().trim().min(1).max(300).describe('Name, address, profile URL, or id') }),
  output: z.object({
    id: z.number().int(),
    state: studyShown.state,
    old: studyShown.old,
    contacts: z.array(
      z.object({
        person: z.number().int(),
        name: z.string(),
        times: z.number().int().describe('Messages and meetings that the two were in together'),
      }),
    ),
    topics: z.array(z.object({ topic: z.string(), shared: z.boolean().describe('You write on it, too') })),
  }),
  examples: [{ title: 'By name', input: { who: 'Ada Lovelace' } }],
  cli: {
    positionals: ['who'],
    variadic: true,
    print: ({ contacts, topics }) =>
      contacts.length + topics.length === 0
        ? 'Nothing in common is known yet: nobody is seen beside them, and no topic.'
        : [
            ...(contacts.length === 0
              ? []
              : [`Contacts of both: ${contacts.map(({ name, times }) => `${name} (${times})`).join(', ')}`]),
            ...(topics.length === 0
              ? []
              : [
                  `Topics: ${topics.map(({ topic, shared }) => (shared ? `${topic} (yours, too)` : topic)).join(', ')}`,
                ]),
          ].join('\n'),
  },
  mcp: { readOnly: true },
  run: async (context, { who }) => {
    const studied = await freshStudy(context, 'structure')
    const { store, owner } = context
    const id = await findPerson(context, who)
    const nodes = await keptPart(context, 'nodes')
    const node = nodes?.person.indexOf(id) ?? -1
    const topics = nodes?.topics[node] ?? []
    const shared = new Set(topics.length === 0 ? [] : (await sharedTopics(context))(id))
    const none =
      studied === 'none-yet' || studied === 'unknown-me'
        ? withoutStudy(studied === 'none-yet' ? 'studying' : studied, wordsOf(context).discover)
        : null
    return {
      id,
      state: none?.state ?? ('ok' as const),
      old: none?.old ?? studied === 'old',
      contacts: [...(await store.inCommon(owner, id, MOST_CONTACTS))],
      topics: topics
        .slice(0, MOST_TOPICS)
        .map((topic) => ({ topic, shared: shared.has(topic) }))
        .sort((a, b) => Number(b.shared) - Number(a.shared)),
    }
  },
})
