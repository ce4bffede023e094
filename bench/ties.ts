/** `npm run bench -- ties`: how well one mailbox sees the ties among others, and the weights of seen ties. */
import { SeenTies, probabilityOf } from '#core/discover/seen-ties.ts'
import type { SeenFeatures } from '#core/discover/seen-ties.ts'
import { channelCode, roleCode } from '#core/model/interaction.ts'
import { auc } from '#core/stats/auc.ts'
import { DAY_MS } from '#core/stats/decay.ts'
import { sigmoid } from '#core/stats/logistic.ts'
import type { Bench } from './bench.ts'
import { readMessages } from './quality/mail-log.ts'
import type { Message } from './quality/mail-log.ts'
import { tableLines } from './table.ts'

const CUTS = [0.55, 0.65, 0.75, 0.85]
const HORIZON_DAYS = 30
const MAIL = channelCode('mail')
const FROM = roleCode('from')
const TO = roleCode('to')

/** A pair of others as one ego saw it before a cut, and whether the two exchanged both ways after it. */
type Case = { readonly seen: SeenFeatures; readonly exchanged: 0 | 1 }

const key = (a: number, b: number): number => Math.min(a, b) * 100_000 + Math.max(a, b)

function casesAt(messages: readonly Message[], at: number): Case[] {
  const wrote = new Map<number, number>()
  for (const { atMs, from, to } of messages)
    if (atMs >= at && atMs < at + HORIZON_DAYS * DAY_MS)
      for (const other of to)
        if (other !== from)
          wrote.set(key(from, other), (wrote.get(key(from, other)) ?? 0) | (from < other ? 1 : 2))
  const views = new Map<number, SeenTies>()
  for (const { atMs, from, to } of messages) {
    if (atMs >= at) continue
    const people = [...new Set(to)]
    const participants = [{ person: from, role: FROM }, ...people.map((person) => ({ person, role: TO }))]
    for (const ego of new Set([from, ...people])) {
      const view = views.get(ego) ?? new SeenTies(at)
      views.set(ego, view)
      view.add(participants, atMs, MAIL)
    }
  }
  const cases: Case[] = []
  for (const [ego, view] of views)
    for (const seen of view.features())
      if (seen.a !== ego && seen.b !== ego)
        cases.push({ seen, exchanged: wrote.get(key(seen.a, seen.b)) === 3 ? 1 : 0 })
  return cases
}

const row = ({ exchanged, bothWays, shared, days }: SeenFeatures): number[] => [
  1,
  exchanged,
  bothWays,
  shared,
  days,
]

/** Logistic regression by Newton's method with a slight ridge, so that separable data has an answer. */
function fit(cases: readonly Case[]): number[] {
  const width = 5
  let weights = new Array<number>(width).fill(0)
  for (let step = 0; step < 25; step++) {
    const gradient = weights.map((weight, i) => (i === 0 ? 0 : -weight))
    const hessian = weights.map((_, i) => weights.map((__, j) => (i === j ? 1 : 0)))
    for (const { seen, exchanged } of cases) {
      const x = row(seen)
      const p = sigmoid(x.reduce((sum, value, i) => sum + value * weights[i]!, 0))
      for (let i = 0; i < width; i++) {
        gradient[i]! += (exchanged - p) * x[i]!
        for (let j = 0; j < width; j++) hessian[i]![j]! += p * (1 - p) * x[i]! * x[j]!
      }
    }
    const change = solve(hessian, gradient)
    weights = weights.map((weight, i) => weight + change[i]!)
  }
  return weights
}

/** Solves a small linear system by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, i) => [...line, right[i]!])
  for (let i = 0; i < rows.length; i++) {
    const pivot = rows
      .slice(i)
      .reduce((best, _, k) => (Math.abs(rows[i + k]![i]!) > Math.abs(rows[best]![i]!) ? i + k : best), i)
    ;[rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!]
    for (let k = 0; k < rows.length; k++) {
      if (k === i) continue
      const factor = rows[k]![i]! / rows[i]![i]!
      for (let j = i; j <= rows.length; j++) rows[k]![j]! -= factor * rows[i]![j]!
    }
  }
  return rows.map((line, i) => line[rows.length]! / line[i]!)
}

const measured = (cases: readonly Case[], predict: (seen: SeenFeatures) => number) => {
  const predicted = cases.map(({ seen }) => predict(seen))
  const labels = cases.map(({ exchanged }) => exchanged)
  const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length
  return {
    auc: auc(predicted, labels) ?? NaN,
    brier: mean(predicted.map((p, i) => (p - labels[i]!) ** 2)),
    predicted: mean(predicted),
    observed: mean(labels),
  }
}

export const ties: Bench = {
  name: 'ties',
  summary: 'ties among others as one mailbox sees them: weights, and how well they foretell',
  async run({ json, dataDir }) {
    const sets = (await readMessages(dataDir)).map(({ name, messages }) => {
      const times = messages.map((message) => message.atMs).sort((a, b) => a - b)
      return {
        name,
        cases: CUTS.flatMap((share) => casesAt(messages, times[Math.floor(share * times.length)]!)),
      }
    })
    const results = sets.flatMap(({ name, cases }) => {
      const weights = fit(cases)
      const others = sets.filter((set) => set.name !== name).flatMap((set) => set.cases)
      const foreign = others.length === 0 ? null : fit(others)
      const by = (w: readonly number[]) => (seen: SeenFeatures) =>
        sigmoid(row(seen).reduce((sum, value, i) => sum + value * w[i]!, 0))
      const line = (
        method: string,
        predict: (seen: SeenFeatures) => number,
        fitted: readonly number[] | null,
      ) => ({
        set: name,
        method,
        n: cases.length,
        ...measured(cases, predict),
        weights: fitted,
      })
      return [
        line('shipped weights', probabilityOf, null),
        line('fitted here', by(weights), weights),
        ...(foreign === null ? [] : [line('fitted on the other set', by(foreign), foreign)]),
        line('messages seen between the two', (seen) => seen.exchanged, null),
        line('messages both were sent', (seen) => seen.shared, null),
      ]
    })
    if (sets.length > 1) {
      // Each set weighs about the same in the fit; it is judged on all cases of both.
      const pooled = fit(
        sets.flatMap(({ cases }) => cases.filter((_, i) => i % Math.ceil(cases.length / 50_000) === 0)),
      )
      const all = sets.flatMap(({ cases }) => cases)
      results.push({
        set: 'both',
        method: 'fitted on both, equally',
        n: all.length,
        ...measured(all, (seen) => sigmoid(row(seen).reduce((sum, value, i) => sum + value * pooled[i]!, 0))),
        weights: pooled,
      })
    }
    if (json) {
      for (const result of results) console.log(JSON.stringify({ bench: 'ties', ...result }))
      return
    }
    const body = results.map((r) => [
      `${r.set}: ${r.method}`,
      r.auc.toFixed(3),
      r.brier.toFixed(4),
      r.predicted.toFixed(4),
      r.observed.toFixed(4),
      String(r.n),
      r.weights?.map((w) => w.toFixed(2)).join(' ') ?? '',
    ])
    for (const text of tableLines(
      [
        'ties among others',
        'AUC',
        'Brier',
        'foretold',
        'came',
        'n',
        'constant exchanged bothWays shared days',
      ],
      body,
    ))
      console.log(text)
  },
}
