/** `node bench/identity.ts [quality] [speed] [fit] [--json]`: who is who, on generated directories with known truth. */
import { BenchError, runFromCommandLine } from './bench.ts'
import type { Bench } from './bench.ts'
import { fitIdentity } from './identity/fit.ts'
import { identityQuality } from './identity/quality.ts'
import { identitySpeed } from './identity/speed.ts'
import { printRows } from './table.ts'
import type { Row } from './table.ts'

const parts: Readonly<Record<string, () => Promise<Row[]> | Row[]>> = {
  quality: identityQuality,
  speed: identitySpeed,
  fit: fitIdentity,
}

export const identity: Bench = {
  name: 'identity',
  summary: 'who is who: precision and recall on generated directories, time and memory (fit: the priors)',
  async run(options) {
    const names = options.parts.length > 0 ? options.parts : ['quality', 'speed']
    for (const name of names) {
      const part = parts[name]
      if (!part)
        throw new BenchError(`identity has no part called ${name}; it has ${Object.keys(parts).join(', ')}.`)
      printRows(await part(), options.json)
    }
  },
}

if (import.meta.main) await runFromCommandLine(process.argv.slice(2), () => identity)
