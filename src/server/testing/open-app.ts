import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { createApp } from '../app.ts'
import { Uploads } from '../uploads.ts'

export const HOST = '127.0.0.1:5178'
export const SESSION = 'a-session-for-tests'

type Init = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }

/** kith over HTTP on a database in memory. */
export type OpenApp = {
  readonly app: Hono
  /** Asks as the page does, with its cookie. */
  readonly ask: (path: string, init?: Init) => Promise<Response>
  readonly send: (
    method: string,
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ) => Promise<Response>
  /** Asks as a program does, with a token. */
  readonly askWith: (secret: string, path: string, init?: Init) => Promise<Response>
  /** What went wrong inside kith. */
  readonly bugs: readonly unknown[]
  readonly close: () => Promise<void>
}

export function openApp(): OpenApp {
  const folder = mkdtempSync(join(tmpdir(), 'kith-app-'))
  const bugs: unknown[] = []
  const { app, close } = createApp({
    location: ':memory:',
    sampleLocation: ':memory:',
    version: '0.0.0',
    token: SESSION,
    uploads: new Uploads(folder),
    webFile: (path) => Promise.resolve(path === '/index.html' ? new Response('<!doctype html>') : null),
    answerMcp: () => Promise.resolve(new Response('assistant')),
    onBug: (error) => bugs.push(error),
  })
  const request = async (path: string, init: Init, headers: Record<string, string>): Promise<Response> =>
    await app.request(path, { ...init, headers: { host: HOST, ...headers, ...init.headers } })
  const ask: OpenApp['ask'] = (path, init = {}) =>
    request(path, init, { cookie: `kith-5178=${SESSION}`, 'x-kith': '1' })
  return {
    app,
    ask,
    askWith: (secret, path, init = {}) => request(path, init, { authorization: `Bearer ${secret}` }),
    send: (method, path, body, headers = {}) =>
      ask(path, {
        method,
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    bugs,
    close: async () => {
      await close()
      rmSync(folder, { recursive: true, force: true })
      if (bugs.length > 0) throw new AggregateError(bugs, 'kith failed inside')
    },
  }
}
