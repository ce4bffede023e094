import { hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { type Context as Http, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { type Language, wishedLanguage } from '#core/sentences/language.ts'
import type { Described, Entry } from '#operations/catalogue.ts'
import type { Operation } from '#operations/operation.ts'
import { readInput, refuseUnknown } from '#operations/wrong-input.ts'
import { type Access, accessOf, checkAccess } from './access.ts'
import { once } from './idempotency.ts'
import { openApi } from './openapi.ts'
import { fromCursor, isPaged, withNext } from './paging.ts'
import { type Problem, problemOf } from './problem.ts'
import type { Uploads } from './uploads.ts'
import type { Asker, Workspace } from './workspace.ts'
import { sentences } from '#core/sentences/index.ts'

export type ApiOptions = {
  readonly entries: readonly Entry[]
  readonly workspaces: { readonly real: Workspace; readonly sample: Workspace }
  readonly version: string
  /** The session of our own page. */
  readonly session: string
  readonly uploads: Uploads
  readonly onBug: (error: unknown) => void
  readonly answerProblem: (c: Http, error: unknown) => Response
}

type Input = Readonly<Record<string, unknown>>
type Asked = {
  readonly declared: Described
  readonly workspace: Workspace
  readonly input: Input
  readonly language: Language
}

/** How a query says yes and no; any other word is refused as no flag. */
const flags: ReadonlyMap<unknown, boolean> = new Map([
  ['', true],
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
])

/** The input that a query gives, where a list or a flag is words, too. */
function queryInput(declared: Operation, c: Http): Record<string, unknown> {
  const properties = (
    z.toJSONSchema(declared.input, { io: 'input', unrepresentable: 'any' }) as {
      properties?: Record<string, { type?: string }>
    }
  ).properties
  const queries = c.req.queries()
  refuseUnknown(declared, Object.keys(queries), isPaged(declared) ? ['cursor'] : [])
  const input: Record<string, unknown> = {}
  for (const [name, values] of Object.entries(queries)) {
    const type = properties?.[name]?.type
    if (type === 'array') input[name] = values
    else if (type === 'boolean') input[name] = flags.get(values[0]) ?? values[0]
    else input[name] = values[0]
  }
  return input
}

async function inputOf(declared: Operation, c: Http): Promise<Input> {
  if (c.req.method === 'GET' || c.req.method === 'DELETE')
    return { ...queryInput(declared, c), ...c.req.param() }
  const text = await c.req.text()
  let body: unknown = {}
  try {
    if (text !== '') body = JSON.parse(text)
  } catch (cause) {
    throw new KithError('invalid-input', 'The body is no JSON.', { cause })
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new KithError('invalid-input', 'The body has to be a JSON object.')
  refuseUnknown(declared, Object.keys(body), isPaged(declared) ? ['cursor'] : [])
  return { ...body, ...c.req.param() }
}

/** The paths of uploads in an input, which may not have been checked. */
function pathsOf({ paths }: Input): string[] {
  return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : []
}

/** The API made from the operations: a route each, under whatever path it is mounted. */
export function createApi(options: ApiOptions): Hono<{ Variables: { access: Access } }> {
  const { workspaces, uploads } = options
  const api = new Hono<{ Variables: { access: Access } }>()
  api.onError((error, c) => options.answerProblem(c as never, error))
  api.use(async (c, next) => {
    const useToken = async (secret: string) =>
      await (await workspaces.real.store()).useToken(SOLE_OWNER, secret, Date.now())
    c.set('access', await accessOf(c as never, options.session, useToken))
    await next()
  })
  api.get('/openapi.json', async (c) => {
    const all = await Promise.all(options.entries.map((entry) => entry.load()))
    return c.json(openApi(all, options.version))
  })
  api.put('/uploads/:batch', async (c) => {
    if (c.get('access').by !== 'session')
      throw new KithError('forbidden', 'Uploads are for the page; kith import reads files in the terminal.')
    const path = await uploads.store(c.req.param('batch'), c.req.query('path') ?? '', c.req.raw.body as never)
    return c.json({ path })
  })

  /** A part of a list, which says where it goes on. */
  const inParts = async (
    { workspace, input }: Asked,
    answer: (wanted: Input) => Promise<object>,
  ): Promise<object> => {
    const state = async (): Promise<number> => (await (await workspace.store()).owner(SOLE_OWNER)).changes
    const wanted = fromCursor(input, await state())
    // Afterwards: answering may have brought the scores up to date.
    return withNext(await answer(wanted), wanted, await state())
  }

  /** Reads what was asked for, as JSON. */
  const readJson = async (asked: Asked, signal: AbortSignal): Promise<string> => {
    const read = (wanted: Input): Promise<string> =>
      asked.workspace.read(asked.declared, wanted, { language: asked.language, signal })
    if (!isPaged(asked.declared)) return await read(asked.input)
    return JSON.stringify(await inParts(asked, async (wanted) => JSON.parse(await read(wanted)) as object))
  }

  /** Runs what was asked for; uploaded files are gone afterwards, whatever comes of it. */
  const perform = async (asked: Asked, asker: Asker): Promise<object> => {
    const { declared, workspace, input, language } = asked
    const run = async (wanted: Input): Promise<object> =>
      (await workspace.run(declared, wanted, { language, ...asker })) as object
    try {
      return isPaged(declared) ? await inParts(asked, run) : await run(input)
    } finally {
      if ('paths' in input) await uploads.release(pathsOf(input))
    }
  }

  /** One answer as JSON: with a tag where something is read, once for each key where something is changed. */
  const answerJson = async (c: Http, asked: Asked): Promise<Response> => {
    const { signal } = c.req.raw
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    const key = c.req.method === 'POST' ? c.req.header('idempotency-key') : undefined
    if (key !== undefined) {
      // A hash of a password can be tried against a dictionary: none is kept.
      const { [asked.declared.secretField ?? '']: _, ...kept } = asked.input
      const request = JSON.stringify([c.req.method, c.req.path, kept])
      const work = async (): Promise<string> => JSON.stringify(await perform(asked, { signal }))
      const { body, again } = await once(await asked.workspace.store(), key, request, Date.now(), work)
      return c.body(body, 200, again ? { ...headers, 'idempotency-replayed': 'true' } : headers)
    }
    if (c.req.method !== 'GET') return c.body(JSON.stringify(await perform(asked, { signal })), 200, headers)
    const body = await readJson(asked, signal)
    const tag = `"${hash('sha256', body, 'base64url').slice(0, 22)}"`
    const known = (c.req.header('if-none-match') ?? '')
      .split(',')
      .map((one) => one.trim().replace(/^W\//, ''))
    return known.includes(tag)
      ? c.body(null, 304, { etag: tag })
      : c.body(body, 200, { ...headers, etag: tag })
  }

  /** A file as a download; it is made whole first, so that an error is an answer and not a file cut short. */
  const answerFile = async (asked: Asked, gives: NonNullable<Operation['gives']>): Promise<Response> => {
    const folder = await mkdtemp(join(tmpdir(), 'kith-give-'))
    const file = join(folder, 'given')
    const clean = (): Promise<void> => rm(folder, { recursive: true, force: true })
    try {
      const input = readInput(asked.declared.input, asked.input)
      await perform(asked, { file })
      const stream = createReadStream(file).once('close', () => void clean())
      return new Response(Readable.toWeb(stream) as never, {
        headers: {
          'content-type': gives.mediaType(input),
          'content-length': String((await stat(file)).size),
          'content-disposition': `attachment; filename="${gives.fileName(input)}"`,
        },
      })
    } catch (error) {
      await clean()
      throw error
    }
  }

  /** Progress as it comes, then the result or the problem (server-sent events, HTML Living Standard §9.2). */
  const answerEvents = (c: Http, asked: Asked): Response =>
    streamSSE(c, async (stream) => {
      const controller = new AbortController()
      const { translated } = sentences[asked.language]
      stream.onAbort(() => controller.abort())
      const send = (event: string, data: unknown): Promise<void> =>
        stream.writeSSE({ event, data: JSON.stringify(data) })
      try {
        const result = await perform(asked, {
          signal: controller.signal,
          progress: (progress) => void send('progress', { ...progress, step: translated(progress.step) }),
        })
        await send('result', result)
      } catch (error) {
        const problem: Problem = problemOf(error, asked.language)
        if (problem.code === 'internal') options.onBug(error)
        await send('error', problem)
      }
    })

  for (const entry of options.entries)
    api.on(entry.method.toUpperCase(), entry.path, async (c): Promise<Response> => {
      const declared = await entry.load()
      checkAccess(c.get('access'), declared)
      const which = c.req.header('x-kith-workspace') === 'sample' ? 'sample' : 'real'
      const http = c as unknown as Http
      const asked = {
        declared,
        workspace: workspaces[which],
        input: await inputOf(declared, http),
        language: wishedLanguage(c.req.header('accept-language')),
      }
      c.header('cache-control', 'no-store')
      if (declared.gives !== undefined) return await answerFile(asked, declared.gives)
      const wantsEvents = c.req.header('accept')?.includes('text/event-stream') === true
      return declared.long === true && wantsEvents ? answerEvents(http, asked) : await answerJson(http, asked)
    })
  api.all('*', (c) =>
    options.answerProblem(
      c as never,
      new KithError('not-found', `There is nothing at ${c.req.path}; /api/v1/openapi.json lists what is.`),
    ),
  )
  return api
}
