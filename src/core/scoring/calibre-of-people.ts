import {
  attention,
  type Attention,
  evidenceOfSought,
  type SeekingColumns,
  type Sought,
  soughtOf,
} from '../calibre/evidence/attention.ts'
import { type Calibre, combineCalibre } from '../calibre/combine.ts'
import { type Endorsement, endorsementEvidence } from '../calibre/evidence/endorsement.ts'
import type { Evidence } from '../calibre/evidence/evidence.ts'
import { titleEvidence } from '../calibre/evidence/title-evidence.ts'
import { audienceEvidence } from '../calibre/evidence/audience.ts'
import { credentialsEvidence } from '../calibre/evidence/credentials.ts'
import { type Listing, listsEvidence } from '../calibre/evidence/lists.ts'
import { ratingEvidence } from '../calibre/evidence/rating.ts'
import type { FieldRelevance } from '../calibre/field.ts'
import { relevanceWithTalk } from '../calibre/talk.ts'

/** Something a source says of a person, as far as calibre needs it. */
export type CalibreFact = {
  readonly field: string
  readonly value: string
  /** Epoch milliseconds; null where the source does not say when it held. */
  readonly at: number | null
  /** When it was last seen to hold, where `at` says nothing; for choosing among several. */
  readonly seenAt?: number | null
}

/** What the user and lists say of a person. */
export type Stated = {
  /** The user's own rating in [0, 1], and when they gave it; null is none. */
  readonly rating: { readonly level: number; readonly at: number } | null
  readonly listings: readonly Listing[]
}

/** Everything calibre is judged from that is not about one person alone. */
export type CalibreSources = {
  /** How sought after a person is; null is unknown. */
  readonly soughtAs: (person: number) => Sought | null
  /** Mailboxes that the attention graph was seen from. */
  readonly vantagePoints: number
  readonly relevance: FieldRelevance
  /**
   * How near a person's talk is to the field, in [0, 1], null is unknown; and the mailboxes it is seen from. Absent
   * where nobody's talk is known.
   */
  readonly talk?: { readonly of: (person: number) => number | null; readonly views: number }
  /** Absent where nobody rates and no list is imported. */
  readonly stated?: (person: number) => Stated | undefined
}

/**
 * How sought after everybody is, from the pairs of who seeks whom.
 * @param pairs ids of people, as SeekingPairs gives them
 * @param seenWhole people all of whose own messages the data holds: that nobody who is sought seeks them is known then,
 * and puts them below all who are sought
 */
export function soughtByPerson(
  pairs: SeekingColumns,
  seenWhole: ReadonlySet<number> = new Set(),
): (person: number) => Sought | null {
  const { nodeOf, graph } = soughtIn(pairs)
  return (person) => {
    const node = nodeOf[person] ?? -1
    const sought = node < 0 ? null : soughtOf(graph, node)
    if (sought !== null || !seenWhole.has(person)) return sought
    return { level: 0, seekers: node < 0 ? 0 : (graph.seekers[node] ?? 0), soughtSeekers: 0 }
  }
}

/** Attention, and which node of its graph each person is (−1 for nobody). */
type SoughtIn = { readonly nodeOf: Int32Array; readonly graph: Attention }

/**
 * The pairs looked at last, and what came of them: most scorings of everybody follow a change that brought no
 * message, and to see that takes a thousandth of the time.
 */
let last: (SoughtIn & { readonly pairs: SeekingColumns }) | null = null

const same = (
  one: Int32Array | Uint8Array | undefined,
  other: Int32Array | Uint8Array | undefined,
): boolean => one?.length === other?.length && (one?.every((value, i) => value === other?.[i]) ?? true)

function soughtIn(pairs: SeekingColumns): SoughtIn {
  if (
    last === null ||
    !(['from', 'to', 'grouped'] as const).every((name) => same(last?.pairs[name], pairs[name]))
  )
    last = { pairs, ...attentionAmong(pairs) }
  return last
}

