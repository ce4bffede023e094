import { willingness } from '#core/discover/introductions.ts'
import { undirectedGraph } from '#core/graph/undirected.ts'
import type { SparseGraph } from '#core/graph/sparse-graph.ts'
import type { PersonId } from '#core/model/ids.ts'
import { isTwoWay } from '#core/scoring/tie-standing.ts'
import type { PersonRow, Profile } from '#store/store.ts'
import { allContacts } from '../all-contacts.ts'
import type { Context } from '../operation.ts'
import { freshStudy } from '../study-network.ts'
import { keptPart } from './kept.ts'
import { inside } from './ties-inside.ts'
import type { KeptFacts, KeptNodes, KeptTies } from './kept.ts'
import type { NoStudy } from './words.ts'

/** The structure of the network in memory: nodes are the people of the kept study. */
export type NetworkGraph = {
  readonly me: PersonId
  /** Of data that has changed since. */
  readonly old: boolean
  readonly facts: KeptFacts
  readonly nodes: KeptNodes
  readonly ties: KeptTies
  readonly nodeOf: ReadonlyMap<PersonId, number>
  /** Undirected; weights are the probability of the tie. */
  readonly graph: SparseGraph
  /** The row of `ties` of each edge of the graph's nodes a, b. */
  readonly tieBetween: (a: number, b: number) => number | null
  /** Scores of contacts; undefined for people who are none. */
  readonly contact: (node: number) => PersonRow | undefined
  /** Closeness of the owner's tie where it went both ways, 0 otherwise. */
  readonly own: Float64Array
  /** NaN is unknown. */
  readonly calibre: Float64Array
  /** How likely each passes an introduction on. */
  readonly willing: Float64Array
  readonly profile: (node: number) => Profile | undefined
  readonly name: (node: number) => string
  /** The topics somebody is seen talking about that the owner writes on, too. */
  readonly topicsInCommon: (node: number) => readonly string[]
}

/**
 * Loads the structure, studied anew where it is old and the asker waits for that; else why there is none.
 * @param known all contacts, where they were read already
 */
export async function networkGraph(
  context: Context,
  known?: readonly PersonRow[],
): Promise<NetworkGraph | NoStudy> {
  const studied = await freshStudy(context, 'structure')
  if (studied === 'unknown-me') return studied
  if (studied === 'none-yet') return 'studying'
  const { store, owner } = context
  const { me } = await store.owner(owner)
  const [nodes, ties, facts] = [
    await keptPart(context, 'nodes'),
    await keptPart(context, 'ties'),
    await keptPart(context, 'facts'),
  ]
  if (me === null || nodes === null || ties === null || facts === null) return 'studying'
  const nodeOf = new Map(nodes.person.map((person, i) => [person, i]))
  const { row, ...edges } = inside(ties, nodes.person)
  let rowOf: ReadonlyMap<number, number> | undefined
  const scored = known ?? (await allContacts(context))
  const contacts = new Map(scored.map((row) => [row.personId, row]))
  const profiles = await store.profiles(nodes.person)
  const willing = willingness(await store.introductions(owner))
  const contact = (node: number): PersonRow | undefined => contacts.get(nodes.person[node]!)
  const all = { length: nodes.person.length }
  const shared = new Set(facts.sharedTopics)
  return {
    me,
    old: studied === 'old',
    facts,
    nodes,
    ties,
    nodeOf,
    graph: undirectedGraph(edges, nodes.person.length),
    tieBetween: (a, b) => {
      // Asked for by paths alone.
      rowOf ??= new Map(Array.from(row, (tie, i) => [pair(edges.from[i]!, edges.to[i]!), tie]))
      return rowOf.get(pair(a, b)) ?? null
    },
    contact,
    own: Float64Array.from(all, (_, node) => {
      const row = contact(node)
      return row !== undefined && twoWay(row) ? row.closeness : 0
    }),
    calibre: Float64Array.from(
      all,
      (_, node) => (contact(node) ?? { calibre: nodes.calibre[node] }).calibre ?? NaN,
    ),
    willing: Float64Array.from(all, (_, node) => willing(nodes.person[node]!)),
    profile: (node) => profiles.get(nodes.person[node]!),
    name: (node) => profiles.get(nodes.person[node]!)?.name ?? '',
    topicsInCommon: (node) => (nodes.topics[node] ?? []).filter((topic) => shared.has(topic)),
  }
}

/** Whether there ever was an exchange both ways with a contact. */
export const twoWay = (row: PersonRow): boolean =>
  isTwoWay({ in: row.interactionsIn, out: row.interactionsOut, together: row.interactionsTogether })

const pair = (a: number, b: number): number => Math.min(a, b) * 2 ** 26 + Math.max(a, b)
