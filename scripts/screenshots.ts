import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../e2e/browser.ts'
import { startKith } from '../e2e/kith.ts'

/** Screens as they are on the sample network; `person` is filled in below. */
const screens = [
  ['overview', '/'],
  ['people', '/people'],
  ['plan', '/plan'],
  ['worth', '/worth'],
  ['discover', '/discover'],
  ['structure', '/discover?tab=structure'],
  ['topics', '/topics'],
  ['outcomes', '/outcomes'],
  ['map', '/map'],
  ['review', '/review'],
  ['backtest', '/backtest'],
  ['import', '/import'],
  ['settings', '/settings'],
] as const

const widths = { wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } } as const

/** Waits until nothing on the screen stands in for what is still to come. */
const settled = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('.mantine-Skeleton-root') === null)
  // Plots and the map are drawn in the frame after their data came.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/**
 * Makes the pictures of docs/screens from the app itself, on the sample network: `npm run screenshots [folder]`.
 * Wide and narrow, in light and dark.
 */
const folder = process.argv[2] ?? join(import.meta.dirname, '..', 'docs', 'screens')
mkdirSync(folder, { recursive: true })
const kith = await startKith()
const browser = await launchBrowser()
try {
  for (const [scheme, width] of [
    ['light', 'wide'],
    ['dark', 'wide'],
    ['light', 'narrow'],
    ['dark', 'narrow'],
  ] as const) {
    const context = await browser.newContext({
      viewport: widths[width],
      colorScheme: scheme,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(120_000)
    const suffix = `${width === 'narrow' ? '-narrow' : ''}${scheme === 'dark' ? '-dark' : ''}`
    await page.goto(kith.url)
    await page.getByRole('button', { name: /sample network/i }).waitFor()
    await page.screenshot({ path: join(folder, `first-run${suffix}.png`) })
    await page.getByRole('button', { name: /sample network/i }).click()
    await page.waitForURL(`${kith.url}/`)
    for (const [name, path] of screens) {
      await page.goto(kith.url + path)
      await settled(page)
      await page.screenshot({ path: join(folder, `${name}${suffix}.png`) })
    }
    const answer = await page.evaluate(async () => {
      const response = await fetch('/api/v1/people?limit=1', {
        headers: { 'x-kith': '1', 'x-kith-workspace': 'sample' },
      })
      return (await response.json()) as { people: { id: number }[] }
    })
    await page.goto(`${kith.url}/people/${answer.people[0]?.id ?? ''}`)
    await settled(page)
    await page.screenshot({ path: join(folder, `person${suffix}.png`), fullPage: width === 'wide' })
    await context.close()
  }
} finally {
  await browser.close()
  await kith.stop()
}
process.stdout.write(`Screens are in ${folder}\n`)
