import { expect, test } from 'vitest'
import { needsBrowser } from './browser.ts'
import { askSample, goTo, openPage, openSample, overflow, violations } from './pages.ts'
import { shareSample } from './setup.ts'

const shared = shareSample()

const screens = [
  '/',
  '/people',
  '/plan',
  '/worth',
  '/discover',
  '/discover?tab=introductions',
  '/discover?tab=structure',
  '/topics',
  '/outcomes',
  '/map',
  '/review',
  '/organisations',
  '/lists',
  '/backtest',
  '/accounts',
  '/import',
  '/settings',
]

test.each([{ dark: false }, { dark: true }, { width: 390 }, { width: 390, locale: 'de-DE' }])(
  'no screen breaks WCAG 2.2 AA, and none scrolls sideways: %j',
  { ...needsBrowser, timeout: 400_000 },
  async (options) => {
    const { page, context } = await openPage(shared.browser, options)
    await page.goto(shared.kith.url)
    await page.getByRole('button', { name: /sample network|Beispielnetz/i }).waitFor()
    const found: string[] = (await violations(page)).map((rule) => `first run: ${rule}`)
    await openSample(page, shared.kith.url)
    const { people } = await askSample<{ people: { id: number }[] }>(page, '/people?limit=1')
    const { organisations } = await askSample<{ organisations: { id: number }[] }>(
      page,
      '/organisations?limit=1',
    )
    for (const path of [
      ...screens,
      `/people/${people[0]?.id ?? ''}`,
      `/organisations/${organisations[0]?.id ?? ''}`,
    ]) {
      await goTo(page, path)
      found.push(...(await violations(page)).map((rule) => `${path}: ${rule}`))
      const wide = await overflow(page)
      if (wide > 0) found.push(`${path}: scrolls ${wide} px sideways`)
    }
    expect(found).toEqual([])
    await context.close()
  },
)
