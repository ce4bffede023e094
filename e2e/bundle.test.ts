import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningKith, startKith } from './kith.ts'

/** What the first load may send, compressed, with the texts of one language. */
const MOST_BYTES = 240_000

let kith: RunningKith
beforeAll(async () => {
  kith = await startKith()
})
afterAll(() => kith?.stop())

const textOf = async (path: string): Promise<string> => {
  const response = await fetch(new URL(path, kith.url), {
    headers: { authorization: `Bearer ${kith.token}` },
  })
  expect([path, response.status]).toEqual([path, 200])
  return response.text()
}

/** Scripts that a script needs before it runs: imports at its head, not those it may ask for later. */
const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:^|[;}\s])import(?:[\w*{},$\s]+from)?\s*["']\.\/([^"']+\.js)["']/g)].map(
    (match) => `/assets/${match[1]}`,
  )

test('the first load sends at most 240 kB of compressed JavaScript, and not the map', async () => {
  const page = await textOf('/')
  const queue = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '')
  expect(queue.length).toBeGreaterThan(0)
  const parts = JSON.parse(/name="kith-parts" content='([^']+)'/.exec(page)?.[1] ?? '{}') as {
    texts: Record<string, string[]>
  }
  queue.push(...(parts.texts['de'] ?? []))
  const sizes = new Map<string, number>()
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (sizes.has(path)) continue
    const text = await textOf(path)
    sizes.set(path, gzipSync(text).length)
    queue.push(...importsOf(text))
  }
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  expect(total).toBeGreaterThan(50_000)
  expect(total).toBeLessThanOrEqual(MOST_BYTES)
  expect([...sizes.keys()].filter((path) => /MapScreen|sigma/.test(path))).toEqual([])
})
