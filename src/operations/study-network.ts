import { z } from 'zod'
import { leiden } from '#core/graph/leiden.ts'
import { undirectedGraph } from '#core/graph/undirected.ts'
import { nameGroups } from '#core/discover/group-names.ts'
import { SeenTies } from '#core/discover/seen-ties.ts'
import type { TieColumns } from '#core/discover/seen-ties.ts'
import { foldWords } from '#core/calibre/words.ts'
import { calibreOf, soughtByPerson } from '#core/scoring/calibre-of-people.ts'
import { ConversationTopics } from '#core/topics/conversation-topics.ts'
import { keywordKey } from '#core/topics/keywords.ts'
import { PersonTopics } from '#core/topics/person-topics.ts'
import { personId } from '#core/model/ids.ts'
import { isAttention } from '#core/model/records.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { PersonFactRow } from '#store/store.ts'
import { isoTimeOrNull } from './dates.ts'
import { describeMe } from './describe-me.ts'
import { freshScores } from './fresh-scores.ts'
import { organisationDomain } from './organisations/domains.ts'
import { calibreSources } from './network.ts'
import { type Context, operation } from './operation.ts'
import { breathe } from './run.ts'
import type { Kept, KeptGroup, KeptNodes } from './study/kept.ts'
import { keptPart } from './study/kept.ts'
import { layOut } from './study/layout.ts'

/** Ties less likely than this are noise: one long list of recipients, years ago. */
const LEAST_TIE = 0.02
const MOST_TIES = 300_000
/** People of the structure; contacts first. */
const MOST_PEOPLE = 20_000
/** Topics kept of a person. */
const TOPICS = 5

/** What the kept study was made from: where it differs, it is made again. */
export async function studyMark(context: Context): Promise<string | null> {
  const { store, owner } = context
  const row = await store.owner(owner)
  if (row.me === null) return null
  const { people, identities, interactions, touchpoints, declarations } = await store.counts(owner)
  return ['2', row.me, row.scoredAt, people, identities, interactions, touchpoints, declarations].join(':')
}

/** Sees to it that the kept study is of the present data; nothing happens while it is not known whose it is. */
export async function freshStudy(context: Context): Promise<boolean> {
  await freshScores(context)
  const mark = await studyMark(context)
  if (mark === null) return false
  if ((await context.store.studyMark(context.owner)) !== mark) await context.run(studyNetwork, {})
  return true
}

export const studyNetwork = operation({
  name: 'study-network',
  summary: 'Studies the structure of your network anew: ties among others, groups, topics, the map.',
  description: 'kith does this by itself when you look at any of them after an import or a change.',
  input: z.object({}),
  output: z.object({
    people: z.number().int(),
    ties: z.number().int(),
    groups: z.number().int(),
    studiedAt: z.iso.datetime().nullable().describe('Null while it is not known whose network this is'),
  }),
  examples: [],
  http: { method: 'post', path: '/study' },
  long: true,
  run: async (context) => {
    const { store, owner } = context
    await freshScores(context)
    const mark = await studyMark(context)
    const { me, scoredAt } = await store.owner(owner)
    if (mark === null || me === null) return { people: 0, ties: 0, groups: 0, studiedAt: null }
    const at = scoredAt ?? context.now()
    const kept = await study(context, me, at)
    await breathe(context.signal)
    await store.saveStudy(owner, mark, kept)
    return {
      people: kept.facts.people,
      ties: kept.facts.ties,
      groups: kept.facts.groups.length,
      studiedAt: isoTimeOrNull(at),
    }
  },
})

