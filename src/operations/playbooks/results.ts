import { IN, TOGETHER } from '#core/ledger/weights.ts'
import type { PersonId } from '#core/model/ids.ts'
import { endOfData } from '#core/scoring/end-of-data.ts'
import { DAY_MS } from '#core/stats/decay.ts'
import type { Context } from '../operation.ts'

/** How a playbook has worked, in counts. */
export type PlaybookResult = {
  readonly proposed: number
  readonly done: number
  readonly skipped: number
  /** Of those done, answered within ANSWER_DAYS; and those whose time is not over. */
  readonly answered: number
  readonly waiting: number
  readonly outcomes: number
}

/** An answer counts within this. */
const ANSWER_DAYS = 30

/** What became of the actions of each playbook, from the actions themselves and what came in afterwards. */
export async function howTheyWorked(context: Context): Promise<ReadonlyMap<string, PlaybookResult>> {
  const { store, owner } = context
  const actions = (await store.entries(owner, 'action')).filter(({ body }) => body.playbook !== null)
  const outcomes = await store.entries(owner, 'outcome')
  const results = new Map<string, { -readonly [K in keyof PlaybookResult]: number }>()
  const of = (id: string) => {
    const known = results.get(id) ?? {
      proposed: 0,
      done: 0,
      skipped: 0,
      answered: 0,
      waiting: 0,
      outcomes: 0,
    }
    results.set(id, known)
    return known
  }
  const incoming = new Map<PersonId, readonly number[]>()
  const { lastAt } = await store.counts(owner)
  const end = endOfData(lastAt === null ? new Float64Array(0) : Float64Array.of(lastAt), context.now())
  for (const { about, at, body } of actions) {
    const result = of(body.playbook ?? '')
    if (body.state === 'proposed') result.proposed++
    else if (body.state !== 'done') result.skipped++
    else {
      result.done++
      const person = about?.person ?? null
      if (person === null) continue
      const done = body.changedAt ?? at
      const times = incoming.get(person) ?? (await answersOf(context, person))
      incoming.set(person, times)
      const until = done + ANSWER_DAYS * DAY_MS
      if (times.some((time) => time > done && time <= until)) result.answered++
      else if (end < until) result.waiting++
    }
  }
  const playbookOf = new Map(actions.map(({ id, body }) => [id as number, body.playbook]))
  for (const { body } of outcomes) {
    const id = body.playbook ?? (body.actionId === null ? null : (playbookOf.get(body.actionId) ?? null))
    if (id !== null) of(id).outcomes++
  }
  return results
}

/** When somebody wrote to the owner, or they met. */
async function answersOf(context: Context, person: PersonId): Promise<number[]> {
  const columns = await context.store.ledger(context.owner, person)
  return [...columns.at].filter((_, row) => {
    const direction = columns.direction[row]
    return columns.bulk[row] === 0 && (direction === IN || direction === TOGETHER)
  })
}
