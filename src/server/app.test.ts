import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { operations } from '#operations/index.ts'
import { HOST, SESSION as TOKEN, openApp as open } from './testing/open-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a fresh database is empty and nobody’s', async () => {
  const { ask, close } = open()
  const status = await (await ask('/api/v1/status')).json()
  expect(status).toMatchObject({ empty: true, sample: false, me: { id: null, identities: [] } })
  await close()
})

test('a goal set over HTTP is listed and removed', async () => {
  const { ask, send, close } = open()
  const added = (await (await send('POST', '/api/v1/goals', { kind: 'referrals', target: 5 })).json()) as {
    id: number
  }
  expect(added).toMatchObject({
    kind: 'referrals',
    target: 5,
    per: 'quarter',
    confidence: 80,
    baseRateAssumed: true,
  })
  expect(await (await ask('/api/v1/goals')).json()).toMatchObject({ goals: [{ id: added.id }] })
  expect((await ask(`/api/v1/goals/${added.id}`, { method: 'DELETE' })).status).toBe(200)
  const gone = await ask(`/api/v1/goals/${added.id}`, { method: 'DELETE' })
  expect(gone.status).toBe(404)
  expect(gone.headers.get('content-type')).toBe('application/problem+json')
  expect(await gone.json()).toMatchObject({
    code: 'not-found',
    detail: expect.stringContaining('There is no goal'),
  })
  await close()
})

test('wrong input is told by field', async () => {
  const { send, close } = open()
  const answer = await send('POST', '/api/v1/goals', { kind: 'fame', target: 0 })
  expect(answer.status).toBe(400)
  expect(((await answer.json()) as { detail: string }).detail).toBe(
    'kind has to be one of referrals, partnerships, sales, support, help, replies, hires or investments; target has to be at least 1.',
  )
  await close()
})

test('a body that is no JSON, or no object, is refused in a sentence', async () => {
  const { ask, close } = open()
  for (const body of ['{', '[1]', '"x"']) {
    const answer = await ask('/api/v1/goals', { method: 'POST', body })
    expect(answer.status).toBe(400)
  }
  await close()
})

test('without the session nobody gets in', async () => {
  const { app, close } = open()
  const get = (headers: Record<string, string>) => app.request('/api/v1/status', { headers })
  expect((await get({ host: HOST })).status).toBe(401)
  expect((await get({ host: HOST, cookie: 'kith-5178=wrong' })).status).toBe(401)
  expect((await get({ host: HOST, authorization: 'Bearer wrong' })).status).toBe(401)
  expect((await get({ host: HOST, authorization: `Bearer ${TOKEN}` })).status).toBe(200)
  await close()
})

