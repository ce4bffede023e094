import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, needsBrowser } from './browser.ts'
import { type RunningKith, startKith } from './kith.ts'
import { askSample, openPage, overflow, trySample, violations } from './pages.ts'

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

const screens = [
  '/',
  '/people',
  '/plan',
  '/worth',
  '/discover',
  '/discover?tab=introductions',
  '/discover?tab=structure',
  '/topics',
  '/outcomes',
  '/map',
  '/review',
  '/backtest',
  '/import',
  '/settings',
]

test.each([{ dark: false }, { dark: true }, { width: 390 }])(
  'no screen breaks WCAG 2.2 AA, and none scrolls sideways: %o',
  { ...needsBrowser, timeout: 400_000 },
  async (options) => {
    const { page, context } = await openPage(browser, options)
    await page.goto(kith.url)
    await page.getByRole('button', { name: 'Try a sample network' }).waitFor()
    expect(['first run', await violations(page)]).toEqual(['first run', []])
    await trySample(page)
    const { people } = await askSample<{ people: { id: number }[] }>(page, '/people?limit=1')
    for (const path of [...screens, `/people/${people[0]?.id ?? ''}`]) {
      await page.goto(kith.url + path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      expect([path, await violations(page)]).toEqual([path, []])
      expect([path, await overflow(page)]).toEqual([path, 0])
    }
    await context.close()
  },
)
