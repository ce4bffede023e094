import { expect, test } from 'vitest'
import { needsBrowser } from './browser.ts'
import { askSample, openPage, openSample } from './pages.ts'
import { shareSample } from './setup.ts'

const shared = shareSample()

test('Ctrl-K finds a person, and the keyboard alone opens them', needsBrowser, async () => {
  const { page, errors } = await openPage(shared.browser)
  await openSample(page, `${shared.kith.url}/people?sort=name`)
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
  // Nor do they wait until it has found whom they mean.
  await page.goBack()
  await first.waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name }).waitFor()
  expect(errors).toEqual([])
})

test(
  'filters narrow the list, show as chips, live in the address, and go with the back button',
  needsBrowser,
  async () => {
    const { page, errors } = await openPage(shared.browser)
    await openSample(page, `${shared.kith.url}/people`)
    const total = page.locator('output', { hasText: /people$/ })
    await total.waitFor()
    const all = await total.innerText()
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    // By its role: the switch itself lies over its label, and takes the click.
    await page.getByRole('dialog').getByRole('switch', { name: 'Out of touch, still trusted' }).click()
    await page.keyboard.press('Escape')
    const chip = page.getByRole('button', { name: 'Take off: Out of touch, still trusted' })
    await chip.waitFor()
    await expect.poll(() => total.innerText()).not.toBe(all)
    expect(page.url()).toContain('dormant=true')
    await page.goBack()
    await chip.waitFor({ state: 'detached' })
    await expect.poll(() => total.innerText()).toBe(all)

    // A box over the plot narrows the list too.
    const canvas = page.getByRole('region', { name: 'Calibre and closeness' }).locator('canvas').first()
    await canvas.scrollIntoViewIfNeeded()
    const box = await canvas.boundingBox()
    if (box === null) throw new Error('the plot is not on screen')
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.15)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.95, box.y + box.height * 0.5, { steps: 5 })
    await page.mouse.up()
    await page.getByRole('button', { name: /Take off: Closeness/ }).waitFor()
    expect(page.url()).toMatch(/closenessFrom=0\.\d+/)
    await expect.poll(() => total.innerText()).not.toBe(all)
    expect(errors).toEqual([])
  },
)

test('people are chosen by keys, tagged together, undone, and downloaded', needsBrowser, async () => {
  const { page, errors } = await openPage(shared.browser)
  await openSample(page, `${shared.kith.url}/people`)
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

  const tagged = async (): Promise<number> =>
    (await askSample<{ total: number }>(page, '/people?tag=Leeds%20meetup&limit=1')).total
  await chosen.getByRole('button', { name: 'Tag', exact: true }).click()
  await page.getByRole('combobox', { name: 'Tag for those chosen' }).fill('Leeds meetup')
  await page.keyboard.press('Enter')
  await page.getByText('“Leeds meetup” put on 2 people.').waitFor()
  expect(await tagged()).toBe(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('All as before.').waitFor()
  expect(await tagged()).toBe(0)
  expect(errors).toEqual([])
})

test('a view is saved with its filters, opened, removed, and brought back', needsBrowser, async () => {
  const { page, errors } = await openPage(shared.browser)
  await openSample(page, `${shared.kith.url}/people?sort=trust&dormant=true`)
  const views = page.getByRole('button', { name: 'Views', exact: true })
  const dialog = page.getByRole('dialog', { name: 'Views' })
  await views.click()
  await dialog.getByLabel('Name of this view').fill('To write to')
  await dialog.getByRole('button', { name: 'Save this view' }).click()
  await dialog.getByRole('button', { name: 'To write to', exact: true }).waitFor()

  await page.goto(`${shared.kith.url}/people`)
  await views.click()
  await dialog.getByRole('button', { name: 'To write to', exact: true }).click()
  await page.getByRole('button', { name: 'Take off: Out of touch, still trusted' }).waitFor()
  expect(new URL(page.url()).search).toBe('?sort=trust&dormant=true')

  await views.click()
  await dialog.getByRole('button', { name: 'Remove To write to' }).click()
  await dialog.getByRole('button', { name: 'To write to', exact: true }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await views.click()
  await dialog.getByRole('button', { name: 'To write to', exact: true }).waitFor()
  expect(errors).toEqual([])
})
