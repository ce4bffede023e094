import type { z } from 'zod'
import type { operations } from '#operations/index.ts'
import type { Progress } from '#operations/operation.ts'
import { takeEarly } from './frame/ahead.ts'
import { headersFor } from './headers.ts'
import { setReachable } from './reachable.ts'
import { readEvents } from './sse.ts'
import { currentLanguage, t } from './texts/texts.ts'
import { type Workspace, currentWorkspace } from './workspace.ts'

type Operations = typeof operations
type Named<Name extends keyof Operations> = Awaited<ReturnType<Operations[Name]['load']>>

/** The operations that the app uses, with method and path below /api/v1. client.test.ts compares them with the operations. */
export const routes = {
  'get-status': 'GET /status',
  'list-sources': 'GET /sources',
  'import-files': 'POST /imports',
  'list-imports': 'GET /imports',
  'list-skipped': 'GET /imports/:id/skipped',
  'undo-import': 'DELETE /imports/:id',
  'load-sample': 'POST /sample',
  'get-me': 'GET /me',
  'set-me': 'PUT /me',
  'set-field': 'PUT /field',
  'get-field': 'GET /field',
  'pick-topics': 'POST /field/topics',
  'explain-relevance': 'GET /people/:who/field',
  'list-people': 'GET /people',
  'plot-people': 'GET /people/plot',
  'count-people': 'GET /people/facets',
  'choose-people': 'GET /people/ids',
  'get-person': 'GET /people/:who',
  'delete-person': 'DELETE /people/:who',
  'list-interactions': 'GET /people/:who/interactions',
  'add-goal': 'POST /goals',
  'remove-goal': 'DELETE /goals/:id',
  'get-worth': 'GET /worth',
  backtest: 'GET /backtest',
  'get-closeness-model': 'GET /closeness-model',
  'use-closeness-model': 'PUT /closeness-model',
  'list-questions': 'GET /identity/questions',
  'merge-people': 'POST /identity/merges',
  'split-person': 'POST /identity/splits',
  'tell-apart': 'POST /identity/apart',
  'accept-questions': 'POST /identity/accept',
  'list-edits': 'GET /identity/edits',
  'undo-edit': 'POST /identity/undo',
  'get-identity-settings': 'GET /identity/settings',
  'set-identity-settings': 'PUT /identity/settings',
  'resolve-identities': 'POST /identity/resolve',
  'edit-goal': 'PUT /goals/:id',
  'undo-goal': 'POST /goals/:id/undo',
  'list-goal-presets': 'GET /goal-presets',
  'what-if': 'POST /worth/what-if',
  'sizing-curve': 'GET /worth/sizing',
  'attention-curve': 'GET /worth/attention',
  'set-attention-costs': 'PUT /worth/attention-costs',
  'reset-attention-costs': 'DELETE /worth/attention-costs',
  'worth-history': 'GET /worth/history',
  'weekly-plan': 'GET /plan',
  'plan-calendar': 'GET /plan/calendar',
  'complete-action': 'POST /actions/:id/done',
  'snooze-action': 'POST /actions/:id/snooze',
  'skip-action': 'POST /actions/:id/skip',
  'undo-action': 'POST /actions/:id/undo',
  'list-promises': 'GET /promises',
  'record-outcome': 'POST /outcomes',
  'list-outcomes': 'GET /outcomes',
  'remove-outcome': 'DELETE /outcomes/:id',
  'suggest-outcomes': 'GET /outcome-suggestions',
  'dismiss-outcome': 'POST /outcome-suggestions/:key/dismiss',
  'outcome-rates': 'GET /outcome-rates',
  'get-return': 'GET /return',
  'get-notebook': 'GET /people/:who/notebook',
  'add-note': 'POST /people/:who/notes',
  'edit-note': 'PUT /notes/:id',
  'add-tag': 'POST /people/:who/tags',
  'list-tags': 'GET /tags',
  'mark-person': 'PUT /people/:who/mark',
  'add-reminder': 'POST /reminders',
  'complete-reminder': 'POST /reminders/:id/done',
  'remove-entry': 'DELETE /notebook/:kind/:id',
  'undo-entry': 'POST /notebook/:kind/:id/undo',
  'discover-people': 'GET /discover',
  'find-path': 'GET /people/:who/paths',
  'ask-introduction': 'POST /introductions',
  'list-introductions': 'GET /introductions',
  'set-introduction': 'PUT /introductions/:id',
  'remove-introduction': 'DELETE /introductions/:id',
  'get-structure': 'GET /structure',
  'list-topics': 'GET /topics',
  'get-map': 'GET /map',
  'get-progress': 'GET /progress',
  'list-positions': 'GET /people/:who/positions',
  'list-moves': 'GET /moves',
  'list-changes': 'GET /changes',
  'rate-person': 'PUT /people/:who/rating',
  'list-organisations': 'GET /organisations',
  'get-organisation': 'GET /organisations/:which',
  'explain-field': 'GET /field/explanation',
  'suggest-field': 'GET /field/suggestions',
  'review-lists': 'GET /lists',
  'match-listing': 'POST /lists/match',
  'refuse-listing': 'POST /lists/refuse',
  'undecide-listing': 'POST /lists/undecide',
  'change-people': 'POST /people/changes',
  'take-back': 'POST /people/changes/undo',
  'list-views': 'GET /views',
  'save-view': 'POST /views',
  'rename-view': 'PUT /views/:id',
  'remove-view': 'DELETE /views/:id',
  'add-token': 'POST /tokens',
  'list-tokens': 'GET /tokens',
  'remove-token': 'DELETE /tokens/:id',
  'export-network': 'GET /export',
  'backup-database': 'POST /backup',
  'restore-backup': 'POST /restore',
  'delete-everything': 'POST /delete-everything',
  'get-working-time': 'GET /working-time',
  'set-working-time': 'PUT /working-time',
  'common-ground': 'GET /people/:who/common',
  'get-closeness-trend': 'GET /people/:who/trend',
  'list-trends': 'GET /trends',
  'connect-account': 'POST /accounts',
  'list-accounts': 'GET /accounts',
  'sync-account': 'POST /accounts/sync',
  'disconnect-account': 'DELETE /accounts/:account',
  'edit-card': 'PUT /people/:who/card',
} as const satisfies Partial<Record<keyof Operations, string>>

