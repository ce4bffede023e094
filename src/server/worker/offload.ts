import { fileURLToPath } from 'node:url'
import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import type { Context, Operation } from '#operations/operation.ts'
import type { Answer, FromWorker, Job, ToWorker } from './protocol.ts'

/** The worker stands beside this file, as source while developing and as JavaScript once built. */
const workerFile = fileURLToPath(
  new URL(`./operation.worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url),
)

/** More long operations at a time wait for one of these to end. */
const MAX_THREADS = 8

/** A thread that had nothing to do for so long is ended; all but the first. In ms. */
const IDLE_MS = 60_000

let pool: Piscina<Job, Answer> | null = null

/**
 * Threads that stay: loading kith's code costs a thread longer than most of what it is asked for. The first call
 * starts one, so that whoever asks first does not wait for it.
 */
export const operationThreads = (): Piscina<Job, Answer> =>
  (pool ??= new Piscina<Job, Answer>({
    filename: workerFile,
    name: 'runJob',
    minThreads: 1,
    maxThreads: MAX_THREADS,
    idleTimeout: IDLE_MS,
    // Sockets and timers of a database have to live on between two jobs.
    atomics: 'disabled',
  }))

/**
 * Runs an operation in a thread with its own connection to the database; progress and cancelling pass through the
 * context.
 * @throws KithError as the operation does; anything else is an Error with the worker's stack
 */
export async function runInWorker<O extends Operation>(
  declared: O,
  input: unknown,
  context: Pick<Context, 'owner' | 'at' | 'version' | 'language' | 'progress' | 'signal' | 'file'>,
  location: string,
): Promise<z.output<O['output']>> {
  const { port1: here, port2: there } = new MessageChannel()
  const job: Job = {
    operation: declared.name,
    input,
    location,
    owner: context.owner,
    at: context.at,
    version: context.version,
    language: context.language ?? 'en',
    file: context.file ?? null,
    port: there,
  }
  const cancel = (): void => here.postMessage({ type: 'cancel' } satisfies ToWorker)
  if (context.signal.aborted) cancel()
  context.signal.addEventListener('abort', cancel, { once: true })
  here.on('message', (message: FromWorker) => context.progress(message.progress))
  try {
    const answer = await operationThreads().run(job, { transferList: [there] })
    if (answer.type === 'result') return answer.result as z.output<O['output']>
    if (answer.code !== null) throw new KithError(answer.code, answer.message)
    throw Object.assign(new Error(answer.message), { stack: answer.stack })
  } finally {
    context.signal.removeEventListener('abort', cancel)
    here.close()
  }
}
