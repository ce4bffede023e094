import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from '../e2e/browser.ts'
import { startKith } from '../e2e/kith.ts'
import { askSample, goTo, openPage, openSample, trySample } from '../e2e/pages.ts'

/** Screens as they are on the sample network; `person` and `organisation` are filled in below. */
const screens = [
  ['overview', '/'],
  ['people', '/people'],
  ['plan', '/plan'],
  ['worth', '/worth'],
  ['discover', '/discover'],
  ['introductions', '/discover?tab=introductions'],
  ['structure', '/discover?tab=structure'],
  ['topics', '/topics'],
  ['outcomes', '/outcomes'],
  ['map', '/map'],
  ['organisations', '/organisations'],
  ['lists', '/lists'],
  ['review', '/review'],
  ['backtest', '/backtest'],
  ['import', '/import'],
  ['settings', '/settings'],
] as const

/** Screens that are pictured narrow, too; with `--whole` all of them are. */
const narrow = new Set(['first-run', 'overview', 'people', 'plan', 'person', 'map'])

/** Forms each screen is pictured in. */
const forms = [
  { suffix: '', options: { width: 1280 } },
  { suffix: '-dark', options: { width: 1280, dark: true } },
  { suffix: '-narrow', options: { width: 390 } },
] as const

/**
 * Makes the pictures of docs/screens from the app itself, on the sample network: `npm run screenshots [folder] [--whole]`.
 * Wide in light and dark, and the main ones narrow; `--whole` pictures all to their end, for looking through.
 */
const [folder = join(import.meta.dirname, '..', 'docs', 'screens')] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--'))
const fullPage = process.argv.includes('--whole')
mkdirSync(folder, { recursive: true })
const kith = await startKith()
const browser = await launchBrowser()
try {
  for (const [at, { suffix, options }] of forms.entries()) {
    const { page, context } = await openPage(browser, options)
    page.setDefaultTimeout(120_000)
    const wanted = (name: string): boolean => fullPage || options.width > 390 || narrow.has(name)
    const picture = async (name: string): Promise<void> => {
      // A screen that says how far it is has not come to what it shows.
      await page.getByRole('button', { name: 'Stop', exact: true }).waitFor({ state: 'hidden' })
      await page.waitForFunction(() => document.querySelector('output.no-print') === null)
      // Plots and the map are drawn in the frame after their data came.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      )
      await page.screenshot({ path: join(folder, `${name}${suffix}.png`), fullPage })
    }
    await page.goto(kith.url)
    await page.getByRole('button', { name: /sample network/i }).waitFor()
    await picture('first-run')
    if (at === 0) await trySample(page)
    await openSample(page, kith.url)
    const { people } = await askSample<{ people: { id: number }[] }>(page, '/people?limit=1')
    const { organisations } = await askSample<{ organisations: { id: number }[] }>(
      page,
      '/organisations?limit=1',
    )
    for (const [name, path] of [
      ...screens,
      ['person', `/people/${people[0]?.id ?? ''}`],
      ['organisation', `/organisations/${organisations[0]?.id ?? ''}`],
    ] as const) {
      if (!wanted(name)) continue
      await goTo(page, path)
      await picture(name)
    }
    if (wanted('palette')) {
      await goTo(page, '/')
      await page.keyboard.press('Control+k')
      await page.getByPlaceholder('Find a person or a screen').fill('ma')
      // The screens come at once, the people with an answer.
      await page.locator('[data-action]').nth(2).waitFor()
      await picture('palette')
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
      await picture('keys')
      await page.keyboard.press('Escape')
      await goTo(page, '/import')
      await page.getByRole('button', { name: /^LinkedIn export/ }).click()
      await page.locator('.source-steps:visible').first().waitFor()
      await picture('guide')
    }
    await context.close()
  }
} finally {
  await browser.close()
  await kith.stop()
}
process.stdout.write(`Screens are in ${folder}\n`)
