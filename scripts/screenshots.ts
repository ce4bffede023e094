import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from '../e2e/browser.ts'
import { startKith } from '../e2e/kith.ts'

/** Screens as they are on the sample network; `person` is filled in below. */
const screens = [
  ['overview', '/'],
  ['people', '/people'],
  ['import', '/import'],
  ['settings', '/settings'],
] as const

const widths = { wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } } as const

/**
 * Makes the pictures of docs/screens from the app itself, on the sample network: `npm run screenshots [folder]`.
 * Wide in light and dark, narrow in light.
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
  ] as const) {
    const context = await browser.newContext({
      viewport: widths[width],
      colorScheme: scheme,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
    })
    const page = await context.newPage()
    const suffix = `${width === 'narrow' ? '-narrow' : ''}${scheme === 'dark' ? '-dark' : ''}`
    await page.goto(kith.url)
    await page.getByRole('button', { name: /sample network/i }).waitFor()
    await page.screenshot({ path: join(folder, `first-run${suffix}.png`) })
    await page.getByRole('button', { name: /sample network/i }).click()
    await page.waitForURL(`${kith.url}/`, { timeout: 60_000 })
    for (const [name, path] of screens) {
      await page.goto(kith.url + path)
      await page.waitForLoadState('networkidle')
      await page.screenshot({ path: join(folder, `${name}${suffix}.png`) })
    }
    const answer = await page.evaluate(async () => {
      const response = await fetch('/api/v1/people?limit=1', {
        headers: { 'x-kith': '1', 'x-kith-workspace': 'sample' },
      })
      return (await response.json()) as { people: { id: number }[] }
    })
    await page.goto(`${kith.url}/people/${answer.people[0]?.id ?? ''}`)
    await page.waitForLoadState('networkidle')
    await page.getByRole('region', { name: 'Contact by week' }).locator('svg').first().waitFor()
    await page.screenshot({ path: join(folder, `person${suffix}.png`), fullPage: width === 'wide' })
    await context.close()
  }
} finally {
  await browser.close()
  await kith.stop()
}
process.stdout.write(`Screens are in ${folder}\n`)
