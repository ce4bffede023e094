import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { needsBrowser } from './browser.ts'
import { goTo, openPage, openSample } from './pages.ts'
import { shareSample } from './setup.ts'

const shared = shareSample()

/** What opens each dialog that is drawn only while it is open, on which screen, by parts that no language changes. */
const dialogs = [
  { what: 'a goal to set', on: '/worth', at: 'main button:has(.tabler-icon-plus)' },
  { what: 'a goal to change', on: '/worth', at: 'main button:has(.tabler-icon-pencil)' },
  { what: 'an outcome', on: '/outcomes', at: 'main button:has(.tabler-icon-plus)' },
  { what: 'the other screens', on: '/', at: '.shell-nav button:has(.tabler-icon-dots)', narrow: true },
] as const

const layer = '[role="dialog"], [role="menu"]'

/** Where the focus is: in the layer that is open, on the button that opened it, or elsewhere. */
const focusOf = (page: Page, opener: string): Promise<'inside' | 'opener' | 'elsewhere'> =>
  page.evaluate(
    ([within, button]) => {
      const focused = document.activeElement
      if (focused?.closest(within ?? '')) return 'inside'
      return focused?.matches(button ?? '') ? 'opener' : 'elsewhere'
    },
    [layer, opener],
  )

test.each([{ width: 1280 }, { width: 390, locale: 'de-DE' }])(
  'a dialog takes the focus, holds it, and gives it back to what opened it: %j',
  { ...needsBrowser, timeout: 120_000 },
  async (options) => {
    const { page, errors, context } = await openPage(shared.browser, options)
    await openSample(page, shared.kith.url)
    await page.locator('main h1').waitFor()
    for (const { what, on, at, ...form } of dialogs) {
      if ('narrow' in form && options.width > 390) continue
      await goTo(page, on)
      const opener = page.locator(at).first()
      await opener.click()
      await page.locator(layer).waitFor()
      await expect.poll(() => focusOf(page, at), { message: what }).toBe('inside')
      for (let step = 0; step < 30; step += 1) {
        await page.keyboard.press('Tab')
        expect(await focusOf(page, at), `${what}, after ${step + 1} steps`).toBe('inside')
      }
      // A list that a field has opened closes first.
      const escaped = async (): Promise<number> => {
        await page.keyboard.press('Escape')
        return page.locator(layer).count()
      }
      await expect.poll(escaped, { timeout: 30_000 }).toBe(0)
      await expect.poll(() => focusOf(page, at), { message: what }).toBe('opener')
    }
    expect(errors).toEqual([])
    await context.close()
  },
)

test(
  'the button of the other screens is named by what is written on it, in every language',
  needsBrowser,
  async () => {
    for (const locale of ['en-GB', 'de-DE']) {
      const { page, context } = await openPage(shared.browser, { width: 390, locale })
      await openSample(page, shared.kith.url)
      const more = page.locator('.shell-nav button:has(.tabler-icon-dots)[aria-label]')
      await more.waitFor()
      expect(await more.getAttribute('aria-label')).toContain((await more.innerText()).trim())
      await context.close()
    }
  },
)
