import type { Page, Request } from 'playwright-core'

/** What a visit of a screen took, in milliseconds from the click on its link. */
export type Visit = {
  /** Its entry among the ways around is marked. */
  readonly marked: number
  /** The screen answers: its heading, or what stands where it will be. */
  readonly heard: number
  /** Its heading and anything under it. */
  readonly first: number
  /** Nothing is still to come. */
  readonly whole: number
  readonly asked: readonly Asked[]
}

/** A question to kith while the screen came: when it was asked, and how long the answer took. */
export type Asked = { readonly question: string; readonly at: number; readonly took: number }

/** The screens that the menu leads to, but for the overview, which is opened first. */
export const screens = [
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

const PATIENCE_MS = 60_000
/** What comes a moment later belongs to the visit, too. */
const REST_MS = 200

type Marks = { marked: number; heard: number; first: number; whole: number }

/** Clicks on the way to a screen, and notes in the page when that is marked, the screen is heard, has content, is whole. */
const watch = (page: Page, to: string): Promise<void> =>
  page.evaluate((path) => {
    const marks: Marks = { marked: Number.NaN, heard: Number.NaN, first: Number.NaN, whole: Number.NaN }
    Object.assign(globalThis, { marks })
    const shown = (): Element | null => document.querySelector('main')?.firstElementChild ?? null
    const before = shown()
    const way = document.querySelector<HTMLElement>(`.shell-nav a[href="${path}"]`)
    const began = performance.now()
    const look = (): void => {
      const screen = shown()
      const now = performance.now() - began
      if (Number.isNaN(marks.marked) && way?.ariaCurrent === 'page') marks.marked = now
      if (screen !== null && screen !== before) {
        if (Number.isNaN(marks.heard)) marks.heard = now
        const heading = screen.querySelector('h1')
        const coming = screen.matches('[aria-busy="true"]') || screen.querySelector('.mantine-Skeleton-root')
        const more = (screen.textContent ?? '').length > (heading?.textContent ?? '').length
        if (heading && more && Number.isNaN(marks.first)) marks.first = now
        if (heading && !coming && Number.isNaN(marks.whole)) marks.whole = now
        if (coming) marks.whole = Number.NaN
      }
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    way?.click()
  }, to)

/** Goes to a screen inside the app and waits until nothing is still to come. */
export async function visit(page: Page, screen: string): Promise<Visit> {
  const began = performance.now()
  const since = (): number => performance.now() - began
  const sent = new Map<Request, number>()
  const asked: Asked[] = []
  const onRequest = (request: Request): void => {
    if (request.url().includes('/api/v1/')) sent.set(request, since())
  }
  const onDone = (request: Request): void => {
    const at = sent.get(request)
    if (at === undefined) return
    const { pathname, search } = new URL(request.url())
    asked.push({ question: `${request.method()} ${pathname.slice(7)}${search}`, at, took: since() - at })
  }
  page.on('request', onRequest).on('requestfinished', onDone)
  try {
    await watch(page, screen)
    await page.waitForFunction(
      () => !Number.isNaN((globalThis as unknown as { marks: Marks }).marks.whole),
      undefined,
      { timeout: PATIENCE_MS },
    )
    await page.waitForTimeout(REST_MS)
    return { ...(await page.evaluate(() => (globalThis as unknown as { marks: Marks }).marks)), asked }
  } finally {
    page.off('request', onRequest).off('requestfinished', onDone)
  }
}
