import { Matcher } from '#core/identity/matching/match-people.ts'
import { generateDirectory } from '#testing/directory/generate-directory.ts'
import type { Row } from '../table.ts'
import { testSeeds } from './seeds.ts'

const RECORDS = 100_000
const ADDED = 100

/** Runs and gives wall and processor seconds. */
function timed<T>(work: () => T): { readonly result: T; readonly wall: number; readonly cpu: number } {
  const [wall, cpu] = [performance.now(), process.cpuUsage()]
  const result = work()
  const used = process.cpuUsage(cpu)
  return { result, wall: (performance.now() - wall) / 1000, cpu: (used.user + used.system) / 1e6 }
}

/** 100,000 people from scratch, and a hundred more on that base. */
export function identitySpeed(): Row[] {
  const seed = testSeeds[0]!
  const records = generateDirectory(seed, Math.ceil((RECORDS + ADDED) / 2.9)).slice(0, RECORDS + ADDED)
  const base = records.slice(0, RECORDS)
  const before = process.memoryUsage().rss
  let peak = before
  const whole = timed(() => {
    const matcher = new Matcher(base)
    peak = Math.max(peak, process.memoryUsage().rss)
    const candidates = matcher.candidates()
    peak = Math.max(peak, process.memoryUsage().rss)
    const decisions = matcher.decide(candidates)
    peak = Math.max(peak, process.memoryUsage().rss)
    return { matcher, candidates, decisions }
  })
  const { matcher, candidates } = whole.result
  const more = timed(() => matcher.decide(matcher.add(records.slice(RECORDS))))
  const row = (method: string, metric: string, value: number, n: number): Row => ({
    set: `${RECORDS} people`,
    method,
    metric,
    value,
    n,
  })
  return [
    row('from scratch', 'seconds', whole.wall, base.length),
    row('from scratch', 'processor seconds', whole.cpu, base.length),
    row('from scratch', 'peak MB above the records', (peak - before) / 1e6, base.length),
    row('from scratch', 'pairs decided', candidates.length, base.length),
    row(`${ADDED} more`, 'seconds', more.wall, ADDED),
    row(`${ADDED} more`, 'processor seconds', more.cpu, ADDED),
  ]
}
