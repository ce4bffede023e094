import { keywordKey } from '#core/topics/keywords.ts'
import type { Context } from '../operation.ts'
import { keptPart } from './kept.ts'
import { ownTopics } from './network-graph.ts'

/** The topics that somebody is seen talking about and the owner writes on, too, as last studied; by person. */
export async function sharedTopics(context: Context): Promise<(person: number) => readonly string[]> {
  const nodes = await keptPart(context, 'nodes')
  const mine = await ownTopics(context)
  const topics = new Map<number, readonly string[]>(
    nodes?.person.map((person, node) => [person, nodes.topics[node] ?? []]) ?? [],
  )
  return (person) => (topics.get(person) ?? []).filter((topic) => mine.has(keywordKey(topic)))
}
