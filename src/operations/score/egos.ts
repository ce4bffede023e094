import { attention } from '#core/calibre/evidence/attention.ts'
import { DEFAULT_FIELD_MEAN } from '#core/calibre/combine.ts'
import type { Endorsement } from '#core/calibre/evidence/endorsement.ts'
import { fieldRelevance } from '#core/calibre/field.ts'
import { closenessColumn } from '#core/closeness/closeness.ts'
import { trustColumn } from '#core/closeness/trust.ts'
import { foldLedger } from '#core/ledger/fold-ledger.ts'
import { LedgerBuilder } from '#core/ledger/ledger.ts'
import { eachTouchpoint, touchpointsOf } from '#core/ledger/touchpoints.ts'
import type { PersonId } from '#core/model/ids.ts'
import { channelCode, directionCode, roleCode } from '#core/model/interaction.ts'
import { calibreOf, endorsementsByPerson } from '#core/scoring/calibre-of-people.ts'
import { isTwoWay } from '#core/scoring/score-ties.ts'
import { networkWorth } from '#core/worth/worth.ts'
import { assumedGoal } from '../default-goal.ts'
import type { Gathered } from './gather.ts'

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

const OUT = directionCode('out')

/** Numbers pairs of an ego and a person as ties, in the order in which they are first seen. */
class Ties {
  readonly pairs: { readonly ego: number; readonly person: PersonId }[] = []
  readonly #numbers = new Map<number, Map<number, number>>()

  number(ego: number, person: number): number {
    let ofEgo = this.#numbers.get(ego)
    if (ofEgo === undefined) this.#numbers.set(ego, (ofEgo = new Map()))
    const known = ofEgo.get(person)
    if (known !== undefined) return known
    ofEgo.set(person, this.pairs.length)
    this.pairs.push({ ego, person: person as PersonId })
    return this.pairs.length - 1
  }
}

/**
 * Scores the network of each ego from events before `at` (epoch milliseconds), in one pass over the interactions.
 * `ego` of a result is the position in `egos`. Every alter with any history is there, bulk included.
 */
export function scoreEgos(
  gathered: Gathered,
  egos: readonly (readonly PersonId[])[],
  field: string,
  at: number,
): TieScore[] {
  const egoOf = new Map<number, number>()
  egos.forEach((people, ego) => people.forEach((person) => egoOf.set(person, ego)))
  const ties = new Ties()
  const builder = new LedgerBuilder()
  const edges = { from: [] as number[], to: [] as number[] }
  const authors = new Set<number>()
  for (const { at: atMs, channel, bulk, participants } of gathered.interactions) {
    if (atMs >= at) continue
    const seen = {
      channel: channelCode(channel),
      bulk,
      participants: participants.map(({ person, role }) => ({ person, role: roleCode(role) })),
    }
    const single = egos.length === 1 ? egos[0] : undefined
    if (single !== undefined)
      for (const touch of touchpointsOf(seen, (person) => single.includes(person as PersonId)))
        builder.push(
          ties.number(0, touch.person),
          atMs,
          touch.direction,
          seen.channel,
          touch.audience,
          touch.bulk,
        )
    eachTouchpoint(seen, (from, person, direction, audience, _role, marked) => {
      if (direction === OUT && !marked) {
        edges.from.push(from)
        edges.to.push(person)
        authors.add(from)
      }
      const ego = single === undefined ? egoOf.get(from) : undefined
      if (ego !== undefined)
        builder.push(ties.number(ego, person), atMs, direction, seen.channel, audience, marked)
    })
  }
  addDeclared(gathered, egos, ties)
  const columns = foldLedger(builder.finish(ties.pairs.length), at)
  const closeness = closenessColumn(columns)
  const trust = trustColumn(columns)
  const calibre = calibreByPerson(gathered, egos, edges, egos.length === 1 ? 1 : authors.size, field, at)
  const scores = ties.pairs.map(({ ego, person }, tie): TieScore => {
    const lastMs = columns.lastMs[tie] ?? NaN
    return {
      ego,
      person,
      closeness: closeness[tie] ?? 0,
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
  return [...Map.groupBy(scores, (score) => score.ego).values()].flatMap(withWorth)
}

/** Declared contacts without an event are ties too, of a single ego: declarations are the owner's. */
function addDeclared(gathered: Gathered, egos: readonly (readonly PersonId[])[], ties: Ties): void {
  if (egos.length !== 1) return
  for (const { from, to } of [...gathered.declarations, ...gathered.endorsements])
    for (const someone of [from, to]) {
      const person = someone === 'owner' ? undefined : gathered.personOf.get(someone)
      if (person !== undefined && egos[0]?.includes(person) === false) ties.number(0, person)
    }
}

function calibreByPerson(
  gathered: Gathered,
  egos: readonly (readonly PersonId[])[],
  edges: { readonly from: readonly number[]; readonly to: readonly number[] },
  vantagePoints: number,
  field: string,
  at: number,
): (person: PersonId) => number | null {
  const relevance = fieldRelevance(field)
  const nodes = new Map<number, number>()
  const dense = (person: number): number => {
    const known = nodes.get(person)
    if (known !== undefined) return known
    nodes.set(person, nodes.size)
    return nodes.size - 1
  }
  const from = Int32Array.from(edges.from, dense)
  const to = Int32Array.from(edges.to, dense)
  const sources = {
    attention: nodes.size === 0 ? null : attention({ from, to }, nodes.size),
    nodeOf: (person: number) => nodes.get(person),
    vantagePoints,
    relevance,
  }
  const owner = egos[0]?.[0] ?? -1
  const person = (someone: number | 'owner'): number =>
    someone === 'owner' ? owner : (gathered.personOf.get(someone) ?? -1)
  const endorsedBy = endorsementsByPerson(
    gathered.endorsements.map((each): Endorsement => ({
      from: person(each.from),
      to: person(each.to),
      kind: each.kind === 'recommendation' ? 'recommendation' : 'skill',
      level: null,
      relevance: each.topic === null ? null : relevance([each.topic]),
      at: each.at,
    })),
  )
  const known = new Map<PersonId, number | null>()
  return (of) => {
    const held = known.get(of)
    if (held !== undefined) return held
    const { value } = calibreOf(of, gathered.factsOf.get(of) ?? [], sources, endorsedBy.get(of) ?? [], at)
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
