import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, needsBrowser } from './browser.ts'
import { kithCommand, type RunningKith, startKith } from './kith.ts'

const card = (name: string, lines: readonly string[]): string =>
  ['BEGIN:VCARD', 'VERSION:3.0', `FN:${name}`, ...lines, 'END:VCARD', ''].join('\r\n')

/** Two pairs that may be one person each, and one that surely is. */
const cards = [
  card('Tamsin Thackray', ['EMAIL:tamsin.thackray@quarrybridge.example', 'ORG:Quarrybridge', 'TITLE:Editor']),
  card('T. Thackray', ['EMAIL:tthackray@quarrybridge.example', 'ORG:Quarrybridge', 'TITLE:Editor']),
  card('Percy Oakshott', ['EMAIL:percy.oakshott@umbervale.example', 'ORG:Umbervale']),
  card('Percy Oakshot', ['EMAIL:poakshot@umbervale.example', 'ORG:Umbervale']),
  card('Morag Llewellyn', ['EMAIL:morag.llewellyn@ternpoint.example', 'TEL:+49301234567', 'ORG:Ternpoint']),
  card('Morag Llewellyn', ['EMAIL:bluefox77@gmail.com', 'TEL:+49301234567', 'ORG:Ternpoint']),
].join('')

let folder: string
let browser: Browser
let kith: RunningKith

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kith-review-'))
  const db = join(mkdtempSync(join(tmpdir(), 'kith-review-db-')), 'kith.db')
  writeFileSync(join(folder, 'cards.vcf'), cards)
  execFileSync(kithCommand, [
    'import',
    join(folder, 'cards.vcf'),
    '--me',
    'me@home.example',
    '--db',
    db,
    '--quiet',
  ])
  kith = await startKith({ db })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await kith?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('pairs are decided by keyboard alone, and each decision can be taken back', needsBrowser, async () => {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 1000 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(kith.url)
  page.setDefaultTimeout(90_000)
  await page.getByRole('navigation').first().waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await page.getByRole('heading', { level: 1, name: 'Same person?' }).waitFor()
  const left = (text: string): Promise<void> => page.getByText(text, { exact: true }).waitFor()
  const pair = page.getByRole('article')
  await left('2 pairs to decide')
  // Who surely is one person was merged without a question.
  expect(await page.getByRole('region', { name: 'Merges and splits so far' }).innerText()).toContain(
    'Morag Llewellyn',
  )
  const first = await pair.getAttribute('aria-label')
  expect(await pair.innerText()).toMatch(/the same organisation/)
  const shots = process.env['KITH_SHOTS']
  if (shots !== undefined) {
    mkdirSync(shots, { recursive: true })
    await page.screenshot({ path: join(shots, 'review.png'), fullPage: true })
  }
  // There and back among the pairs.
  await page.keyboard.press('j')
  await expect.poll(() => pair.getAttribute('aria-label')).not.toBe(first)
  await page.keyboard.press('k')
  await expect.poll(() => pair.getAttribute('aria-label')).toBe(first)
  // The same; taken back; the same again.
  await page.keyboard.press('m')
  await left('1 pair to decide')
  await page.keyboard.press('u')
  await page.getByText('taken back', { exact: true }).first().waitFor()
  await left('2 pairs to decide')
  // Not the same, twice: nothing is left to decide. A key pressed while a decision is on its way does nothing.
  await expect
    .poll(
      async () => {
        await page.keyboard.press('n')
        return await page.getByText('Nothing to decide', { exact: true }).count()
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(1)
  if (shots !== undefined) await page.screenshot({ path: join(shots, 'review-empty.png'), fullPage: true })
  // By tab and enter a merge that kith made is taken back.
  const takeBack = page.getByRole('button', { name: /Take edit 1 back/ })
  await takeBack.focus()
  await page.keyboard.press('Enter')
  await expect
    .poll(() => page.getByText('taken back', { exact: true }).count(), { timeout: 30_000 })
    .toBeGreaterThanOrEqual(2)
  if (shots !== undefined) {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.screenshot({ path: join(shots, 'review-narrow.png'), fullPage: true })
  }
  expect(errors).toEqual([])
  await page.close()
})
