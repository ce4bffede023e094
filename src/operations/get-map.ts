import { z } from 'zod'
import { isoTimeOrNull } from './dates.ts'
import { operation } from './operation.ts'
import { share } from './schemas.ts'
import { freshStudy } from './study-network.ts'
import { keptPart } from './study/kept.ts'
import { networkGraph } from './study/network-graph.ts'
import { studyShown } from './study/schemas.ts'
import { withoutStudy } from './study/words.ts'
import { wordsOf } from './words.ts'

export const getMap = operation({
  name: 'get-map',
  description:
    'Positions are computed once for each state of the data and kept; x and y lie within 1,000 of the middle. Ties are the likeliest, up to the number asked for; sources and targets are positions in the list of nodes.',
  input: z.object({
    edges: z.coerce.number().int().min(0).max(200_000).default(20_000).describe('How many ties at the most'),
    nodes: z.coerce
      .number()
      .int()
      .min(1)
      .max(20_000)
      .default(20_000)
      .describe('How many people at the most, those in touch with you first'),
  }),
  output: z.object({
    ...studyShown,
    nodes: z.array(
      z.object({
        id: z.number().int(),
        name: z.string(),
        x: z.number(),
        y: z.number(),
        group: z.number().int().describe('Number of the group; −1 is none'),
        closeness: share.describe('Of your own tie; 0 where you are not in touch both ways'),
        calibre: share.nullable().describe('Influence in your field; null is unknown'),
        known: z.boolean().describe('Whether you are in touch both ways'),
      }),
    ),
    edges: z.object({
      source: z.array(z.number().int()),
      target: z.array(z.number().int()),
      probability: z.array(share),
    }),
    groups: z.array(z.object({ id: z.number().int(), name: z.string(), size: z.number().int() })),
    people: z.number().int().describe('In the whole structure'),
    ties: z.number().int(),
  }),
  examples: [],
  long: true,
  run: async (context, { edges, nodes: most }) => {
    const { discover: words } = wordsOf(context)
    const network = await networkGraph(context)
    const placed = typeof network === 'string' ? network : await freshStudy(context, 'map')
    if (typeof network === 'string' || placed === 'none-yet')
      return {
        ...withoutStudy(typeof network === 'string' ? network : 'studying', words),
        nodes: [],
        edges: { source: [], target: [], probability: [] },
        groups: [],
        people: 0,
        ties: 0,
      }
    const { nodes, ties, facts, own, calibre } = network
    const positions = await keptPart(context, 'positions')
    const standing = new Map(positions?.person.map((person, i) => [person, i]))
    const stands = (axis: 'x' | 'y', node: number): number =>
      positions?.[axis][standing.get(nodes.person[node]!) ?? -1] ?? 0
    const order = nodes.person
      .map((_, node) => node)
      .filter((node) => network.name(node) !== '')
      .sort((a, b) => own[b]! - own[a]! || a - b)
      .slice(0, most)
    const place = new Map(order.map((node, i) => [nodes.person[node]!, i]))
    const rows = ties.a
      .map((_, row) => row)
      .filter((row) => place.has(ties.a[row]!) && place.has(ties.b[row]!))
      .sort((a, b) => ties.probability[b]! - ties.probability[a]! || a - b)
      .slice(0, edges)
    return {
      state:
        facts.people === 0 ? ('empty' as const) : facts.ties === 0 ? ('no-ties' as const) : ('ok' as const),
      text:
        facts.people === 0
          ? words.nobodyYet
          : facts.ties === 0
            ? `${words.mapAlone(order.length)} ${words.noTies}`
            : words.map(order.length, facts.people, rows.length, facts.ties),
      nodes: order.map((node) => ({
        id: nodes.person[node]!,
        name: network.name(node),
        x: stands('x', node),
        y: stands('y', node),
        group: nodes.group[node]!,
        closeness: own[node]!,
        calibre: Number.isNaN(calibre[node]) ? null : calibre[node]!,
        known: own[node]! > 0,
      })),
      edges: {
        source: rows.map((row) => place.get(ties.a[row]!) ?? 0),
        target: rows.map((row) => place.get(ties.b[row]!) ?? 0),
        probability: rows.map((row) => ties.probability[row]!),
      },
      groups: facts.groups.map(({ id, name, size }) => ({ id, name, size })),
      people: facts.people,
      ties: facts.ties,
      at: isoTimeOrNull(facts.at),
      old: network.old || placed === 'old',
    }
  },
})