export type OperationName = keyof typeof routes
/** Any operation, also one that the app does not ask for itself. */
export type AnyOperation = keyof Operations
export type Input<Name extends OperationName> = z.input<Named<Name>['input']>
export type Output<Name extends OperationName> = z.output<Named<Name>['output']>

export type Me = Output<'get-me'>
export type Identity = Me['identities'][number]
export type Source = Output<'list-sources'>['sources'][number]
export type ImportReport = Output<'import-files'>
export type ImportRow = Output<'list-imports'>['imports'][number]
export type People = Output<'list-people'>
export type Contact = People['people'][number]
export type PersonDetail = Output<'get-person'>
export type Question = Output<'list-questions'>['questions'][number]
export type IdentityEdit = Output<'list-edits'>['edits'][number]
export type Worth = Output<'get-worth'>
export type Backtest = Output<'backtest'>
export type GoalWorth = Worth['goals'][number]
export type Goal = GoalWorth['goal']
export type { Progress }

/** What went wrong, as the sentence that the server gave for the person. */
export class ApiError extends Error {
  readonly code: string
  constructor(code: string, sentence: string) {
    super(sentence)
    this.name = 'ApiError'
    this.code = code
  }
}

const unreachable = (): ApiError => new ApiError('unreachable', t('shell.unreachable'))

/** The sentence to show for whatever was thrown. */
export const sentenceOf = (error: unknown): string =>
  error instanceof ApiError ? error.message : t('common.somethingWrong')

export const isCancelled = (error: unknown): boolean =>
  (error instanceof DOMException && error.name === 'AbortError') ||
  (error instanceof ApiError && error.code === 'interrupted')

const problemOf = (text: string, status: number): ApiError => {
  try {
    const problem: unknown = JSON.parse(text)
    if (
      typeof problem === 'object' &&
      problem !== null &&
      'detail' in problem &&
      typeof problem.detail === 'string'
    ) {
      const code = 'code' in problem ? String(problem.code) : 'internal'
      return new ApiError(code, problem.detail)
    }
  } catch {
    // Not from kith: a proxy's page, or cut off. Told below.
  }
  return new ApiError('internal', t('shell.noExplanation', { status: String(status) }))
}

/** Whose data, and the language that kith answers in. */
const headers = (workspace = currentWorkspace()): Record<string, string> =>
  headersFor(workspace, currentLanguage())

type Options = {
  readonly signal?: AbortSignal | undefined
  /** Makes a change once, however often it is sent. */
  readonly key?: string
  /** Whose data; the workspace in use unless given. */
  readonly workspace?: Workspace
}

/** A server that was started again knows other sessions; on this machine its front page gives a new one. */
const renewSession = async (): Promise<boolean> => (await fetch('/', { cache: 'no-store' })).ok

