import type { Page, Request } from 'playwright-core'

/** What a visit of a screen took, in milliseconds from asking for it. */
export type Visit = {
  readonly screen: string
  /** Its heading, a skeleton or a sentence: what tells the user that the click was heard. */
  readonly heard: number
  /** Its heading and at least one part with its data. */
  readonly first: number
  /** Nothing is still to come. */
  readonly whole: number
  readonly asked: readonly Asked[]
}

/** A question to kith while the screen came: when it was asked, and how long the answer took. */
export type Asked = {
  readonly path: string
  readonly at: number
  readonly took: number
  readonly bytes: number
}

/** The screens that the menu leads to. */
export const screens = [
  '/',
  '/people',
  '/plan',
  '/organisations',
  '/worth',
  '/discover',
  '/topics',
  '/outcomes',
  '/map',
  '/lists',
  '/review',
  '/backtest',
  '/import',
  '/accounts',
  '/settings',
] as const

type Marks = { heard: number | null; first: number | null; whole: number | null }

/** Notes in the page when a screen is heard of, has its first content, and is whole; the clock starts with the click. */
const watch = (page: Page, to: string): Promise<void> =>
  page.evaluate((path) => {
    const marks: Marks = { heard: null, first: null, whole: null }
    Object.assign(globalThis, { marks })
    const before = document.querySelector('main')?.firstElementChild ?? null
    const began = performance.now()
    const look = (): void => {
      const main = document.querySelector('main')
      const now = performance.now() - began
      const other = main?.firstElementChild !== before || location.pathname === path
      if (main && other && main.firstElementChild !== before && main.firstElementChild !== null) {
        marks.heard ??= now
        const heading = main.querySelector('h1')
        const coming = main.querySelector('.mantine-Skeleton-root, [aria-busy="true"]') !== null
        if (heading && (main.textContent ?? '').length > (heading.textContent ?? '').length)
          marks.first ??= now
        if (heading && !coming) marks.whole ??= now
        if (coming) marks.whole = null
      }
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    history.pushState(null, '', path)
  }, to)

/** Goes to a screen inside the app, as its links do, and waits until nothing is still to come. */
export async function visit(page: Page, screen: string, patienceMs: number): Promise<Visit> {
  const began = Date.now()
  const requests = new Map<Request, number>()
  const asked: Asked[] = []
  const onRequest = (request: Request): void => {
    if (request.url().includes('/api/v1/')) requests.set(request, Date.now() - began)
  }
  const onDone = (request: Request): void => {
    const at = requests.get(request)
    if (at === undefined) return
    const { pathname, search } = new URL(request.url())
    asked.push({
      path: `${request.method()} ${pathname.replace('/api/v1', '')}${search}`,
      at,
      took: Date.now() - began - at,
      bytes: 0,
    })
  }
  page.on('request', onRequest).on('requestfinished', onDone).on('requestfailed', onDone)
  try {
    await watch(page, screen)
    await page.waitForFunction(
      () => (globalThis as unknown as { marks: Marks }).marks.whole !== null,
      undefined,
      { timeout: patienceMs },
    )
    // What comes a moment later belongs to it, too.
    await page.waitForTimeout(300)
    const marks = await page.evaluate(() => (globalThis as unknown as { marks: Marks }).marks)
    const known = (value: number | null): number => value ?? Number.NaN
    return { screen, heard: known(marks.heard), first: known(marks.first), whole: known(marks.whole), asked }
  } finally {
    page.off('request', onRequest).off('requestfinished', onDone).off('requestfailed', onDone)
  }
}
