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
  'a German browser is greeted in German, and English is a click in the settings',
  needsBrowser,
  async () => {
    const { page, errors } = await openPage(browser, { locale: 'de-AT' })
    await page.goto(kith.url)
    await page.getByRole('heading', { level: 1, name: 'Was ist Ihr Netzwerk wert?' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de')
    await page.goto(`${kith.url}/settings`)
    await page.getByText('English', { exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    expect(errors).toEqual([])
  },
)
