import { type Context as Http, Hono } from 'hono'
import { KithError } from '#core/model/errors.ts'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { entries, operations } from '#operations/index.ts'
import type { Store } from '#store/store.ts'
import { accessOf } from './access.ts'
import { createApi } from './api.ts'
import { createFeeds } from './feeds.ts'
import { apiReaderPage } from './api-reader.ts'
import { checkOrigin, securityHeaders, startSession } from './guard.ts'
import { problemOf } from './problem.ts'
import type { Uploads } from './uploads.ts'
import { IdleSteps, warmUpSteps } from './idle-steps.ts'
import { keepUpWith } from './keep-up.ts'
import { openWorkspace } from './workspace.ts'
import { wishedLanguage } from '#core/sentences/language.ts'

export type AppOptions = {
  /** Database, as openStore takes it. */
  readonly location: string
  /** Database of the sample network. */
  readonly sampleLocation: string
  readonly version: string
  readonly token: string
  readonly uploads: Uploads
  /** Answers with a file of the built web app, packed as the browser can unpack it; null when there is none of that path. */
  readonly webFile: (path: string, encodings: string) => Promise<Response | null>
  /** Answers an assistant that speaks MCP over HTTP. */
  readonly answerMcp: (
    request: Request,
    options: {
      readonly store: () => Promise<Store>
      readonly version: string
      readonly allowWrites: boolean
    },
  ) => Promise<Response>
  /** Told of what is no fault of the caller's. */
  readonly onBug: (error: unknown) => void
}

/** kith over HTTP: the API made from the operations, and the web app. */
export function createApp(options: AppOptions): {
  readonly app: Hono
  /** Opens the user's own database, so that what is wrong with it is said at the start. */
  readonly open: () => Promise<void>
  /** Makes what is asked for next quicker, while nobody waits for an answer. */
  readonly warmUp: () => void
  /** Begins to keep up with the connected accounts, until it is stopped. */
  readonly keepUp: () => { readonly stop: () => Promise<void> }
  readonly close: () => Promise<void>
} {
  const app = new Hono()
  const workspaces = {
    real: openWorkspace(options.location, options.version),
    sample: openWorkspace(options.sampleLocation, options.version),
  }
  const answerProblem = (c: Http, error: unknown): Response => {
    const problem = problemOf(error, wishedLanguage(c.req.header('accept-language')))
    if (problem.code === 'internal') options.onBug(error)
    return c.body(JSON.stringify(problem), problem.status as 400, {
      'content-type': 'application/problem+json',
    })
  }
  app.onError((error, c) => answerProblem(c, error))
  const idle = new IdleSteps(warmUpSteps)
  app.use(async (_, next) => idle.during(next))
  app.use(securityHeaders, checkOrigin)
  app.route(
    '/api/v1',
    createApi({
      entries,
      workspaces,
      version: options.version,
      session: options.token,
      uploads: options.uploads,
      onBug: options.onBug,
      answerProblem,
    }) as unknown as Hono,
  )
  app.route('/feeds', createFeeds(workspaces.real))
  app.all('/mcp', async (c) => {
    const store = workspaces.real.store
    const access = await accessOf(c, options.token, async (secret) =>
      (await store()).useToken(SOLE_OWNER, secret, Date.now()),
    )
    if (access.by === 'token' && access.token.scope === 'feed')
      throw new KithError(
        'forbidden',
        'This token opens feeds only; kith token add makes one for an assistant.',
      )
    const allowWrites = access.by === 'token' && access.token.scope === 'write'
    return await options.answerMcp(c.req.raw, { store, version: options.version, allowWrites })
  })
  app.get('/api/docs', startSession(options.token), (c) => c.html(apiReaderPage))
  app.get('*', startSession(options.token), async (c) => {
    // Every path without a file of its own is a screen of the app, which finds its way by the address; a part of the
    // app that is gone (an older page asks for it) is not.
    const encodings = c.req.header('accept-encoding') ?? ''
    const found =
      (await options.webFile(c.req.path, encodings)) ??
      (c.req.path.startsWith('/assets/') ? null : await options.webFile('/index.html', encodings))
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
    warmUp: () => {
      // What the first screen asks first: loaded while the browser is on its way, not between its scripts.
      void operations['get-worth'].load()
      idle.begin()
    },
    keepUp: () => keepUpWith(workspaces.real, options.onBug),
    open: async () => void (await workspaces.real.run(await operations['get-status'].load(), {}, {})),
    close: async () => {
      idle.stop()
      await Promise.all([workspaces.real.close(), workspaces.sample.close()])
      await options.uploads.close()
    },
  }
}
