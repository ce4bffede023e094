/** `node bench/main.ts web [people…] [--json]`: the web app in Chromium on a large database. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../e2e/browser.ts'
import { type RunningKith, startKith } from '../e2e/kith.ts'
import { BenchError } from './bench.ts'
import type { Bench } from './bench.ts'
import { tableLines } from './table.ts'
import { makeDatabase } from './web/database.ts'
import { firstLoad } from './web/first-load.ts'
import { pressAll } from './web/controls.ts'
import { framesDuring, framesScrolling } from './web/frames.ts'
import { fullFrame, serveLargeMap } from './web/map.ts'
import { type Asked, screens, visit } from './web/visits.ts'

const PEOPLE = 30_000
/** A million interactions for thirty thousand people. */
const EXCHANGES_EACH = 33
/** The longest table that has to stay smooth, and enough exchanges to have each of them in it. */
const LONG_TABLE = 50_000
const EXCHANGES_OF_LONG_TABLE = 2
/** As far as a brisk turn of the wheel goes in the time: about 110 rows a second. */
const SCROLL_PX = 18_000
/** How long kith may take to study a large network before the screens are looked at. */
const STUDY_MS = 300_000
/** Answers that took at least so long are told of one by one. */
const SLOW_MS = 100

type Row = { readonly screen: string; readonly what: string; readonly value: number; readonly unit: string }
type Tell = (screen: string, what: string, value: number, unit?: string) => void

const openPage = (browser: Browser): Promise<Page> =>
  browser.newPage({ viewport: { width: 1280, height: 900 } })

/** Loads the overview in new pages of one browser, then once more in the last: cold, warm, and with all at hand. */
async function firstLoads(browser: Browser, url: string, tell: Tell): Promise<Page> {
  const load = async (page: Page, screen: string, again = false): Promise<void> => {
    const { frame, content, whole, scripts } = await firstLoad(page, url, again)
    tell(screen, 'frame on screen', frame)
    tell(screen, 'first content: its own figures', content)
    tell(screen, 'whole', whole)
    tell(screen, 'scripts before it, gzipped', scripts / 1000, 'kB')
  }
  const cold = await openPage(browser)
  await load(cold, 'overview, cold')
  await cold.close()
  const page = await openPage(browser)
  await load(page, 'overview, server warm')
  await load(page, 'overview, loaded again', true)
  return page
}

/** Each screen twice, from the overview and back. */
async function visits(page: Page, tell: Tell): Promise<void> {
  for (const screen of screens)
    for (const time of ['first visit', 'second visit']) {
      const { marked, heard, whole, asked } = await visit(page, screen)
      tell(screen, `${time}, way to it marked`, marked)
      tell(screen, `${time}, heard`, heard)
      tell(screen, `${time}, whole`, whole)
      for (const each of asked.filter(({ took }) => took >= SLOW_MS))
        tell(screen, questionOf(each), each.took)
      await visit(page, '/')
    }
}

const questionOf = ({ question, at }: Asked): string =>
  `  ${question.replace(/\?.*/, '')}, asked at ${at.toFixed(0)} ms`

/** Has kith make its studies, as it does by itself when nobody asks for anything. */
async function study({ url, token }: RunningKith, tell: Tell): Promise<void> {
  const began = performance.now()
  const studied = await fetch(`${url}/api/v1/study`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
    signal: AbortSignal.timeout(STUDY_MS),
  })
  if (!studied.ok) throw new BenchError(`The network could not be studied: ${await studied.text()}`)
  tell('study of the network', 'once, nobody waits', performance.now() - began)
}

async function largeMap(page: Page, url: string, tell: Tell): Promise<void> {
  await serveLargeMap(page)
  await page.goto(`${url}/map`)
  await page.locator('.map-canvas canvas').first().waitFor({ timeout: 120_000 })
  await page.waitForTimeout(3_000)
  const full = await fullFrame(page)
  tell('map of 20,000', 'full frame', full)
  const box = await page.locator('.map-canvas').boundingBox()
  if (box === null) throw new BenchError('The map has no place on the page.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  const { framesPerSecond } = await framesDuring(page, (share) =>
    page.mouse.move(box.x + box.width * (0.5 + 0.3 * Math.sin(share * 12)), box.y + box.height / 2),
  )
  await page.mouse.up()
  tell('map of 20,000', 'panning', framesPerSecond, 'frames/s')
  tell('map of 20,000', 'full frame by moving frame', (full * framesPerSecond) / 1000, 'times')
}

