import { Worker } from 'node:worker_threads'
import type { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import type { Context, Operation } from '#operations/operation.ts'
import type { FromWorker, Job, ToWorker } from './protocol.ts'

/** The worker stands beside this file, as source while developing and as JavaScript once built. */
const workerFile = new URL(
  `./operation.worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`,
  import.meta.url,
)

/**
 * Runs an operation in a worker thread with its own connection to the database; progress and cancelling pass
 * through the context.
 * @throws KithError as the operation does; anything else is an Error with the worker's stack
 */
export function runInWorker<O extends Operation>(
  declared: O,
  input: unknown,
  context: Pick<Context, 'owner' | 'at' | 'version' | 'progress' | 'signal' | 'file'>,
  location: string,
): Promise<z.output<O['output']>> {
  const job: Job = {
    operation: declared.name,
    input,
    location,
    owner: context.owner,
    at: context.at,
    version: context.version,
    file: context.file ?? null,
  }
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: job })
    const cancel = (): void => worker.postMessage({ type: 'cancel' } satisfies ToWorker)
    if (context.signal.aborted) cancel()
    context.signal.addEventListener('abort', cancel, { once: true })
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'progress') context.progress(message.progress)
      else if (message.type === 'result') resolve(message.result as z.output<O['output']>)
      else if (message.code !== null) reject(new KithError(message.code, message.message))
      else reject(Object.assign(new Error(message.message), { stack: message.stack }))
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      context.signal.removeEventListener('abort', cancel)
      reject(new Error(`the worker for ${declared.name} ended with code ${code} without a result`))
    })
  })
}
