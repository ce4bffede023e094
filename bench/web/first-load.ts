import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'

/** What a first load took, in milliseconds from asking for the page. */
export type FirstLoad = {
  /** Something of kith is on screen: the ways around and where the screen will be, as the server sends them. */
  readonly frame: number
  /** The overview's own figures are on screen: what the network is worth, in the three pillars. */
  readonly content: number
  /** Nothing is still to come. */
  readonly whole: number
  /** Scripts that came before the content, gzipped, in bytes. */
  readonly scripts: number
}

type Marks = { content: number; whole: number }

/** Notes in the page when its content, and all of it, was painted. Runs before anything of the page does. */
const watch = (): void => {
  const marks: Marks = { content: Number.NaN, whole: Number.NaN }
  Object.assign(globalThis, { marks })
  // A frame's callback comes before it is painted, a task after it.
  const note = (mark: keyof Marks): void => {
    setTimeout(() => (marks[mark] = performance.now()))
  }
  const look = (): void => {
    const content = document.querySelector('[aria-label="Three pillars"]') !== null
    const whole = content && document.querySelector('main .mantine-Skeleton-root') === null
    if (content && Number.isNaN(marks.content)) note('content')
    if (whole) note('whole')
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Opens the overview in a page that has opened nothing yet, or loads it again there. */
export async function firstLoad(page: Page, url: string, again: boolean): Promise<FirstLoad> {
  const scripts: { readonly url: string; readonly size: Promise<number> }[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('.js'))
      scripts.push({
        url: response.url(),
        // What still comes when the page is left, for later screens, is not asked for below.
        size: response.body().then(
          (body) => gzipSync(body).length,
          () => 0,
        ),
      })
  })
  if (again) await page.reload({ waitUntil: 'commit' })
  else {
    await page.addInitScript(watch)
    await page.goto(url, { waitUntil: 'commit' })
  }
  await page.waitForFunction(
    () => !Number.isNaN((globalThis as unknown as { marks: Marks }).marks.whole),
    undefined,
    { timeout: 120_000 },
  )
  const { frame, content, whole, needed } = await page.evaluate(() => {
    const { marks } = globalThis as unknown as { marks: Marks }
    return {
      ...marks,
      frame: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      needed: (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ startTime }) => startTime < marks.content)
        .map(({ name }) => name),
    }
  })
  const sizes = await Promise.all(scripts.filter((each) => needed.includes(each.url)).map(({ size }) => size))
  page.removeAllListeners('response')
  return { frame, content, whole, scripts: sizes.reduce((sum, size) => sum + size, 0) }
}
