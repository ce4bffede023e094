/** One round of ForceAtlas2 on columns; the library types only its whole-graph entry. */
declare module 'graphology-layout-forceatlas2/iterate.js' {
  export default function iterate(
    options: {
      readonly linLogMode: boolean
      readonly outboundAttractionDistribution: boolean
      readonly adjustSizes: boolean
      readonly edgeWeightInfluence: number
      readonly scalingRatio: number
      readonly strongGravityMode: boolean
      readonly gravity: number
      readonly slowDown: number
      readonly barnesHutOptimize: boolean
      readonly barnesHutTheta: number
    },
    nodes: Float32Array,
    edges: Float32Array,
  ): unknown
}
