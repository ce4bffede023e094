import { z } from 'zod'
import { meetSorts, peopleToMeet } from '#core/discover/people-to-meet.ts'
import type { Candidate } from '#core/discover/people-to-meet.ts'
import type { Sentences } from '#core/sentences/index.ts'
import { percent as probabilityInWords } from '#core/worth/wording.ts'
import { isoTimeOrNull } from './dates.ts'
import { operation } from './operation.ts'
import { networkGraph, twoWay } from './study/network-graph.ts'
import type { NetworkGraph } from './study/network-graph.ts'
import { pathsTo, tieEvidence } from './study/paths.ts'
import { personToMeet, studyShown } from './study/schemas.ts'
import type { NetworkState, PersonToMeet } from './study/schemas.ts'
import { percent, table } from './text.ts'
import { withoutStudy } from './study/words.ts'
import { wordsOf } from './words.ts'

/** Common contacts shown of each. */
const SHOWN = 5
const PATHS = 3

export const discoverPeople = operation({
  name: 'discover-people',
  description:
    'People whom kith saw beside those you know, and with whom you have no exchange both ways yet. Ranked by common contacts, then shared topics, then influence in your field; each with the best introductions and a request to send.',
  input: z.object({
    sort: z
      .enum(meetSorts)
      .default('common')
      .describe('By common contacts, or by influence in your field first'),
    search: z.string().max(200).default('').describe('Part of a name, title, organisation or topic'),
    limit: z.coerce.number().int().min(1).max(200).default(20).describe('How many at the most'),
    offset: z.coerce.number().int().min(0).default(0).describe('How many to pass over'),
  }),
  output: z.object({
    ...studyShown,
    total: z.number().int(),
    people: z.array(personToMeet),
  }),
  examples: [
    { title: 'Whom to meet next', input: {} },
    { title: 'Influence in your field first', input: { sort: 'calibre', limit: 5 } },
    { title: 'Somebody at Acme', input: { search: 'acme' } },
  ],
  cli: {
    json: ({ people }) => people,
    print: ({ text, people, total }) =>
      people.length === 0
        ? text
        : [
            table(
              [
                'id',
                'name',
                'title',
                'organisation',
                'influence',
                'in common',
                'best introduction',
                'through',
              ],
              people.map((person) => [
                String(person.id),
                person.name,
                person.title ?? '',
                person.organisation ?? '',
                percent(person.calibre),
                String(person.commonContacts),
                person.probability === null ? 'none' : probabilityInWords(person.probability),
                person.paths[0]?.steps
                  .slice(0, -1)
                  .map(({ name }) => name)
                  .join(', then ') ?? '',
              ]),
              28,
            ),
            `${people.length} of ${total}. ${text}`,
            `Open one with what to write: kith path ${people[0]?.id ?? ''}`,
          ].join('\n'),
  },
  mcp: { readOnly: true, name: 'discover' },
  long: true,
  run: async (context, { sort, search, limit, offset }) => {
    const words = wordsOf(context)
    const network = await networkGraph(context)
    if (typeof network === 'string') return { ...withoutStudy(network, words.discover), total: 0, people: [] }
    const at = isoTimeOrNull(network.facts.at)
    const shared = network.nodes.person.map((_, node) => network.topicsInCommon(node))
    const all = peopleToMeet(
      {
        ties: network.graph,
        own: network.own,
        calibre: network.calibre,
        sharedTopics: shared,
        candidate: Uint8Array.from(network.nodes.person, (_, node) => Number(isCandidate(network, node))),
      },
      sort,
    )
    const parts = search
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '')
    const found = parts.length === 0 ? all : all.filter(({ node }) => fits(network, node, parts))
    const asked = await context.store.introductions(context.owner)
    const people = found.slice(offset, offset + limit).map((candidate): PersonToMeet => {
      const { node, common } = candidate
      const profile = network.profile(node)
      const paths = pathsTo(network, node, PATHS, asked, shared[node] ?? [], words)
      const calibre = network.calibre[node]!
      return {
        id: network.nodes.person[node]!,
        name: network.name(node),
        organisation: profile?.organisation ?? null,
        title: profile?.title ?? null,
        calibre: Number.isNaN(calibre) ? null : calibre,
        commonContacts: common.length,
        common: common
          .slice(0, SHOWN)
          .map((other) => ({ id: network.nodes.person[other]!, name: network.name(other) })),
        sharedTopics: [...(shared[node] ?? [])],
        evidence: evidenceFor(network, candidate, shared[node] ?? [], words),
        probability: paths[0]?.probability ?? null,
        paths,
      }
    })
    return {
      ...told(network, all.length, found.length, search, offset, words.discover),
      total: found.length,
      people,
      at,
      old: network.old,
    }
  },
})

/** A person, known by name, without an exchange both ways so far. */
function isCandidate(network: NetworkGraph, node: number): boolean {
  const row = network.contact(node)
  return network.name(node) !== '' && (row === undefined || !twoWay(row))
}

function fits(network: NetworkGraph, node: number, words: readonly string[]): boolean {
  const profile = network.profile(node)
  const text = [profile?.name, profile?.title, profile?.organisation, ...(network.nodes.topics[node] ?? [])]
    .join(' ')
    .toLowerCase()
  return words.every((word) => text.includes(word))
}

/** Why somebody is proposed; each sentence from what was seen. */
function evidenceFor(
  network: NetworkGraph,
  { node, common }: Candidate,
  shared: readonly string[],
  words: Sentences,
): string[] {
  const names = common.slice(0, 3).map((other) => network.name(other))
  const row = network.contact(node)
  const { discover } = words
  return [
    discover.inCommon(common.length, names, common.length - names.length),
    ...(common[0] === undefined ? [] : [tieEvidence(network, common[0], node, words)]),
    ...(row === undefined || row.interactionsIn + row.interactionsOut === 0
      ? []
      : row.interactionsOut === 0
        ? [discover.theyWrote(row.interactionsIn)]
        : [discover.youWrote(row.interactionsOut)]),
    ...(shared.length === 0 ? [] : [discover.talksAbout(shared.slice(0, 3))]),
  ]
}

type Told = { readonly state: NetworkState; readonly text: string }

function told(
  network: NetworkGraph,
  all: number,
  found: number,
  search: string,
  offset: number,
  words: Sentences['discover'],
): Told {
  const { people, ties, vantagePoints } = network.facts
  if (people === 0) return { state: 'empty', text: words.nobodyYet }
  if (ties === 0) return { state: 'no-ties', text: words.noTies }
  if (all === 0 && !network.own.some((closeness) => closeness > 0))
    return { state: 'nothing', text: words.noTwoWay }
  if (all === 0) return { state: 'nothing', text: words.allKnown }
  if (found === 0) return { state: 'nothing', text: words.nobodyFits(all, search) }
  if (offset >= found) return { state: 'ok', text: words.onlySoMany(found, offset) }
  return { state: 'ok', text: words.view(vantagePoints) }
}
