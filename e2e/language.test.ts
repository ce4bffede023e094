import { expect, test } from 'vitest'
import { needsBrowser } from './browser.ts'
import { openPage } from './pages.ts'
import { shareKithAndBrowser } from './setup.ts'

const shared = shareKithAndBrowser()

test(
  'a German browser is greeted in German, and English is a click in the settings',
  needsBrowser,
  async () => {
    const { page, errors } = await openPage(shared.browser, { locale: 'de-AT' })
    await page.goto(shared.kith.url)
    await page.getByRole('heading', { level: 1, name: 'Was ist Ihr Netzwerk wert?' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de')
    await page.goto(`${shared.kith.url}/settings`)
    await page.getByText('English', { exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    expect(errors).toEqual([])
  },
)
