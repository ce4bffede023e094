/** `node bench/quality.ts [closeness] [calibre] [field] [--json]`: how well the scores predict, on public data. */
import { BenchError, runFromCommandLine } from './bench.ts'
import type { Bench } from './bench.ts'
import { calibreQuality } from './quality/calibre.ts'
import { closenessQuality } from './quality/closeness.ts'
import { fieldQuality } from './quality/field.ts'
import { printRows } from './table.ts'
import type { Row } from './table.ts'

const parts: Readonly<Record<string, (dataDir: string) => Promise<Row[]>>> = {
  closeness: closenessQuality,
  calibre: calibreQuality,
  field: fieldQuality,
}

export const quality: Bench = {
  name: 'quality',
  summary: 'how well closeness and calibre predict, against baselines, on public data',
  async run(options) {
    const names = options.parts.length > 0 ? options.parts : Object.keys(parts)
    for (const name of names) {
      const part = parts[name]
      if (!part) {
        throw new BenchError(`quality has no part called ${name}; it has ${Object.keys(parts).join(', ')}.`)
      }
      printRows(await part(options.dataDir), options.json)
    }
  },
}

if (import.meta.main) await runFromCommandLine(process.argv.slice(2), () => quality)
