import { z } from 'zod'
import { bridges, groupAccess } from '#core/discover/bridges.ts'
import { overlapOf, overlapSentence } from '#core/discover/overlap.ts'
import type { Sentences } from '#core/sentences/index.ts'
import { isoTimeOrNull } from './dates.ts'
import { operation } from './operation.ts'
import { share } from './schemas.ts'
import { networkGraph } from './study/network-graph.ts'
import type { NetworkGraph } from './study/network-graph.ts'
import { named, studyShown } from './study/schemas.ts'
import { withoutStudy } from './study/words.ts'
import { wordsOf } from './words.ts'
import { percent, table } from './text.ts'

/** Groups and door-openers shown. */
const MOST = 50
const CONNECTORS = 5

const group = z.object({
  id: z.number().int(),
  name: z.string().describe('What its members share: organisations, then topics'),
  size: z.number().int(),
  known: z.number().int().describe('Members you are in touch with both ways'),
  organisations: z.array(z.object({ name: z.string(), members: z.number().int() })),
  topics: z.array(z.string()),
  calibre: share
    .nullable()
    .describe('Mean influence of the members whose influence is known; null when of none'),
  calibreKnown: z.number().int().describe('Members whose influence is known'),
  connectors: z
    .array(named.extend({ reach: z.number().int().describe('Members they have a tie to') }))
    .describe('Your contacts in it or tied to it, best first, at most five'),
  soleConnector: named.nullable().describe('The only one of your contacts who connects you to it'),
  text: z.string(),
})

const bridge = named.extend({
  people: z.number().int().describe('People whom only this contact connects you to'),
  groups: z.array(z.object({ id: z.number().int(), name: z.string(), people: z.number().int() })),
  closeness: share,
  calibre: share.nullable(),
  text: z.string(),
})

export const getStructure = operation({
  name: 'get-structure',
  description:
    'Groups are found in the ties among others (Leiden), named by organisations and topics. A bridge is a contact who alone connects you to people. Overlap is Burt’s constraint and effective size.',
  input: z.object({
    limit: z.coerce.number().int().min(1).max(MOST).default(12).describe('How many groups and bridges each'),
  }),
  output: z.object({
    ...studyShown,
    overlap: z.object({
      contacts: z.number().int().describe('People you are in touch with both ways'),
      constraint: z.number().nullable().describe('Burt’s constraint; lower is less overlap'),
      floor: z.number().nullable().describe('The constraint if no two of your contacts knew each other'),
      effectiveSize: z.number().nullable().describe('Contacts that bring something different'),
      text: z.string(),
    }),
    groups: z.array(group),
    groupsInAll: z.number().int(),
    bridges: z.array(bridge),
    bridgesInAll: z.number().int(),
    modularity: z.number().nullable().describe('How clearly the groups are divided; −½ to 1'),
  }),
  examples: [{ title: 'Groups, bridges and overlap', input: {} }],
  cli: {
    print: ({ text, overlap, groups, bridges: openers }) =>
      [
        text,
        overlap.text,
        ...(groups.length === 0
          ? []
          : [
              '',
              table(
                ['group', 'people', 'known', 'influence', 'who connects you'],
                groups.map((each) => [
                  each.name,
                  String(each.size),
                  String(each.known),
                  percent(each.calibre),
                  each.soleConnector === null
                    ? each.connectors
                        .slice(0, 2)
                        .map(({ name }) => name)
                        .join(', ')
                    : `${each.soleConnector.name} alone`,
                ]),
                48,
              ),
            ]),
        ...(openers.length === 0 ? [] : ['', ...openers.map((each) => each.text)]),
      ].join('\n'),
  },
  mcp: { readOnly: true },
  long: true,
  run: async (context, { limit }) => {
    const { discover: words } = wordsOf(context)
    const network = await networkGraph(context)
    if (typeof network === 'string') {
      const told = withoutStudy(network, words)
      return {
        ...told,
        overlap: { contacts: 0, constraint: null, floor: null, effectiveSize: null, text: told.text },
        groups: [],
        groupsInAll: 0,
        bridges: [],
        bridgesInAll: 0,
        modularity: null,
      }
    }
    const { facts, graph, own, nodes } = network
    const overlap = overlapOf(graph, own)
    const access = new Map(groupAccess(graph, own, nodes.group).map((each) => [each.group, each]))
    const openers = bridges(graph, own).filter(({ alone }) => alone.some((node) => network.name(node) !== ''))
    const groups = facts.groups.map((each) => groupShown(network, each, access.get(each.id), words))
    return {
      ...told(network, groups.length, words),
      overlap: { ...overlap, text: overlapSentence(overlap, words) },
      groups: groups.slice(0, limit),
      groupsInAll: groups.length,
      bridges: openers.slice(0, limit).map((each) => bridgeShown(network, each.node, each.alone, words)),
      bridgesInAll: openers.length,
      modularity: facts.ties === 0 ? null : facts.modularity,
      at: isoTimeOrNull(facts.at),
      old: network.old,
    }
  },
})

type Words = Sentences['discover']

function groupShown(
  network: NetworkGraph,
  kept: NetworkGraph['facts']['groups'][number],
  access: ReturnType<typeof groupAccess>[number] | undefined,
  words: Words,
) {
  const known = access?.known ?? 0
  const connectors = (access?.connectors ?? []).map(({ node, reach }) => ({
    id: network.nodes.person[node]!,
    name: network.name(node),
    reach,
  }))
  let sum = 0
  let judged = 0
  network.nodes.group.forEach((id, node) => {
    if (id !== kept.id || Number.isNaN(network.calibre[node])) return
    sum += network.calibre[node]!
    judged++
  })
  const [only, ...others] = connectors
  const soleConnector = only !== undefined && others.length === 0 ? { id: only.id, name: only.name } : null
  return {
    id: kept.id,
    name: kept.name,
    size: kept.size,
    known,
    organisations: [...kept.organisations],
    topics: [...kept.topics],
    calibre: judged === 0 ? null : sum / judged,
    calibreKnown: judged,
    connectors: connectors.slice(0, CONNECTORS),
    soleConnector,
    text:
      only === undefined
        ? words.groupUntied(kept.size)
        : soleConnector === null
          ? words.group(known, kept.size, connectors.length, only.name)
          : words.groupByOne(only.name, kept.size),
  }
}

function bridgeShown(network: NetworkGraph, node: number, alone: readonly number[], words: Words) {
  const byGroup = Map.groupBy(alone, (other) => network.nodes.group[other] ?? -1)
  const groups = network.facts.groups
    .flatMap(({ id, name }) => {
      const people = byGroup.get(id)?.length ?? 0
      return people === 0 ? [] : [{ id, name, people }]
    })
    .sort((a, b) => b.people - a.people || a.id - b.id)
  const name = network.name(node)
  const calibre = network.calibre[node]!
  return {
    id: network.nodes.person[node]!,
    name,
    people: alone.length,
    groups,
    closeness: network.own[node]!,
    calibre: Number.isNaN(calibre) ? null : calibre,
    text: words.bridge(name, alone.length, alone.length > 1 ? (groups[0]?.name ?? null) : null),
  }
}

function told(network: NetworkGraph, groups: number, words: Words) {
  const { people, ties, vantagePoints } = network.facts
  if (people === 0) return { state: 'empty' as const, text: words.nobodyYet }
  if (ties === 0) return { state: 'no-ties' as const, text: words.noTies }
  return {
    state: groups === 0 ? ('nothing' as const) : ('ok' as const),
    text: words.structure(people, ties, vantagePoints, groups),
  }
}
