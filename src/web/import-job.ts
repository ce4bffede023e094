import { useSyncExternalStore } from 'react'
import {
  ApiError,
  type ImportReport,
  type Progress,
  follow,
  isCancelled,
  sentenceOf,
  upload,
} from './client.ts'
import { newKey } from './new-key.ts'
import { queryClient } from './queries.ts'
import { type Rate, createRate } from './rate.ts'
import { type Workspace, setWorkspace } from './workspace.ts'
import { t } from './texts/texts.ts'

/** A file to import with its path inside what was dropped. */
export type PickedFile = { readonly path: string; readonly file: File }

/** The one import that may run at a time. It lives outside the screens, so that one can leave while it runs. */
export type ImportJob =
  | { readonly state: 'idle' }
  | {
      readonly state: 'running'
      readonly stage: 'handing-over' | 'reading' | 'sample'
      readonly progress: Progress | null
      readonly rate: Rate
      readonly startedAt: number
    }
  | { readonly state: 'done'; readonly report: ImportReport }
  | { readonly state: 'failed'; readonly sentence: string }
  | { readonly state: 'cancelled' }

/** Files handed over at once: enough to hide the wait for each answer in folders of thousands of small ones. */
const parallelUploads = 4

let job: ImportJob = { state: 'idle' }
let controller: AbortController | null = null
const listeners = new Set<() => void>()

const set = (next: ImportJob): void => {
  job = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useImportJob = (): ImportJob => useSyncExternalStore(subscribe, () => job)

export const cancelImport = (): void => controller?.abort()
export const dismissImport = (): void => {
  if (job.state !== 'running') set({ state: 'idle' })
}

/** Shows progress of a stage; measures the pace anew for each step's unit. */
const createReporter = (stage: 'handing-over' | 'reading' | 'sample'): ((progress: Progress) => void) => {
  const startedAt = Date.now()
  let unit: Progress['unit'] | null = null
  let rate = createRate()
  set({ state: 'running', stage, progress: null, rate: { perSecond: null, secondsLeft: null }, startedAt })
  return (progress) => {
    if (progress.unit !== unit) {
      unit = progress.unit
      rate = createRate()
    }
    const pace = rate.add(performance.now(), progress.done, progress.total)
    set({ state: 'running', stage, progress, rate: pace, startedAt })
  }
}

const handOver = async (files: readonly PickedFile[], signal: AbortSignal): Promise<string[]> => {
  const report = createReporter('handing-over')
  const batch = newKey()
  const total = files.reduce((sum, { file }) => sum + file.size, 0)
  const folders = new Set<string>()
  const queue = files.values()
  const inFlight = new Map<string, number>()
  let finished = 0
  const work = async (): Promise<void> => {
    for (const { path, file } of queue) {
      const onBytes = (sent: number): void => {
        inFlight.set(path, Math.min(sent, file.size))
        const done = finished + [...inFlight.values()].reduce((sum, size) => sum + size, 0)
        report({ step: path, done, total, unit: 'bytes' })
      }
      onBytes(0)
      folders.add(await upload(batch, path, file, onBytes, signal))
      inFlight.delete(path)
      finished += file.size
    }
  }
  await Promise.all(Array.from({ length: Math.min(parallelUploads, files.length) }, work))
  return [...folders]
}

const run = async (work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
  if (job.state === 'running') return
  controller = new AbortController()
  try {
    await work(controller.signal)
  } catch (error) {
    set(
      isCancelled(error) || controller.signal.aborted
        ? { state: 'cancelled' }
        : { state: 'failed', sentence: sentenceOf(error) },
    )
    // One upload that fails must stop the others.
    controller.abort()
    void queryClient.invalidateQueries()
  }
}

const readPaths = async (paths: string[], signal: AbortSignal): Promise<void> => {
  const report = await follow('import-files', { paths }, createReporter('reading'), { signal })
  await queryClient.invalidateQueries()
  set({ state: 'done', report })
}

/** Hands the files over and imports them; resolves when all is done, whatever came of it. */
export const importPicked = (files: readonly PickedFile[]): Promise<void> =>
  run(async (signal) => {
    if (files.length === 0) throw new ApiError('invalid-input', t('imports.drop.nothing'))
    await readPaths(await handOver(files, signal), signal)
  })

/** Imports what lies at a path on the computer that kith runs on, without handing it over. */
export const importPath = (path: string): Promise<void> => run((signal) => readPaths([path], signal))

/** Builds the sample network and switches to it; switches back if that fails. Returns true when it stands. */
export const loadSample = async (back: Workspace): Promise<boolean> => {
  setWorkspace('sample')
  await run(async (signal) => {
    await follow('load-sample', {}, createReporter('sample'), { signal })
    // Before the end shows: what was asked of the empty network must be asked again.
    await queryClient.invalidateQueries()
    set({ state: 'idle' })
  })
  // `set` above changes `job` behind the checker's back.
  const ended: ImportJob['state'] = (job as ImportJob).state
  if (ended === 'idle') return true
  setWorkspace(back)
  return false
}
