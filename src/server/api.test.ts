import { afterEach, beforeEach, expect, test } from 'vitest'
import { type OpenApp, SESSION, openApp } from './testing/open-app.ts'

let kith: OpenApp
beforeEach(() => {
  kith = openApp()
})
afterEach(() => kith.close())

const referrals = { kind: 'referrals', target: 5 }
const token = async (scope: string): Promise<string> => {
  const made = await kith.send('POST', '/api/v1/tokens', { name: `a ${scope}er`, scope })
  return ((await made.json()) as { secret: string }).secret
}
const goals = async (): Promise<number> =>
  ((await (await kith.ask('/api/v1/goals')).json()) as { goals: unknown[] }).goals.length
const post = (body: unknown) => ({ method: 'POST', body: JSON.stringify(body) })

test('a reading token reads and changes nothing', async () => {
  const secret = await token('read')
  expect((await kith.askWith(secret, '/api/v1/goals')).status).toBe(200)
  const refused = await kith.askWith(secret, '/api/v1/goals', post(referrals))
  expect(refused.status).toBe(403)
  expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('may only read') })
  expect(await goals()).toBe(0)
})

test('a writing token changes', async () => {
  const secret = await token('write')
  expect((await kith.askWith(secret, '/api/v1/goals', post(referrals))).status).toBe(200)
  expect(await goals()).toBe(1)
})

test('a feed’s token opens no route, and no token makes tokens', async () => {
  expect((await kith.askWith(await token('feed'), '/api/v1/goals')).status).toBe(403)
  const writer = await token('write')
  expect((await kith.askWith(writer, '/api/v1/tokens')).status).toBe(403)
  expect((await kith.askWith(writer, '/api/v1/tokens', post({ name: 'more' }))).status).toBe(403)
  expect((await kith.askWith(writer, '/api/v1/uploads/b?path=a', { method: 'PUT', body: 'x' })).status).toBe(
    403,
  )
})

test('a token taken back lets nobody in', async () => {
  const secret = await token('read')
  const { tokens } = (await (await kith.ask('/api/v1/tokens')).json()) as { tokens: { id: number }[] }
  expect((await kith.ask(`/api/v1/tokens/${tokens[0]?.id}`, { method: 'DELETE' })).status).toBe(200)
  expect((await kith.askWith(secret, '/api/v1/goals')).status).toBe(401)
  expect((await kith.askWith(SESSION, '/api/v1/goals')).status).toBe(200)
})

test('the list of tokens shows no secret, and notes their use', async () => {
  const secret = await token('read')
  await kith.askWith(secret, '/api/v1/goals')
  const listed = await (await kith.ask('/api/v1/tokens')).text()
  expect(listed).not.toContain(secret)
  expect(JSON.parse(listed)).toMatchObject({ tokens: [{ name: 'a reader', usedAt: expect.any(String) }] })
})

test('what has not changed is not sent again', async () => {
  const first = await kith.ask('/api/v1/goals')
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toMatch(/^".+"$/)
  const again = await kith.ask('/api/v1/goals', { headers: { 'if-none-match': `"other", W/${etag}` } })
  expect([again.status, await again.text()]).toEqual([304, ''])
  await kith.send('POST', '/api/v1/goals', referrals)
  const changed = await kith.ask('/api/v1/goals', { headers: { 'if-none-match': etag } })
  expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false])
})

test('a change asked for twice with one key is done once', async () => {
  const key = { 'idempotency-key': 'goal-1' }
  const first = await (await kith.send('POST', '/api/v1/goals', referrals, key)).json()
  const again = await kith.send('POST', '/api/v1/goals', referrals, key)
  expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true'])
  expect(await again.json()).toEqual(first)
  expect(await goals()).toBe(1)
})

test('a key that was used for another request is refused, and one whose change failed is free', async () => {
  const key = { 'idempotency-key': 'goal-1' }
  expect((await kith.send('POST', '/api/v1/goals', { kind: 'referrals', target: 0 }, key)).status).toBe(400)
  expect((await kith.send('POST', '/api/v1/goals', referrals, key)).status).toBe(200)
  const other = await kith.send('POST', '/api/v1/goals', { ...referrals, target: 6 }, key)
  expect([other.status, await other.json()]).toMatchObject([
    400,
    { detail: 'This Idempotency-Key was used for another request; take a new one.' },
  ])
  const long = await kith.send('POST', '/api/v1/goals', referrals, { 'idempotency-key': 'x'.repeat(201) })
  expect(long.status).toBe(400)
  expect(await goals()).toBe(1)
})

test('requests with one key at the same time make one change', async () => {
  const key = { 'idempotency-key': 'goal-1' }
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => kith.send('POST', '/api/v1/goals', referrals, key)),
  )
  const statuses = answers.map(({ status }) => status)
  expect(statuses).toContain(200)
  expect(statuses.every((status) => status === 200 || status === 409)).toBe(true)
  expect(await goals()).toBe(1)
})

test('an assistant is let in over HTTP with a token that reads or writes, and no other', async () => {
  const ask = async (secret: string) => (await kith.askWith(secret, '/mcp', { method: 'POST' })).status
  expect(await ask(await token('read'))).toBe(200)
  expect(await ask(await token('feed'))).toBe(403)
  expect(await ask('of-nobody')).toBe(401)
})

test.each([
  ['dormant=yes', 'dormant has to be true or false.'],
  ['calibre_from=0.6', expect.stringMatching(/^list-people takes no "calibre_from"; it takes .*calibreFrom/)],
  ['at=2025-01-01', expect.stringContaining('takes no "at"')],
  ['constructor=1', expect.stringContaining('takes no "constructor"')],
])('?%s is refused rather than passed over', async (query, detail) => {
  const answer = await kith.ask(`/api/v1/people?${query}`)
  expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ detail })])
})

test.each(['dormant', 'dormant=true', 'dormant=1', 'dormant=0', 'dormant=false', 'limit=5&offset=0'])(
  '?%s is understood',
  async (query) => expect((await kith.ask(`/api/v1/people?${query}`)).status).toBe(200),
)

test.each([
  [
    'POST',
    '/api/v1/goals',
    { kind: 'referrals', target: 5, pre: 'year' },
    /^add-goal takes no "pre"; it takes .*per/,
  ],
  ['PUT', '/api/v1/field', { text: 'optics', __proto: 1 }, /^set-field takes no "__proto"; it takes text\.$/],
  ['POST', '/api/v1/worth/what-if', { constructor: 1 }, /takes no "constructor"/],
])(
  'a field of a body that %s %s does not know is refused rather than passed over',
  async (method, path, body, detail) => {
    const answer = await kith.send(method, path, body)
    expect([answer.status, await answer.json()]).toEqual([
      400,
      expect.objectContaining({ detail: expect.stringMatching(detail) }),
    ])
  },
)
