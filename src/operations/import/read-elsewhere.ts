import { Worker } from 'node:worker_threads'
import { type ErrorCode, KithError } from '#core/model/errors.ts'
import { type Pack, type PackedBatch, Unpacker } from './pack-batch.ts'
import type { Reading, SourceEvent } from './read-sources.ts'

/** Messages of the reading thread before it is asked to go on, a pack or many small ones: as many as are stored together, so that reading goes on meanwhile. */
export const MAX_AHEAD = 20

export type FromReader =
  | { readonly type: 'event'; readonly event: Exclude<SourceEvent, { readonly type: 'batch' }> }
  | { readonly type: 'pack'; readonly pack: PackedBatch }
  | { readonly type: 'done' }
  | {
      readonly type: 'error'
      readonly code: ErrorCode | null
      readonly message: string
      readonly stack: string
    }

/** What reading comes upon, batches packed. */
export type PackedEvent =
  | Exclude<SourceEvent, { readonly type: 'batch' }>
  | { readonly type: 'pack'; readonly pack: Pack }

/** Young objects live shortly there: more room for them only costs memory. In MB. */
const YOUNG_MB = 8

/** The worker stands beside this file, as source while developing and as JavaScript once built. */
const workerFile = new URL(
  `./reading.worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`,
  import.meta.url,
)

/**
 * The same as `readHere`, in a thread of its own, while this one stores what it reads. Leaving the loop ends the
 * thread.
 * @throws KithError 'usage' for a path that is not there
 */
export async function* readElsewhere(reading: Reading): AsyncGenerator<PackedEvent> {
  const worker = new Worker(workerFile, {
    workerData: reading,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  })
  const waiting: (FromReader | 'next')[] = []
  let wake: (() => void) | null = null
  let failure: unknown = null
  let ended = false
  const told = (): void => {
    wake?.()
    wake = null
  }
  worker.on('message', (messages: FromReader[]) => {
    waiting.push(...messages, 'next')
    told()
  })
  worker.on('error', (error) => {
    failure = error
    told()
  })
  worker.on('exit', () => {
    ended = true
    told()
  })
  const unpacker = new Unpacker()
  try {
    for (;;) {
      const message = waiting.shift()
      if (message === undefined) {
        if (failure !== null) throw failure
        if (ended) throw new Error('the thread that reads ended without saying so')
        await new Promise<void>((resolve) => (wake = resolve))
      } else if (message === 'next') worker.postMessage('next')
      else if (message.type === 'event') yield message.event
      else if (message.type === 'pack') yield { type: 'pack', pack: unpacker.unpack(message.pack) }
      else if (message.type === 'done') return
      else if (message.code !== null) throw new KithError(message.code, message.message)
      else throw Object.assign(new Error(message.message), { stack: message.stack })
    }
  } finally {
    await worker.terminate()
  }
}
