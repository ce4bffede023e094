import { parentPort, workerData } from 'node:worker_threads'
import { KithError } from '#core/model/errors.ts'
import { PACKED_TOGETHER, Packer, transferred } from './pack-batch.ts'
import { type FromReader, MAX_AHEAD } from './read-elsewhere.ts'
import { type Reading, readHere } from './read-sources.ts'

/**
 * Reads in a thread of its own and tells what it comes upon, at most MAX_AHEAD times before it is asked to go on. Small
 * files are told of together: each message between threads costs as much as reading one.
 */
const reading = workerData as Reading
const packer = new Packer()
let waiting: FromReader[] = []
/** Memory that is handed over with what waits. */
let memory: ArrayBuffer[] = []
let records = 0
let ahead = 0
const pack = (): void => {
  if (!packer.waiting) return
  records += packer.size
  const packed = packer.take()
  memory.push(...transferred(packed))
  waiting.push({ type: 'pack', pack: packed })
}
const send = (): void => {
  parentPort?.postMessage(waiting, memory)
  waiting = []
  memory = []
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
  for await (const event of readHere(reading)) {
    if (event.type === 'batch') {
      packer.add(event.batch)
      if (packer.size >= PACKED_TOGETHER) pack()
    } else {
      pack()
      waiting.push({ type: 'event', event })
    }
    if (records < PACKED_TOGETHER && waiting.length < PACKED_TOGETHER) continue
    send()
    if (ahead >= MAX_AHEAD) await new Promise<void>((resolve) => (wake = resolve))
    wake = null
  }
  waiting.push({ type: 'done' })
} catch (error) {
  pack()
  waiting.push({
    type: 'error',
    code: error instanceof KithError ? error.code : null,
    message: error instanceof Error ? error.message : String(error),
    stack: error instanceof Error ? (error.stack ?? '') : '',
  })
}
send()
parentPort?.close()
