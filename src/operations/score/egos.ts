import { DEFAULT_FIELD_MEAN } from '#core/calibre/combine.ts'
import { type FieldRelevance, fieldRelevance, fieldTerms, fieldWeights } from '#core/calibre/field.ts'
import { FieldSubjects, type Talk, usualTalk } from '#core/calibre/talk.ts'
import { SeekingPairs } from '#core/calibre/seeking-pairs.ts'
import { closenessColumn } from '#core/closeness/closeness.ts'
import { trustColumn } from '#core/closeness/trust.ts'
import { foldLedger } from '#core/ledger/fold-ledger.ts'
import { LedgerBuilder } from '#core/ledger/ledger.ts'
import { eachTouchpoint, touchpointsOf } from '#core/ledger/touchpoints.ts'
import type { PersonId } from '#core/model/ids.ts'
import { isAttention } from '#core/model/records.ts'
import { nobodiesAmong } from '#core/identity/directory.ts'
import { namesIn } from '#core/identity/profile.ts'
import { roleCode } from '#core/model/interaction.ts'
import {
  calibreOf,
  type CalibreSources,
  endorsementsByPerson,
  soughtByPerson,
  type Stated,
  workTexts,
} from '#core/scoring/calibre-of-people.ts'
import type { ScoringTimes } from '#core/scoring/end-of-data.ts'
import { isTwoWay } from '#core/scoring/tie-standing.ts'
import { networkWorth } from '#core/worth/worth.ts'
import { assumedGoal } from '../default-goal.ts'
import { endorsementsOf } from '../network.ts'
import type { Gathered } from './gather.ts'
import type { PairCloseness } from './learned-closeness.ts'
import { talkOf, talksIn } from './talk.ts'

/** The scores of one alter as one ego sees them. */
export type TieScore = {
  readonly ego: number
  readonly person: PersonId
  readonly closeness: number
  readonly trust: number
  readonly calibre: number | null
  readonly worth: number
  readonly interactions: { readonly in: number; readonly out: number; readonly together: number }
  readonly lastAt: number | null
}

const FROM = roleCode('from')

/** Numbers pairs of an ego and a person as ties, in the order in which they are first seen. */
class Ties {
  readonly pairs: { readonly ego: number; readonly person: PersonId }[] = []
  readonly #numbers = new Map<number, Map<number, number>>()

  /** When each person was first seen; those who are declared alone are missing. */
  readonly firstSeen = new Map<number, number>()

  number(ego: number, person: number, at?: number): number {
    if (at !== undefined && !((this.firstSeen.get(person) ?? Infinity) <= at)) this.firstSeen.set(person, at)
    let ofEgo = this.#numbers.get(ego)
    if (ofEgo === undefined) this.#numbers.set(ego, (ofEgo = new Map()))
    const known = ofEgo.get(person)
    if (known !== undefined) return known
    ofEgo.set(person, this.pairs.length)
    this.pairs.push({ ego, person: person as PersonId })
    return this.pairs.length - 1
  }
}

/** What one pass over the interactions leaves. */
type Seen = {
  readonly ties: Ties
  /** Events of ties that are not closed yet. */
  readonly events: LedgerBuilder
  readonly pairs: SeekingPairs
  /** Who wrote anything but bulk. */
  readonly authors: ReadonlySet<number>
  readonly talk: ReadonlyMap<number, Talk>
}

/** Goes through the interactions once: ties of the egos with their events, who seeks whom, who talks about the field. */
function seenBy(
  gathered: Gathered,
  egos: readonly (readonly PersonId[])[],
  field: string,
  { until, known }: ScoringTimes,
  nobodies: ReadonlySet<number>,
): Seen {
  const egoOf = new Map<number, number>()
  egos.forEach((people, ego) => people.forEach((person) => egoOf.set(person, ego)))
  const single = egos.length === 1 ? egos[0] : undefined
  const ties = new Ties()
  const events = new LedgerBuilder()
  const pairs = new SeekingPairs()
  const authors = new Set<number>()
  const subjects = new FieldSubjects(field)
  const wanted = fieldTerms(field).length > 0
  const marks = new Map<number, number[]>()
  for (const seen of gathered.interactions) {
    const { at, channel } = seen
    if (at >= until) continue
    if (!seen.bulk) {
      if (at < known) pairs.add(seen.participants.filter(({ person }) => !nobodies.has(person)))
      for (const { person, role } of seen.participants) if (role === FROM) authors.add(person)
    }
    const mark = wanted && at < known ? subjects.mark(seen.subject, seen.keywords) : 0
    const push = (ego: number, person: number, direction: number, audience: number, bulk: boolean): void => {
      if (mark !== 0 && !bulk && talksIn(channel, direction)) {
        const before = marks.get(person)
        if (before === undefined) marks.set(person, [mark])
        else before.push(mark)
      }
      events.push(ties.number(ego, person, at), at, direction, channel, audience, bulk)
    }
    if (single !== undefined)
      for (const touch of touchpointsOf(seen, (person) => single.includes(person as PersonId)))
        push(0, touch.person, touch.direction, touch.audience, touch.bulk)
    else
      eachTouchpoint(seen, (from, person, direction, audience, _role, bulk) => {
        const ego = egoOf.get(from)
        if (ego !== undefined) push(ego, person, direction, audience, bulk)
      })
  }
  const talk = new Map<number, Talk>()
  for (const [person, mine] of marks) {
    const found = subjects.talkOf(Float64Array.from(mine))
    if (found !== null) talk.set(person, found)
  }
  return { ties, events, pairs, authors, talk }
}

