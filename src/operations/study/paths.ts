import { introductionRequest } from '#core/discover/introduction-request.ts'
import { introductionPaths } from '#core/graph/introduction-paths.ts'
import type { Path } from '#core/graph/introduction-paths.ts'
import type { Sentences } from '#core/sentences/index.ts'
import type { IntroductionRow } from '#store/introductions.ts'
import type { NetworkGraph } from './network-graph.ts'
import type { IntroductionPath } from './schemas.ts'

/** What a tie between two others was seen from, in words. */
export function tieEvidence(network: NetworkGraph, a: number, b: number, words: Sentences): string {
  const row = network.tieBetween(a, b)
  const [one, other] = [network.name(a), network.name(b)]
  if (row === null) return words.discover.noTie(one, other)
  const { exchanged, shared, last, declared } = network.ties
  return words.discover.tie(
    one,
    other,
    { exchanged: exchanged[row]!, shared: shared[row]!, declared: declared[row] === 1 },
    last[row] ?? null,
    network.facts.at,
  )
}

/** The best introductions to somebody as kith shows them. */
export function pathsTo(
  network: NetworkGraph,
  target: number,
  count_: number,
  asked: readonly IntroductionRow[],
  sharedTopics: readonly string[],
  words: Sentences,
): IntroductionPath[] {
  const { graph, own, willing } = network
  const found = introductionPaths({ ties: graph, own, willing }, target, count_)
  return found.map((path) => shown(network, path, target, asked, sharedTopics, words))
}

function shown(
  network: NetworkGraph,
  path: Path,
  target: number,
  asked: readonly IntroductionRow[],
  topics: readonly string[],
  words: Sentences,
): IntroductionPath {
  const nodes = [...path.through, target]
  const [first = target, second = target] = nodes
  const request = asked.find(
    ({ to, via }) => to === network.nodes.person[target] && via === network.nodes.person[first],
  )
  const row = network.tieBetween(first, second)
  return {
    probability: path.probability,
    steps: nodes.map((node, i) => {
      const before = nodes[i - 1]
      const tie = before === undefined ? null : network.tieBetween(before, node)
      return {
        id: network.nodes.person[node]!,
        name: network.name(node),
        closeness:
          before === undefined ? network.own[node]! : tie === null ? 0 : network.ties.probability[tie]!,
        willing: node === target ? null : network.willing[node]!,
        evidence:
          before === undefined
            ? words.discover.ownTie(network.name(node))
            : tieEvidence(network, before, node, words),
      }
    }),
    message: introductionRequest(
      {
        via: network.name(first),
        to: network.name(target),
        organisation: network.profile(target)?.organisation ?? null,
        between: second === target ? null : network.name(second),
        topics,
        exchanged: row === null ? 0 : network.ties.exchanged[row]!,
        shared: row === null ? 0 : network.ties.shared[row]!,
      },
      words.draft,
    ),
    asked: request?.state ?? null,
    introductionId: request?.id ?? null,
  }
}
