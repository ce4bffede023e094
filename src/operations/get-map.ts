import { z } from 'zod'
import { isoTimeOrNull } from './dates.ts'
import { operation } from './operation.ts'
import { share, time } from './schemas.ts'
import { freshStudy } from './study-network.ts'
import { keptPart } from './study/kept.ts'
import { networkGraph } from './study/network-graph.ts'
import { networkState } from './study/schemas.ts'
import { unknownMe } from './study/words.ts'
import { wordsOf } from './words.ts'

export const getMap = operation({
  name: 'get-map',
  summary: 'Gives the map of your network: where everybody stands, and the likeliest ties.',
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
    state: networkState,
    text: z.string(),
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
    at: time.nullable(),
  }),
  examples: [],
  http: { method: 'get', path: '/map' },
  run: async (context, { edges, nodes: most }) => {
    const { discover: words } = wordsOf(context)
    const network = await networkGraph(context)
    if (network === null)
      return {
        ...unknownMe(words),
        nodes: [],
        edges: { source: [], target: [], probability: [] },
        groups: [],
        people: 0,
        ties: 0,
        at: null,
      }
    await freshStudy(context, 'map')
    const { nodes, ties, facts, own, calibre } = network
    const positions = await keptPart(context, 'positions')
    const placed = new Map(positions?.person.map((person, i) => [person, i]))
    const stands = (axis: 'x' | 'y', node: number): number =>
      positions?.[axis][placed.get(nodes.person[node]!) ?? -1] ?? 0
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
    }
  },
})
