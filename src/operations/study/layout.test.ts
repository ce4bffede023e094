import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyTies } from '#testing/graphs.ts'
import type { SmallGraph } from '#testing/graphs.ts'
import { layOut } from './layout.ts'

const place = (
  some: Pick<SmallGraph, 'nodes' | 'rows'>,
  earlier: (node: number) => { x: number; y: number } | null = () => null,
  signal = new AbortController().signal,
) =>
  layOut(
    {
      from: Int32Array.from(some.rows, ([a]) => a),
      to: Int32Array.from(some.rows, ([, b]) => b),
      weight: Float64Array.from(some.rows, ([, , weight]) => weight),
    },
    new Int32Array(some.nodes),
    earlier,
    signal,
    () => {},
  )

test('the same ties give the same map, everybody within 1,000 of the middle', async () => {
  await fc.assert(
    fc.asyncProperty(anyTies, async (some) => {
      const map = await place(some)
      expect(await place(some)).toEqual(map)
      for (let node = 0; node < some.nodes; node++)
        expect(Math.hypot(map.x[node]!, map.y[node]!)).toBeLessThanOrEqual(1_000.1)
    }),
    { numRuns: 20 },
  )
})

test('who has to do with each other stands nearer than who has not', async () => {
  // Two triangles that one weak tie joins.
  const { x, y } = await place({
    nodes: 6,
    rows: [
      [0, 1, 1],
      [1, 2, 1],
      [0, 2, 1],
      [3, 4, 1],
      [4, 5, 1],
      [3, 5, 1],
      [2, 3, 0.05],
    ],
  })
  const far = (a: number, b: number): number => Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!)
  expect(far(0, 1)).toBeLessThan(far(0, 4))
  expect(far(4, 5)).toBeLessThan(far(1, 5))
})

test('people without ties stand on the rim; nobody at all is a map, too', async () => {
  const { x, y } = await place({ nodes: 4, rows: [[0, 1, 0.5]] })
  for (const node of [2, 3]) {
    const out = Math.hypot(x[node]!, y[node]!)
    expect(out).toBeGreaterThan(940)
    expect(out).toBeLessThan(1_000)
  }
  expect(await place({ nodes: 0, rows: [] })).toEqual({ x: new Float64Array(0), y: new Float64Array(0) })
})

test('a cancelled layout stops', async () => {
  const rows = Array.from({ length: 50 }, (_, i): [number, number, number] => [i, i + 1, 1])
  await expect(place({ nodes: 51, rows }, () => null, AbortSignal.abort())).rejects.toThrow('Stopped.')
})
