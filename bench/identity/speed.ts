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

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** 100,000 people from scratch, and a hundred more on that base. */
export function identitySpeed(): Row[] {
  const seed = testSeeds[0]!
  const records = generateDirectory(seed, Math.ceil((RECORDS + ADDED) / 2.9)).slice(0, RECORDS + ADDED)
  const base = records.slice(0, RECORDS)
  const before = process.memoryUsage().rss
  let peak = before
  const looked = <T>(result: T): T => {
    peak = Math.max(peak, process.memoryUsage().rss)
    return result
  }
  const reading = timed(() => looked(new Matcher(base)))
  const matcher = reading.result
  const comparing = timed(() => looked(matcher.candidates()))
  const candidates = comparing.result
  const deciding = timed(() => looked(matcher.decide(candidates)))
  const steps = { 'reading names': reading, 'blocking and comparing': comparing, deciding }
  const whole = Object.values(steps)
  const more = timed(() => matcher.decide(matcher.add(records.slice(RECORDS))))
  const row = (method: string, metric: string, value: number, n: number): Row => ({
    set: `${RECORDS} people`,
    method,
    metric,
    value,
    n,
  })
  return [
    ...Object.entries(steps).flatMap(([step, { wall, cpu }]) => [
      row(step, 'seconds', wall, base.length),
      row(step, 'processor seconds', cpu, base.length),
    ]),
    row('from scratch', 'seconds', sum(whole.map(({ wall }) => wall)), base.length),
    row('from scratch', 'processor seconds', sum(whole.map(({ cpu }) => cpu)), base.length),
    row('from scratch', 'peak MB above the records', (peak - before) / 1e6, base.length),
    row('from scratch', 'pairs decided', candidates.length, base.length),
    row(`${ADDED} more`, 'seconds', more.wall, ADDED),
    row(`${ADDED} more`, 'processor seconds', more.cpu, ADDED),
  ]
}
