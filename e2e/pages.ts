import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as Axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export type PageOptions = {
  readonly width?: number
  readonly dark?: boolean
  readonly locale?: string
}

/** Building the sample network takes a while on a slow machine. */
const sampleMs = 90_000

/** A page of its own, which notes whatever goes wrong in it. */
export async function openPage(browser: Browser, options: PageOptions = {}) {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    colorScheme: options.dark === true ? 'dark' : 'light',
    locale: options.locale ?? 'en-GB',
    // Reduced motion: nothing to wait for, and the screens have to work with it anyway.
    reducedMotion: 'reduce',
    // Lets axe run beside the strict content policy.
    bypassCSP: true,
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return { page, errors, context }
}

/** Rules of WCAG 2.2 AA that a screen breaks, with the first element each. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return await page.evaluate(async () => {
    const { violations: found } = await (globalThis as unknown as { axe: typeof Axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    })
    return found.map((rule) => `${rule.id}: ${rule.nodes[0]?.html ?? ''}`)
  })
}

/** How far a screen scrolls sideways, in pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Begins with the sample network of invented people. */
export async function trySample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try a sample network' }).click()
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor({ timeout: sampleMs })
}

/** Opens an address in the sample network, which somebody tried before in this kith. */
export async function openSample(page: Page, url: string): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('kith.workspace', 'sample'))
  await page.goto(url)
}

/** How long nothing may come or go before a screen counts as whole. */
const quietMs = 400

/** Goes to an address inside the app, as its links do, and waits until the screen is whole: nothing is still to come. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    // Until the screen asked for has come, the one before is still there, heading and all.
    if (new URL(to, location.href).pathname !== location.pathname)
      document.querySelector('main h1')?.setAttribute('data-before', '')
    history.pushState(null, '', to)
    const seen = globalThis as unknown as { lastChange: number; watcher?: MutationObserver }
    seen.lastChange = performance.now()
    seen.watcher?.disconnect()
    seen.watcher = new MutationObserver(() => (seen.lastChange = performance.now()))
    seen.watcher.observe(document.body, { subtree: true, childList: true })
  }, path)
  await page.waitForFunction(
    (quiet) =>
      document.querySelector('main h1:not([data-before])') !== null &&
      document.querySelector('main .mantine-Skeleton-root') === null &&
      performance.now() - (globalThis as unknown as { lastChange: number }).lastChange > quiet,
    quietMs,
    { timeout: 90_000 },
  )
}

/** Asks kith as the page does, in the sample network. */
export const askSample = <Answer>(page: Page, path: string): Promise<Answer> =>
  page.evaluate(async (to) => {
    const response = await fetch(`/api/v1${to}`, {
      headers: { 'x-kith': '1', 'x-kith-workspace': 'sample' },
    })
    return (await response.json()) as Answer
  }, path)
