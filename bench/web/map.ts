import type { Page, Route } from 'playwright-core'
import { seededRng } from '#core/stats/rng.ts'

/** What the map of issue 7 is asked to bear. */
const NODES = 20_000
const TIES = 100_000
const GROUPS = 40

/** An answer of get-map with as many people and ties as the map has to bear, in groups around a ring. */
function largeMap(): object {
  const random = seededRng(2)
  const group = (node: number): number => node % GROUPS
  const place = (node: number, along: (angle: number) => number): number =>
    along((2 * Math.PI * group(node)) / GROUPS) * 100 + 24 * (random() + random() - 1)
  const near = (node: number): number =>
    (node + GROUPS * (1 + Math.floor(random() * (NODES / GROUPS - 1)))) % NODES
  const source = Array.from({ length: TIES }, () => Math.floor(random() * NODES))
  return {
    state: 'ok',
    text: 'A map made for measuring.',
    nodes: Array.from({ length: NODES }, (_, node) => ({
      id: node + 1,
      name: `Person ${node + 1}`,
      x: place(node, Math.cos),
      y: place(node, Math.sin),
      group: group(node),
      closeness: random(),
      calibre: random(),
      known: true,
    })),
    edges: {
      source,
      target: source.map((node) => (random() < 0.9 ? near(node) : Math.floor(random() * NODES))),
      probability: source.map(() => random()),
    },
    groups: Array.from({ length: GROUPS }, (_, id) => ({ id, name: `Group ${id}`, size: NODES / GROUPS })),
    people: NODES,
    ties: TIES,
    at: '2026-01-01T00:00:00.000Z',
  }
}

/** Answers the page's question for the map with the large one. */
export const serveLargeMap = async (page: Page): Promise<void> => {
  const body = JSON.stringify(largeMap())
  await page.route('**/api/v1/map*', (route: Route) =>
    route.fulfill({ contentType: 'application/json', body }),
  )
}

/** How long a frame takes that draws all, in milliseconds: the median of five, each waited for to the last pixel. */
export const fullFrame = (page: Page): Promise<number> =>
  page.evaluate(() => {
    type Drawing = { render: () => void; getMouseCaptor: () => unknown }
    type Hook = { readonly memoizedState: unknown; readonly next: Hook | null } | null
    type Fiber = { readonly memoizedState: Hook; readonly return: Fiber } | null
    const isDrawing = (value: unknown): value is Drawing =>
      typeof value === 'object' && value !== null && 'getMouseCaptor' in value && 'render' in value
    const canvas = document.querySelector('.map-canvas')
    if (canvas === null) throw new Error('There is no map on this page.')
    // The drawing is state of the component that holds the canvas: React's own tree leads to it.
    const key = Object.keys(canvas).find((name) => name.startsWith('__reactFiber'))
    let fiber = (canvas as unknown as Record<string, Fiber>)[key ?? ''] ?? null
    let drawing: Drawing | null = null
    for (; fiber !== null && drawing === null; fiber = fiber.return)
      for (let hook = fiber.memoizedState; hook && 'next' in hook; hook = hook.next)
        if (isDrawing(hook.memoizedState)) drawing = hook.memoizedState
    if (drawing === null) throw new Error('The map is not drawn.')
    const found: Drawing = drawing
    const pixel = new Uint8Array(4)
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now()
      found.render()
      // Reading a pixel waits for all that was drawn.
      for (const each of canvas.querySelectorAll('canvas:not(.sigma-mouse)')) {
        const gl = each instanceof HTMLCanvasElement ? each.getContext('webgl2') : null
        gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel)
      }
      return performance.now() - began
    })
    return times.toSorted((a, b) => a - b)[2] ?? Number.NaN
  })
