import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from './browser.ts'
import { kithCommand, type RunningKith, startKith, type StartOptions } from './kith.ts'
import { openPage, trySample } from './pages.ts'

/** What the tests of one file share: a browser, and a kith with a database of its own. */
export type Shared = { readonly browser: Browser; readonly kith: RunningKith }

/** Starts both before the first test of the file that calls it, and ends both after the last. Read them in tests. */
export function shareKithAndBrowser(options: StartOptions = {}): Shared {
  let browser: Browser | undefined
  let kith: RunningKith | undefined
  beforeAll(async () => {
    kith = await startKith(options)
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await kith?.stop()
  })
  const started = <Value>(value: Value | undefined): Value => {
    if (value === undefined)
      throw new Error('kith and the browser are started before the first test, not yet')
    return value
  }
  return {
    get browser() {
      return started(browser)
    },
    get kith() {
      return started(kith)
    },
  }
}

/** The same, with the sample network built once for all tests of the file: `openSample` opens it. */
export function shareSample(): Shared {
  const shared = shareKithAndBrowser()
  beforeAll(async () => {
    const { page, context } = await openPage(shared.browser)
    await page.goto(shared.kith.url)
    await trySample(page)
    await context.close()
  })
  return shared
}

/** The same, with a database into which one file of this name and text was imported. */
export function shareImport(name: string, text: string, me: string): Shared {
  const folder = mkdtempSync(join(tmpdir(), 'kith-e2e-import-'))
  const db = join(folder, 'kith.db')
  beforeAll(() => {
    const file = join(folder, name)
    writeFileSync(file, text)
    execFileSync(kithCommand, ['import', file, '--me', me, '--db', db, '--quiet'])
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return shareKithAndBrowser({ db })
}
