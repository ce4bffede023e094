import { expect, test } from 'vitest'
import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { loadAll } from './index.ts'
import { contextOn } from './testing/workspace.ts'
import { runOperation } from './run.ts'
import { readInput } from './wrong-input.ts'

const schema = z.object({
  limit: z.coerce.number().int().min(1).max(10_000).default(20),
  target: z.coerce.number().int(),
  kind: z.enum(['referrals', 'sales', 'hires']),
  rate: z.coerce.number().gt(0).lt(100).optional(),
  paths: z.array(z.string().min(1)).min(1, 'name at least one file or folder'),
  names: z.array(z.string()).min(2).max(3).optional(),
  search: z.string().min(3).max(200).default('all'),
  reverse: z.boolean().default(false),
  model: z.enum(['default']).default('default'),
})
const good = { target: 5, kind: 'sales', paths: ['a.mbox'] }

const said = (input: unknown): string => {
  try {
    readInput(schema, input)
    return 'nothing'
  } catch (error) {
    if (!(error instanceof KithError) || error.code !== 'invalid-input') throw error
    return error.message
  }
}

test('what fits comes back with its defaults', () =>
  expect(readInput(schema, { ...good, target: '5' })).toMatchObject({ target: 5, limit: 20 }))

test.each([
  [{ limit: 20_000 }, 'limit has to be at most 10,000.'],
  [{ limit: 0 }, 'limit has to be at least 1.'],
  [{ limit: 1e300 }, 'limit has to be at most 10,000.'],
  [{ limit: 2.5 }, 'limit has to be a whole number.'],
  [{ target: 'many' }, 'target has to be a number.'],
  [{ target: undefined }, 'target is missing; it has to be a number.'],
  [{ kind: 'fame' }, 'kind has to be one of referrals, sales or hires.'],
  [{ kind: undefined }, 'kind is missing; it has to be one of referrals, sales or hires.'],
  [{ model: 'other' }, 'model has to be default.'],
  [{ rate: 0 }, 'rate has to be more than 0.'],
  [{ rate: 100 }, 'rate has to be less than 100.'],
  [{ paths: 'x' }, 'paths has to be a list.'],
  [{ paths: [] }, 'paths: name at least one file or folder.'],
  [{ paths: ['a', 5] }, 'entry 2 of paths has to be text.'],
  [{ paths: [''] }, 'entry 1 of paths has to be at least 1 character long.'],
  [{ names: ['a'] }, 'names has to have at least 2 entries.'],
  [{ names: ['a', 'b', 'c', 'd'] }, 'names has to have at most 3 entries.'],
  [{ search: 'x'.repeat(300) }, 'search has to be at most 200 characters long.'],
  [{ reverse: 'yes' }, 'reverse has to be true or false.'],
  [
    { kind: 'fame', limit: 0 },
    'limit has to be at least 1; kind has to be one of referrals, sales or hires.',
  ],
])('%o: %s', (wrong, sentence) => expect(said({ ...good, ...wrong })).toBe(sentence))

test('an input that is no object says so', () => expect(said(5)).toBe('The input has to be an object.'))

test('a form of value that nobody thought of is still told in plain words', () => {
  const odd = z.object({ when: z.iso.date(), either: z.union([z.string(), z.number()]) })
  expect(() => readInput(odd, { when: 'today', either: [] })).toThrow(
    'when does not have the form that is expected; either does not have the form that is expected.',
  )
})

const store = new Proxy({}, { get: () => () => {} }) as never

test.each(
  (await loadAll()).flatMap((declared) =>
    Object.keys((declared.input as z.ZodObject).shape).map(
      (field) => [declared.name, field, declared] as const,
    ),
  ),
)('%s: a wrong %s is told without the words of the library', async (_, field, declared) => {
  const example = { ...(declared.examples[0]?.input as object) }
  const error: unknown = await runOperation(declared, contextOn(store), {
    ...example,
    [field]: { not: 'what is expected' },
  }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(KithError)
  expect((error as KithError).message).toMatch(new RegExp(`\\b${field} (has to|does not)`))
  expect((error as KithError).message).not.toMatch(/invalid|expected [a-z]+,|received|NaN|[<>]/i)
})
