import { afterEach, beforeEach, expect, test } from 'vitest'
import { type OpenApp, HOST, openApp } from './testing/open-app.ts'

let kith: OpenApp
beforeEach(() => {
  kith = openApp()
})
afterEach(() => kith.close())

const secretOf = async (scope: string): Promise<string> => {
  const made = await kith.send('POST', '/api/v1/tokens', { name: 'phone', scope })
  return ((await made.json()) as { secret: string }).secret
}
/** As a calendar asks: without a cookie or a header. */
const subscribe = async (path: string): Promise<Response> =>
  await kith.app.request(path, { headers: { host: HOST } })

test('a calendar subscribes to the plan by its secret address', async () => {
  const answer = await subscribe(`/feeds/${await secretOf('feed')}/plan.ics`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/)
})

test('a reader subscribes to what changed', async () => {
  const answer = await subscribe(`/feeds/${await secretOf('feed')}/changes.atom`)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('<feed xmlns="http://www.w3.org/2005/Atom">')
})

test('no other secret opens a feed, and nobody learns whether it exists', async () => {
  const wrong = await subscribe('/feeds/wrong/plan.ics')
  const reader = await subscribe(`/feeds/${await secretOf('read')}/plan.ics`)
  expect([wrong.status, reader.status]).toEqual([404, 404])
  expect(await wrong.text()).toBe(await reader.text())
})
