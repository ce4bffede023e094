import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Dovecot, dovecotIsHere, startDovecot } from '../src/connectors/testing/dovecot.ts'
import { messages } from '../src/connectors/testing/messages.ts'
import { launchBrowser, needsBrowser } from './browser.ts'
import { type RunningKith, startKith } from './kith.ts'
import { openPage, violations } from './pages.ts'

if (!dovecotIsHere)
  process.stderr.write(
    'No Dovecot here: connecting a mailbox on screen is not tested. Install dovecot-imapd.\n',
  )

describe.skipIf(!dovecotIsHere)('accounts (skipped where there is no Dovecot)', () => {
  let folder: string
  let browser: Browser
  let kith: RunningKith
  let dovecot: Dovecot

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kith-accounts-'))
    dovecot = await startDovecot()
    dovecot.deliver('INBOX', messages(120))
    kith = await startKith({
      db: join(folder, 'kith.db'),
      env: { KITH_SECRETS: join(folder, 'secrets.json') },
    })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await kith?.stop()
    await dovecot?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('a mailbox is connected, read, and disconnected with what it brought', needsBrowser, async () => {
    const { page, errors } = await openPage(browser)
    await page.goto(`${kith.url}/accounts`)
    await page.getByText('No account is connected').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByLabel('Your address').fill(dovecot.user)
    await page.getByLabel('Server', { exact: true }).fill(dovecot.server)
    await page.getByLabel('Password or app password').fill('wrong')
    await page.getByRole('button', { name: 'More choices' }).click()
    await page.getByLabel('Without encryption').check()
    await page.getByRole('button', { name: 'Connect', exact: true }).click()
    await page.getByRole('alert').getByText('refuses to let jane@acme.example in').waitFor()
    await page.getByLabel('Password or app password').fill(dovecot.password)
    await page.getByRole('button', { name: 'Connect', exact: true }).click()
    // Read at once, by itself.
    const list = page.getByRole('region', { name: 'Connected' })
    await list.getByText(/Last read: (?!not yet)/).waitFor()
    expect(await violations(page)).toEqual([])
    const people = (await (
      await fetch(`${kith.url}/api/v1/people`, { headers: { authorization: `Bearer ${kith.token}` } })
    ).json()) as { total: number }
    expect(people.total).toBe(40)
    await list.getByRole('button', { name: /^Disconnect/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Also take back what only this account brought').check()
    await dialog.getByRole('button', { name: 'Disconnect' }).click()
    await page.getByText('No account is connected').waitFor()
    const none = (await (
      await fetch(`${kith.url}/api/v1/people`, { headers: { authorization: `Bearer ${kith.token}` } })
    ).json()) as { total: number }
    expect(none.total).toBe(0)
    // The refused connection is an answer of the server that browsers note.
    expect(errors.filter((error) => !error.includes('403'))).toEqual([])
  })
})
