import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { BenchError } from '../bench.ts'
import type { LifeResult } from './lives.ts'

const workerFile = new URL('./lives.worker.ts', import.meta.url)

/** Results that an earlier run left in the file; a line cut short by a stop is lived through again. */
function resultsIn(file: string): LifeResult[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i, lines) => {
      if (line === '') return []
      try {
        return JSON.parse(line) as LifeResult[]
      } catch {
        if (i === lines.length - 1) return []
        throw new BenchError(`Line ${i + 1} of ${file} is no result of a simulation; name another file.`)
      }
    })
}

/**
 * The lives of the professionals 1 … count, in as many threads as there are processors. Every life depends on its seed
 * alone, so that the results are the same in whatever order and however many runs they come about.
 * @param file where results are kept as they come, one professional a line; a further run goes on from there
 */
export async function livesInThreads(count: number, file: string | undefined): Promise<LifeResult[]> {
  const results = file === undefined ? [] : resultsIn(file)
  if (file !== undefined && existsSync(file) && !readFileSync(file, 'utf8').endsWith('\n'))
    appendFileSync(file, '\n')
  const known = new Set(results.map(({ seed }) => seed))
  const open = Array.from({ length: count }, (_, i) => i + 1).filter((seed) => !known.has(seed))
  const threads = Math.min(open.length, availableParallelism())
  await Promise.all(
    Array.from(
      { length: threads },
      () =>
        new Promise<void>((resolve, reject) => {
          const worker = new Worker(workerFile)
          const next = (): void => {
            const seed = open.shift()
            if (seed === undefined) void worker.terminate().then(() => resolve())
            else worker.postMessage(seed)
          }
          worker.on('message', (lives: LifeResult[]) => {
            results.push(...lives)
            if (file !== undefined) appendFileSync(file, `${JSON.stringify(lives)}\n`)
            next()
          })
          worker.on('error', reject)
          next()
        }),
    ),
  )
  return results.filter(({ seed }) => seed <= count).sort((a, b) => a.seed - b.seed)
}
