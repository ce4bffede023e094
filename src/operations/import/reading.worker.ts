import { parentPort, workerData } from 'node:worker_threads'
import { KithError } from '#core/model/errors.ts'
import { Packer } from './pack-batch.ts'
import { type FromReader, MAX_AHEAD } from './read-elsewhere.ts'
import { type Reading, readHere } from './read-sources.ts'

/** Reads in a thread of its own and tells what it comes upon, at most MAX_AHEAD batches before they are asked for. */
const reading = workerData as Reading
const send = (message: FromReader): void => parentPort?.postMessage(message)
let ahead = 0
let wake: (() => void) | null = null
// One message for each batch that was taken.
parentPort?.on('message', () => {
  ahead--
  wake?.()
})

try {
  const packer = new Packer()
  for await (const event of readHere(reading)) {
    if (event.type !== 'batch') send({ type: 'event', event })
    else {
      send({ type: 'batch', batch: packer.pack(event.batch) })
      if (++ahead >= MAX_AHEAD) await new Promise<void>((resolve) => (wake = resolve))
      wake = null
    }
  }
  send({ type: 'done' })
} catch (error) {
  send({
    type: 'error',
    code: error instanceof KithError ? error.code : null,
    message: error instanceof Error ? error.message : String(error),
    stack: error instanceof Error ? (error.stack ?? '') : '',
  })
}
parentPort?.close()
