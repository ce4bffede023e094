import { fromStream } from '@atcute/car'
import { decode } from '@atcute/cbor'
import { isCommit } from '@atcute/repo'
import { KithError } from '#core/model/errors.ts'
import type { SourceRecord } from '#core/model/records.ts'
import type { Batch, Entry } from '../importer.ts'
import { Batching } from '../text/batching.ts'
import { isObject } from '../text/json-parts.ts'
import { didIdentity } from './people.ts'
import { readRecord } from './records.ts'

/** A block as a value; undefined when it is damaged. Blocks are untrusted: whatever the decoder throws is damage. */
function decoded(bytes: Uint8Array): unknown {
  try {
    return decode(bytes) as unknown
  } catch {
    return undefined
  }
}

/** Nodes of the search tree over the records, which nothing here needs. */
const isNode = (value: unknown): boolean => isObject(value) && Array.isArray(value['e']) && 'l' in value

type Block = { readonly at: number; readonly cid: string; readonly bytes: Uint8Array }

/** The blocks of a CAR file up to its end or its first damage; a failure to read the file itself is passed on. */
async function* blocksOf(
  entry: Entry,
): AsyncIterable<Block | { readonly at: number; readonly damage: true }> {
  let failure: { readonly error: unknown } | null = null
  async function* chunks(): AsyncIterable<Uint8Array> {
    try {
      // The reader keeps parts of a chunk, which may be used again for the next one.
      for await (const chunk of entry.bytes()) yield Uint8Array.from(chunk)
    } catch (error) {
      failure = { error }
      throw error
    }
  }
  let end = 0
  try {
    const car = fromStream(ReadableStream.from(chunks()) as ReadableStream<Uint8Array>)
    end = (await car.header()).headerEnd
    for await (const { cid, bytes, entryStart, entryEnd } of car) {
      yield { at: entryStart, cid: Buffer.from(cid.bytes).toString('base64url'), bytes }
      end = entryEnd
    }
  } catch {
    const { error } = (failure ?? {}) as { readonly error?: unknown }
    if (error !== undefined) throw error
    yield { at: end, damage: true }
  }
}

/**
 * The records of a repository, block by block.
 * @throws KithError 'unreadable' for a file that is none
 */
export async function* readRepository(entry: Entry): AsyncIterable<Batch> {
  const batch = new Batching()
  let blocks = 0
  for await (const block of blocksOf(entry)) {
    const where = `byte ${block.at}`
    if ('damage' in block) {
      if (blocks === 0) throw noRepository(entry.path)
      batch.skip(where, 'from here on the file is damaged or cut off')
      break
    }
    blocks++
    const value = decoded(block.bytes)
    if (isCommit(value)) {
      const identity = didIdentity(value.did)
      if (identity) batch.add([{ type: 'owner', basis: 'own', identity, count: 1 }])
    } else if (!isNode(value)) {
      const result: readonly SourceRecord[] | string =
        isObject(value) && typeof value['$type'] === 'string'
          ? readRecord(value, block.cid)
          : 'a damaged block, or one that is no record'
      if (typeof result === 'string') batch.skip(where, result)
      else batch.took(result)
    }
    if (batch.full) yield batch.flush(block.at + block.bytes.length)
  }
  if (blocks === 0) throw noRepository(entry.path)
  yield batch.flush(entry.size)
}

const noRepository = (path: string): KithError =>
  new KithError(
    'unreadable',
    `${path} is no repository of Bluesky, or its beginning is damaged. Download the CAR file again.`,
  )
