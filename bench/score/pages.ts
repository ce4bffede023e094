import type { z } from 'zod'
import { getPerson } from '#operations/get-person.ts'
import { listPeople } from '#operations/list-people.ts'
import type { Context } from '#operations/operation.ts'
import { runOperation } from '#operations/run.ts'

/** By their number; people of the bench are met the less the later they come. */
const BUSIEST = '2'

const WARM_UP = 5
const REPEATS = 100

/** How long a page takes that is asked for again and again: half of the times, and all but one in twenty. */
export type PageTime = { readonly page: string; readonly p50: number; readonly p95: number }

async function timed(page: string, ask: () => Promise<unknown>): Promise<PageTime> {
  for (let i = 0; i < WARM_UP; i++) await ask()
  const times: number[] = []
  for (let i = 0; i < REPEATS; i++) {
    const start = performance.now()
    await ask()
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.ceil(share * REPEATS) - 1] ?? NaN
  return { page, p50: at(0.5), p95: at(0.95) }
}

/** The pages that are looked at most, of a network with scores. */
export async function pageTimes(context: Context): Promise<PageTime[]> {
  const list = (page: string, query: z.input<typeof listPeople.input>) =>
    timed(`list-people, ${page}`, () => runOperation(listPeople, context, query))
  const { total } = await runOperation(listPeople, context, {})
  const last = await runOperation(listPeople, context, { offset: total - 1 })
  return [
    await list('as it opens', {}),
    await list('its last page', { offset: total - 20 }),
    await list('close to me, by calibre', { closenessFrom: 0.2, sort: 'calibre' }),
    await list('searched', { search: 'person12' }),
    await timed('get-person, the busiest contact', () => runOperation(getPerson, context, { who: BUSIEST })),
    await timed('get-person, the last of the list', () =>
      runOperation(getPerson, context, { who: String(last.people[0]?.id) }),
    ),
  ]
}
