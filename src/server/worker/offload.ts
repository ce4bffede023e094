import { fileURLToPath } from 'node:url'
import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { KithError } from '#core/model/errors.ts'
import type { Context, Operation } from '#operations/operation.ts'
import type { Answer, FromWorker, Job, ThreadData, ToWorker } from './protocol.ts'

/** The worker stands beside this file, as source while developing and as JavaScript once built. */
const workerFile = fileURLToPath(
  new URL(`./operation.worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url),
)

/** What reads much and is soon done queues here, so that it neither waits for what takes long nor starts threads. */
const READERS = 2

/** One for what takes long to make and one for whoever asks meanwhile: a new thread has kith's code to load first. */
const READY_THREADS = 2

/** More long operations at a time wait for one of these to end. */
const MAX_THREADS = 8

/** A thread that had nothing to do for so long is ended; all but those kept ready. In ms. */
const IDLE_MS = 60_000

type Threads = Piscina<Job, Answer>

let pool: Threads | null = null
let reading: Threads | null = null
let background: Threads | null = null

/**
 * Threads that stay: loading kith's code costs a thread longer than most of what it is asked for. The first call
 * starts those kept ready, so that whoever asks first does not wait for one.
 */
export const operationThreads = (): Threads => (pool ??= threads(READY_THREADS, MAX_THREADS, false))

/** The threads of readers; one is started with the first call. */
export const readerThreads = (): Threads => (reading ??= threads(1, READERS, false))

/** One thread for what nobody waits for, behind all others where the system knows priorities of threads. */
const backgroundThread = (): Threads => (background ??= threads(0, 1, true))

const threads = (minThreads: number, maxThreads: number, behind: boolean): Threads =>
  new Piscina<Job, Answer>({
    filename: workerFile,
    name: 'runJob',
    workerData: { behind } satisfies ThreadData,
    minThreads,
    maxThreads,
    idleTimeout: IDLE_MS,
    // Sockets and timers of a database have to live on between two jobs.
    atomics: 'disabled',
  })

const threadsOf = { workers: operationThreads, readers: readerThreads, behind: backgroundThread }

/**
 * Runs an operation in a thread with its own connection to the database, and gives its result as JSON; progress and
 * cancelling pass through the context.
 * @param among which threads
 * @param scored whether the scores were seen to already, and the thread takes them as they are
 * @throws KithError as the operation does; anything else is an Error with the worker's stack
 */
export async function runInWorker(
  declared: Operation,
  input: unknown,
  context: Omit<Context, 'store' | 'now' | 'run'>,
  location: string,
  among: 'workers' | 'readers' | 'behind' = 'workers',
  scored = false,
): Promise<string> {
  const { port1: here, port2: there } = new MessageChannel()
  const job: Job = {
    operation: declared.name,
    input,
    location,
    owner: context.owner,
    at: context.at,
    version: context.version,
    language: context.language ?? 'en',
    mayBeOld: context.mayBeOld ?? false,
    scored,
    file: context.file ?? null,
    port: there,
  }
  const cancel = (): void => here.postMessage({ type: 'cancel' } satisfies ToWorker)
  if (context.signal.aborted) cancel()
  context.signal.addEventListener('abort', cancel, { once: true })
  here.on('message', (message: FromWorker) => context.progress(message.progress))
  try {
    const answer = await threadsOf[among]().run(job, {
      transferList: [there],
    })
    if (answer.type === 'result') {
      if (answer.wantsStudy !== null) context.wantsStudy?.(answer.wantsStudy)
      return answer.json
    }
    if (answer.code !== null) throw new KithError(answer.code, answer.message)
    throw Object.assign(new Error(answer.message), { stack: answer.stack })
  } finally {
    context.signal.removeEventListener('abort', cancel)
    here.close()
  }
}
