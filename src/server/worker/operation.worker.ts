import { readlinkSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { workerData } from 'node:worker_threads'
import { KithError } from '#core/model/errors.ts'
import { ownerId } from '#core/model/ids.ts'
import { entries } from '#operations/index.ts'
import type { Context, Study } from '#operations/operation.ts'
import { runOperation } from '#operations/run.ts'
import { openStore } from '#store/open-store.ts'
import type { Store } from '#store/store.ts'
import { scoresAsTheyAre } from '../scores-as-they-are.ts'
import type { Answer, FromWorker, Job, ThreadData, ToWorker } from './protocol.ts'

/** Lets other threads go first. Only Linux numbers threads like processes; elsewhere all are alike. */
function stepBack(): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1)), constants.priority.PRIORITY_LOW)
  } catch {
    // Where the system does not allow it, the thread works like the others.
  }
}

if ((workerData as ThreadData).behind) stepBack()

/** How long a database stays open for the next job: what is kept with it (the columns of a what-if) is worth that. */
const STAYS_OPEN_MS = 3_000

/** The database of the last job, and the timer that closes it. */
let kept: { readonly location: string; readonly store: Store; readonly closing: NodeJS.Timeout } | null = null

/** Opens a database, or takes the one that is open still. A thread has one job at a time. */
async function take(location: string): Promise<Store> {
  const last = kept
  kept = null
  if (last !== null) clearTimeout(last.closing)
  if (last?.location === location) return last.store
  await last?.store.close()
  return await openStore(location)
}

function leave(location: string, store: Store): void {
  const closing = setTimeout(() => {
    kept = null
    void store.close()
  }, STAYS_OPEN_MS)
  kept = { location, store, closing }
}

/** Runs one operation with a connection of its own; what goes wrong is an answer, too, since errors lose their class. */
export async function runJob(job: Job): Promise<Answer> {
  const controller = new AbortController()
  job.port.on('message', (message: ToWorker) => {
    if (message.type === 'cancel') controller.abort()
  })
  const send = (message: FromWorker): void => job.port.postMessage(message)
  try {
    const declared = await entries.find(({ name }) => name === job.operation)?.load()
    if (declared === undefined) throw new Error(`no operation ${job.operation}`)
    const store = await take(job.location)
    try {
      let wantsStudy: Study | null = null
      const context: Context = {
        store,
        owner: ownerId(job.owner),
        now: Date.now,
        at: job.at,
        version: job.version,
        language: job.language,
        mayBeOld: job.mayBeOld,
        ...(job.file === null ? {} : { file: job.file }),
        wantsStudy: (study) => (wantsStudy = study),
        progress: (progress) => send({ type: 'progress', progress }),
        signal: controller.signal,
        run: (other, input) =>
          (job.scored ? scoresAsTheyAre(other.name) : null) ?? runOperation(other, context, input),
      }
      const json = JSON.stringify(await runOperation(declared, context, job.input))
      return { type: 'result', json, wantsStudy }
    } finally {
      leave(job.location, store)
    }
  } catch (error) {
    return {
      type: 'error',
      code: error instanceof KithError ? error.code : null,
      message: error instanceof Error ? error.message : String(error),
      stack: error instanceof Error ? (error.stack ?? '') : '',
    }
  } finally {
    job.port.close()
  }
}
