import type { Context } from '../operation.ts'
import { keptPart } from './kept.ts'

/** The topics that somebody is seen talking about and the owner writes on, too, as last studied; by person. */
export async function sharedTopics(context: Context): Promise<(person: number) => readonly string[]> {
  const nodes = await keptPart(context, 'nodes')
  const facts = await keptPart(context, 'facts')
  const shared = new Set(facts?.sharedTopics)
  const topics = new Map<number, readonly string[]>(
    nodes?.person.map((person, node) => [person, nodes.topics[node] ?? []]),
  )
  return (person) => (topics.get(person) ?? []).filter((topic) => shared.has(topic))
}
