import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import type { Context } from './operation.ts'
import { operation } from './operation.ts'

const TOPICS_SETTING = 'field-topics'
/** Topics of a field. */
const MOST_TOPICS = 30

/** The user's field as they described it, and the topics they picked for it. */
export type DescribedField = { readonly text: string | null; readonly topics: readonly string[] }

/** The field as it is kept: text null until the user describes it, topics empty until they pick some. */
export async function describedField({ store, owner }: Context): Promise<DescribedField> {
  const text = await store.setting(owner, 'field')
  const topics = await store.setting(owner, TOPICS_SETTING)
  return {
    text: typeof text === 'string' ? text : null,
    topics: Array.isArray(topics) ? topics.filter((topic) => typeof topic === 'string') : [],
  }
}

/** The user's field, topics and all, as one text; null until they say. */
export async function fieldOf(context: Context): Promise<string | null> {
  const { text, topics } = await describedField(context)
  const all = [...(text === null ? [] : [text]), ...topics]
  return all.length === 0 ? null : all.join(', ')
}

const topic = z.string().trim().min(1).max(60)
const output = z.object({
  text: z.string().nullable(),
  topics: z.array(z.string()).describe('Topics picked for it, from what is talked about'),
})

const said = ({ text, topics }: DescribedField): string =>
  [
    ...(text === null ? [] : [`Your field: ${text}`]),
    ...(topics.length === 0 ? [] : [`Topics: ${topics.join(', ')}`]),
  ].join('\n')

export const setField = operation({
  name: 'set-field',
  description:
    'Calibre is influence in this field: titles, organisations and endorsements that fit it weigh more.',
  input: z.object({ text: z.string().trim().max(500).describe('Your field and topics; empty forgets it') }),
  output,
  examples: [{ title: 'A consultant', input: { text: 'B2B marketing, software, pricing' } }],
  cli: {
    positionals: ['text'],
    variadic: true,
    print: (field) => said(field) || 'Your field is forgotten.',
  },
  mcp: { readOnly: false },
  run: async (context, { text }) => {
    await context.store.setSetting(context.owner, 'field', text === '' ? null : text)
    return outputOf(context)
  },
})

export const getField = operation({
  name: 'get-field',
  input: z.object({}),
  output,
  examples: [],
  cli: {
    print: (field) => said(field) || 'You have not said what your field is: kith field set "…"',
  },
  mcp: { readOnly: true },
  run: outputOf,
})

async function outputOf(context: Context) {
  const { text, topics } = await describedField(context)
  return { text, topics: [...topics] }
}

/** Whether two topics are one: case does not count. */
const sameAs = (one: string) => (other: string) => one.toLowerCase() === other.toLowerCase()

export const pickTopics = operation({
  name: 'pick-topics',
  description:
    'Topics count as words of your field, beside what you wrote yourself. kith field suggest shows those of your own network.',
  input: z.object({
    topics: z
      .array(topic)
      .min(1, 'Name at least one topic.')
      .max(MOST_TOPICS)
      .describe('Topics, each in quotes where it has several words'),
    remove: z.boolean().default(false).describe('Lets go of them'),
  }),
  output: output.extend({ changed: z.array(z.string()).describe('Those that were picked, or let go of') }),
  examples: [
    { title: 'Two topics of my network', input: { topics: ['storage', 'pipelines'] } },
    { title: 'Not that one', input: { topics: ['storage'], remove: true } },
  ],
  cli: {
    positionals: ['topics'],
    variadic: true,
    print: ({ changed, ...field }) =>
      [
        changed.length === 0 ? 'Nothing changed.' : `Changed: ${changed.join(', ')}`,
        said(field) || 'Your field is not described: kith field set "…"',
      ].join('\n'),
  },
  mcp: { readOnly: false },
  run: async (context, { topics: named, remove }) => {
    const { topics } = await describedField(context)
    const asked = named.filter((one, i) => named.findIndex(sameAs(one)) === i)
    const changed = remove
      ? topics.filter((one) => asked.some(sameAs(one)))
      : asked.filter((one) => !topics.some(sameAs(one)))
    const left = remove ? topics.filter((one) => !changed.includes(one)) : [...topics, ...changed]
    if (left.length > MOST_TOPICS)
      throw new KithError(
        'usage',
        `A field takes ${MOST_TOPICS} topics at the most, this would make ${left.length}; let go of some first: kith field pick --remove …`,
      )
    if (changed.length > 0)
      await context.store.setSetting(context.owner, TOPICS_SETTING, left.length === 0 ? null : left)
    return { ...(await outputOf(context)), changed: [...changed] }
  },
})