function attentionAmong(pairs: SeekingColumns): SoughtIn {
  // Ids are small: a column by id is far quicker than a map where there are many pairs. Numbered as the ids are, so
  // that pairs in the order of ids stay in order.
  let most = 0
  for (const ids of [pairs.from, pairs.to])
    for (let row = 0; row < ids.length; row++) if (ids[row]! > most) most = ids[row]!
  const nodeOf = new Int32Array(most + 1).fill(-1)
  for (const ids of [pairs.from, pairs.to]) for (let row = 0; row < ids.length; row++) nodeOf[ids[row]!] = 0
  let nodes = 0
  for (let id = 0; id <= most; id++) if (nodeOf[id] === 0) nodeOf[id] = nodes++
  const dense = (ids: Int32Array): Int32Array => {
    const column = new Int32Array(ids.length)
    for (let row = 0; row < ids.length; row++) column[row] = nodeOf[ids[row]!]!
    return column
  }
  return { nodeOf, graph: attention({ ...pairs, from: dense(pairs.from), to: dense(pairs.to) }, nodes) }
}

/** Endorsements by whom they are for, so that each person looks at their own only. */
export const endorsementsByPerson = (
  all: readonly Endorsement[],
): ReadonlyMap<number, readonly Endorsement[]> => Map.groupBy(all, (each) => each.to)

/** What facts seen before `now` say of a person's line of work. */
export const workTexts = (facts: readonly CalibreFact[], now: number): string[] =>
  facts.filter((fact) => isAboutWork(fact, now)).map((fact) => fact.value)

/** Whether a fact seen before `now` tells somebody's line of work. */
export const isAboutWork = (fact: CalibreFact, now: number): boolean =>
  ABOUT_WORK.has(fact.field) && (fact.at === null || fact.at < now)

/** Fields that tell a person's line of work. */
const ABOUT_WORK: ReadonlySet<string> = new Set(['organisation', 'title', 'industry'])

const timeOf = (fact: CalibreFact): number => fact.at ?? fact.seenAt ?? -Number.MAX_VALUE

/** The largest audience that a source counts. */
function audienceOf(facts: readonly CalibreFact[], now: number): ReturnType<typeof audienceEvidence> {
  const counts = (field: string) =>
    facts
      .filter((fact) => fact.field === field)
      .map((fact) => ({ count: Number(fact.value), at: fact.at }))
      .sort((a, b) => b.count - a.count || timeless(b.at) - timeless(a.at))[0]
  const followers = counts('followers')
  return audienceEvidence(
    followers?.count ?? null,
    counts('following')?.count ?? null,
    followers?.at ?? null,
    now,
  )
}

const timeless = (at: number | null): number => at ?? -Number.MAX_VALUE

/**
 * Calibre of one person from all evidence seen before `now` (epoch milliseconds): the newest title, endorsements and
 * recommendations by others, lists, credentials, audience, the attention graph, the user's own rating.
 */
export function calibreOf(
  person: number,
  facts: readonly CalibreFact[],
  sources: CalibreSources,
  endorsements: readonly Endorsement[],
  now: number,
): Calibre {
  const known = facts.filter((fact) => fact.at === null || fact.at < now)
  const evidence: Evidence[] = []
  const { relevance, talk } = sources
  const about = relevanceWithTalk(
    relevance(workTexts(known, now)),
    talk?.of(person) ?? null,
    talk?.views ?? 0,
  )
  const titles = known
    .filter((fact) => fact.field === 'title')
    .sort((a, b) => timeOf(b) - timeOf(a) || (a.value < b.value ? -1 : 1))
    .map((fact) => titleEvidence(fact.value, { at: fact.at, relevance: about }, now))
  const title = titles.find((each) => each !== null)
  if (title) evidence.push(title)
  const endorsed = endorsementEvidence(person, endorsements, now)
  if (endorsed !== null) evidence.push(endorsed)
  const { rating = null, listings = [] } = sources.stated?.(person) ?? {}
  const listed = listsEvidence(listings, now)
  if (listed !== null) evidence.push(listed)
  const credited = credentialsEvidence(
    known.filter(({ field }) => field === 'name').map(({ value }) => value),
  )
  if (credited !== null) evidence.push(credited)
  const audience = audienceOf(known, now)
  if (audience !== null) evidence.push(audience)
  // Given today about what the data shows: a rating holds whatever time is looked at.
  if (rating !== null) evidence.push(ratingEvidence(rating.level, rating.at))
  const sought = sources.soughtAs(person)
  if (sought !== null) evidence.push(evidenceOfSought(sought, sources.vantagePoints))
  return combineCalibre(evidence)
}
