import { introductionPaths } from '#core/graph/introduction-paths.ts'
import { peopleToMeet } from '#core/discover/people-to-meet.ts'
import type { PersonRow } from '#store/store.ts'
import type { Context } from '../operation.ts'
import { networkGraph, twoWay } from './network-graph.ts'

/** People worth an introduction that are looked at, the most influential first. */
const LOOKED_AT = 100
/** Influence from which an introduction is worth asking for. */
const HIGH = 0.6

/** Whom a contact could introduce, how likely that is, and what a contact like that brings. */
export type Offer = {
  readonly person: number
  readonly name: string
  readonly probability: number
  readonly value: number
}

/**
 * The best introduction each contact could make to somebody of influence whom the user does not know yet, by contact.
 * What somebody new would bring is what the present contacts bring for each unit of calibre, times theirs.
 */
export async function introductionOffers(
  context: Context,
  contacts: readonly PersonRow[],
): Promise<ReadonlyMap<number, Offer>> {
  const network = await networkGraph(context, contacts)
  const offers = new Map<number, Offer>()
  if (typeof network === 'string') return offers
  const { graph, own, calibre, willing, nodes } = network
  let brought = 0
  let influence = 0
  nodes.person.forEach((_, node) => {
    const row = network.contact(node)
    if (row === undefined || row.calibre === null || own[node] === 0) return
    brought += row.contribution
    influence += row.calibre
  })
  if (influence === 0) return offers
  const candidate = Uint8Array.from(nodes.person, (_, node) => {
    const row = network.contact(node)
    return Number(network.name(node) !== '' && (row === undefined || !twoWay(row)))
  })
  // What was asked once is for the user to ask again, not for the plan.
  const asked = new Set(
    (await context.store.introductions(context.owner)).map(({ via, to }) => `${via} ${to}`),
  )
  const found = peopleToMeet({ ties: graph, own, calibre, sharedTopics: [], candidate }, 'calibre')
  for (const { node } of found.slice(0, LOOKED_AT)) {
    if (!(calibre[node]! >= HIGH)) break
    const value = (brought / influence) * calibre[node]!
    for (const { probability, through } of introductionPaths({ ties: graph, own, willing }, node)) {
      const via = nodes.person[through[0]!]!
      if (asked.has(`${via} ${nodes.person[node]!}`)) continue
      const known = offers.get(via)
      if (known === undefined || probability * value > known.probability * known.value)
        offers.set(via, { person: nodes.person[node]!, name: network.name(node), probability, value })
    }
  }
  return offers
}
