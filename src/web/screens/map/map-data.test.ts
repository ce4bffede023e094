import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type NetworkMap,
  colourOf,
  groupLabels,
  mixed,
  pathBetween,
  sizeOf,
  tiedOnly,
  tiesToDraw,
  withoutOverlap,
} from './map-data.ts'

const palette = {
  quiet: '#000000',
  alive: '#ffffff',
  tie: '#888888',
  text: '#000000',
  ground: '#ffffff',
  groups: ['#111111', '#222222'],
}

const mapOf = (count: number, ties: readonly (readonly [number, number, number])[]): NetworkMap => ({
  state: 'ok',
  text: '',
  nodes: Array.from({ length: count }, (_, id) => ({
    id,
    name: `Person ${id}`,
    x: id,
    y: id * 2,
    group: id % 2,
    closeness: 0,
    calibre: null,
    known: false,
  })),
  edges: {
    source: ties.map(([a]) => a),
    target: ties.map(([, b]) => b),
    probability: ties.map(([, , p]) => p),
  },
  groups: [
    { id: 0, name: 'Even', size: 2 },
    { id: 1, name: 'Odd', size: 9 },
  ],
  people: count,
  ties: ties.length,
  at: null,
  old: false,
})

test('the likeliest path may be the longer one', () => {
  const map = mapOf(4, [
    [0, 3, 0.1],
    [0, 1, 0.9],
    [1, 2, 0.9],
    [2, 3, 0.9],
  ])
  const found = pathBetween(map, 0, 3)
  expect(found?.nodes).toEqual([0, 1, 2, 3])
  expect(found?.probability).toBeCloseTo(0.729, 12)
})

test('who is not tied has no path, and everybody has one to themselves', () => {
  const map = mapOf(3, [[0, 1, 0.5]])
  expect(pathBetween(map, 0, 2)).toBeNull()
  expect(pathBetween(map, 2, 2)).toEqual({ nodes: [2], probability: 1 })
})

test('no path is likelier than the one found, by trying all', () => {
  const tie = fc.tuple(
    fc.integer({ min: 0, max: 5 }),
    fc.integer({ min: 0, max: 5 }),
    fc.double({ min: 0.01, max: 1, noNaN: true }),
  )
  fc.assert(
    fc.property(fc.array(tie, { maxLength: 12 }), (ties) => {
      const map = mapOf(6, ties)
      let best = 0
      const walk = (node: number, seen: ReadonlySet<number>, p: number): void => {
        if (node === 5) best = Math.max(best, p)
        for (const [a, b, chance] of ties)
          for (const next of [a === node ? b : -1, b === node ? a : -1])
            if (next >= 0 && !seen.has(next)) walk(next, new Set([...seen, next]), p * chance)
      }
      walk(0, new Set([0]), 1)
      expect(pathBetween(map, 0, 5)?.probability ?? 0).toBeCloseTo(best, 9)
    }),
    { numRuns: 40 },
  )
})

test('colours run from quiet to alive, and unknown calibre is small', () => {
  expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080')
  expect(colourOf({ closeness: 0, group: 0 }, 'closeness', palette)).toBe('#000000')
  expect(colourOf({ closeness: 1, group: 0 }, 'closeness', palette)).toBe('#ffffff')
  expect(colourOf({ closeness: 1, group: 3 }, 'group', palette)).toBe('#222222')
  expect(colourOf({ closeness: 1, group: -1 }, 'group', palette)).toBe('#000000')
  expect(sizeOf(null, 9_000)).toBeLessThan(sizeOf(0, 9_000))
  expect(sizeOf(0.2, 9_000)).toBeLessThan(sizeOf(0.9, 9_000))
  expect(sizeOf(0.2, 9_000)).toBeLessThan(sizeOf(0.2, 900))
})

test('a group is named in the middle of its people, the largest first', () => {
  expect(groupLabels(mapOf(4, []))).toEqual([
    { id: 1, name: 'Odd', size: 9, x: 2, y: 4 },
    { id: 0, name: 'Even', size: 2, x: 1, y: 2 },
  ])
})

test('a name that would lie over a weightier one is left out', () => {
  const box = (x: number, y: number) => ({ x, y, width: 100, height: 20 })
  expect(withoutOverlap([box(0, 0), box(50, 10), box(100, 0), box(50, 30)])).toEqual([
    true,
    false,
    true,
    true,
  ])
})

test('of many groups alike those are named that find room, also where the largest lie on one another', () => {
  const groups = Array.from({ length: 60 }, (_, id) => ({ id, name: `Group ${id}`, size: 100 - id }))
  const [node] = mapOf(1, []).nodes
  const nodes = groups.map(({ id }) => ({ ...node!, id, group: id, x: id < 30 ? 0 : id * 100, y: 0 }))
  const labels = groupLabels({ ...mapOf(0, []), groups, nodes })
  const free = withoutOverlap(labels.map(({ x, y }) => ({ x, y, width: 80, height: 20 })))
  expect(free.filter(Boolean)).toHaveLength(31)
})

test('without a graphics card few ties are drawn, with one all of them', () => {
  expect(tiesToDraw('ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device))', 100_000)).toBe(8_000)
  expect(tiesToDraw('llvmpipe (LLVM 15.0.6, 256 bits)', 500)).toBe(500)
  expect(tiesToDraw('ANGLE (NVIDIA GeForce RTX 3060)', 100_000)).toBe(100_000)
})

test('who has no tie to another is left out, and ties still join the same people', () => {
  const names = ({ nodes, edges }: NetworkMap) =>
    edges.source.map((source, at) => [nodes[source]?.name, nodes[edges.target[at] ?? -1]?.name])
  const map = mapOf(6, [
    [1, 4, 0.5],
    [4, 5, 0.4],
  ])
  const tied = tiedOnly(map)
  expect(tied.nodes.map(({ name }) => name)).toEqual(['Person 1', 'Person 4', 'Person 5'])
  expect(names(tied)).toEqual(names(map))
  expect(tied.edges.probability).toEqual([0.5, 0.4])
})

test('a map on which nobody has a tie shows everybody', () => {
  expect(tiedOnly(mapOf(6, []))).toEqual(mapOf(6, []))
})
