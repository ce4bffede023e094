import { expect, test } from 'vitest'
import { needsBrowser } from './browser.ts'
import { askSample, openPage, openSample, overflow } from './pages.ts'
import { shareSample } from './setup.ts'

const shared = shareSample()

test.each([{ width: 1280 }, { width: 390 }])(
  'a person shows how the tie went and what is in common; a note is removed and brought back: %j',
  needsBrowser,
  async (options) => {
    const { page, errors } = await openPage(shared.browser, options)
    await openSample(page, shared.kith.url)
    const { people } = await askSample<{ people: { id: number }[] }>(page, '/people?sort=closeness&limit=1')
    await page.goto(`${shared.kith.url}/people/${people[0]?.id ?? 0}`)
    await page
      .getByRole('region', { name: 'Closeness over time' })
      .getByRole('img', { name: /^Closeness of .+ went from .+ to .+\.$/ })
      .waitFor()
    await page.getByRole('region', { name: 'In common' }).getByRole('link').first().waitFor()
    const notes = page.getByRole('region', { name: 'Notes and tags' })
    await notes.getByRole('textbox', { name: 'Write a note' }).fill('Likes **chess**')
    await notes.getByRole('button', { name: 'Save' }).click()
    await notes.locator('strong', { hasText: 'chess' }).waitFor()
    await notes.getByRole('button', { name: 'Remove the note' }).click()
    await notes.locator('strong', { hasText: 'chess' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await notes.locator('strong', { hasText: 'chess' }).waitFor()
    await notes.getByRole('button', { name: 'Remove the note' }).click()
    await notes.locator('strong', { hasText: 'chess' }).waitFor({ state: 'detached' })
    expect(await overflow(page)).toBe(0)
    expect(errors).toEqual([])
  },
)

test(
  'a note is begun by a key, and the own rating stands with what calibre rests on',
  needsBrowser,
  async () => {
    const { page, errors } = await openPage(shared.browser)
    await openSample(page, shared.kith.url)
    const { people } = await askSample<{ people: { id: number }[] }>(page, '/people?sort=closeness&limit=2')
    await page.goto(`${shared.kith.url}/people/${people[1]?.id ?? 0}`)
    await page.getByRole('textbox', { name: 'Write a note' }).waitFor()
    await page.keyboard.press('n')
    await page.keyboard.type('Met in Leeds')
    const notes = page.getByRole('region', { name: 'Notes and tags' })
    await notes.getByRole('button', { name: 'Save' }).click()
    await notes.getByText('Met in Leeds').waitFor()
    // A letter in a field is a letter: no other field was gone to.
    expect(await page.getByRole('textbox', { name: 'Remind me to' }).inputValue()).toBe('')
    await page.getByRole('button', { name: /^Calibre/ }).click()
    const rating = page.getByRole('region', { name: 'Your own rating' })
    await rating.getByRole('textbox').fill('80')
    await rating.getByRole('button', { name: 'Rate' }).click()
    await page.getByRole('button', { name: /^Calibre.*80 %/ }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: /^Calibre.*80 %/ }).waitFor({ state: 'detached' })
    expect(errors).toEqual([])
  },
)

test('somebody is deleted for good once the name was typed', needsBrowser, async () => {
  const { page } = await openPage(shared.browser)
  await openSample(page, shared.kith.url)
  const { people } = await askSample<{ people: { id: number; name: string }[] }>(
    page,
    '/people?sort=worth&reverse=true&limit=1',
  )
  const { id, name } = people[0] ?? { id: 0, name: '' }
  await page.goto(`${shared.kith.url}/people/${id}`)
  await page.getByRole('button', { name: 'Delete this person …' }).click()
  const dialog = page.getByRole('dialog')
  const really = dialog.getByRole('button', { name: 'Delete for good' })
  expect(await really.isDisabled()).toBe(true)
  await dialog.getByRole('textbox').fill(name)
  await really.click()
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
  const left = await askSample<{ people: { id: number }[] }>(
    page,
    `/people?search=${encodeURIComponent(name)}&limit=100`,
  )
  expect(left.people.map((person) => person.id)).not.toContain(id)
})
