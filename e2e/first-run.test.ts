import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { exportFiles } from '#testing/files.ts'
import { syntheticNetwork } from '#testing/network.ts'
import { needsBrowser } from './browser.ts'
import { openPage, trySample } from './pages.ts'
import { startKith } from './kith.ts'
import { shareKithAndBrowser } from './setup.ts'

const AT = Date.UTC(2026, 0, 1)

const shared = shareKithAndBrowser()

test('first run, sample, overview, quadrant, person', needsBrowser, async () => {
  const { page, errors } = await openPage(shared.browser)
  await page.goto(shared.kith.url)
  await page.getByRole('heading', { level: 1, name: 'What is your network worth?' }).waitFor()
  await trySample(page)

  // Overview: the three pillars, goals with need and shortfall, the one sentence, and the label of the sample.
  expect(await page.getByText('Sample network: invented people').isVisible()).toBe(true)
  const pillars = page.getByRole('region', { name: 'Three pillars' })
  for (const pillar of ['Calibre', 'Relationship', 'Right number'])
    expect(await pillars.getByRole('heading', { name: pillar }).isVisible()).toBe(true)
  const goals = page.getByRole('region', { name: 'Goals' }).getByRole('listitem')
  expect(await goals.filter({ hasText: '15 referrals' }).innerText()).toMatch(/\d contacts? still missing/)
  expect(await page.getByRole('note', { name: 'What holds it back' }).innerText()).toMatch(
    /bottleneck|enough/i,
  )

  // People: the plot opens the person who is clicked.
  await page.getByRole('link', { name: 'People' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
  const plot = page.getByRole('region', { name: 'Calibre and closeness' })
  await plot.waitFor()
  const opened = await clickSomebody(page)
  await page.getByRole('heading', { level: 1, name: opened }).waitFor()
  expect(page.url()).toMatch(/\/people\/\d+$/)

  // Person: every score opens into its evidence.
  const scores = page.getByRole('region', { name: 'Scores and their evidence' })
  await scores.getByRole('button', { name: /Closeness/ }).click()
  await scores.getByText('Days since the last contact').first().waitFor()
  await scores.getByRole('button', { name: /Calibre/ }).click()
  await scores
    .getByText(/Influence in/)
    .first()
    .waitFor()

  // Back leads to the list, and the sample is labelled on every screen.
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
  expect(await page.getByText('Sample network: invented people').isVisible()).toBe(true)
  expect(errors).toEqual([])
})

/** Moves over the plot until a name shows, clicks there, and returns the name. */
async function clickSomebody(page: Page): Promise<string> {
  const canvas = page.getByRole('region', { name: 'Calibre and closeness' }).locator('canvas').first()
  await canvas.waitFor()
  await canvas.scrollIntoViewIfNeeded()
  const box = await canvas.boundingBox()
  if (box === null) throw new Error('the plot is not on screen')
  for (let x = 0.5; x < 0.98; x += 0.02)
    for (let y = 0.2; y < 0.7; y += 0.04) {
      await page.mouse.move(box.x + x * box.width, box.y + y * box.height)
      const tip = page.locator('.quadrant-tip strong')
      if ((await tip.count()) === 0) continue
      const name = (await tip.textContent()) ?? ''
      await page.mouse.click(box.x + x * box.width, box.y + y * box.height)
      return name
    }
  throw new Error('nobody in the plot answered the pointer')
}

test('first run, drop a mailbox, progress, people', needsBrowser, async () => {
  const own = await startKith()
  try {
    const folder = mkdtempSync(join(tmpdir(), 'kith-drop-'))
    const network = syntheticNetwork({ seed: 7, at: AT, contacts: 120, interactions: 1_500 })
    const paths = exportFiles(network)
      .filter((file) => file.path.startsWith('mail/'))
      .map((file) => {
        const path = join(folder, file.path.replace('/', '-'))
        writeFileSync(path, file.text)
        return path
      })
    writeFileSync(join(folder, 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))
    const { page, errors } = await openPage(shared.browser)
    await page.goto(own.url)
    await page
      .getByLabel('Files to import')
      .last()
      .setInputFiles([...paths, join(folder, 'picture.png')])
    const result = page.getByRole('region', { name: 'Import result' })
    await result.waitFor({ timeout: 60_000 })
    expect(await result.innerText()).toMatch(/new interactions/)
    await result.getByText('What was skipped, and why').click()
    expect(await result.innerText()).toMatch(/No importer reads this/)
    const me = page.getByRole('region', { name: 'Is this you?' })
    expect(await me.innerText()).toContain('robin@ashdale-advisory.example')
    await me.getByRole('button', { name: 'Yes, this is me' }).click()
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor({ timeout: 30_000 })
    await page.getByRole('link', { name: 'People' }).first().click()
    const rows = page.getByRole('table', { name: 'People' }).getByRole('row')
    await rows.nth(3).waitFor()
    expect(await page.getByText('Sample network').count()).toBe(0)
    expect(errors).toEqual([])
  } finally {
    await own.stop()
  }
})
