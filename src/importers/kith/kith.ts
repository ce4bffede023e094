import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { channels, roles, timeQualities } from '#core/model/interaction.ts'
import { identityKinds } from '#core/model/identity.ts'
import { declarationKinds, type SourceRecord } from '#core/model/records.ts'
import type { Head, Importer } from '../importer.ts'
import { Batching } from '../text/batching.ts'
import { headText, textBlocks } from '../text/decode.ts'

/** The newest form of the lines that this kith understands. */
const FORMAT = 1
/** A longer line is none of kith's. */
const MAX_LINE_CHARS = 1 << 22

const identity = z.object({ kind: z.enum(identityKinds), value: z.string().min(1) })
const someone = z.union([identity, z.literal('owner')])
const time = z.number()
const value = z.union([z.string(), z.number(), z.null()])

const record = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('owner'),
    basis: z.literal('own'),
    identity: identity.optional(),
    name: z.string().optional(),
    count: z.number(),
  }),
  z.object({ type: z.literal('person'), identities: z.array(identity).min(1) }),
  z.object({
    type: z.literal('fact'),
    of: identity,
    field: z.enum(['name', 'organisation', 'title', 'industry', 'place']),
    value: z.string(),
    source: z.string(),
    at: time.optional(),
  }),
  z.object({
    type: z.literal('position'),
    of: identity,
    source: z.string(),
    organisation: z.string().optional(),
    title: z.string().optional(),
    startedAt: time.optional(),
    endedAt: time.optional(),
    at: time.optional(),
  }),
  z.object({
    type: z.literal('interaction'),
    key: z.string().min(1),
    at: time.nullable(),
    timeQuality: z.enum(timeQualities),
    channel: z.enum(channels),
    participants: z.array(z.object({ identity: someone, role: z.enum(roles) })),
    bulk: z.boolean(),
    subject: z.string().optional(),
    words: z.number().optional(),
    thread: z.string().optional(),
    keywords: z.array(z.string()).optional(),
  }),
  z.object({
    type: z.literal('declaration'),
    kind: z.enum(declarationKinds),
    from: someone,
    to: someone,
    at: time.optional(),
  }),
  z.object({
    type: z.literal('endorsement'),
    kind: z.enum(['skill', 'recommendation']),
    from: someone,
    to: someone,
    topic: z.string().optional(),
    at: time.optional(),
  }),
  z.object({
    type: z.literal('listing'),
    list: z.string(),
    name: z.string(),
    identity: identity.optional(),
    level: z.number().optional(),
    field: z.string().optional(),
    year: z.number().optional(),
  }),
  z.object({ type: z.literal('kept'), table: z.string(), row: z.record(z.string(), value) }),
])

const opening = z.object({ kith: z.literal('export'), format: z.number().int() })

function openingOf(text: string): z.output<typeof opening> | null {
  try {
    return opening.safeParse(JSON.parse(text.split('\n', 1)[0] ?? '')).data ?? null
  } catch {
    return null
  }
}

function detect(head: Head): number {
  const text = headText(head)
  return text !== null && openingOf(text) !== null ? 1 : 0
}

/** A line as a record, or why it is none. */
function recordOf(text: string): SourceRecord | string {
  if (text.length > MAX_LINE_CHARS) return 'The line is too long.'
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return 'The line is no JSON.'
  }
  const read = record.safeParse(parsed)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- absent fields are absent, as exact optional types want
  if (read.success) return read.data as SourceRecord
  const [issue] = read.error.issues
  return `The line is no record of kith's: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim()
}

/** What `kith export --format json` writes (docs/reference/export-format.md), read back without loss. */
export const kithExport: Importer = {
  id: 'kith',
  title: 'Export of kith',
  reads:
    'Everything another kith knows, as kith export --format json wrote it: people, interactions, goals and notes.',
  howToExport: [
    'On the other machine: kith export --format json --out network.jsonl.',
    'Import network.jsonl here. What you told kith (goals, notes, settings) is taken where there is none yet.',
  ],
  detect,
  async *read(entry) {
    const batch = new Batching()
    let number = 0
    let bytes = 0
    let rest = ''
    for await (const block of textBlocks(entry)) {
      bytes = block.bytes
      const lines = (rest + block.text).split('\n')
      rest = lines.pop() ?? ''
      for (const text of lines) {
        number++
        if (number === 1) checkOpening(text, entry.path)
        else if (text.trim() !== '') take(text, number, batch)
        if (batch.full) yield batch.flush(bytes)
      }
    }
    if (number === 0) checkOpening(rest, entry.path)
    else if (rest.trim() !== '') take(rest, number + 1, batch)
    yield batch.flush(entry.size)
  },
}

function take(text: string, number: number, batch: Batching): void {
  const read = recordOf(text)
  if (typeof read === 'string') batch.skip(`line ${number}`, read)
  else batch.took([read])
}

function checkOpening(text: string, path: string): void {
  const found = openingOf(text)
  if (found === null)
    throw new KithError('unreadable', `${path} does not begin as an export of kith does. Export it again.`)
  if (found.format > FORMAT)
    throw new KithError('unreadable', `${path} was written by a newer kith. Update kith, then import it.`)
}
