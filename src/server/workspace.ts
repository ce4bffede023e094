import { SOLE_OWNER } from '#core/model/ids.ts'
import { freshScores } from '#operations/fresh-scores.ts'
import type { Context, Operation, Progress } from '#operations/operation.ts'
import type { Described } from '#operations/catalogue.ts'
import { runOperation } from '#operations/run.ts'
import type { operations } from '#operations/index.ts'
import { openStore } from '#store/open-store.ts'
import type { Store } from '#store/store.ts'
import { Answers } from './answers.ts'
import { IdleStudies } from './idle-studies.ts'
import { scoresAsTheyAre } from './scores-as-they-are.ts'
import { type Whereabouts, whereaboutsOf } from './whereabouts.ts'
import { runInWorker } from './worker/offload.ts'

/** What a caller brings: the language of its sentences, its progress and cancelling, where a file goes. */
export type Asker = Partial<Pick<Context, 'language' | 'progress' | 'signal' | 'file'>>

/** A network that the server can show: its database, opened when first asked for. */
export type Workspace = {
  /** Runs an operation for one caller, with that caller's progress and cancelling. */
  readonly run: (declared: Operation | Described, input: unknown, more: Asker) => Promise<unknown>
  /** The result of an operation that only reads, as JSON; kept while nothing is written where it takes long. */
  readonly read: (declared: Operation | Described, input: unknown, more: Asker) => Promise<string>
  /** Its database, opened when first asked for. */
  readonly store: () => Promise<Store>
  readonly close: () => Promise<void>
}

/**
 * A workspace at a database. Long operations run in a worker thread with a connection of their own, so that the
 * serving loop stays free. A database in memory cannot be shared with a worker: there they run here.
 */
export function openWorkspace(location: string, version: string): Workspace {
  let opened: Promise<Store> | null = null
  /** Work that operations asked for, under way; whoever needs the same meanwhile waits for it. */
  const underWay = new Map<string, Promise<unknown>>()
  /** Jobs in threads, and how far each is; null is not told yet. */
  const jobs = new Set<{ readonly operation: string; progress: Progress | null }>()
  /** Imports and the like under way. */
  let writing = 0
  const inMemory = location === ':memory:'
  const answers = new Answers()
  const closing = new AbortController()

  const store = (): Promise<Store> => {
    const opening = (opened ??= openStore(location))
    // What failed once may work the next time: the disk was full, another process held the lock.
    opening.catch(() => (opened = null))
    return opening
  }

  const whereOf = (declared: Operation | Described): Whereabouts =>
    inMemory ? 'here' : whereaboutsOf(declared)

  /** Runs a job in a thread, whose progress anybody may ask for meanwhile. */
  const inThread = async (
    declared: Operation | Described,
    input: unknown,
    context: Context,
    among: 'workers' | 'readers' | 'behind',
    scored = false,
  ): Promise<string> => {
    const job = { operation: declared.name, progress: null as Progress | null }
    jobs.add(job)
    const progress = (told: Progress): void => {
      job.progress = told
      context.progress(told)
    }
    try {
      return await runInWorker(declared, input, { ...context, progress }, location, among, scored)
    } finally {
      jobs.delete(job)
    }
  }

  const perform = async (
    declared: Operation | Described,
    input: unknown,
    context: Context,
    behind = false,
  ): Promise<unknown> => {
    const where = whereOf(declared)
    if (where === 'here') return await runOperation(declared, context, input)
    const among = behind ? 'behind' : where
    return JSON.parse(await inThread(declared, input, context, among)) as unknown
  }

  /** @param behind whether nobody waits for what is asked for with it */
  const contextOf = async (more: Asker, behind = false): Promise<Context> => {
    const context: Context = {
      store: await store(),
      owner: SOLE_OWNER,
      now: Date.now,
      at: null,
      version,
      language: more.language ?? 'en',
      mayBeOld: !inMemory,
      wantsStudy: (study) => studies.now(study),
      progress: more.progress ?? (() => {}),
      underWay: () =>
        [...jobs].flatMap(({ operation, progress }) => (progress === null ? [] : [{ operation, progress }])),
      signal: more.signal ?? never,
      ...(more.file === undefined ? {} : { file: more.file }),
      run: (other, input) => {
        // While an import runs, its batches make the scores old all the time; pages show the ones there are.
        const asTheyAre = writing > 0 && !inMemory ? scoresAsTheyAre(other.name) : null
        if (asTheyAre !== null) return asTheyAre
        const key = `${other.name} ${context.language} ${JSON.stringify(input)}`
        const known = underWay.get(key)
        if (known) return known as never
        const job = perform(other, input, { ...context, signal: closing.signal }, behind).finally(() =>
          underWay.delete(key),
        )
        underWay.set(key, job)
        return job as never
      },
    }
    return context
  }

  const studies: IdleStudies = new IdleStudies(async (signal) =>
    writing > 0 ? null : await contextOf({ signal }, true),
  )

  return {
    run: (declared, input, more) =>
      studies.during(async () => {
        const context = await contextOf(more)
        if (!fills.has(declared.name)) return await perform(declared, input, context)
        writing += 1
        try {
          return await perform(declared, input, context)
        } finally {
          writing -= 1
        }
      }),
    read: async (declared, input, more) => {
      const here = async (): Promise<string> =>
        JSON.stringify(await runOperation(declared, await contextOf(more), input))
      // Asked again and again by whoever waits: it puts nothing off.
      if (declared.name === PROGRESS) return await here()
      return await studies.during(async () => {
        const where = whereOf(declared)
        if (where === 'here') return await here()
        // Once for all who ask: each thread would make the scores by itself.
        await freshScores(await contextOf(more))
        const question = `${declared.name} ${more.language} ${JSON.stringify(input)}`
        const stamp = await (await store()).stamp()
        return await answers.get(question, stamp, more.signal ?? never, async (signal) =>
          inThread(declared, input, await contextOf({ ...more, signal }), where, true),
        )
      })
    },
    store,
    close: async () => {
      studies.stop()
      closing.abort()
      await (await opened?.catch(() => null))?.close()
    },
  }
}

/** Operations that bring or take whole networks, batch by batch, and score when they are done. */
const fills: ReadonlySet<string> = new Set<keyof typeof operations>([
  'import-files',
  'load-sample',
  'undo-import',
  'restore-backup',
  'sync-account',
  'disconnect-account',
])

const PROGRESS: keyof typeof operations = 'get-progress'

const never = new AbortController().signal
