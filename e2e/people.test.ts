import { expect, test } from 'vitest'
import { needsBrowser } from './browser.ts'
import { openPage, trySample } from './pages.ts'
import { shareKithAndBrowser } from './setup.ts'

const shared = shareKithAndBrowser()

test('Ctrl-K finds a person, and the keyboard alone opens them', needsBrowser, async () => {
  const { page, errors } = await openPage(shared.browser)
  await page.goto(shared.kith.url)
  await trySample(page)
  await page.goto(`${shared.kith.url}/people?sort=name`)
  const first = page.getByRole('table', { name: 'People' }).getByRole('row').nth(1)
  await first.waitFor()
  const name = (await first.getByRole('link').first().innerText()).trim()
  // Nobody waits for the palette to open before they type: no letter may be lost.
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Find a person or a screen' }).inputValue())
    .toBe(name)
  await page.getByRole('button', { name }).or(page.getByRole('option', { name })).first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name }).waitFor()
  expect(errors).toEqual([])
})

test('people are chosen by keys and downloaded', needsBrowser, async () => {
  const { page, errors } = await openPage(shared.browser)
  await page.goto(shared.kith.url)
  await trySample(page)
  await page.goto(`${shared.kith.url}/people`)
  const rows = page.getByRole('table', { name: 'People' }).getByRole('row')
  await rows.nth(3).getByRole('link').waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  const chosen = page.getByRole('region', { name: 'Chosen people' })
  await chosen.getByText('2 people chosen').waitFor()
  const download = page.waitForEvent('download')
  await chosen.getByRole('button', { name: 'Download as CSV' }).click()
  expect((await download).suggestedFilename()).toBe('kith-people.csv')
  expect(errors).toEqual([])
})