/**
 * Scores the network of each ego, in one pass over the interactions.
 * `ego` of a result is the position in `egos`. Every alter with any history is there, bulk included.
 * @param pairwise closeness by a model that looks at more than a tie itself; null for the shipped default
 */
export function scoreEgos(
  gathered: Gathered,
  egos: readonly (readonly PersonId[])[],
  field: string,
  times: ScoringTimes,
  pairwise: PairCloseness | null = null,
): TieScore[] {
  const nobodies = nobodiesAmong(
    [...gathered.identitiesOf].flatMap(([person, identities]) =>
      identities.map((identity) => ({ identity, person })),
    ),
    (person) => namesIn(gathered.factsOf.get(person as PersonId) ?? []),
  )
  const seen = seenBy(gathered, egos, field, times, nobodies)
  const { ties } = seen
  addGivenAttention(gathered, egos, times.known, nobodies, seen.pairs)
  addDeclared(gathered, egos, times.at, ties)
  const columns = foldLedger(seen.events.finish(ties.pairs.length), times.at)
  const shipped = closenessColumn(columns)
  const trust = trustColumn(columns)
  const closenessOfTie = (tie: number, ego: number, person: PersonId): number => {
    const me = egos[ego]?.[0]
    return pairwise === null || me === undefined ? (shipped[tie] ?? 0) : pairwise(me, person)
  }
  const calibre = calibreByPerson(gathered, egos, field, times, seen)
  const scores = ties.pairs.map(({ ego, person }, tie): TieScore => {
    const lastMs = columns.lastMs[tie] ?? NaN
    return {
      ego,
      person,
      closeness: closenessOfTie(tie, ego, person),
      trust: trust[tie] ?? 0,
      calibre: calibre(person),
      worth: 0,
      interactions: {
        in: columns.in[tie] ?? 0,
        out: columns.out[tie] ?? 0,
        together: columns.together[tie] ?? 0,
      },
      lastAt: Number.isNaN(lastMs) ? null : lastMs,
    }
  })
  // Role addresses and machines count for nothing, as in the store.
  const people = scores.filter(({ person }) => !nobodies.has(person))
  return [...Map.groupBy(people, (score) => score.ego).values()].flatMap(withWorth)
}

/** Who passed on or liked what whom wrote seeks them, as in the store; what has no time was before any. */
function addGivenAttention(
  gathered: Gathered,
  egos: readonly (readonly PersonId[])[],
  before: number,
  nobodies: ReadonlySet<number>,
  pairs: SeekingPairs,
): void {
  const owner = egos.length === 1 ? egos[0]?.[0] : undefined
  for (const { kind, from, to, at } of gathered.declarations) {
    if (!isAttention(kind) || (at !== null && at >= before)) continue
    const [one, other] = [from, to].map((end) => (end === 'owner' ? owner : gathered.personOf.get(end)))
    if (one === undefined || other === undefined || one === other) continue
    if (!nobodies.has(one) && !nobodies.has(other)) pairs.addPair(one, other, false)
  }
}

/**
 * Declared contacts without an event are ties too, of a single ego: declarations are the owner's. What is declared at
 * or after the time is not seen.
 */
