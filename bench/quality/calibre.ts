import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { evidenceOfSought } from '#core/calibre/evidence/attention.ts'
import { titleEvidence } from '#core/calibre/evidence/title-evidence.ts'
import { titleLevel } from '#core/calibre/evidence/title.ts'
import { DEFAULT_FIELD_MEAN, combineCalibre } from '#core/calibre/combine.ts'
import { attentionHIndex } from '#core/graph/attention-h-index.ts'
import { hitsAuthorities } from '#core/graph/hits.ts'
import { inDegree } from '#core/graph/in-degree.ts'
import { pageRank } from '#core/graph/pagerank.ts'
import { sparseGraph } from '#core/graph/sparse-graph.ts'
import { BULK_AUDIENCE } from '#core/model/interaction.ts'
import { soughtByPerson } from '#core/scoring/calibre-of-people.ts'
import { descending, weightedAuc } from '#core/stats/auc.ts'
import { bootstrapInterval } from '#core/stats/bootstrap.ts'
import { seededRng } from '#core/stats/rng.ts'
import type { Row } from '../table.ts'
import { viewRows } from './calibre-views.ts'

/*
 * Protocol. Mail among 156 Enron employees, all of it: an edge from the sender to each recipient of a message, except
 * messages to more than 50. Truth: seniority (74 Senior, 82 Junior; Perry and Wolfe 2013), and the level that
 * kith's ladder reads from their titles. No parameter is fitted. Which measures the recipe of attention takes was
 * settled beforehand by what they are (h-index, PageRank and HITS count seekers by how sought they are, messages and
 * plain degree do not); that pairs of company count beside all pairs was seen on this set, as docs/the-maths/calibre.md
 * says, with all that was tried. People of whom nothing is known stand at the middle, as they do in worth.
 * Views: the messages that the mailboxes of 1, 5, 20 and 50 people hold, drawn anew many times; pairs are of people
 * who are both known to the graph. Intervals: bootstrap over people; over draws for the views.
 */

const SET = 'Enron seniority'
const RESAMPLES = 1000
const SEED = 20010901

type Employees = {
  readonly titles: readonly string[]
  readonly senior: Uint8Array
  readonly rowOf: Map<string, number>
}

const rows = async (path: string): Promise<string[][]> =>
  (await readFile(path, 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))

async function readEmployees(folder: string): Promise<Employees> {
  const table = await rows(join(folder, 'employees.tsv'))
  return {
    titles: table.map((row) => row[4] ?? ''),
    senior: Uint8Array.from(table, (row) => (row[6]?.trim() === 'Senior' ? 1 : 0)),
    rowOf: new Map(table.map((row, i) => [row[0] ?? '', i])),
  }
}

/** One row for each receipt: who wrote to whom, self and bulk left out; `grouped` where others were addressed, too. */
type Receipts = {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly grouped: Uint8Array
  /** Number of the message of each row. */
  readonly message: Int32Array
}

async function readReceipts(folder: string, people: ReadonlyMap<string, number>): Promise<Receipts> {
  const senders = new Map((await rows(join(folder, 'messages.tsv'))).map((row) => [row[0]!, row.at(-1)!]))
  const recipients = Map.groupBy(await rows(join(folder, 'recipients.tsv')), (row) => row[0]!)
  const from: number[] = []
  const to: number[] = []
  const grouped: number[] = []
  const messages: number[] = []
  for (const [message, receipts] of recipients) {
    const sender = people.get(senders.get(message) ?? '')
    const receivers = new Set(receipts.map((row) => people.get(row[2]!)))
    if (sender === undefined || receivers.size > BULK_AUDIENCE) continue
    const reached = [...receivers].filter((receiver) => receiver !== undefined && receiver !== sender)
    for (const receiver of reached) {
      from.push(sender)
      to.push(receiver!)
      grouped.push(Number(reached.length > 1))
      messages.push(Number(message))
    }
  }
  return {
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    grouped: Uint8Array.from(grouped),
    message: Int32Array.from(messages),
  }
}

