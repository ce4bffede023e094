import { introductionRequest } from '#core/discover/introduction-request.ts'
import { introductionPaths } from '#core/graph/introduction-paths.ts'
import type { Path } from '#core/graph/introduction-paths.ts'
import { dayInWords } from '#core/model/civil-date.ts'
import { count } from '../text.ts'
import type { IntroductionRow } from '#store/introductions.ts'
import type { NetworkGraph } from './network-graph.ts'
import type { IntroductionPath } from './schemas.ts'

/** What a tie between two others was seen from, in words. */
export function tieEvidence(network: NetworkGraph, a: number, b: number): string {
  const row = network.tieBetween(a, b)
  const pair = `${network.name(a)} and ${network.name(b)}`
  if (row === null) return `${pair}: no tie seen.`
  const { exchanged, shared, last, declared } = network.ties
  const seen = [
    ...(exchanged[row]! > 0 ? [count(exchanged[row]!, 'message or meeting', 'messages or meetings')] : []),
    ...(shared[row]! > 0 ? [`${count(shared[row]!, 'message')} that both got`] : []),
    ...(declared[row] === 1 ? ['a tie that one of them states'] : []),
  ]
  const at = last[row] ?? null
  const when = at === null ? '' : `, last on ${dayInWords(at, network.facts.at)}`
  return `${pair}: ${seen.join(', ')} seen${when}.`
}

/** The best introductions to somebody as kith shows them. */
export function pathsTo(
  network: NetworkGraph,
  target: number,
  count_: number,
  asked: readonly IntroductionRow[],
  sharedTopics: readonly string[],
): IntroductionPath[] {
  const { graph, own, willing } = network
  const found = introductionPaths({ ties: graph, own, willing }, target, count_)
  return found.map((path) => shown(network, path, target, asked, sharedTopics))
}

function shown(
  network: NetworkGraph,
  path: Path,
  target: number,
  asked: readonly IntroductionRow[],
  topics: readonly string[],
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
            ? `You and ${network.name(node)} are in touch both ways.`
            : tieEvidence(network, before, node),
      }
    }),
    message: introductionRequest({
      via: network.name(first),
      to: network.name(target),
      organisation: network.profile(target)?.organisation ?? null,
      between: second === target ? null : network.name(second),
      topics,
      exchanged: row === null ? 0 : network.ties.exchanged[row]!,
      shared: row === null ? 0 : network.ties.shared[row]!,
    }),
    asked: request?.state ?? null,
    introductionId: request?.id ?? null,
  }
}