function addDeclared(
  gathered: Gathered,
  egos: readonly (readonly PersonId[])[],
  before: number,
  ties: Ties,
): void {
  if (egos.length !== 1) return
  const declarations = gathered.declarations.filter(({ kind }) => !isAttention(kind))
  for (const { from, to, at } of [...declarations, ...gathered.endorsements]) {
    if (at !== null && at >= before) continue
    for (const someone of [from, to]) {
      const person = someone === 'owner' ? undefined : gathered.personOf.get(someone)
      if (person !== undefined && egos[0]?.includes(person) === false) ties.number(0, person)
    }
  }
}

/**
 * The times that say when the data ends: of the interactions that a single ego takes part in, since what goes on
 * among others says nothing of theirs; of all where everybody is an ego.
 */
export function timesOf(gathered: Gathered, egos: readonly (readonly PersonId[])[]): Float64Array {
  const single = egos.length === 1 ? egos[0] : undefined
  const taken =
    single === undefined
      ? gathered.interactions
      : gathered.interactions.filter(
          (seen) => touchpointsOf(seen, (person) => single.includes(person as PersonId)).length > 0,
        )
  return Float64Array.from(taken, (seen) => seen.at)
}

/** What lists with keys say; nobody has rated anybody where nothing is stored. */
function statedIn(gathered: Gathered, relevance: FieldRelevance): (person: number) => Stated | undefined {
  const byPerson = Map.groupBy(gathered.listings, ({ identityId }) =>
    identityId === null ? undefined : gathered.personOf.get(identityId),
  )
  return (person) => {
    const rows = byPerson.get(person as PersonId)
    return rows === undefined
      ? undefined
      : {
          rating: null,
          listings: rows.map((row) => ({ ...row, relevance: relevance([row.field, row.list]) })),
        }
  }
}

/** How the words of the field tell, over those who were contacts by then, as in the store. */
function relevanceFor(
  gathered: Gathered,
  field: string,
  { at, known }: ScoringTimes,
  ties: Ties,
): FieldRelevance {
  const contacts = [...new Set(ties.pairs.map(({ person }) => person))].filter(
    (person) => (ties.firstSeen.get(person) ?? -Infinity) < known,
  )
  const texts = contacts.map((person) => workTexts(gathered.factsOf.get(person) ?? [], at))
  return fieldRelevance(field, fieldWeights(field, texts))
}

/** Calibre of whoever is asked for, each worked out once; null is unknown. */
function calibreByPerson(
  gathered: Gathered,
  egos: readonly (readonly PersonId[])[],
  field: string,
  times: ScoringTimes,
  { ties, pairs, authors, talk }: Seen,
): (person: PersonId) => number | null {
  const relevance = relevanceFor(gathered, field, times, ties)
  // Whoever writes is a vantage point where everybody's view is asked for; one person alone is one.
  const seenWhole = egos.length === 1 ? new Set<number>() : authors
  const vantagePoints = Math.max(1, seenWhole.size)
  const sources: CalibreSources = {
    soughtAs: soughtByPerson(pairs.columns(), seenWhole),
    vantagePoints,
    relevance,
    talk: talkOf({ talk, usual: usualTalk(field, talk.values()) }, vantagePoints),
    stated: statedIn(gathered, relevance),
  }
  const owner = egos[0]?.[0] as PersonId
  const person = (someone: number | 'owner'): PersonId =>
    someone === 'owner' ? owner : (gathered.personOf.get(someone) as PersonId)
  const endorsedBy = endorsementsByPerson(
    endorsementsOf(
      gathered.endorsements.map((each) => ({ ...each, from: person(each.from), to: person(each.to) })),
      owner,
      relevance,
    ),
  )
  const known = new Map<PersonId, number | null>()
  return (of) => {
    const held = known.get(of)
    if (held !== undefined) return held
    const { value } = calibreOf(
      of,
      gathered.factsOf.get(of) ?? [],
      sources,
      endorsedBy.get(of) ?? [],
      times.at,
    )
    known.set(of, value)
    return value
  }
}

function withWorth(scores: readonly TieScore[]): TieScore[] {
  const { contactWorth } = networkWorth(
    {
      closeness: Float64Array.from(scores, (score) => score.closeness),
      trust: Float64Array.from(scores, (score) => score.trust),
      calibre: Float64Array.from(scores, (score) => score.calibre ?? NaN),
      twoWay: Uint8Array.from(scores, (score) => (isTwoWay(score.interactions) ? 1 : 0)),
    },
    [assumedGoal],
    { fieldMean: DEFAULT_FIELD_MEAN },
  )
  return scores.map((score, i) => ({ ...score, worth: contactWorth[i] ?? 0 }))
}
