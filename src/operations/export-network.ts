import { type FileHandle, open } from 'node:fs/promises'
import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { gexf, graphMl } from './export/graph-xml.ts'
import { jsonLines } from './export/json-lines.ts'
import { peopleCsv } from './export/people-csv.ts'
import { peopleParquet } from './export/people-parquet.ts'
import { peopleVcard } from './export/people-vcard.ts'
import { freshScores } from './fresh-scores.ts'
import { type Context, operation } from './operation.ts'
import { breathe } from './run.ts'

type Format = {
  readonly ending: string
  readonly mediaType: string
  readonly write: (context: Context, withScores: boolean) => AsyncIterable<string | Uint8Array>
}

const formats = {
  csv: { ending: 'csv', mediaType: 'text/csv; charset=utf-8', write: peopleCsv },
  json: { ending: 'jsonl', mediaType: 'application/jsonl', write: jsonLines },
  vcard: { ending: 'vcf', mediaType: 'text/vcard; charset=utf-8', write: peopleVcard },
  graphml: { ending: 'graphml', mediaType: 'application/graphml+xml', write: graphMl },
  gexf: { ending: 'gexf', mediaType: 'application/gexf+xml', write: gexf },
  parquet: { ending: 'parquet', mediaType: 'application/vnd.apache.parquet', write: peopleParquet },
} satisfies Record<string, Format>
const names = ['csv', 'json', 'vcard', 'graphml', 'gexf', 'parquet'] as const

/** Characters or bytes gathered before they are written. */
const WRITE_AT_ONCE = 256_000

export const exportNetwork = operation({
  name: 'export-network',
  description:
    'csv and parquet: people with their scores. json: everything kith knows, a record a line, which kith import reads back without loss. vcard: an address book. graphml and gexf: you, your contacts and the ties among them, for Gephi and the like.',
  input: z.object({
    format: z.enum(names).default('csv').describe('What to write'),
    scores: z.boolean().default(false).describe('vcard: add the scores as X-KITH fields'),
  }),
  output: z.object({
    format: z.enum(names),
    bytes: z.number().int(),
  }),
  examples: [
    { title: 'People and scores for a spreadsheet', input: { format: 'csv' } },
    { title: 'Everything, to keep or to move', input: { format: 'json' } },
    { title: 'The network for Gephi', input: { format: 'gexf' } },
  ],
  gives: {
    fileName: ({ format }) => `kith.${formats[format].ending}`,
    mediaType: ({ format }) => formats[format].mediaType,
  },
  cli: {
    print: ({ format, bytes }) => `Written: ${(bytes / 1e6).toFixed(2)} MB of ${format}.`,
  },
  long: true,
  run: async (context, { format, scores }) => {
    if (context.file === undefined) throw new Error('an export needs a file to write')
    await freshScores(context)
    const chosen: Format = formats[format]
    const path = context.file
    const file = await openToWrite(path)
    let bytes = 0
    try {
      let gathered: Uint8Array[] = []
      let size = 0
      const flush = async (): Promise<void> => {
        // Unlike writev, this goes on until all is written.
        await file.appendFile(Buffer.concat(gathered)).catch(cannotWrite(path))
        bytes += size
        gathered = []
        size = 0
        context.progress({ step: `writing ${format}`, done: bytes, total: null, unit: 'bytes' })
        await breathe(context.signal)
      }
      for await (const chunk of chosen.write(context, scores)) {
        const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
        gathered.push(part)
        size += part.length
        if (size >= WRITE_AT_ONCE) await flush()
      }
      if (size > 0) await flush()
    } finally {
      await file.close()
    }
    return { format, bytes }
  },
})

const openToWrite = (path: string): Promise<FileHandle> => open(path, 'w', 0o600).catch(cannotWrite(path))

const cannotWrite =
  (path: string) =>
  (cause: unknown): never => {
    const full = cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC'
    throw new KithError(
      'invalid-input',
      full
        ? `The disk is full, so ${path} is not whole; choose another place with --out.`
        : `${path} cannot be written; choose another place with --out.`,
      { cause },
    )
  }
