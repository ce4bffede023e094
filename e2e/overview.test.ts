import { expect, test } from 'vitest'
import { needsBrowser } from './browser.ts'
import { openPage, openSample } from './pages.ts'
import { shareSample } from './setup.ts'

const shared = shareSample()

test(
  'the first action of the week is done with one key from the overview, and taken back with another',
  needsBrowser,
  async () => {
    const { page, errors } = await openPage(shared.browser)
    await openSample(page, shared.kith.url)
    const week = page.getByRole('region', { name: 'This week' })
    const first = week.getByRole('listitem').first()
    const text = await first.innerText()
    const note = page.getByRole('alert').filter({ hasText: /Done: / })
    await page.keyboard.press('d')
    await note.first().waitFor()
    expect(await first.innerText()).not.toBe(text)
    await page.keyboard.press('u')
    // The way back is taken: the note that offers it goes, and the action is the first again.
    await note.first().waitFor({ state: 'detached' })
    await page.waitForFunction(
      (wanted) =>
        document.querySelector<HTMLElement>('section[aria-label="This week"] li')?.innerText === wanted,
      text,
    )
    // It is so for kith, too, not on this page only.
    await page.reload()
    await first.waitFor()
    expect(await first.innerText()).toBe(text)
    expect(errors).toEqual([])
  },
)

test('what changed since the last visit is told with its date', needsBrowser, async () => {
  const { page, errors } = await openPage(shared.browser)
  await openSample(page, shared.kith.url)
  await page.getByRole('region', { name: /^In the last 90 days, since \d+ \w+ \d{4}$/ }).waitFor()
  const weekAgo = Date.now() - 7 * 86_400_000
  await page.evaluate((seenAt) => {
    localStorage.setItem('kith.visit.sample', JSON.stringify({ seenAt, before: null }))
  }, weekAgo)
  await page.reload()
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(weekAgo)
  const since = page.getByRole('region', { name: `Since your last visit on ${day}` })
  // The sample was loaded after that.
  await since
    .getByText(/new records? from/)
    .first()
    .waitFor()
  // Opened again a moment later it is still the same visit.
  await page.reload()
  await since.waitFor()
  expect(errors).toEqual([])
})
