/** `node bench/main.ts <name> [part…] [--json]`: runs one bench; without a name it lists them. */
import { BenchError, runFromCommandLine } from './bench.ts'
import type { Bench } from './bench.ts'
import { fold } from './fold.ts'
import { identity } from './identity.ts'
import { graphBench } from './graph.ts'
import { importBench } from './import.ts'
import { quality } from './quality.ts'
import { score } from './score.ts'
import { simulation } from './simulation.ts'
import { store } from './store.ts'
import { tableLines } from './table.ts'
import { ties } from './ties.ts'
import { webBench } from './web.ts'
import { worthBench } from './worth.ts'

const benches: readonly Bench[] = [
  quality,
  fold,
  score,
  importBench,
  identity,
  store,
  ties,
  graphBench,
  simulation,
  worthBench,
  webBench,
]

function choose(name: string | undefined): Bench | null {
  if (name === undefined) {
    const rows = benches.map((bench) => [bench.name, bench.summary])
    for (const line of tableLines(['bench', 'measures'], rows)) console.log(line)
    return null
  }
  const bench = benches.find((one) => one.name === name)
  if (!bench) {
    const names = benches.map((one) => one.name).join(', ')
    throw new BenchError(`There is no bench called ${name}; there are ${names}.`)
  }
  return bench
}

await runFromCommandLine(process.argv.slice(2), choose)
