import { expect, test } from 'vitest'
import { needsBrowser } from './browser.ts'
import { openPage, trySample } from './pages.ts'
import { shareKithAndBrowser } from './setup.ts'

const shared = shareKithAndBrowser()

test(
  'a German browser is greeted in German, and English is a click in the settings',
  needsBrowser,
  async () => {
    const { page, errors } = await openPage(shared.browser, { locale: 'de-AT' })
    await page.goto(shared.kith.url)
    await page.getByRole('heading', { level: 1, name: 'Was ist Ihr Netzwerk wert?' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de')
    await page.goto(`${shared.kith.url}/settings`)
    await page.getByText('English', { exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    expect(errors).toEqual([])
  },
)

/** What kith itself says on these screens, in German; names, subjects and addresses are the sample's own. */
test('with German chosen, what kith concludes is said in German', needsBrowser, async () => {
  const { page, errors } = await openPage(shared.browser)
  await page.goto(shared.kith.url)
  await trySample(page)
  await page.evaluate(() => localStorage.setItem('kith.language', 'de'))
  const english = /\b(?:the|you|your|they|with|would|wrote|bottleneck|contacts)\b/i
  for (const path of ['/', '/worth']) {
    await page.goto(shared.kith.url + path)
    const note = page.getByRole('note').first()
    await note.waitFor()
    expect(await note.innerText()).not.toMatch(english)
    const pillars = await page.locator('[aria-label="Drei Säulen"]').innerText()
    expect(pillars).toMatch(/Beziehung/)
    expect(pillars).not.toMatch(english)
  }
  await page.goto(`${shared.kith.url}/plan`)
  const why = page.getByText(/kennen sich gut|bekamen keine Antwort|hat noch keine Antwort|ist jetzt/).first()
  await why.waitFor()
  await page.goto(`${shared.kith.url}/people`)
  await page.locator('.people-row a').first().click()
  await page
    .getByText(/Sie schrieben|die andere Seite schrieb/)
    .first()
    .waitFor()
  expect(errors).toEqual([])
})
