/** `node bench/fold.ts [--json]`: how fast a ledger becomes closeness and trust. */
import { closenessColumn } from '#core/closeness/closeness.ts'
import { trustColumn } from '#core/closeness/trust.ts'
import { foldLedger } from '#core/ledger/fold-ledger.ts'
import { LedgerBuilder } from '#core/ledger/ledger.ts'
import type { Ledger } from '#core/ledger/ledger.ts'
import { byTie } from '#core/ledger/by-tie.ts'
import { channelCode } from '#core/model/interaction.ts'
import { DAY_MS } from '#core/stats/decay.ts'
import { below, seededRng } from '#core/stats/rng.ts'
import { runFromCommandLine } from './bench.ts'
import type { Bench } from './bench.ts'
import { tableLines } from './table.ts'

const ROWS = 1_000_000
const TIES = 30_000
const DAYS = 3650
const RUNS = 7

/** Ten years of mail with 30,000 people, few of whom get most of it; rows in random order. */
function generated(): Ledger {
  const rng = seededRng(1)
  const builder = new LedgerBuilder()
  for (let row = 0; row < ROWS; row++) {
    const tie = Math.floor(TIES * rng() ** 3)
    const audience = rng() < 0.6 ? 1 : 1 + below(rng, 70)
    builder.push(
      tie,
      Math.floor(rng() * DAYS * DAY_MS),
      below(rng, 2),
      channelCode('mail'),
      audience,
      audience > 50,
    )
  }
  return builder.finish(TIES)
}

/** Median of the wall-clock milliseconds of several runs. */
function medianMs(work: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!
}

export const fold: Bench = {
  name: 'fold',
  summary: `closeness and trust of ${TIES.toLocaleString('en')} ties from ${ROWS.toLocaleString('en')} events`,
  async run({ json }) {
    const shuffled = generated()
    const ordered = byTie(shuffled)
    const at = DAYS * DAY_MS
    const score = (ledger: Ledger): void => {
      const columns = foldLedger(ledger, at)
      closenessColumn(columns)
      trustColumn(columns)
    }
    const results = [
      { name: 'rows by person and time, as a store returns them', ms: medianMs(() => score(ordered)) },
      { name: 'rows in random order', ms: medianMs(() => score(shuffled)) },
    ]
    if (json) {
      for (const { name, ms } of results) {
        console.log(
          JSON.stringify({
            bench: 'fold',
            input: name,
            rows: ROWS,
            ties: TIES,
            ms,
            rowsPerSecond: (ROWS / ms) * 1000,
          }),
        )
      }
      return
    }
    const body = results.map(({ name, ms }) => [
      name,
      ms.toFixed(0),
      Math.round((ROWS / ms) * 1000).toLocaleString('en'),
    ])
    for (const line of tableLines(['ledger to closeness and trust', 'ms', 'rows/s'], body)) console.log(line)
  },
}

if (import.meta.main) await runFromCommandLine(process.argv.slice(2), () => fold)
