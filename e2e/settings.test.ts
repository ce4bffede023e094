import { expect, test } from 'vitest'
import { needsBrowser } from './browser.ts'
import { openPage } from './pages.ts'
import { shareImport } from './setup.ts'

const shared = shareImport(
  'events.csv',
  'at,from,to,channel\n2026-01-05T10:00:00Z,me@home.example,ada@engine.example,mail\n2026-01-06T10:00:00Z,ada@engine.example,me@home.example,mail\n',
  'me@home.example',
)

test('a feed is made, seen once, subscribed to, and revoked', needsBrowser, async () => {
  const { page, errors } = await openPage(shared.browser)
  await page.goto(`${shared.kith.url}/settings`)
  const section = page.getByRole('region', { name: 'Programs and feeds' })
  await section.getByLabel('What it is for').fill('Phone')
  await section.getByLabel('What it may do').selectOption('feed')
  await section.getByRole('button', { name: 'Make a token' }).click()
  const made = page.getByRole('dialog', { name: 'Phone is made' })
  const address = await made.getByText(/plan\.ics$/).innerText()
  expect((await fetch(address)).headers.get('content-type')).toMatch(/^text\/calendar/)
  await made.getByRole('button', { name: 'I have it' }).click()
  await section.getByRole('button', { name: 'Revoke Phone' }).click()
  await page
    .getByRole('dialog', { name: 'Revoke Phone?' })
    .getByRole('button', { name: 'Revoke', exact: true })
    .click()
  await section.getByRole('rowheader', { name: 'Phone' }).waitFor({ state: 'detached' })
  expect((await fetch(address)).status).toBe(404)
  expect(errors).toEqual([])
})

test(
  'people are exported, a backup is made, all is deleted, and the backup brings it back',
  needsBrowser,
  async () => {
    const { page, errors } = await openPage(shared.browser)
    await page.goto(`${shared.kith.url}/settings`)
    const out = page.getByRole('region', { name: 'Take it with you' })
    const saved = async (button: string): Promise<[name: string, path: string]> => {
      const download = page.waitForEvent('download')
      await out.getByRole('button', { name: button }).click()
      const file = await download
      return [file.suggestedFilename(), await file.path()]
    }
    expect((await saved('Download'))[0]).toBe('kith.csv')
    const [name, backup] = await saved('Back up now')
    expect(name).toMatch(/^kith-\d{4}-\d\d-\d\d\.backup$/)

    await page.getByRole('button', { name: 'Delete everything …' }).click()
    const ask = page.getByRole('dialog', { name: 'Delete everything?' })
    const really = ask.getByRole('button', { name: 'Delete everything', exact: true })
    expect(await really.isDisabled()).toBe(true)
    await ask.getByRole('textbox').fill('delete everything')
    await really.click()
    await page.getByRole('button', { name: 'Try a sample network' }).waitFor()

    await page.goto(`${shared.kith.url}/settings`)
    const chooser = page.waitForEvent('filechooser')
    await out.getByRole('button', { name: 'Restore a backup …' }).click()
    await (await chooser).setFiles(backup)
    await page.getByRole('dialog').getByRole('button', { name: 'Replace everything' }).click()
    await page.getByText(/^Restored: 1 person and 2 interactions\.$/).waitFor()
    await page.goto(`${shared.kith.url}/people`)
    await page.getByRole('link', { name: /ada/i }).first().waitFor()
    expect(errors).toEqual([])
  },
)

test(
  'each part of the settings is listed, has an address of its own, and takes the focus along',
  needsBrowser,
  async () => {
    const { page, errors } = await openPage(shared.browser)
    await page.goto(`${shared.kith.url}/settings#privacy`)
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '')
    await expect.poll(focused).toBe('privacy')
    const links = page.getByRole('navigation', { name: 'Parts of the settings' }).getByRole('link')
    const parts = await page
      .locator('main section[id]')
      .evaluateAll((all) => all.map(({ id, ariaLabel }) => [`#${id}`, ariaLabel]))
    const listed = await links.evaluateAll((all) =>
      all.map((link) => [(link as HTMLAnchorElement).hash, link.textContent]),
    )
    expect(listed).toEqual(parts)
    await links.filter({ hasText: 'Take it with you' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(focused).toBe('export')
    expect(new URL(page.url()).hash).toBe('#export')
    // The keyboard goes on inside the part.
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('section')?.id)).toBe('export')
    expect(errors).toEqual([])
  },
)
