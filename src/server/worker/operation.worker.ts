import { parentPort, workerData } from 'node:worker_threads'
import { KithError } from '#core/model/errors.ts'
import { ownerId } from '#core/model/ids.ts'
import { operations } from '#operations/index.ts'
import type { Context, Operation } from '#operations/operation.ts'
import { runOperation } from '#operations/run.ts'
import { openStore } from '#store/open-store.ts'
import type { FromWorker, Job, ToWorker } from './protocol.ts'

const job = workerData as Job
const send = (message: FromWorker): void => parentPort?.postMessage(message)
const controller = new AbortController()
parentPort?.on('message', (message: ToWorker) => {
  if (message.type === 'cancel') controller.abort()
})

try {
  const declared = (Object.values(operations) as readonly Operation[]).find((o) => o.name === job.operation)
  if (declared === undefined) throw new Error(`no operation ${job.operation}`)
  const store = await openStore(job.location)
  try {
    const context: Context = {
      store,
      owner: ownerId(job.owner),
      now: Date.now,
      at: job.at,
      version: job.version,
      ...(job.file === null ? {} : { file: job.file }),
      progress: (progress) => send({ type: 'progress', progress }),
      signal: controller.signal,
      run: (other, input) => runOperation(other, context, input),
    }
    send({ type: 'result', result: await runOperation(declared, context, job.input) })
  } finally {
    await store.close()
  }
} catch (error) {
  send({
    type: 'error',
    code: error instanceof KithError ? error.code : null,
    message: error instanceof Error ? error.message : String(error),
    stack: error instanceof Error ? (error.stack ?? '') : '',
  })
}
parentPort?.close()
