import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { needsBrowser } from './browser.ts'
import { openPage, overflow, violations } from './pages.ts'
import { shareKithAndBrowser } from './setup.ts'

/** Screenshots go here when it is set: for looking at them. */
const shots = process.env['KITH_SHOTS']

const shared = shareKithAndBrowser()

const mail = (n: number, from: string, to: string): string =>
  `From x@x Mon Jan 15 09:0${n}:00 2024\nDate: Mon, 15 Jan 2024 09:0${n}:00 +0000\nFrom: ${from}\nTo: ${to}\nSubject: Harbour plan ${n}\n\nHello\n\n`

/** A mailbox of Ines: what she sent, and what came. */
function mailbox(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kith-undo-'))
  const path = join(folder, 'Sent.mbox')
  const ines = 'Ines Quiroga <ines@faro.example>'
  writeFileSync(
    path,
    mail(1, ines, 'Ada Okoro <ada@okoro.example>') +
      mail(2, 'Ada Okoro <ada@okoro.example>', ines) +
      mail(3, ines, 'Bo Dahl <bo@dahl.example>'),
  )
  return path
}

async function look(page: Page, name: string): Promise<void> {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
}

/** What kith holds, as it says itself. */
async function held(): Promise<{ readonly people: number; readonly interactions: number }> {
  const answer = await fetch(`${shared.kith.url}/api/v1/status`, {
    headers: { authorization: `Bearer ${shared.kith.token}` },
  })
  expect(answer.status).toBe(200)
  const { counts } = (await answer.json()) as {
    readonly counts: { readonly people: number; readonly interactions: number }
  }
  return { people: counts.people, interactions: counts.interactions }
}

test('a mailbox is imported and taken back: everything that it brought is gone', needsBrowser, async () => {
  const { page, errors } = await openPage(shared.browser)
  await page.goto(shared.kith.url)
  await page.getByLabel('Files to import').last().setInputFiles(mailbox())
  await page.getByRole('region', { name: 'Import result' }).waitFor({ timeout: 60_000 })
  expect(await held()).toMatchObject({ interactions: 3 })

  await page.goto(`${shared.kith.url}/import`)
  const take = page.getByRole('button', { name: /^Undo.*Sent\.mbox/ })
  await take.waitFor()
  await look(page, 'import-1280')

  // Asked first; what is kept by default is the import.
  await take.click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await look(page, 'undo-1280')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(await held()).toMatchObject({ interactions: 3 })

  // On a telephone the same, without anything that reaches over the edge.
  await page.setViewportSize({ width: 390, height: 844 })
  await look(page, 'import-390')
  await expect.poll(() => overflow(page)).toBe(0)
  await take.click()
  await dialog.waitFor()
  await look(page, 'undo-390')
  await expect.poll(() => overflow(page)).toBe(0)
  await dialog.getByRole('button', { name: /^Undo/ }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(/^Undone\. Gone are 3 interactions/).waitFor()
  await look(page, 'undone-390')
  expect(await held()).toEqual({ people: 0, interactions: 0 })
  expect(await page.getByText('Sent.mbox').count()).toBe(0)
  expect(errors).toEqual([])
})