/** AUC for seniority with its interval over people. */
function seniorityRow(method: string, scores: Float64Array, senior: Uint8Array): Row {
  const order = descending(scores)
  const value = weightedAuc(scores, senior, order, null)!
  const interval = bootstrapInterval(
    scores.length,
    (drawn) => weightedAuc(scores, senior, order, drawn),
    RESAMPLES,
    seededRng(SEED),
  )
  return { set: SET, method, metric: 'AUC Senior against Junior', value, ...interval, n: scores.length }
}

/** Share of the pairs of different title level that a score puts in the right order; ties count half. */
function levelPairsRow(method: string, scores: Float64Array, levels: Float64Array): Row {
  const pairs = (drawn: Float64Array | null): { right: number; all: number } => {
    let right = 0
    let all = 0
    for (let a = 0; a < scores.length; a++) {
      for (let b = 0; b < a; b++) {
        const weight = drawn === null ? 1 : drawn[a]! * drawn[b]!
        // NaN is a title without a level: no pair.
        if (weight === 0 || levels[a] === levels[b] || Number.isNaN(levels[a]! + levels[b]!)) continue
        all += weight
        const higher = (scores[a]! - scores[b]!) * (levels[a]! - levels[b]!)
        right += weight * (higher > 0 ? 1 : higher === 0 ? 0.5 : 0)
      }
    }
    return { right, all }
  }
  const share = (drawn: Float64Array | null): number | null => {
    const { right, all } = pairs(drawn)
    return all === 0 ? null : right / all
  }
  const interval = bootstrapInterval(scores.length, share, RESAMPLES, seededRng(SEED))
  return {
    set: SET,
    method,
    metric: 'pairs of titles in order',
    value: share(null)!,
    ...interval,
    n: scores.length,
  }
}

/** How well attention and titles tell seniority at Enron; says on standard error when the data is absent. */
export async function calibreQuality(dataDir: string): Promise<Row[]> {
  const folder = join(dataDir, 'enron')
  if (!existsSync(folder)) {
    console.error(`Skipped calibre: ${folder} is not there; KITH_DATA says where the data lies.`)
    return []
  }
  const { titles, senior, rowOf } = await readEmployees(folder)
  const people = titles.length
  const receipts = await readReceipts(folder, rowOf)
  const graph = sparseGraph(receipts, people)
  // All mail of everybody is here, as with `kith score --me all`: who writes and is sought by nobody is known to be.
  const soughtAs = soughtByPerson(receipts, new Set(receipts.from))
  const volume = new Float64Array(people)
  for (const receiver of receipts.to) volume[receiver]!++
  const orMean = (value: number | null): number =>
    value === null || Number.isNaN(value) ? DEFAULT_FIELD_MEAN : value
  const evidenceFor = (person: number) => {
    const sought = soughtAs(person)
    return sought === null ? null : evidenceOfSought(sought, people)
  }
  const calibre = (withTitle: boolean): Float64Array =>
    Float64Array.from(titles, (title, person) => {
      const evidence = [
        withTitle ? titleEvidence(title, { at: null, relevance: null }, 0) : null,
        evidenceFor(person),
      ].filter((each) => each !== null)
      return orMean(combineCalibre(evidence).value)
    })
  const levels = Float64Array.from(titles, (title) => titleLevel(title)?.level ?? NaN)
  const withoutTitles: readonly (readonly [string, Float64Array])[] = [
    ['volume: messages received', volume],
    ['in-degree: distinct senders', Float64Array.from(inDegree(graph))],
    ['PageRank', pageRank(graph)],
    ['HITS authority', hitsAuthorities(graph)],
    ['attention h-index, whole', Float64Array.from(attentionHIndex(graph).h)],
    ['attention level', Float64Array.from(titles, (_, person) => orMean(soughtAs(person)?.level ?? null))],
    ['calibre from attention alone', calibre(false)],
  ]
  return [
    ...withoutTitles.flatMap(([method, scores]) => [
      seniorityRow(method, scores, senior),
      levelPairsRow(method, scores, levels),
    ]),
    seniorityRow('title level', levels.map(orMean), senior),
    seniorityRow('calibre from titles and attention', calibre(true), senior),
    ...viewRows(receipts, senior, levels),
  ]
}
