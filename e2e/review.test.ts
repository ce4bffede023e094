import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { needsBrowser } from './browser.ts'
import { openPage, overflow, violations } from './pages.ts'
import { shareImport } from './setup.ts'

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
  card('Accounts Department', ['EMAIL:acc@umbervale.example', 'ORG:Umbervale']),
].join('')

const shared = shareImport('cards.vcf', cards, 'me@home.example')

test.each([{ dark: false }, { dark: true }])(
  'on a narrow screen the pair fits, by day and by night: %j',
  needsBrowser,
  async ({ dark }) => {
    const { page, errors, context } = await openPage(shared.browser, { width: 390, dark })
    await page.goto(`${shared.kith.url}/review`)
    await page.getByRole('heading', { level: 1, name: 'Same person?' }).waitFor()
    await page.getByText('2 pairs to decide', { exact: true }).waitFor()
    await page.getByRole('region', { name: 'Merges and splits so far' }).waitFor()
    expect(await overflow(page)).toBe(0)
    expect(await violations(page)).toEqual([])
    const shots = process.env['KITH_SHOTS']
    if (shots !== undefined)
      await page.screenshot({
        path: join(shots, `review-narrow${dark ? '-dark' : ''}.png`),
        fullPage: true,
      })
    expect(errors).toEqual([])
    await context.close()
  },
)

test('pairs are decided by keyboard alone, and each decision can be taken back', needsBrowser, async () => {
  const { page, errors } = await openPage(shared.browser)
  await page.goto(shared.kith.url)
  page.setDefaultTimeout(60_000)
  // The frame of the page hears no keys yet.
  await page.locator('.frame').waitFor({ state: 'detached' })
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await page.getByRole('heading', { level: 1, name: 'Same person?' }).waitFor()
  const left = (text: string): Promise<void> => page.getByText(text, { exact: true }).waitFor()
  const pair = page.getByRole('article')
  /** Keys do nothing while a decision is on its way. */
  const ready = async (): Promise<void> => {
    const same = page.getByRole('button', { name: 'Same person', exact: true })
    await expect.poll(() => same.isEnabled(), { timeout: 60_000 }).toBe(true)
  }
  const shots = process.env['KITH_SHOTS']
  const picture = async (name: string): Promise<void> => {
    if (shots === undefined) return
    mkdirSync(shots, { recursive: true })
    await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
  }
  await left('2 pairs to decide')
  // Who surely is one person was merged without a question.
  const journal = page.getByRole('region', { name: 'Merges and splits so far' })
  await journal.getByText('Morag Llewellyn').first().waitFor()
  const first = await pair.getAttribute('aria-label')
  // Side by side, with what agrees and by how much it makes one person likelier.
  expect(await pair.innerText()).toMatch(/the same organisation\s+one person: [\d.,]+ times as likely/)
  expect(await violations(page)).toEqual([])
  await picture('review')
  // There and back among the pairs.
  await page.keyboard.press('j')
  await expect.poll(() => pair.getAttribute('aria-label')).not.toBe(first)
  await page.keyboard.press('k')
  await expect.poll(() => pair.getAttribute('aria-label')).toBe(first)
  // The same; taken back.
  await ready()
  await page.keyboard.press('m')
  await left('1 pair to decide')
  await page.keyboard.press('u')
  await page.getByText('taken back', { exact: true }).first().waitFor()
  await left('2 pairs to decide')
  // On the way to another screen nothing is decided, though `m` merges here.
  await ready()
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await page.getByRole('heading', { level: 1, name: 'Map' }).waitFor()
  // While the map is being drawn, the second key may come too late for the first.
  const back = page.getByRole('heading', { level: 1, name: 'Same person?' })
  const goBack = async (): Promise<boolean> => {
    await page.keyboard.press('g')
    await page.keyboard.press('r')
    return back.isVisible()
  }
  await expect.poll(goBack, { timeout: 60_000 }).toBe(true)
  await left('2 pairs to decide')
  // Not the same, twice: nothing is left to decide.
  await ready()
  await page.keyboard.press('n')
  await left('1 pair to decide')
  await ready()
  await page.keyboard.press('n')
  await left('Nothing to decide')
  await picture('review-empty')
  // By tab and enter a merge that kith made is taken back.
  const takeBack = page.getByRole('button', { name: 'Undo: take edit 1 back' })
  await takeBack.focus()
  await page.keyboard.press('Enter')
  await takeBack.waitFor({ state: 'detached' })
  expect(errors).toEqual([])
})
