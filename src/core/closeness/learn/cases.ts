import { decayed } from '../../stats/decay.ts'
import type { Cases } from '../../stats/logistic-fit.ts'
import type { ClosenessTerm } from '../model.ts'
import type { Window } from './windows.ts'

/** A window weighs half as much for each such span that it lies further back: habits change. */
const RECENCY_HALF_LIFE_MS = 60 * 86_400_000
/** More cases than this of one window are thinned: the fit would take longer and know no more. */
const MOST_CASES_PER_WINDOW = 4_000

/** Every how many of the cases where nothing happened are taken; those where something did are taken all. */
function thinning({ labels }: Window): number {
  const happened = labels.reduce((sum, label) => sum + label, 0)
  const room = Math.max(MOST_CASES_PER_WINDOW / 2, MOST_CASES_PER_WINDOW - happened)
  return Math.max(1, Math.ceil((labels.length - happened) / room))
}

/**
 * The ties of several windows as cases for a fit: each candidate's ln(1 + scale · value) a column. Of cases without an
 * exchange, where there are very many, every k-th is taken and counts k times.
 */
export function casesOf(windows: readonly Window[], terms: readonly ClosenessTerm[]): Cases {
  const newest = Math.max(...windows.map((window) => window.at))
  const chosen = windows.map((window) => {
    const every = thinning(window)
    let passed = 0
    const rows: number[] = []
    for (let i = 0; i < window.labels.length; i++)
      if (window.labels[i] === 1 || passed++ % every === 0) rows.push(i)
    return { window, every, rows }
  })
  const length = chosen.reduce((sum, { rows }) => sum + rows.length, 0)
  const width = terms.length
  const values = new Float64Array(length * width)
  const labels = new Uint8Array(length)
  const weights = new Float64Array(length)
  let row = 0
  for (const { window, every, rows } of chosen) {
    const recency = decayed(newest - window.at, RECENCY_HALF_LIFE_MS)
    for (const i of rows) {
      for (let j = 0; j < width; j++) {
        const { feature, scale } = terms[j]!
        values[row * width + j] = Math.log(1 + scale * (feature.of(window.columns, i) ?? 0))
      }
      labels[row] = window.labels[i]!
      weights[row] = recency * window.weights[i]! * (labels[row] === 1 ? 1 : every)
      row++
    }
  }
  return { length, width, values, labels, weights }
}
