import type { Output } from '../../client.ts'

export type NetworkMap = Output<'get-map'>
export type ColourBy = 'closeness' | 'group'

/** The colours of a theme that the map is drawn with. */
export type Palette = {
  readonly quiet: string
  readonly alive: string
  readonly tie: string
  readonly text: string
  readonly ground: string
  readonly groups: readonly string[]
}

/** A ramp of this many colours is as fine as one can tell apart. */
const shades = 12

const channelsOf = (hex: string): [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
]

/** A colour between two, `share` from 0 (the first) to 1; both as #rrggbb. */
export const mixed = (from: string, to: string, share: number): string => {
  const a = channelsOf(from)
  const b = channelsOf(to)
  return `#${a
    .map((value, at) =>
      Math.round(value + ((b[at] ?? 0) - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** Colour of a contact: how alive the tie is, on a square-root scale since most ties are quiet; or the group. */
export const colourOf = (
  { closeness, group }: { readonly closeness: number; readonly group: number },
  by: ColourBy,
  palette: Palette,
): string => {
  if (by === 'group')
    return group < 0 ? palette.quiet : (palette.groups[group % palette.groups.length] ?? palette.quiet)
  const step = Math.round(Math.sqrt(closeness) * shades) / shades
  return mixed(palette.quiet, palette.alive, step)
}

/** Radius in pixels by calibre; unknown is small, not middling. Where few stand on the map there is room for more. */
export const sizeOf = (calibre: number | null, people: number): number =>
  (calibre === null ? 2 : 2.5 + 7 * calibre ** 1.5) * Math.min(2, Math.max(1, Math.sqrt(1_500 / people)))

/** Ties drawn at rest where a processor draws instead of a graphics card: a whole frame then takes well below a second. */
const softwareTies = 8_000

/** Names of WebGL renderers that are software. */
const software = /swiftshader|llvmpipe|softpipe|software|basic render/i

/** Whether a processor draws instead of a graphics card. */
export const isSoftware = (renderer: string): boolean => software.test(renderer)

/**
 * How many ties to draw at rest, the likeliest first: all of them with a graphics card, few without. While the map
 * moves none are drawn.
 */
export const tiesToDraw = (renderer: string, ties: number): number =>
  isSoftware(renderer) ? Math.min(ties, softwareTies) : ties

/** Where a group is named: the middle of its people. */
export type GroupLabel = {
  readonly id: number
  readonly name: string
  readonly size: number
  readonly x: number
  readonly y: number
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/**
 * Which of several texts can be shown without lying over one another: each that is free of all shown before it. Places
 * are the middles of the texts, in the order of their weight.
 */
export const withoutOverlap = (boxes: readonly Box[]): boolean[] => {
  const taken: Box[] = []
  return boxes.map((box) => {
    const free = taken.every(
      (other) =>
        Math.abs(other.x - box.x) * 2 >= other.width + box.width ||
        Math.abs(other.y - box.y) * 2 >= other.height + box.height,
    )
    if (free) taken.push(box)
    return free
  })
}

/** The same map without the people who have no tie to another on it; where nobody has one, the map as it is. */
export const tiedOnly = (map: NetworkMap): NetworkMap => {
  const { nodes, edges } = map
  const tied = new Set([...edges.source, ...edges.target])
  if (tied.size === 0 || tied.size === nodes.length) return map
  const places = nodes.map((_, at) => at).filter((at) => tied.has(at))
  const placeNow = new Map(places.map((before, now) => [before, now]))
  const moved = (ends: readonly number[]): number[] => ends.map((at) => placeNow.get(at) ?? 0)
  return {
    ...map,
    nodes: places.flatMap((at) => nodes[at] ?? []),
    edges: { ...edges, source: moved(edges.source), target: moved(edges.target) },
  }
}

/** Groups that may be named, of which those are that find room: of thirty people each, the largest lie side by side. */
const mostNamed = 300

/** The largest groups with the middle of their people. */
export const groupLabels = ({ groups, nodes }: NetworkMap): GroupLabel[] => {
  const sums = new Map<number, { x: number; y: number; n: number }>()
  for (const { group, x, y } of nodes) {
    const sum = sums.get(group) ?? { x: 0, y: 0, n: 0 }
    sums.set(group, { x: sum.x + x, y: sum.y + y, n: sum.n + 1 })
  }
  return groups
    .toSorted((a, b) => b.size - a.size)
    .flatMap(({ id, name, size }) => {
      const sum = sums.get(id)
      return sum === undefined ? [] : [{ id, name, size, x: sum.x / sum.n, y: sum.y / sum.n }]
    })
    .slice(0, mostNamed)
}

export type FoundPath = { readonly nodes: readonly number[]; readonly probability: number }

/**
 * The likeliest path between two places of the map: Dijkstra on −ln p over the ties that are drawn.
 * Null where none connects the two.
 */
export const pathBetween = ({ nodes, edges }: NetworkMap, from: number, to: number): FoundPath | null => {
  const neighbours = new Map<number, { to: number; cost: number }[]>()
  const add = (a: number, b: number, cost: number): void => {
    const list = neighbours.get(a)
    if (list) list.push({ to: b, cost })
    else neighbours.set(a, [{ to: b, cost }])
  }
  edges.source.forEach((source, at) => {
    const target = edges.target[at] ?? source
    const cost = -Math.log(Math.max(1e-6, edges.probability[at] ?? 0))
    add(source, target, cost)
    add(target, source, cost)
  })
  const cost = new Float64Array(nodes.length).fill(Infinity)
  const before = new Int32Array(nodes.length).fill(-1)
  const done = new Uint8Array(nodes.length)
  cost[from] = 0
  const queue = new MinHeap()
  queue.push(from, 0)
  for (let node = queue.pop(); node !== null; node = queue.pop()) {
    if (done[node] === 1) continue
    done[node] = 1
    if (node === to) break
    for (const next of neighbours.get(node) ?? []) {
      const total = (cost[node] ?? Infinity) + next.cost
      if (total < (cost[next.to] ?? Infinity)) {
        cost[next.to] = total
        before[next.to] = node
        queue.push(next.to, total)
      }
    }
  }
  if (cost[to] === Infinity) return null
  const path = [to]
  for (let at = to; at !== from; at = before[at] ?? from) path.unshift(before[at] ?? from)
  return { nodes: path, probability: Math.exp(-(cost[to] ?? 0)) }
}

/** Nodes by cost, the least first. */
class MinHeap {
  readonly #items: { node: number; cost: number }[] = []

  push(node: number, cost: number): void {
    const items = this.#items
    items.push({ node, cost })
    for (let at = items.length - 1; at > 0;) {
      const up = (at - 1) >> 1
      if ((items[up]?.cost ?? 0) <= (items[at]?.cost ?? 0)) break
      this.#swap(at, up)
      at = up
    }
  }

  pop(): number | null {
    const items = this.#items
    const [first] = items
    const last = items.pop()
    if (first === undefined || last === undefined) return null
    if (items.length > 0) {
      items[0] = last
      for (let at = 0; ;) {
        const left = 2 * at + 1
        const right = left + 1
        let least = at
        if ((items[left]?.cost ?? Infinity) < (items[least]?.cost ?? 0)) least = left
        if ((items[right]?.cost ?? Infinity) < (items[least]?.cost ?? 0)) least = right
        if (least === at) break
        this.#swap(at, least)
        at = least
      }
    }
    return first.node
  }

  #swap(a: number, b: number): void {
    const items = this.#items
    const kept = items[a]
    const other = items[b]
    if (kept && other) {
      items[a] = other
      items[b] = kept
    }
  }
}