async function study(context: Context, me: PersonId, at: number): Promise<Kept> {
  const { store, owner } = context
  const step = (name: string, done: number, total: number): void =>
    context.progress({ step: name, done, total, unit: 'contacts' })
  step('seeing who knows whom', 0, 4)
  const facts = await store.facts()
  const names = nameWords(facts)
  const own = new Set([
    ...(names.get(me) ?? []),
    ...foldWords((await describeMe(context)).name ?? '').map(keywordKey),
    ...firstNames(facts),
  ])
  const seen = new SeenTies(at, me)
  const talk = new PersonTopics(own)
  await store.eachSeen(owner, at, ({ participants, at: when, channel, subject, keywords, owner: of }) => {
    seen.add(participants, when, channel)
    if (of === owner) talk.add(new Set(participants.map(({ person }) => person)), subject, keywords)
  })
  for (const { kind, from, to } of await store.declarations(owner))
    if (from !== 'owner' && to !== 'owner' && !isAttention(kind)) seen.declare(from, to)
  await breathe(context.signal)
  step('finding groups', 1, 4)
  const ties = seen.columns(LEAST_TIE, MOST_TIES)
  const people = await peopleOf(context, ties)
  const place = new Map(people.map((person, node) => [person, node]))
  const kept = inside(ties, place)
  const graph = undirectedGraph(kept, people.length)
  const found = leiden(graph)
  const group = found.group.map((id, node) => (graph.offsets[node] === graph.offsets[node + 1] ? -1 : id))
  await breathe(context.signal)
  step('reading topics', 2, 4)
  const conversations = new ConversationTopics(own, (person) => names.get(person as PersonId) ?? NONE)
  await store.eachConversation(owner, at, (row) => conversations.add(row))
  const topics = people.map((person) => talk.of(person, TOPICS, names.get(person)))
  await breathe(context.signal)
  step('drawing the map', 3, 4)
  const before = await positionsBefore(context)
  const { x, y } = await layOut(
    kept,
    group,
    (node) => before.get(people[node]!) ?? null,
    context.signal,
    (done, total) => step('drawing the map', 3 + done / total, 4),
  )
  const nodes: KeptNodes = {
    person: people,
    group: [...group],
    x: [...x],
    y: [...y],
    calibre: await calibreOfOthers(context, me, people, facts, at),
    topics,
  }
  return {
    ties: {
      a: [...ties.a].map(personId),
      b: [...ties.b].map(personId),
      probability: [...ties.probability].map((p) => Math.round(p * 1e5) / 1e5),
      exchanged: [...ties.exchanged],
      shared: [...ties.shared],
      last: [...ties.lastMs].map((time) => (Number.isNaN(time) ? null : time)),
      declared: [...ties.declared],
    },
    nodes,
    topics: conversations.finish(),
    facts: {
      at,
      people: people.length,
      ties: ties.length,
      modularity: found.modularity,
      vantagePoints: await store.vantagePoints(),
      groups: await groupsOf(context, nodes),
    },
  }
}

const NONE: ReadonlySet<string> = new Set()

/** What is known of everybody: read once, and looked at for several things. */
type Facts = readonly PersonFactRow[]

/** The words of everybody's name, as keywordKey() makes them. */
function nameWords(facts: Facts): ReadonlyMap<PersonId, ReadonlySet<string>> {
  const words = new Map<PersonId, Set<string>>()
  for (const fact of facts) {
    if (fact.field !== 'name') continue
    const known = words.get(fact.personId) ?? new Set<string>()
    words.set(fact.personId, known)
    for (const word of foldWords(fact.value)) known.add(keywordKey(word))
  }
  return words
}

/** First names that several people bear: in a subject they stand for somebody, not for a topic. */
function firstNames(facts: Facts): readonly string[] {
  const bearers = new Map<string, Set<PersonId>>()
  for (const fact of facts) {
    const [first, ...others] = fact.field === 'name' ? foldWords(fact.value) : []
    if (first === undefined || others.length === 0) continue
    const key = keywordKey(first)
    const known = bearers.get(key)
    if (known) known.add(fact.personId)
    else bearers.set(key, new Set([fact.personId]))
  }
  return [...bearers].filter(([, people]) => people.size > 1).map(([name]) => name)
}

/**
 * The people of the structure: contacts, then others by how likely their ties are, in an order that does not depend
 * on the order of imports.
 */