/** From a click in the page until something holds there, in milliseconds. */
async function clickUntil(page: Page, selector: string, holds: string): Promise<number> {
  const began = page.evaluate(
    ([target, condition]) =>
      new Promise<number>((resolve, reject) => {
        const element = document.querySelector<HTMLElement>(target)
        if (element === null) return reject(new Error(`There is no ${target} on this page.`))
        const at = performance.now()
        const look = (): void => {
          if (document.querySelector(condition) === null) requestAnimationFrame(look)
          else resolve(performance.now() - at)
        }
        element.click()
        requestAnimationFrame(look)
      }),
    [selector, holds] as const,
  )
  return await began
}

/** The table of everybody: scrolling, sorting, choosing all, narrowing. */
async function longTable(page: Page, url: string, tell: Tell): Promise<void> {
  const screen = `table of ${LONG_TABLE.toLocaleString('en')}`
  const drawn = '.people-row[data-index="0"] a'
  await page.goto(`${url}/people`)
  await page.locator(drawn).waitFor({ timeout: 120_000 })
  await page.waitForFunction(() => document.querySelector('main .mantine-Skeleton-root') === null)
  for (const what of ['scrolling', 'scrolling back']) {
    const { framesPerSecond, longestMs } = await framesScrolling(
      page,
      what === 'scrolling' ? SCROLL_PX : -SCROLL_PX,
    )
    tell(screen, what, framesPerSecond, 'frames/s')
    tell(screen, `${what}, longest frame`, longestMs)
  }
  const sorted = '.people-name-column[aria-sort="ascending"]'
  tell(
    screen,
    'sorted by name',
    await clickUntil(page, '.people-name-column .people-sort', `:has(${sorted}) ${drawn}`),
  )
  const all = '.people-table thead input[type="checkbox"]'
  tell(screen, 'all chosen', await clickUntil(page, all, `${all}:checked`))
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.fill('input[type="search"]', 'p4999')
  const typed = performance.now()
  await page.waitForFunction(
    (row) => document.querySelector(row)?.textContent?.startsWith('p4999') === true,
    drawn,
  )
  tell(screen, 'found by typing, with the pause after it', performance.now() - typed)
}

/** Measures one after the other; `tell` gets each as it is known, so that a failure later loses none. */
async function measure(people: number, tell: Tell): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-bench-web-'))
  const browser = await launchBrowser()
  const withKith = async (db: string, work: (kith: RunningKith) => Promise<void>): Promise<void> => {
    const kith = await startKith({ db })
    try {
      await work(kith)
    } finally {
      await kith.stop()
    }
  }
  try {
    await withKith(await makeDatabase(folder, people, EXCHANGES_EACH), async (kith) => {
      const page = await firstLoads(browser, kith.url, tell)
      await study(kith, tell)
      await visits(page, tell)
      await pressAll(page, (what, took) => tell('pressed', what, took))
      await largeMap(page, kith.url, tell)
    })
    await withKith(await makeDatabase(folder, LONG_TABLE, EXCHANGES_OF_LONG_TABLE), async (kith) =>
      longTable(await openPage(browser), kith.url, tell),
    )
  } finally {
    await browser.close()
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
  summary: `the web app in Chromium on ${PEOPLE.toLocaleString('en')} people (or as many as you say): first content, every screen twice, table, map`,
  async run({ json, parts }) {
    for (const people of parts.length === 0 ? [PEOPLE] : parts.map(asNumber)) {
      const rows: Row[] = []
      try {
        await measure(people, (screen, what, value, unit = 'ms') => rows.push({ screen, what, value, unit }))
      } finally {
        print(people, rows, json)
      }
    }
  },
}
