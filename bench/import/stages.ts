/** How long the stages of importing a mailbox take in one thread: up to storing each with all before it, then one by one. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { Headers } from '#importers/mail/headers.ts'
import { mbox } from '#importers/mbox/mbox.ts'
import { MessageSplitter } from '#importers/mbox/message-splitter.ts'
import { fileBytes } from '#intake/file-bytes.ts'
import { Directory } from '#core/identity/directory.ts'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { importAll } from './import-all.ts'
import { PACKED_TOGETHER, Packer, Unpacker } from '#operations/import/pack-batch.ts'
import { PositionFacts } from '#operations/organisations/position-facts.ts'
import { Resolver } from '#operations/import/resolve.ts'

export type Stage = { readonly stage: string; readonly seconds: number }

const LF = 10

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** @param folder where the database of the last stage is made */
export async function stages(file: string, folder: string): Promise<Stage[]> {
  const options = { region: null, timeZone: 'UTC', until: Date.UTC(2026, 0, 1) }
  const entry = { path: file, size: statSync(file).size, bytes: () => fileBytes(file) }
  const read = await timed(async () => {
    let bytes = 0
    for await (const chunk of entry.bytes()) bytes += chunk.length
    return bytes
  })
  const split = await timed(async () => {
    let found = 0
    const splitter = new MessageSplitter(() => found++)
    for await (const chunk of entry.bytes()) splitter.push(chunk)
    splitter.finish()
    return found
  })
  const scanned = await timed(async () => {
    const headers = new Headers()
    const splitter = new MessageSplitter(({ bytes, start, end }) => {
      headers.scan(bytes, bytes.indexOf(LF, start) + 1, end)
    })
    for await (const chunk of entry.bytes()) splitter.push(chunk)
    splitter.finish()
  })
  const records = await timed(async () => {
    for await (const batch of mbox.read(entry, options)) void batch
  })
  const resolved = await timed(async () => {
    const resolver = new Resolver(new Directory(), SOLE_OWNER, null)
    const packer = new Packer()
    const unpacker = new Unpacker()
    const positions = new PositionFacts('mbox', null)
    for await (const batch of mbox.read(entry, options)) {
      packer.add(batch)
      if (packer.size >= PACKED_TOGETHER)
        resolver.resolve([unpacker.unpack(packer.take())], 'mbox', 1, positions)
    }
  })
  const { stored, after } = await importAll(mbox.read(entry, options), join(folder, 'stages.db'), file)
  return [
    { stage: 'read', seconds: read },
    { stage: 'split', seconds: Math.max(0, split - read) },
    { stage: 'header scan', seconds: Math.max(0, scanned - split) },
    { stage: 'records', seconds: Math.max(0, records - scanned) },
    { stage: 'resolve', seconds: Math.max(0, resolved - records) },
    { stage: 'store', seconds: Math.max(0, stored - resolved) },
    ...after.map(({ step, seconds }) => ({ stage: step, seconds })),
  ]
}