async function peopleOf(context: Context, ties: TieColumns): Promise<PersonId[]> {
  const { store, owner } = context
  const { rows } = await store.people(owner, {
    sort: 'closeness',
    reverse: false,
    search: '',
    limit: MOST_PEOPLE,
    offset: 0,
  })
  const chosen = new Set<number>(rows.map((row) => row.personId))
  const strength = new Map<number, number>()
  for (let tie = 0; tie < ties.length; tie++)
    for (const person of [ties.a[tie]!, ties.b[tie]!])
      strength.set(person, (strength.get(person) ?? 0) + ties.probability[tie]!)
  const keyOf = await firstKeys(context)
  const byKey = (a: number, b: number): number => ((keyOf.get(a) ?? '') < (keyOf.get(b) ?? '') ? -1 : 1)
  const others = [...strength]
    .filter(([person]) => !chosen.has(person))
    .sort(([a, s], [b, t]) => t - s || byKey(a, b))
  for (const [person] of others) {
    if (chosen.size >= MOST_PEOPLE) break
    chosen.add(person)
  }
  return [...chosen].sort(byKey).map(personId)
}

/** The first of each person's keys in the order of their spelling. */
async function firstKeys(context: Context): Promise<ReadonlyMap<number, string>> {
  const { keys, personIds } = await context.store.directory()
  const first = new Map<number, string>()
  keys.forEach((key, i) => {
    const person = personIds[i] as number
    const known = first.get(person)
    if (known === undefined || key < known) first.set(person, key)
  })
  return first
}

/** The ties among these people, as columns of node numbers. */
function inside(ties: TieColumns, place: ReadonlyMap<number, number>) {
  const rows = Int32Array.from({ length: ties.length }, (_, tie) => tie).filter(
    (tie) => place.has(ties.a[tie]!) && place.has(ties.b[tie]!),
  )
  return {
    from: rows.map((tie) => place.get(ties.a[tie]!) ?? 0),
    to: rows.map((tie) => place.get(ties.b[tie]!) ?? 0),
    weight: Float64Array.from(rows, (tie) => ties.probability[tie]!),
  }
}

async function positionsBefore(context: Context) {
  const nodes = await keptPart(context, 'nodes')
  return new Map(nodes?.person.map((person, i) => [person, { x: nodes.x[i] ?? 0, y: nodes.y[i] ?? 0 }]) ?? [])
}

/** Calibre of those who are no contacts and so have no scores; null for contacts, and where it is unknown. */
async function calibreOfOthers(
  context: Context,
  me: PersonId,
  people: readonly PersonId[],
  facts: Facts,
  at: number,
): Promise<(number | null)[]> {
  const { store, owner } = context
  const { rows } = await store.people(owner, {
    sort: 'name',
    reverse: false,
    search: '',
    limit: 1_000_000,
    offset: 0,
  })
  const scored = new Set(rows.map((row) => row.personId))
  const soughtAs = soughtByPerson(await store.attention(at))
  const { sources, endorsedBy } = await calibreSources(context, me, soughtAs)
  const factsOf = Map.groupBy(facts, (fact) => fact.personId)
  return people.map((person) =>
    scored.has(person)
      ? null
      : calibreOf(person, factsOf.get(person) ?? [], sources, endorsedBy.get(person) ?? [], at).value,
  )
}

/** Groups of at least three with what to call them. */
async function groupsOf(context: Context, nodes: KeptNodes): Promise<KeptGroup[]> {
  const profiles = await context.store.profiles(nodes.person)
  const { keys, personIds } = await context.store.directory()
  const domains = new Map<number, string>()
  keys.forEach((key, i) => {
    const domain = key.startsWith('mail:') ? organisationDomain({ kind: 'mail', value: key.slice(5) }) : null
    if (domain !== null) domains.set(personIds[i] as number, domain)
  })
  const members = Map.groupBy(nodes.person.keys(), (i) => nodes.group[i] ?? -1)
  const kept = [...members].filter(([id, of]) => id >= 0 && of.length >= 3).sort(([a], [b]) => a - b)
  const names = nameGroups(
    kept.map(([, of]) =>
      of.map((i) => {
        const person = nodes.person[i]!
        return {
          organisation: profiles.get(person)?.organisation ?? null,
          domain: domains.get(person) ?? null,
          topics: nodes.topics[i] ?? [],
        }
      }),
    ),
  )
  return kept.map(([id, of], i) => ({ id, size: of.length, ...names[i]! }))
}
