import { expect, test } from 'vitest'
import { needsBrowser } from './browser.ts'
import { askSample, goTo, openPage, openSample } from './pages.ts'
import { shareSample } from './setup.ts'

const shared = shareSample()

/** Pages of a PDF: each is an object of that type in the file. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

test('the plan of the week and the page of a person fit on two sheets each', needsBrowser, async () => {
  const { page, context } = await openPage(shared.browser)
  await openSample(page, shared.kith.url)
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
  await goTo(page, '/plan')
  await page.locator('.plan-action').first().waitFor()
  expect(await page.locator('.plan-action').count()).toBeGreaterThan(5)
  expect(pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }))).toBeLessThanOrEqual(2)
  // What is known of somebody differs: the closest, and some further down the table.
  const { people } = await askSample<{ people: { id: number }[] }>(page, '/people?limit=12')
  expect(people).toHaveLength(12)
  for (const { id } of people) {
    await goTo(page, `/people/${id}`)
    expect(
      pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true })),
      `person ${id}`,
    ).toBeLessThanOrEqual(2)
  }
  await context.close()
})
