import type { Page } from 'playwright-core'

/** Long enough to be steady. */
const MOVE_MS = 3_000

/** How smoothly something moved, by the browser's own frames. */
export type Smoothness = { readonly framesPerSecond: number; readonly longestMs: number }

/** Counts the frames of the page from now until `stop`. */
const count = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const counted = globalThis as unknown as { frames: number[] }
    counted.frames = [performance.now()]
    const tick = (): void => {
      counted.frames.push(performance.now())
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })

const counted = (page: Page): Promise<Smoothness> =>
  page.evaluate(() => {
    const { frames } = globalThis as unknown as { frames: number[] }
    const gaps = frames.slice(1).map((at, i) => at - (frames[i] ?? at))
    const passed = (frames.at(-1) ?? 0) - (frames[0] ?? 0)
    return { framesPerSecond: (gaps.length * 1000) / passed, longestMs: Math.max(...gaps) }
  })

/** Frames while the mouse, or whatever `move` does, goes on for a while. */
export async function framesDuring(page: Page, move: (share: number) => Promise<void>): Promise<Smoothness> {
  await count(page)
  const began = performance.now()
  for (let passed = 0; passed < MOVE_MS; passed = performance.now() - began) await move(passed / MOVE_MS)
  return await counted(page)
}

/** Frames while the page scrolls evenly over so many pixels. */
export async function framesScrolling(page: Page, pixels: number): Promise<Smoothness> {
  await count(page)
  await page.evaluate(
    ([distance, duration]) =>
      new Promise<void>((resolve) => {
        const began = performance.now()
        const from = window.scrollY
        const step = (): void => {
          const share = Math.min(1, (performance.now() - began) / duration)
          window.scrollTo(0, from + share * distance)
          if (share < 1) requestAnimationFrame(step)
          else resolve()
        }
        requestAnimationFrame(step)
      }),
    [pixels, MOVE_MS] as const,
  )
  return await counted(page)
}
