import { z } from 'zod'
import type { Context } from './operation.ts'
import { operation } from './operation.ts'

/** The user's field in their own words; null until they say. */
export async function fieldOf(context: Context): Promise<string | null> {
  const stored = await context.store.setting(context.owner, 'field')
  return typeof stored === 'string' ? stored : null
}

const output = z.object({ text: z.string().nullable() })

export const setField = operation({
  name: 'set-field',
  summary: 'Says what your field is, in your own words.',
  description:
    'Calibre is influence in this field: titles, organisations and endorsements that fit it weigh more.',
  input: z.object({ text: z.string().trim().max(500).describe('Your field and topics; empty forgets it') }),
  output,
  examples: [{ title: 'A consultant', input: { text: 'B2B marketing, software, pricing' } }],
  http: { method: 'put', path: '/field' },
  cli: {
    command: ['field', 'set'],
    positionals: ['text'],
    variadic: true,
    print: ({ text }) => (text === null ? 'Your field is forgotten.' : `Your field: ${text}`),
  },
  mcp: { readOnly: false },
  run: async (context, { text }) => {
    await context.store.setSetting(context.owner, 'field', text === '' ? null : text)
    return { text: text === '' ? null : text }
  },
})

export const getField = operation({
  name: 'get-field',
  summary: 'Shows what your field is.',
  input: z.object({}),
  output,
  examples: [],
  http: { method: 'get', path: '/field' },
  cli: {
    command: ['field', 'show'],
    print: ({ text }) => text ?? 'You have not said what your field is: kith field set "…"',
  },
  mcp: { readOnly: true },
  run: async (context) => ({ text: await fieldOf(context) }),
})
