import { leiden } from '#core/graph/leiden.ts'
import { undirectedGraph } from '#core/graph/undirected.ts'
import { nameGroups } from '#core/discover/group-names.ts'
import { SeenTies } from '#core/discover/seen-ties.ts'
import type { TieColumns } from '#core/discover/seen-ties.ts'
import { calibreOf, soughtByPerson } from '#core/scoring/calibre-of-people.ts'
import { PersonTopics } from '#core/topics/person-topics.ts'
import { keywordKey } from '#core/topics/keywords.ts'
import { personId } from '#core/model/ids.ts'
import { roles } from '#core/model/interaction.ts'
import { isAttention } from '#core/model/records.ts'
import type { PersonId } from '#core/model/ids.ts'
import { allContacts } from '../all-contacts.ts'
import { calibreSources } from '../network.ts'
import type { Context } from '../operation.ts'
import { organisationDomain } from '../organisations/domains.ts'
import { breathe } from '../run.ts'
import type { TellShare } from '../share-told.ts'
import type { KeptGroup, KeptNodes, KeptStructure } from './kept.ts'
import { type Facts, peopleWords } from './people-words.ts'
import { inside } from './ties-inside.ts'

/** Ties less likely than this are noise: one long list of recipients, years ago. */
const LEAST_TIE = 0.02
const MOST_TIES = 300_000
/** People of the structure; contacts first. */
const MOST_PEOPLE = 20_000
/** Topics kept of a person. */
const TOPICS = 5
/** A word the owner used once is no topic of theirs. */
const OWN_TIMES = 2
/** Roles in which somebody speaks, instead of being spoken to; by their codes. */
const SPEAKS = roles.map((role) => role === 'from' || role === 'organiser' || role === 'attendee')

/** Which share of the time is over when groups are looked for, and when they are named; in a network of 30,000 people. */
const GROUPS_AT = 0.7
const NAMES_AT = 0.8

/** Who knows whom, in which groups, and what each talks about, as seen at a time. */
export async function studyStructure(
  context: Context,
  me: PersonId,
  at: number,
  tell: TellShare,
): Promise<KeptStructure> {
  const { store, owner } = context
  tell(0, 'seeing who knows whom')
  const { interactions } = await store.counts(owner)
  let read = 0
  const facts = await store.facts()
  const { namesOf, never } = await peopleWords(context, me, facts)
  const seen = new SeenTies(at, me)
  const talk = new PersonTopics(never)
  const spoken = new Map<string, number>()
  await store.eachSeen(owner, at, ({ participants, at: when, channel, subject, keywords, owner: of }) => {
    tell(GROUPS_AT * Math.min(1, read++ / interactions))
    seen.add(participants, when, channel)
    if (of !== owner) return
    const words = talk.add(new Set(participants.map(({ person }) => person)), subject, keywords)
    if (participants.some(({ person, role }) => person === me && SPEAKS[role] === true))
      for (const word of words) spoken.set(word, (spoken.get(word) ?? 0) + 1)
  })
  for (const { kind, from, to, at: when } of await store.declarations(owner))
    if (from !== 'owner' && to !== 'owner' && !isAttention(kind) && (when === null || when < at))
      seen.declare(from, to)
  await breathe(context.signal)
  tell(GROUPS_AT, 'finding groups')
  const ties = seen.columns(LEAST_TIE, MOST_TIES)
  const people = await peopleOf(context, ties)
  const graph = undirectedGraph(inside(ties, people), people.length)
  const found = leiden(graph)
  await breathe(context.signal)
  tell(NAMES_AT, 'naming groups')
  const nodes: KeptNodes = {
    person: people,
    group: [...found.group].map((id, node) => (graph.offsets[node] === graph.offsets[node + 1] ? -1 : id)),
    calibre: await calibreOfOthers(context, me, people, facts, at),
    topics: people.map((person) => talk.of(person, TOPICS, namesOf(person))),
  }
  const own = new Set([...spoken].filter(([, times]) => times >= OWN_TIMES).map(([word]) => keywordKey(word)))
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
    facts: {
      at,
      people: people.length,
      ties: ties.length,
      modularity: found.modularity,
      vantagePoints: await store.vantagePoints(),
      groups: await groupsOf(context, nodes),
      sharedTopics: [...new Set(nodes.topics.flat())].filter((topic) => own.has(keywordKey(topic))),
    },
  }
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

/** Calibre of those who are no contacts and so have no scores; null for contacts, and where it is unknown. */
async function calibreOfOthers(
  context: Context,
  me: PersonId,
  people: readonly PersonId[],
  facts: Facts,
  at: number,
): Promise<(number | null)[]> {
  const rows = await allContacts(context)
  const scored = new Set(rows.map((row) => row.personId))
  const soughtAs = soughtByPerson(await context.store.attention(at))
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
