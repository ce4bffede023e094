import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { needsBrowser } from './browser.ts'
import { askSample, openPage, trySample } from './pages.ts'
import { shareKithAndBrowser } from './setup.ts'

const shared = shareKithAndBrowser()

test('a goal that is set moves the worth, and removing it can be undone', needsBrowser, async () => {
  const { page } = await openPage(shared.browser)
  await page.goto(shared.kith.url)
  await trySample(page)
  const worth = async (): Promise<number> => (await askSample<{ worth: number }>(page, '/worth')).worth
  const before = await worth()
  await page.goto(`${shared.kith.url}/worth`)
  await page.getByRole('button', { name: 'Add a goal' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('What you hope for').selectOption('hires')
  await form.getByLabel('How many').fill('9')
  await form.getByRole('button', { name: 'Save' }).click()
  const goal = page.getByRole('article', { name: /9 hires/ })
  await goal.waitFor()
  expect(await goal.innerText()).toMatch(/Still missing\s+[\d,]+/)
  // Nine hires a quarter are hardly to be had: the mean over the goals falls.
  expect(await worth()).toBeLessThan(before)
  await page.getByRole('button', { name: /Remove 9 hires/ }).click()
  await goal.waitFor({ state: 'detached' })
  expect(await worth()).toBeCloseTo(before, 12)
  await page.getByRole('button', { name: 'Undo' }).click()
  await goal.waitFor()
  expect(await worth()).toBeLessThan(before)
})

test('a goal, an action done, an outcome recorded: worth and rates move', needsBrowser, async () => {
  const { page, errors } = await openPage(shared.browser)
  await page.goto(shared.kith.url)
  await trySample(page)
  await page.goto(`${shared.kith.url}/worth`)
  await page.getByRole('button', { name: 'Add a goal' }).click()
  const goalForm = page.getByRole('dialog')
  await goalForm.getByLabel('What you hope for').selectOption('sales')
  await goalForm.getByLabel('How many').fill('40')
  await goalForm.getByRole('button', { name: 'Save' }).click()
  const goal = page.getByRole('article', { name: /40 sales/ })
  await goal.waitFor()
  expect(await goal.innerText()).toMatch(/Still missing\s+[\d,]+/)
  expect(await goal.innerText()).toMatch(
    /The bottleneck for 40 sales a quarter is|is where a start brings most/,
  )
  expect(await page.getByRole('note').first().innerText()).toContain('The bottleneck for your goals is')

  // An action is done by one key, and can be taken back.
  await page.goto(`${shared.kith.url}/plan`)
  const todo = page.getByRole('region', { name: 'To do' })
  const cards = todo.getByRole('article')
  await cards.first().waitFor({ timeout: 30_000 })
  const name = (await cards.first().getAttribute('aria-label')) ?? ''
  await page.keyboard.press('j')
  await page.keyboard.press('d')
  await todo.getByRole('article', { name, exact: true }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await todo.getByRole('article', { name, exact: true }).waitFor({ timeout: 30_000 })
  await page.getByRole('article', { name, exact: true }).getByRole('button', { name: 'Done' }).click()
  const record = page.getByRole('button', { name: 'Record what came of it' })
  await record.waitFor({ timeout: 30_000 })

  // What came of it is recorded from there, and the rates know.
  const salesBefore = await salesOf(page)
  const expectedBefore = await expectedSales(page)
  await record.first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('What came of it').selectOption('sale')
  await form.getByLabel('Value (optional)').fill('12000')
  await form.getByRole('button', { name: 'Save' }).click()
  await form.waitFor({ state: 'detached' })
  await page.goto(`${shared.kith.url}/outcomes`)
  await page.getByRole('region', { name: 'What came of it' }).getByText('12,000').first().waitFor()
  expect(await salesOf(page)).toBe(salesBefore + 1)
  // Whoever brought one is likelier to bring another: more sales are to be expected than before.
  expect(await expectedSales(page)).toBeGreaterThan(expectedBefore)
  expect(errors).toEqual([])
})

/** Sales to expect in a quarter, as worth counts them. */
const expectedSales = async (page: Page): Promise<number> => {
  const { goals } = await askSample<{ goals: { goal: { kind: string }; expected: number }[] }>(page, '/worth')
  return goals.find(({ goal }) => goal.kind === 'sales')?.expected ?? 0
}

/** Sales that the rates count. */
const salesOf = async (page: Page): Promise<number> => {
  const { rates } = await askSample<{ rates: { kind: string; outcomes: number }[] }>(page, '/outcome-rates')
  return rates.find(({ kind }) => kind === 'sales')?.outcomes ?? 0
}
