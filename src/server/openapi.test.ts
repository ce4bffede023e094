import { Validator } from '@seriousme/openapi-schema-validator'
import fc from 'fast-check'
import { OpenAPIClientAxios } from 'openapi-client-axios'
import type { Document } from 'openapi-client-axios'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Described } from '#operations/catalogue.ts'
import { loadAll } from '#operations/index.ts'
import { openApi } from './openapi.ts'
import { type OpenApp, openApp } from './testing/open-app.ts'
import { anyInput } from './testing/any-input.ts'

const list = await loadAll()

test('the document is valid OpenAPI 3.1', async () => {
  expect(await new Validator().validate(openApi(list, '0.0.0'))).toEqual({ valid: true })
})

test('a flaw in the document would be seen', async () => {
  const flawed = openApi(list, '0.0.0') as { paths: Record<string, unknown> }
  const broken = { ...flawed, paths: { ...flawed.paths, '/goals': { get: { responses: 5 } } } }
  expect((await new Validator().validate(broken)).valid).toBe(false)
})

/** A client made from the document alone, whose requests reach the app without a network. */
async function generatedClient(kith: OpenApp) {
  const definition = (await (await kith.ask('/api/v1/openapi.json')).json()) as Document
  const api = new OpenAPIClientAxios({
    definition,
    axiosConfigDefaults: {
      baseURL: '/api/v1',
      validateStatus: () => true,
      adapter: async (config) => {
        const query = new URLSearchParams(config.params as Record<string, string>).toString()
        const answer = await kith.ask(`${config.baseURL}${config.url}${query === '' ? '' : `?${query}`}`, {
          method: (config.method ?? 'get').toUpperCase(),
          ...(config.data === undefined ? {} : { body: config.data as string }),
          headers: { 'content-type': 'application/json' },
        })
        const headers = Object.fromEntries(answer.headers)
        return {
          data: await answer.json(),
          status: answer.status,
          statusText: '',
          headers,
          config: config as never,
        }
      },
    },
  })
  return await api.init()
}

test('a client that a public generator makes from the document sets, lists and removes a goal', async () => {
  const kith = openApp()
  const client = await generatedClient(kith)
  const added = await client['add-goal']?.({}, { kind: 'referrals', target: 5 })
  expect(added?.data).toMatchObject({ kind: 'referrals', per: 'quarter' })
  const id = (added?.data as { id: number } | undefined)?.id ?? 0
  expect((await client['list-goals']?.())?.data).toMatchObject({ goals: [{ id }] })
  expect((await client['remove-goal']?.({ id }))?.status).toBe(200)
  expect((await client['remove-goal']?.({ id }))?.data).toMatchObject({ code: 'not-found' })
  expect((await client['list-people']?.({ limit: 5 }))?.data).toMatchObject({ people: [], next: null })
  await kith.close()
})

/** Operations that read or write files of this machine, fill the database, or send mail: asked with nothing at random. */
const withEffectsOutside = new Set([
  'import-files',
  'score-files',
  'load-sample',
  'restore-backup',
  'send-digest',
  'connect-account',
])

/** One more run, with other inputs, a seed: KITH_FUZZ_SEEDS=300 is the long run, KITH_FUZZ_SEED=7 begins with that one. */
const firstSeed = Number(process.env['KITH_FUZZ_SEED'] ?? 1)
const seeds = Array.from({ length: Number(process.env['KITH_FUZZ_SEEDS'] ?? 1) }, (_, i) => firstSeed + i)

test.each(seeds)(
  'no input that fits or nearly fits a schema makes kith fail, and answers are what the document says (seed %i)',
  async (seed) => {
    const kith = openApp()
    for (const declared of list.filter(({ name }) => !withEffectsOutside.has(name))) {
      /** The first request that failed; those after it are fast-check's search for a smaller one. */
      let failed: string | null = null
      const property = fc.asyncProperty(anyInput(declared), async (input) => {
        const request = requestOf(declared, input)
        try {
          await checkAnswer(declared, await kith.ask(`/api/v1${request.path}`, request.init))
          expect(kith.bugs).toEqual([])
        } catch (error) {
          failed ??= JSON.stringify(request)
          throw error
        }
      })
      const outcome = await fc.check(property, { numRuns: 25, seed })
      if (outcome.failed)
        throw new Error(
          `${declared.name} failed at ${failed}. KITH_FUZZ_SEED=${seed} does it again. Smaller: ${JSON.stringify(outcome.counterexample)}`,
          { cause: outcome.errorInstance },
        )
    }
    await kith.close()
  },
  120_000,
)

/** @throws where an answer is a failure of kith's, or not what the document says */
async function checkAnswer(declared: Described, answer: Response): Promise<void> {
  expect(answer.status).toBeLessThan(500)
  if (answer.status !== 200) expect(answer.headers.get('content-type')).toBe('application/problem+json')
  else if (declared.gives !== undefined) {
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="/)
    await answer.arrayBuffer()
  } else {
    const body: unknown = await answer.json()
    expect(z.object({}).loose().safeParse(body)).toMatchObject({ success: true })
    expect(declared.output.safeParse(body)).toMatchObject({ success: true })
  }
}

/** A value as a query string has it. Objects have no text of their own, or one that is no function. */
const wordOf = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean)

/** The request that an input is, its path parameters in the path. */
function requestOf(declared: Described, input: Readonly<Record<string, unknown>>) {
  const rest = { ...input }
  const path = declared.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value ?? 'x'))
  })
  const method = declared.method.toUpperCase()
  if (method !== 'GET' && method !== 'DELETE') return { path, init: { method, body: JSON.stringify(rest) } }
  const query = new URLSearchParams(
    Object.entries(rest).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, wordOf(one)]),
    ),
  ).toString()
  return { path: query === '' ? path : `${path}?${query}`, init: { method } }
}
