import { parentPort, workerData } from 'node:worker_threads'
import { KithError } from '#core/model/errors.ts'
import { BATCH_RECORDS } from '#importers/importer.ts'
import { Packer } from './pack-batch.ts'
import { type FromReader, MAX_AHEAD } from './read-elsewhere.ts'
import { type Reading, readHere } from './read-sources.ts'

/**
 * Reads in a thread of its own and tells what it comes upon, at most MAX_AHEAD times before it is asked to go on. Small
 * files are told of together: each message between threads costs as much as reading one.
 */
const reading = workerData as Reading
let waiting: FromReader[] = []
let records = 0
let ahead = 0
const send = (): void => {
  parentPort?.postMessage(waiting)
  waiting = []
  records = 0
  ahead++
}
let wake: (() => void) | null = null
// One message for each that was taken.
parentPort?.on('message', () => {
  ahead--
  wake?.()
})

try {
  const packer = new Packer()
  for await (const event of readHere(reading)) {
    if (event.type !== 'batch') waiting.push({ type: 'event', event })
    else {
      waiting.push({ type: 'batch', batch: packer.pack(event.batch) })
      records += event.batch.records.length + event.batch.skipped.length
    }
    if (records < BATCH_RECORDS && waiting.length < BATCH_RECORDS) continue
    send()
    if (ahead >= MAX_AHEAD) await new Promise<void>((resolve) => (wake = resolve))
    wake = null
  }
  waiting.push({ type: 'done' })
} catch (error) {
  waiting.push({
    type: 'error',
    code: error instanceof KithError ? error.code : null,
    message: error instanceof Error ? error.message : String(error),
    stack: error instanceof Error ? (error.stack ?? '') : '',
  })
}
send()
parentPort?.close()
