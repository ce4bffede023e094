import type { PersonId } from '#core/model/ids.ts'
import { keywordKey } from '#core/topics/keywords.ts'
import type { Context } from './operation.ts'
import { recentPromises } from './plan/list-promises.ts'
import { freshStudy } from './study-network.ts'
import { keptPart } from './study/kept.ts'

/** Who owes whom an answer. */
export const promiseSides = ['i-owe', 'they-owe'] as const

type Asked = {
  readonly tag?: string | undefined
  readonly topic?: string | undefined
  readonly promise?: (typeof promiseSides)[number] | undefined
}

const withTag = async ({ store, owner }: Context, tag: string): Promise<ReadonlySet<PersonId>> =>
  new Set(
    (await store.entries(owner, 'tag')).flatMap(({ about, body }) =>
      about?.person != null && body.tag.toLowerCase() === tag.toLowerCase() ? [about.person] : [],
    ),
  )

const withTopic = async (context: Context, topic: string): Promise<ReadonlySet<PersonId>> => {
  await freshStudy(context, 'structure')
  const nodes = await keptPart(context, 'nodes')
  const wanted = keywordKey(topic)
  return new Set(
    nodes?.person.filter((_, node) => nodes.topics[node]?.some((each) => keywordKey(each) === wanted)) ?? [],
  )
}

const withPromise = async (
  context: Context,
  side: (typeof promiseSides)[number],
): Promise<ReadonlySet<PersonId>> =>
  new Set(
    (await recentPromises(context)).promises.flatMap((one) =>
      one.side === side ? [one.person as PersonId] : [],
    ),
  )

/** The people with a tag, a topic and an open promise, as far as each is asked for; undefined where none is. */
export async function peopleAmong(
  context: Context,
  { tag, topic, promise }: Asked,
): Promise<readonly PersonId[] | undefined> {
  const sets = [
    ...(tag === undefined ? [] : [await withTag(context, tag)]),
    ...(topic === undefined ? [] : [await withTopic(context, topic)]),
    ...(promise === undefined ? [] : [await withPromise(context, promise)]),
  ]
  const [first, ...others] = sets
  return first === undefined ? undefined : [...first].filter((id) => others.every((set) => set.has(id)))
}

/** The user's tags with how many people have each, commonest first. */
export async function tagCounts({ store, owner }: Context): Promise<{ tag: string; people: number }[]> {
  const rows = (await store.entries(owner, 'tag')).filter(({ about }) => about?.person != null)
  return [...Map.groupBy(rows, ({ body }) => body.tag.toLowerCase()).values()]
    .map((of) => ({
      tag: of[0]?.body.tag ?? '',
      people: new Set(of.map(({ about }) => about?.person)).size,
    }))
    .sort((a, b) => b.people - a.people || (a.tag < b.tag ? -1 : 1))
}

/** Topics by how many people are seen talking about them, commonest first, as last studied. */
export async function commonTopics(
  context: Context,
  most: number,
): Promise<{ topic: string; people: number }[]> {
  const nodes = await keptPart(context, 'nodes')
  const counts = new Map<string, { topic: string; people: number }>()
  for (const topics of nodes?.topics ?? [])
    for (const topic of topics) {
      const key = keywordKey(topic)
      const known = counts.get(key)
      if (known === undefined) counts.set(key, { topic, people: 1 })
      else known.people += 1
    }
  return [...counts.values()]
    .sort((a, b) => b.people - a.people || (a.topic < b.topic ? -1 : 1))
    .slice(0, most)
}
