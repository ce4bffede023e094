import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { needsBrowser } from './browser.ts'
import { openPage, overflow, trySample, violations } from './pages.ts'
import { shareKithAndBrowser } from './setup.ts'

const shared = shareKithAndBrowser()

test('organisations are reached by keys, searched and opened', needsBrowser, async () => {
  const { page, errors } = await openPage(shared.browser)
  page.setDefaultTimeout(60_000)
  await page.goto(shared.kith.url)
  await trySample(page)
  const picture = async (name: string): Promise<void> => {
    const shots = process.env['KITH_SHOTS']
    if (shots === undefined) return
    mkdirSync(shots, { recursive: true })
    await page.screenshot({ path: join(shots, `${name}.png`) })
  }
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.getByRole('heading', { level: 1, name: 'Organisations' }).waitFor()
  const table = page.getByRole('table')
  const first = table.getByRole('link').first()
  await first.waitFor()
  expect(await violations(page)).toEqual([])
  await picture('organisations')
  const name = (await first.innerText()).trim()
  await page.getByRole('searchbox').fill(name)
  await expect.poll(() => table.getByRole('row').count(), { timeout: 30_000 }).toBeLessThan(10)
  await first.click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByRole('table').first().waitFor()
  expect(await violations(page)).toEqual([])
  await picture('organisation')
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await overflow(page)).toBe(0)
  await picture('organisation-narrow')
  await page.goBack()
  await table.waitFor()
  expect(await overflow(page)).toBe(0)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(page)).toEqual([])
  await picture('organisations-narrow')
  expect(errors).toEqual([])
})
