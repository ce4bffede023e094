/** `node bench/main.ts web [people…] [--json]`: the web app in Chromium on a large database. */
import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Page } from 'playwright-core'
import { seededRng } from '#core/stats/rng.ts'
import { launchBrowser } from '../e2e/browser.ts'
import { kithCommand, startKith } from '../e2e/kith.ts'
import { BenchError } from './bench.ts'
import type { Bench } from './bench.ts'
import { tableLines } from './table.ts'
import { fullFrame, serveLargeMap } from './web-map.ts'

const PEOPLE = 30_000
/** A million interactions for thirty thousand people. */
const EXCHANGES_EACH = 33
const AT = Date.UTC(2026, 0, 1)
const YEARS_MS = 3 * 365 * 86_400_000
const ORGANISATIONS = 900
/** As far as a brisk turn of the wheel goes in that time: about 110 rows a second. */
const SCROLL_PX = 18_000
/** Long enough to be steady. */
const SCROLL_MS = 3_000

type Row = { readonly screen: string; readonly what: string; readonly value: number; readonly unit: string }

/** Exchanges of one owner with many, a few of whom have most of them, by organisation: an events file, line by line. */
function* events(people: number): Iterable<string> {
  const random = seededRng(1)
  yield 'at,from,to,channel\n'
  for (let i = 0; i < people * EXCHANGES_EACH; i++) {
    // Everybody once, the rest by a power of chance: most ties are quiet.
    const person = i < people ? i : Math.floor(people * random() ** 3)
    const at = new Date(AT - Math.floor(random() * YEARS_MS)).toISOString()
    const address = (of: number): string => `p${of % people}@org${of % ORGANISATIONS}.example`
    // Some letters go to two colleagues as well: what the map draws are the ties among others.
    const copied = random() < 0.3 ? [1, 2].map((step) => `;${address(person + step * ORGANISATIONS)}`) : []
    yield random() < 0.5
      ? `${at},me@self.example,${address(person)}${copied.join('')},mail\n`
      : `${at},${address(person)},me@self.example${copied.join('')},mail\n`
  }
}

/** Frames a second while something moves for a while, by the browser's own count. */
const framesDuring = async (page: Page, move: (share: number) => Promise<void>): Promise<number> => {
  await page.evaluate(() => {
    const counted = globalThis as unknown as { frames: number }
    counted.frames = 0
    const tick = (): void => {
      counted.frames += 1
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  const began = performance.now()
  for (let passed = 0; passed < SCROLL_MS; passed = performance.now() - began) await move(passed / SCROLL_MS)
  const frames = await page.evaluate(() => (globalThis as unknown as { frames: number }).frames)
  return (frames * 1000) / (performance.now() - began)
}

/** From asking for the page to its first content, and to the screen's own data, in milliseconds. */
async function loadTimes(
  page: Page,
  url: string,
  ready: string,
): Promise<[first: number, interactive: number]> {
  const began = performance.now()
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator(ready).first().waitFor({ timeout: 120_000 })
  const interactive = performance.now() - began
  const first = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  )
  return [first, interactive]
}

/** How long kith may take to lay a large network out before the map is looked at. */
const STUDY_MS = 600_000

/** Measures one after the other; `rows` gets each as it is known, so that a failure later loses none. */
async function measure(people: number, rows: Row[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-bench-web-'))
  const db = join(folder, 'kith.db')
  try {
    const file = join(folder, 'events.csv')
    await pipeline(Readable.from(events(people)), createWriteStream(file))
    const told = spawnSync(kithCommand, ['import', file, '--me', 'me@self.example', '--db', db, '--quiet'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    })
    if (told.status !== 0)
      throw new BenchError('The large database could not be made; kith import says why above.')
    const kith = await startKith({ db })
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      for (const [screen, path, ready] of [
        ['overview', '/', '[aria-label="Three pillars"]'],
        ['overview, again', '/', '[aria-label="Three pillars"]'],
        ['people', '/people', '.people-row a'],
      ] as const) {
        const [first, interactive] = await loadTimes(page, kith.url + path, ready)
        rows.push({ screen, what: 'first content', value: first, unit: 'ms' })
        rows.push({ screen, what: 'interactive', value: interactive, unit: 'ms' })
      }
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      const scrolled = await framesDuring(page, async (share) => {
        await page.evaluate((to) => window.scrollTo(0, to), Math.min(height, share * SCROLL_PX))
      })
      rows.push({ screen: 'people', what: 'scrolling', value: scrolled, unit: 'frames/s' })
      const began = performance.now()
      const studied = await fetch(`${kith.url}/api/v1/study`, {
        method: 'POST',
        headers: { authorization: `Bearer ${kith.token}`, 'content-type': 'application/json' },
        body: '{}',
        signal: AbortSignal.timeout(STUDY_MS),
      })
      if (!studied.ok) throw new BenchError(`The network could not be laid out: ${await studied.text()}`)
      rows.push({ screen: 'map', what: 'laid out, once', value: performance.now() - began, unit: 'ms' })
      const [, drawn] = await loadTimes(page, `${kith.url}/map`, '.map-canvas canvas')
      rows.push({ screen: 'map', what: 'drawn', value: drawn, unit: 'ms' })
      await serveLargeMap(page)
      await page.goto(`${kith.url}/map`)
      await page.locator('.map-canvas canvas').first().waitFor({ timeout: 120_000 })
      await page.waitForTimeout(3_000)
      const full = await fullFrame(page)
      rows.push({ screen: 'map of 20,000', what: 'full frame', value: full, unit: 'ms' })
      const box = await page.locator('.map-canvas').boundingBox()
      if (box !== null) {
        await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
        await page.mouse.down()
        const panned = await framesDuring(page, (share) =>
          page.mouse.move(box.x + box.width * (0.5 + 0.3 * Math.sin(share * 12)), box.y + box.height / 2),
        )
        await page.mouse.up()
        rows.push({ screen: 'map of 20,000', what: 'panning', value: panned, unit: 'frames/s' })
        rows.push({
          screen: 'map of 20,000',
          what: 'full frame by moving frame',
          value: (full * panned) / 1000,
          unit: 'times',
        })
      }
    } finally {
      await browser.close()
      await kith.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function print(people: number, rows: readonly Row[], json: boolean): void {
  if (json) {
    for (const row of rows) console.log(JSON.stringify({ bench: 'web', people, ...row }))
    return
  }
  const body = rows.map((row) => [row.screen, row.what, row.value.toFixed(0), row.unit])
  for (const line of tableLines(
    [`web, ${people.toLocaleString('en')} people`, 'what', 'value', 'unit'],
    body,
  ))
    console.log(line)
}

/** The number of people that a word of the command line asks for. */
function asNumber(part: string): number {
  const people = Number(part)
  if (Number.isInteger(people) && people > 0) return people
  throw new BenchError(`${part} is no number of people; write for example: npm run bench -- web 5000`)
}

export const webBench: Bench = {
  name: 'web',
  summary: `the web app in Chromium on ${PEOPLE.toLocaleString('en')} people (or as many as you say): first content, table, map`,
  async run({ json, parts }) {
    for (const people of parts.length === 0 ? [PEOPLE] : parts.map(asNumber)) {
      const rows: Row[] = []
      try {
        await measure(people, rows)
      } finally {
        print(people, rows, json)
      }
    }
  },
}
