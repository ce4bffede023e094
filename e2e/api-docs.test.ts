import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, needsBrowser } from './browser.ts'
import { type RunningKith, startKith } from './kith.ts'
import { openPage } from './pages.ts'

let browser: Browser
let kith: RunningKith

beforeAll(async () => {
  kith = await startKith()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await kith?.stop()
})

test(
  'the API can be read at /api/docs, under the strict content policy, with nothing from elsewhere',
  needsBrowser,
  async () => {
    const { context } = await openPage(browser)
    // A page that keeps the policy of the server.
    const strict = await browser.newContext()
    const page = await strict.newPage()
    const errors: string[] = []
    const elsewhere: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(kith.url) && !request.url().startsWith('data:'))
        elsewhere.push(request.url())
    })
    await page.goto(`${kith.url}/api/docs`)
    await page.getByText('Lists the accounts kith keeps up with').first().waitFor({ state: 'attached' })
    expect(elsewhere).toEqual([])
    expect(errors).toEqual([])
    await strict.close()
    await context.close()
  },
)
