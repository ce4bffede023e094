import { closenessColumn } from '#core/closeness/closeness.ts'
import { byTie } from '#core/ledger/by-tie.ts'
import { foldLedger } from '#core/ledger/fold-ledger.ts'
import { brier, calibrationError } from '#core/stats/calibration.ts'
import type { Row } from '../table.ts'
import { decay, frequency, geometricMeans, interactionsRank, recency } from './baselines.ts'
import type { Baseline, Past } from './baselines.ts'
import { bgNbd } from './bg-nbd.ts'
import { aucRows, cutsOf, meanAuc } from './cuts.ts'
import type { Cut } from './cuts.ts'
import { mailLogs } from './mail-log.ts'
import type { MailLog } from './mail-log.ts'

const HALF_LIVES_DAYS = [3.5, 7, 14, 30, 60, 90, 120, 180, 360, 720]

const closenessDefault: Baseline = ({ columns }) => closenessColumn(columns)

const methods: readonly (readonly [name: string, baseline: Baseline])[] = [
  ['frequency', frequency],
  ['recency', recency],
  ['Interactions Rank, half-life 7 d', interactionsRank(7)],
  ['BG/NBD', bgNbd],
  ['decay, half-life 30 d', decay(30)],
  ['Σ ln geometric means, four half-lives', geometricMeans],
]

/** The scores of the cases of each cut. */
const scored = (cuts: readonly Cut[], pasts: readonly Past[], baseline: Baseline): Float64Array[] =>
  cuts.map((cut, c) => {
    const scores = baseline(pasts[c]!)
    return Float64Array.from(cut.ties, (tie) => scores[tie]!)
  })

/** Interactions Rank at whichever half-life does best on this very set: the strongest case for it. */
function bestInteractionsRank(
  cuts: readonly Cut[],
  pasts: readonly Past[],
): { name: string; scores: Float64Array[] } {
  const tried = HALF_LIVES_DAYS.map((days) => {
    const scores = scored(cuts, pasts, interactionsRank(days))
    return { name: `Interactions Rank, best half-life (${days} d)`, scores, area: meanAuc(cuts, scores) }
  })
  return tried.reduce((best, one) => (one.area > best.area ? one : best))
}

function logRows(log: MailLog): Row[] {
  const ledger = byTie(log.ledger)
  const cuts = cutsOf(log, ledger)
  const pasts = cuts.map((cut) => ({ ledger, columns: foldLedger(ledger, cut.at) }))
  const rows = methods.flatMap(([name, baseline]) => aucRows(log, name, cuts, scored(cuts, pasts, baseline)))
  const best = bestInteractionsRank(cuts, pasts)
  rows.push(...aucRows(log, best.name, cuts, best.scores))

  const method = 'closeness, shipped default'
  const scores = scored(cuts, pasts, closenessDefault)
  const probabilities = scores.flatMap((column) => [...column])
  const labels = cuts.flatMap((cut) => [...cut.labels])
  const n = labels.length
  rows.push(
    ...aucRows(log, method, cuts, scores),
    { set: log.name, method, metric: 'Brier', value: brier(probabilities, labels) ?? NaN, n },
    {
      set: log.name,
      method,
      metric: 'calibration error',
      value: calibrationError(probabilities, labels) ?? NaN,
      n,
    },
  )
  return rows
}

/**
 * How well closeness tells who will be in touch, both ways, in the 30 days after a cut time.
 *
 * Protocol: cuts at .55, .65, .75 and .85 of the messages; every ordered pair of people with any history before the
 * cut, those with nothing but bulk among them; the mean over cuts. Intervals: 95 %, egos resampled. Brier score and
 * calibration error: all cuts together.
 */
export async function closenessQuality(dataDir: string): Promise<Row[]> {
  return (await mailLogs(dataDir)).flatMap(logRows)
}
