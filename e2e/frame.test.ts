import { expect, test } from 'vitest'
import { needsBrowser } from './browser.ts'
import { openPage } from './pages.ts'
import { shareSample } from './setup.ts'
import type { Page } from 'playwright-core'

const shared = shareSample()

/** Where the ways around and the heading stand, by the pixel. */
const places = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.shell-brand, .shell-link, .shell-banner, main h1')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const box = element.matches('h1') ? [x, y] : [x, y, width, height]
      return `${element.tagName} ${box.map((side) => Math.round(side)).join(' ')}`
    }),
  )

test.each([
  { width: 1280, path: '/', heading: 'Überblick', scheme: 'dark' },
  { width: 390, path: '/worth', heading: 'Wert und Ziele', scheme: 'light' },
] as const)(
  'before its scripts have come, the page shows what surrounds $path in the language and theme of the user, and nothing moves when they have',
  needsBrowser,
  async ({ width, path, heading, scheme }) => {
    const { page, errors } = await openPage(shared.browser, {
      width,
      locale: 'de-DE',
      dark: scheme === 'dark',
    })
    await page.addInitScript(() => localStorage.setItem('kith.workspace', 'sample'))
    const { promise: gate, resolve: open } = Promise.withResolvers<void>()
    // The script that stands before all others has to come; the app's own code waits.
    await page.route(/\/assets\/(?!boot).*\.js$/, async (route) => {
      await gate
      await route.continue()
    })
    await page.goto(`${shared.kith.url}${path}`, { waitUntil: 'commit' })
    await page.locator('.frame').getByRole('heading', { level: 1, name: heading }).waitFor()
    const scheduled = await page.evaluate(() => document.documentElement.dataset['mantineColorScheme'])
    expect(scheduled).toBe(scheme)
    expect(await page.locator('.frame a[aria-current="page"]').getAttribute('href')).toBe(path)
    // The app's own style comes a moment later.
    await page.waitForFunction(() => document.styleSheets.length > 2)
    const before = await places(page)
    open()
    await page.locator('#root').getByRole('heading', { level: 1, name: heading }).waitFor()
    expect(await places(page)).toEqual(before)
    expect(await page.locator('.frame').count()).toBe(0)
    expect(errors).toEqual([])
  },
)
