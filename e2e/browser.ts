import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './chromium.ts'

const found = await findChromium()
const missing = 'missing' in found ? found.missing : null
const isCi = process.env['CI'] !== undefined

if (missing !== null && !isCi) process.stderr.write(`Browser tests are skipped. ${missing}\n`)

/**
 * Options of a test that needs a browser, as in `test('…', needsBrowser, async () => …)`: without a browser it fails
 * in CI, and is skipped, with a sentence, elsewhere.
 */
export const needsBrowser = { skip: missing !== null && !isCi }

/**
 * Starts a headless browser that talks to nobody but the page under test. The caller closes it.
 * Throws the sentence that says what to install where there is none.
 */
export function launchBrowser(): Promise<Browser> {
  if ('missing' in found) throw new Error(found.missing)
  return chromium.launch({
    executablePath: found.path,
    // As root Chromium refuses its own sandbox; the pages are ours.
    chromiumSandbox: false,
    args: [
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // WebGL without a graphics card, for the map of the network.
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
    ],
  })
}
