import { attention } from '#core/calibre/evidence/attention.ts'
import { combineCalibre } from '#core/calibre/combine.ts'
import { evidenceOfSought, soughtOf } from '#core/calibre/evidence/attention.ts'
import { inDegree } from '#core/graph/in-degree.ts'
import { sparseGraph } from '#core/graph/sparse-graph.ts'
import { seededRng } from '#core/stats/rng.ts'
import type { Row } from '../table.ts'

type Receipts = {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly grouped: Uint8Array
  readonly message: Int32Array
}

const SET = 'Enron seniority'
const DRAWS = 100
const SEED = 20010902
const MAILBOXES = [1, 5, 20, 50] as const

/** The receipts of messages that somebody of these people sent or received. */
function seenBy(receipts: Receipts, people: ReadonlySet<number>): Receipts {
  const messages = new Set<number>()
  receipts.from.forEach((from, row) => {
    if (people.has(from) || people.has(receipts.to[row]!)) messages.add(receipts.message[row]!)
  })
  const rows = [...receipts.message.keys()].filter((row) => messages.has(receipts.message[row]!))
  return {
    from: Int32Array.from(rows, (row) => receipts.from[row]!),
    to: Int32Array.from(rows, (row) => receipts.to[row]!),
    grouped: Uint8Array.from(rows, (row) => receipts.grouped[row]!),
    message: Int32Array.from(rows, (row) => receipts.message[row]!),
  }
}

/** Share of pairs that differ in truth in which the higher score is right; ties count half, unknown is no pair. */
function pairsRight(scores: ArrayLike<number>, truth: ArrayLike<number>): { right: number; all: number } {
  let right = 0
  let all = 0
  for (let a = 0; a < scores.length; a++)
    for (let b = 0; b < a; b++) {
      const way = (scores[a]! - scores[b]!) * (truth[a]! - truth[b]!)
      if (truth[a] === truth[b] || Number.isNaN(way)) continue
      all++
      right += way > 0 ? 1 : way === 0 ? 0.5 : 0
    }
  return { right, all }
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN

/**
 * What so many mailboxes see of calibre without titles: attention and in-degree over pairs of people both known to the
 * graph, and for how many of the people calibre is spoken of at all.
 */
export function viewRows(receipts: Receipts, senior: Uint8Array, levels: Float64Array): Row[] {
  const people = senior.length
  return MAILBOXES.flatMap((mailboxes) => {
    const rng = seededRng(SEED + mailboxes)
    const seen: Record<string, number[]> = {}
    const note = (name: string, value: number): void => {
      if (!Number.isNaN(value)) (seen[name] ??= []).push(value)
    }
    for (let draw = 0; draw < DRAWS; draw++) {
      const drawn = new Set<number>()
      while (drawn.size < mailboxes) drawn.add(Math.floor(rng() * people))
      const view = seenBy(receipts, drawn)
      const found = attention(view, people)
      const degree = inDegree(sparseGraph(view, people))
      const known = Float64Array.from(degree, (each, i) => (Number.isNaN(found.levels[i]) ? NaN : each))
      const spoken = Array.from(senior, (_, person) => {
        const sought = soughtOf(found, person)
        return sought === null ? null : combineCalibre([evidenceOfSought(sought, mailboxes)]).value
      })
      for (const [method, scores] of [
        ['attention level', found.levels],
        ['in-degree: distinct senders', known],
      ] as const) {
        const bySenior = pairsRight(scores, senior)
        const byLevel = pairsRight(scores, levels)
        note(`${method}|AUC Senior against Junior`, bySenior.right / bySenior.all)
        note(`${method}|pairs of titles in order`, byLevel.right / byLevel.all)
      }
      note('calibre|share of people it speaks of', spoken.filter((value) => value !== null).length / people)
    }
    return Object.entries(seen).map(([name, values]): Row => {
      const [method, metric] = name.split('|') as [string, string]
      const sorted = values.toSorted((a, b) => a - b)
      return {
        set: `${SET}, ${mailboxes} mailbox${mailboxes === 1 ? '' : 'es'}`,
        method,
        metric,
        value: values.reduce((sum, value) => sum + value, 0) / values.length,
        low: quantile(sorted, 0.025),
        high: quantile(sorted, 0.975),
        n: people,
      }
    })
  })
}