test('another host name, page or form gets nothing', async () => {
  const { app, ask, close } = open()
  expect((await app.request('/', { headers: { host: 'evil.example' } })).status).toBe(403)
  expect((await ask('/api/v1/status', { headers: { origin: 'http://evil.example' } })).status).toBe(403)
  expect((await ask('/api/v1/status', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
  const form = await app.request('/api/v1/goals', {
    method: 'POST',
    body: '{"kind":"referrals","target":1}',
    headers: { host: HOST, cookie: `kith-5178=${TOKEN}` },
  })
  expect(form.status).toBe(403)
  await close()
})

test('the page starts the session and allows nothing from elsewhere', async () => {
  const { app, close } = open()
  const page = await app.request('/people/12', { headers: { host: HOST } })
  expect(page.status).toBe(200)
  expect(page.headers.get('set-cookie')).toMatch(/^kith-5178=.*HttpOnly.*SameSite=Strict/)
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/)
  await close()
})

test('a part of the app that is gone is not answered with a page', async () => {
  const { app, close } = open()
  expect((await app.request('/assets/gone-1234.js', { headers: { host: HOST } })).status).toBe(404)
  await close()
})

test('an unknown route says where the routes are listed', async () => {
  const { ask, close } = open()
  const answer = await ask('/api/v1/nothing')
  expect(answer.status).toBe(404)
  expect(((await answer.json()) as { detail: string }).detail).toContain('/api/v1/openapi.json')
  await close()
})

test('the OpenAPI document has a path for every operation', async () => {
  const { ask, close } = open()
  const document = (await (await ask('/api/v1/openapi.json')).json()) as {
    openapi: string
    paths: Record<string, Record<string, { operationId: string; summary: string }>>
  }
  expect(document.openapi).toBe('3.1.0')
  const named = Object.values(document.paths).flatMap((path) =>
    Object.values(path).map((route) => route.operationId),
  )
  const declared = Object.values(operations).map(({ name }) => name)
  expect(named.sort()).toEqual([...declared, 'upload-file'].sort())
  await close()
})

test('the sample network streams its progress and stays apart from the real data', async () => {
  const { ask, close, bugs } = open()
  const sample = { 'x-kith-workspace': 'sample' }
  const loading = await ask('/api/v1/sample', {
    method: 'POST',
    headers: { ...sample, accept: 'text/event-stream' },
  })
  const events = (await loading.text()).split('\n\n').filter((event) => event !== '')
  expect(events[0]).toMatch(/^event: progress/)
  expect(events.at(-1)).toMatch(/^event: result/)
  expect(bugs).toEqual([])
  const people = (await (await ask('/api/v1/people?limit=3', { headers: sample })).json()) as {
    total: number
  }
  expect(people.total).toBeGreaterThan(1_000)
  expect(await (await ask('/api/v1/people')).json()).toEqual({ total: 0, people: [], next: null })
  await close()
}, 60_000)

test('an upload stays within its drop', async () => {
  const { ask, close } = open()
  const put = (path: string) =>
    ask(`/api/v1/uploads/batch-0001?path=${encodeURIComponent(path)}`, { method: 'PUT', body: 'x' })
  expect((await put('../../etc/passwd')).status).toBe(400)
  const first = (await (await put('mail/inbox.mbox')).json()) as { path: string }
  const second = (await (await put('mail/sent.mbox')).json()) as { path: string }
  expect(first.path).toBe(second.path)
  await close()
})

test('an import removes its own drop and no other folder, however the path leads there', async () => {
  const { ask, send, close } = open()
  const victim = join(folder, 'victim')
  mkdirSync(victim)
  writeFileSync(
    join(victim, 'events.csv'),
    'at,from,to,channel\n2024-01-01T10:00:00Z,a@x.example,b@x.example,mail\n',
  )
  const put = async () =>
    (await (
      await ask('/api/v1/uploads/batch-0001?path=a.csv', {
        method: 'PUT',
        body: 'at,from,to,channel\n2024-01-01T10:00:00Z,a@x.example,b@x.example,mail\n',
      })
    ).json()) as { path: string }
  const { path } = await put()
  await send('POST', '/api/v1/imports', { paths: [`${path}/../../victim`] })
  expect([existsSync(victim), existsSync(path)]).toEqual([true, true])
  expect((await send('POST', '/api/v1/imports', { paths: [path] })).status).toBe(200)
  expect(existsSync(path)).toBe(false)
  await close()
})

test.each([
  [{ paths: [5] }, 'entry 1 of paths has to be text.'],
  [{ paths: 'x' }, 'paths has to be a list.'],
  [{ paths: null }, 'paths has to be a list.'],
  [{ paths: [] }, 'paths: name at least one file or folder.'],
  [{}, 'paths is missing; it has to be a list.'],
])('an import of %j is wrong input', async (body, detail) => {
  const { ask, send, close, bugs } = open()
  await ask('/api/v1/uploads/batch-0001?path=a.csv', { method: 'PUT', body: 'x' })
  const answer = await send('POST', '/api/v1/imports', body)
  expect([answer.status, ((await answer.json()) as { detail: string }).detail]).toEqual([400, detail])
  expect(bugs).toEqual([])
  await close()
})

test('the answer to an import says who kith takes the owner to be', async () => {
  const { send, close } = open()
  const file = join(folder, 'mine.csv')
  writeFileSync(file, 'at,from,to,channel\n2024-01-01T10:00:00Z,a@x.example,b@x.example,mail\n')
  const answer = await send('POST', '/api/v1/imports', { paths: [file], me: ['a@x.example'] })
  expect(await answer.json()).toMatchObject({ me: { identities: [{ value: 'a@x.example' }] } })
  await close()
})

test.each([[['a.eml', 'a.eml/b.eml']], [['x'.repeat(300)]]])(
  'an upload that fits no file system is wrong input',
  async (paths) => {
    const { ask, close, bugs } = open()
    const put = (path: string) =>
      ask(`/api/v1/uploads/batch-0001?path=${encodeURIComponent(path)}`, { method: 'PUT', body: 'x' })
    const last = paths.pop() ?? ''
    for (const path of paths) expect((await put(path)).status).toBe(200)
    const answer = await put(last)
    expect([answer.status, bugs]).toEqual([400, []])
    await close()
  },
)