/** What the page asked for before this code had come. */
const early = (
  method: string,
  url: string,
  workspace: Workspace | undefined,
): Promise<Response> | undefined => (method === 'GET' ? takeEarly(url, headers(workspace)) : undefined)

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const send = async (
  name: OperationName,
  input: unknown,
  accept: string,
  { signal, key, workspace }: Options,
): Promise<Response> => {
  const route = routes[name]
  const space = route.indexOf(' ')
  const method = route.slice(0, space)
  const fields = new Map<string, unknown>(Object.entries(input ?? {}))
  const path = route.slice(space + 1).replace(/:(\w+)/g, (_, field: string) => {
    const value = fields.get(field)
    fields.delete(field)
    return encodeURIComponent(textOf(value))
  })
  const inQuery = method === 'GET' || method === 'DELETE'
  const query = new URLSearchParams()
  if (inQuery) for (const [field, value] of fields) if (value !== undefined) query.set(field, textOf(value))
  const sent: RequestInit = inQuery
    ? { method, headers: { ...headers(workspace), accept } }
    : {
        method,
        headers: {
          ...headers(workspace),
          accept,
          'content-type': 'application/json',
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        body: JSON.stringify(Object.fromEntries(fields)),
      }
  const url = `/api/v1${path}${query.size > 0 ? `?${query}` : ''}`
  const ask = (): Promise<Response> => fetch(url, { ...sent, signal: signal ?? null })
  let response: Response
  try {
    response = await (early(method, url, workspace) ?? ask())
    if (response.status === 401 && (await renewSession())) response = await ask()
  } catch (error) {
    if (isCancelled(error)) throw error
    setReachable(false)
    throw unreachable()
  }
  setReachable(true)
  if (!response.ok) throw problemOf(await response.text(), response.status)
  return response
}

/**
 * Asks kith to do an operation and returns its result.
 * @throws ApiError with the sentence of the server
 */
export const call = async <Name extends OperationName>(
  name: Name,
  input: Input<Name>,
  options: Options = {},
): Promise<Output<Name>> => {
  const response = await send(name, input, 'application/json', options)
  return (await response.json()) as Output<Name>
}

/**
 * Asks for an operation that gives a file, which arrives whole or not at all.
 * @throws ApiError with the sentence of the server
 */
export const fetchFile = async <Name extends OperationName>(
  name: Name,
  input: Input<Name>,
  options: Options = {},
): Promise<{ readonly name: string; readonly content: Blob }> => {
  const response = await send(name, input, '*/*', options)
  const given = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return { name: given ?? name, content: await response.blob() }
}

/**
 * Does a long operation, telling its progress as it goes; aborting the signal cancels it on the server.
 * @throws ApiError with the sentence of the server
 */
export const follow = async <Name extends OperationName>(
  name: Name,
  input: Input<Name>,
  onProgress: (progress: Progress) => void,
  options: Options = {},
): Promise<Output<Name>> => {
  const response = await send(name, input, 'text/event-stream', options)
  if (!response.body || !response.headers.get('content-type')?.startsWith('text/event-stream'))
    return (await response.json()) as Output<Name>
  try {
    for await (const { event, data } of readEvents(response.body)) {
      if (event === 'progress') onProgress(JSON.parse(data) as Progress)
      if (event === 'result') return JSON.parse(data) as Output<Name>
      if (event === 'error') throw problemOf(data, 500)
    }
  } catch (error) {
    if (isCancelled(error) || error instanceof ApiError) throw error
    setReachable(false)
    throw unreachable()
  }
  throw new ApiError('interrupted', t('shell.endedEarly'))
}

/**
 * Hands one file over and returns the folder of its batch. `onBytes` gets the bytes of this file sent so far.
 * Uses XMLHttpRequest, since fetch cannot tell how much of a body was sent.
 */
export const upload = (
  batch: string,
  path: string,
  file: File,
  onBytes: (sent: number) => void,
  signal: AbortSignal,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const cancelled = (): void => reject(new DOMException('cancelled', 'AbortError'))
    if (signal.aborted) return cancelled()
    const request = new XMLHttpRequest()
    request.open('PUT', `/api/v1/uploads/${batch}?path=${encodeURIComponent(path)}`)
    for (const [header, value] of Object.entries(headers())) request.setRequestHeader(header, value)
    const abort = (): void => request.abort()
    signal.addEventListener('abort', abort)
    request.upload.addEventListener('progress', (event) => onBytes(event.loaded))
    request.addEventListener('abort', cancelled)
    request.addEventListener('error', () => {
      setReachable(false)
      reject(unreachable())
    })
    request.addEventListener('loadend', () => signal.removeEventListener('abort', abort))
    request.addEventListener('load', () => {
      setReachable(true)
      if (request.status >= 400) return reject(problemOf(request.responseText, request.status))
      resolve((JSON.parse(request.responseText) as { path: string }).path)
    })
    request.send(file)
  })
