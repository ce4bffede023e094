import { expect, test } from 'vitest'
import { needsBrowser } from './browser.ts'
import { openPage, overflow, violations } from './pages.ts'
import { shareKithAndBrowser } from './setup.ts'

const shared = shareKithAndBrowser()

test.each([{ dark: false }, { dark: true }, { width: 390 }])(
  'the first screen breaks no rule of WCAG 2.2 AA and does not scroll sideways: %j',
  needsBrowser,
  async (options) => {
    const { page, context } = await openPage(shared.browser, options)
    await page.goto(shared.kith.url)
    await page.getByRole('button', { name: 'Try a sample network' }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await context.close()
  },
)
