import { expect, test } from 'vitest'
import { needsBrowser } from './browser.ts'
import { askSample, openPage, openSample } from './pages.ts'
import { shareSample } from './setup.ts'

const shared = shareSample()

test(
  'an edit made while kith does not answer is kept through a reload, and sent once kith is back',
  needsBrowser,
  async () => {
    const { page } = await openPage(shared.browser)
    await openSample(page, shared.kith.url)
    const { people } = await askSample<{ people: { id: number }[] }>(page, '/people?limit=1')
    const id = people[0]?.id ?? 0
    const notes = async (): Promise<string[]> =>
      (await askSample<{ notes: { text: string }[] }>(page, `/people/${id}/notebook`)).notes.map(
        ({ text }) => text,
      )
    await page.goto(`${shared.kith.url}/people/${id}`)
    const note = page.getByRole('textbox', { name: 'Write a note' })
    await note.waitFor()

    await page.route('**/api/**', (route) => route.abort())
    await note.fill('Met at the fair')
    await page.getByRole('region', { name: 'Notes and tags' }).getByRole('button', { name: 'Save' }).click()
    await page.getByText('1 edit is kept here and sent when kith is back.').waitFor()
    // A box that is ticked shows at once, and stays.
    await page.getByRole('checkbox', { name: 'Leave alone' }).check()
    await page.getByText('2 edits are kept here and sent when kith is back.').waitFor()
    expect(await page.getByRole('checkbox', { name: 'Leave alone' }).isChecked()).toBe(true)

    // The page itself still comes from kith; what it asks does not get through.
    await page.reload()
    await page.getByText('2 edits are kept here and sent when kith is back.').waitFor()
    await page.unroute('**/api/**')
    await page.getByText('2 kept edits sent.').waitFor()
    expect(await notes()).toEqual(['Met at the fair'])
    await expect.poll(() => page.getByRole('checkbox', { name: 'Leave alone' }).isChecked()).toBe(true)
    expect(await page.evaluate(() => localStorage.getItem('kith.outbox'))).toBeNull()
  },
)

test('an edit that kith refuses is taken back on screen, with a sentence', needsBrowser, async () => {
  const { page } = await openPage(shared.browser)
  await openSample(page, shared.kith.url)
  const { people } = await askSample<{ people: { id: number }[] }>(page, '/people?limit=1&offset=1')
  await page.goto(`${shared.kith.url}/people/${people[0]?.id ?? 0}`)
  const box = page.getByRole('checkbox', { name: 'Leave alone' })
  await box.waitFor()
  const detail = 'The disk is full; free some space and try again.'
  await page.route('**/mark', (route) =>
    route.fulfill({
      status: 507,
      contentType: 'application/problem+json',
      json: { code: 'database', detail },
    }),
  )
  await box.click()
  await page.getByText(detail).waitFor()
  expect(await box.isChecked()).toBe(false)
})
