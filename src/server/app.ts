import { type Context as Http, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { importFiles } from '#operations/import-files.ts'
import { operations } from '#operations/index.ts'
import { getStatus } from '#operations/status.ts'
import type { Context, Operation } from '#operations/operation.ts'
import { checkOrigin, needSession, securityHeaders, startSession } from './guard.ts'
import { openApi } from './openapi.ts'
import { type Problem, problemOf } from './problem.ts'
import type { Uploads } from './uploads.ts'
import { openWorkspace } from './workspace.ts'

export type AppOptions = {
  /** Database, as openStore takes it. */
  readonly location: string
  /** Database of the sample network. */
  readonly sampleLocation: string
  readonly version: string
  readonly token: string
  readonly uploads: Uploads
  /** Answers with a file of the built web app, or null when there is none of that path. */
  readonly webFile: (path: string) => Promise<Response | null>
  /** Told of what is no fault of the caller's. */
  readonly onBug: (error: unknown) => void
}

const list = Object.values(operations) as readonly Operation[]

/** Fields whose schema takes a list or a flag, since a query string carries only words. */
function queryInput(declared: Operation, c: Http): Record<string, unknown> {
  const properties = (
    z.toJSONSchema(declared.input, { io: 'input', unrepresentable: 'any' }) as {
      properties?: Record<string, { type?: string }>
    }
  ).properties
  const input: Record<string, unknown> = {}
  for (const [name, values] of Object.entries(c.req.queries())) {
    const type = properties?.[name]?.type
    if (type === 'array') input[name] = values
    else if (type === 'boolean') input[name] = values[0] === 'true' || values[0] === '1' || values[0] === ''
    else input[name] = values[0]
  }
  return input
}

async function inputOf(declared: Operation, c: Http): Promise<unknown> {
  const query = queryInput(declared, c)
  if (c.req.method === 'GET' || c.req.method === 'DELETE') return { ...query, ...c.req.param() }
  const text = await c.req.text()
  let body: unknown = {}
  try {
    if (text !== '') body = JSON.parse(text)
  } catch (cause) {
    throw new KithError('invalid-input', 'The body is no JSON.', { cause })
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new KithError('invalid-input', 'The body has to be a JSON object.')
  return { ...body, ...c.req.param() }
}

/** The paths of an import, whose input may not have been checked. */
function pathsOf(input: unknown): string[] {
  const { paths } = input as { readonly paths?: unknown }
  return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : []
}

/** kith over HTTP: the API made from the operations, and the web app. */
export function createApp(options: AppOptions): {
  readonly app: Hono
  /** Opens the user's own database, so that what is wrong with it is said at the start. */
  readonly open: () => Promise<void>
  readonly close: () => Promise<void>
} {
  const app = new Hono()
  const workspaces = {
    real: openWorkspace(options.location, options.version),
    sample: openWorkspace(options.sampleLocation, options.version),
  }
  const answer = (c: Http, error: unknown): Response => {
    const problem = problemOf(error)
    if (problem.code === 'internal') options.onBug(error)
    return c.body(JSON.stringify(problem), problem.status as 400, {
      'content-type': 'application/problem+json',
    })
  }
  app.onError((error, c) => answer(c, error))
  app.use(securityHeaders, checkOrigin)

  const api = new Hono()
  api.onError((error, c) => answer(c, error))
  api.use(needSession(options.token))
  api.get('/openapi.json', (c) => c.json(openApi(list, options.version)))
  api.put('/uploads/:batch', async (c) => {
    const path = await options.uploads.store(
      c.req.param('batch'),
      c.req.query('path') ?? '',
      c.req.raw.body as never,
    )
    return c.json({ path })
  })

  for (const declared of list)
    api.on(declared.http.method.toUpperCase(), declared.http.path, async (c): Promise<Response> => {
      const which = c.req.header('x-kith-workspace') === 'sample' ? 'sample' : 'real'
      const input = await inputOf(declared, c)
      const run = async (more: Partial<Pick<Context, 'progress' | 'signal'>>): Promise<unknown> => {
        try {
          return await workspaces[which].run(declared, input, more)
        } finally {
          if (declared.name === importFiles.name) await options.uploads.release(pathsOf(input))
        }
      }
      c.header('cache-control', 'no-store')
      if (declared.long !== true || !c.req.header('accept')?.includes('text/event-stream'))
        return c.json((await run({ signal: c.req.raw.signal })) as object)
      return streamSSE(c as never, async (stream) => {
        const controller = new AbortController()
        stream.onAbort(() => controller.abort())
        const send = (event: string, data: unknown): Promise<void> =>
          stream.writeSSE({ event, data: JSON.stringify(data) })
        try {
          const result = await run({
            signal: controller.signal,
            progress: (progress) => void send('progress', progress),
          })
          await send('result', result)
        } catch (error) {
          const problem: Problem = problemOf(error)
          if (problem.code === 'internal') options.onBug(error)
          await send('error', problem)
        }
      })
    })
  api.all('*', (c) =>
    answer(
      c,
      new KithError('not-found', `There is nothing at ${c.req.path}; /api/v1/openapi.json lists what is.`),
    ),
  )
  app.route('/api/v1', api)

  app.get('*', startSession(options.token), async (c) => {
    // Every path without a file of its own is a screen of the app, which finds its way by the address; a part of the
    // app that is gone (an older page asks for it) is not.
    const found =
      (await options.webFile(c.req.path)) ??
      (c.req.path.startsWith('/assets/') ? null : await options.webFile('/index.html'))
    if (found === null && c.req.path.startsWith('/assets/'))
      throw new KithError('not-found', 'This part of the app is of another version; load the page again.')
    if (found === null)
      throw new KithError(
        'not-found',
        'The web app is not built; start kith with `npm start`, which builds it.',
      )
    return found
  })
  return {
    app,
    open: async () => void (await workspaces.real.run(getStatus, {}, {})),
    close: async () => {
      await Promise.all([workspaces.real.close(), workspaces.sample.close()])
      await options.uploads.close()
    },
  }
}
