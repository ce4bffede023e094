import iterate from 'graphology-layout-forceatlas2/iterate.js'
import { breathe } from '../run.ts'

export type Positions = { readonly x: Float64Array; readonly y: Float64Array }

type Ties = { readonly from: Int32Array; readonly to: Int32Array; readonly weight: Float64Array }

/** Numbers a node and an edge take in the columns of the layout library. */
const PER_NODE = 10
const PER_EDGE = 3
const [X, Y, MASS, CONVERGENCE, SIZE] = [0, 1, 6, 7, 8]

/** From this many nodes on, far ones are summed up (Barnes and Hut) instead of taken one by one. */
const MANY = 600
/** Greatest distance from the middle. */
const RADIUS = 1_000
/** From this share of it on stand those without ties. */
const RIM = 0.94
/** Turns of a sunflower: neighbours in the row are far from each other, and the disc fills evenly. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5))

const settings = (nodes: number) => ({
  linLogMode: true,
  outboundAttractionDistribution: false,
  adjustSizes: false,
  edgeWeightInfluence: 1,
  scalingRatio: 1,
  strongGravityMode: false,
  gravity: 0.03,
  slowDown: 1 + Math.log(Math.max(1, nodes)),
  barnesHutOptimize: nodes > MANY,
  barnesHutTheta: 0.8,
})

/** Rounds that a layout takes; fewer where it only goes on from an earlier one. */
const roundsOf = (nodes: number, goesOn: boolean): number => {
  const rounds = nodes > 5_000 ? 60 : nodes > 1_000 ? 120 : 250
  return goesOn ? Math.ceil(rounds / 4) : rounds
}

/**
 * Places people on a plane so that who has much to do with each other stands near: ForceAtlas2 (Jacomy et al., PLoS
 * ONE 2014) as graphology keeps it, with logarithmic attraction, which draws groups apart (Noack, Journal of Graph
 * Algorithms and Applications 2007). Starts from the positions given (an earlier layout, so that a map stays
 * recognisable), otherwise from groups side by side; the same start gives the same end. People without ties stand on
 * the rim. Within RADIUS of the middle.
 */
export async function layOut(
  ties: Ties,
  group: Int32Array,
  earlier: (node: number) => { readonly x: number; readonly y: number } | null,
  signal: AbortSignal,
  tell: (share: number) => void,
): Promise<Positions> {
  const { length: nodeCount } = group
  const degree = new Float64Array(nodeCount)
  for (let tie = 0; tie < ties.from.length; tie++) {
    degree[ties.from[tie]!]!++
    degree[ties.to[tie]!]!++
  }
  const tied = Int32Array.from({ length: nodeCount }, (_, node) => node).filter((node) => degree[node]! > 0)
  const place = new Int32Array(nodeCount).fill(-1)
  tied.forEach((node, i) => (place[node] = i))
  const nodes = new Float32Array(tied.length * PER_NODE)
  const counts = new Map<number, number>()
  let known = 0
  tied.forEach((node, i) => {
    const at = earlier(node)
    if (at !== null) known++
    const start = at ?? sunflower(group[node]!, counts)
    nodes.set([start.x, start.y], i * PER_NODE)
    nodes[i * PER_NODE + MASS!] = 1 + degree[node]!
    nodes[i * PER_NODE + CONVERGENCE!] = 1
    nodes[i * PER_NODE + SIZE!] = 1
  })
  const edges = new Float32Array(ties.from.length * PER_EDGE)
  for (let tie = 0; tie < ties.from.length; tie++)
    edges.set(
      [place[ties.from[tie]!]! * PER_NODE, place[ties.to[tie]!]! * PER_NODE, ties.weight[tie]!],
      tie * PER_EDGE,
    )
  const rounds = tied.length < 2 ? 0 : roundsOf(tied.length, known > tied.length * 0.7)
  const options = settings(tied.length)
  for (let round = 0; round < rounds; round++) {
    iterate(options, nodes, edges)
    if (round % 5 === 4) {
      await breathe(signal)
      tell((round + 1) / rounds)
    }
  }
  return scaled(nodes, tied, nodeCount)
}

/** Where a group's next member starts: groups on a wide sunflower, their members on a small one each. */
function sunflower(group: number, counts: Map<number, number>): { x: number; y: number } {
  const member = counts.get(group) ?? 0
  counts.set(group, member + 1)
  const far = 120 * Math.sqrt(group + 1)
  const near = 4 * Math.sqrt(member + 0.5)
  return {
    x: far * Math.cos(group * GOLDEN) + near * Math.cos(member * GOLDEN),
    y: far * Math.sin(group * GOLDEN) + near * Math.sin(member * GOLDEN),
  }
}

/** Around the middle, the farthest at nine tenths of RADIUS; who has no ties on the rim. */
function scaled(nodes: Float32Array, tied: Int32Array, nodeCount: number): Positions {
  let middleX = 0
  let middleY = 0
  for (let i = 0; i < tied.length; i++) {
    middleX += nodes[i * PER_NODE + X!]! / tied.length
    middleY += nodes[i * PER_NODE + Y!]! / tied.length
  }
  let farthest = 1e-9
  for (let i = 0; i < tied.length; i++)
    farthest = Math.max(
      farthest,
      Math.hypot(nodes[i * PER_NODE + X!]! - middleX, nodes[i * PER_NODE + Y!]! - middleY),
    )
  const scale = (RADIUS * 0.9) / farthest
  const x = new Float64Array(nodeCount).fill(NaN)
  const y = new Float64Array(nodeCount).fill(NaN)
  tied.forEach((node, i) => {
    x[node] = Math.round((nodes[i * PER_NODE + X!]! - middleX) * scale * 10) / 10
    y[node] = Math.round((nodes[i * PER_NODE + Y!]! - middleY) * scale * 10) / 10
  })
  const alone = nodeCount - tied.length
  let placed = 0
  for (let node = 0; node < nodeCount; node++) {
    if (!Number.isNaN(x[node])) continue
    const angle = GOLDEN * placed
    const out = RADIUS * Math.sqrt(RIM ** 2 + ((1 - RIM ** 2) * (placed++ + 0.5)) / alone)
    x[node] = Math.round(out * Math.cos(angle) * 10) / 10
    y[node] = Math.round(out * Math.sin(angle) * 10) / 10
  }
  return { x, y }
}
