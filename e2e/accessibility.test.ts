import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, needsBrowser } from './browser.ts'
import { type RunningKith, startKith } from './kith.ts'
import { openPage, overflow, violations } from './pages.ts'

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

test.each([{ dark: false }, { dark: true }, { width: 390 }])(
  'the first screen breaks no rule of WCAG 2.2 AA and does not scroll sideways: %j',
  needsBrowser,
  async (options) => {
    const { page, context } = await openPage(browser, options)
    await page.goto(kith.url)
    await page.getByRole('button', { name: 'Try a sample network' }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await context.close()
  },
)
