/** `node bench/main.ts score [interactions] [--json]`: all scores of a large network from its database, by stages, and its pages. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { learnClosenessNow } from '#operations/learn-closeness.ts'
import type { Context } from '#operations/operation.ts'
import { runOperation } from '#operations/run.ts'
import { scoreNetwork } from '#operations/score-network.ts'
import { openStore } from '#store/open-store.ts'
import type { Store } from '#store/store.ts'
import { BenchError } from './bench.ts'
import type { Bench } from './bench.ts'
import { pageTimes } from './score/pages.ts'
import type { PageTime } from './score/pages.ts'
import { message, prepared } from './store.ts'
import { tableLines } from './table.ts'

const INTERACTIONS = 1_000_000
const BATCH = 1_000
const NEW_MESSAGES = 100
/** Times that new messages come in; few enough that the day of the last message does not end. */
const REPEATS = 5
const MINUTES_A_DAY = 1_440
const AT = Date.UTC(2026, 0, 1)

type Stage = { readonly run: string; readonly stage: string; readonly ms: number }

/** The same store, noting how long each of its methods takes. */
function watched(store: Store, spent: Map<string, number>): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver)
      if (typeof method !== 'function' || typeof name !== 'string') return method
      return async (...args: unknown[]): Promise<unknown> => {
        const start = performance.now()
        try {
          return (await Reflect.apply(method, target, args)) as unknown
        } finally {
          spent.set(name, (spent.get(name) ?? 0) + performance.now() - start)
        }
      }
    },
  })
}

const contextOf = (store: Store): Context => {
  const context: Context = {
    store,
    owner: SOLE_OWNER,
    now: () => AT,
    at: null,
    version: 'bench',
    progress: () => {},
    signal: new AbortController().signal,
    run: (other, input) => runOperation(other, context, input),
  }
  return context
}

/** Runs an operation and says what the time went into: each call of the store, and the computing between. */
async function staged(
  run: string,
  store: Store,
  work: (context: Context) => Promise<unknown>,
): Promise<Stage[]> {
  const spent = new Map<string, number>()
  const start = performance.now()
  await work(contextOf(watched(store, spent)))
  const total = performance.now() - start
  const calls = [...spent].sort(([, a], [, b]) => b - a).filter(([, ms]) => ms >= 1)
  const inStore = calls.reduce((sum, [, ms]) => sum + ms, 0)
  return [
    ...calls.map(([name, ms]) => ({ run, stage: `store: ${name}`, ms })),
    { run, stage: 'computing', ms: total - inStore },
    { run, stage: 'in all', ms: total },
  ]
}

export const score: Bench = {
  name: 'score',
  summary: `all scores from the database of ${INTERACTIONS.toLocaleString('en')} interactions and 30,000 people`,
  async run({ json, parts }) {
    const interactions = Number(parts[0] ?? INTERACTIONS)
    if (!Number.isInteger(interactions) || interactions < BATCH)
      throw new BenchError(`score takes a number of interactions, at least ${BATCH}; not ${parts[0] ?? ''}.`)
    const folder = mkdtempSync(join(tmpdir(), 'kith-bench-'))
    const store = await openStore(join(folder, 'kith.db'))
    try {
      const { write, rng } = await prepared(store)
      for (let index = 0; index < interactions; index += BATCH)
        await write({
          interactions: Array.from({ length: BATCH }, (_, i) => message(rng, index + i)),
          read: BATCH,
        })
      const all = (context: Context) => runOperation(scoreNetwork, context, {})
      const first = await staged('first scores', store, all)
      // A change that is no message: everybody is scored, from the pairs of who seeks whom that are known.
      await store.setSetting(SOLE_OWNER, 'bench', 1)
      const full = await staged('all scores', store, all)
      let sent = 0
      let days = 0
      const sync = async (): Promise<void> => {
        const from = interactions + days * MINUTES_A_DAY + sent
        await write({
          interactions: Array.from({ length: NEW_MESSAGES }, (_, i) => message(rng, from + i)),
          read: NEW_MESSAGES,
        })
        sent += NEW_MESSAGES
      }
      await sync()
      const again = await staged(`after ${NEW_MESSAGES} new messages`, store, all)
      const more: Stage[][] = []
      for (let i = 0; i < REPEATS; i++) {
        await sync()
        more.push(await staged(`after ${NEW_MESSAGES} more, the median of ${REPEATS}`, store, all))
      }
      const inAll = (stages: Stage[]): number => stages.at(-1)?.ms ?? 0
      const median = more.sort((a, b) => inAll(a) - inAll(b))[REPEATS >> 1] ?? []
      days = 1
      await sync()
      const nextDay = await staged('the first of another day', store, all)
      const learning = await staged('learning', store, (context) =>
        runOperation(learnClosenessNow, context, {}),
      )
      print([...first, ...full, ...again, ...median, ...nextDay, ...learning], json)
      printPages(await pageTimes(contextOf(store)), json)
    } finally {
      await store.close()
      rmSync(folder, { recursive: true })
    }
  },
}

function print(stages: readonly Stage[], json: boolean): void {
  if (json) {
    for (const stage of stages) console.log(JSON.stringify({ bench: 'score', ...stage }))
    return
  }
  const body = stages.map(({ run, stage, ms }) => [run, stage, ms.toFixed(0)])
  for (const line of tableLines(['run', 'stage', 'ms'], body)) console.log(line)
}

function printPages(pages: readonly PageTime[], json: boolean): void {
  if (json) {
    for (const page of pages) console.log(JSON.stringify({ bench: 'score', ...page }))
    return
  }
  const body = pages.map(({ page, p50, p95 }) => [page, p50.toFixed(1), p95.toFixed(1)])
  console.log()
  for (const line of tableLines(['page, asked for again and again', 'p50 ms', 'p95 ms'], body))
    console.log(line)
}
