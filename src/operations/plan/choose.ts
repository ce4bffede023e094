import type { Goal } from '#core/model/goal.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { PastAction } from '#core/plan/cadence.ts'
import { planWeek } from '#core/plan/plan-week.ts'
import type { Proposal } from '#core/plan/rules/rule.ts'
import type { EntryRow } from '#store/entries.ts'
import { closenessModelOf } from '../closeness-model.ts'
import { joinedMarks } from '../entry-rows.ts'
import { wordsOf } from '../words.ts'
import type { Context } from '../operation.ts'
import { segmentColumns } from '../worth-columns.ts'
import { FIELD_MEAN } from './gather.ts'
import type { Gathered } from './gather.ts'

export type Chosen = {
  readonly person: PersonId
  readonly proposal: Proposal
  readonly gain: number
  /** The goal it serves; null where it serves none, or one that kith assumes. */
  readonly goal: number | null
  readonly lowOverlap: boolean
}

/** What the user has said of everybody: marks, and what became of earlier proposals. */
export type Cadence = {
  readonly marks: ReadonlyMap<number, EntryRow<'mark'>>
  readonly past: ReadonlyMap<number, readonly PastAction[]>
  readonly actions: readonly EntryRow<'action'>[]
}

/** What the user has said of people, and what became of earlier proposals; by person, −1 for who is not known any more. */
export async function cadenceOf({ store, owner }: Context): Promise<Cadence> {
  const marks = Map.groupBy(await store.entries(owner, 'mark'), (row) => row.about?.person ?? -1)
  const actions = await store.entries(owner, 'action')
  const past = Map.groupBy(
    actions.map(({ about, body }) => ({
      person: about?.person ?? -1,
      kind: body.action,
      state: body.state,
      changedAt: body.changedAt,
      until: body.until,
      reason: body.reason,
    })),
    (one) => one.person,
  )
  return { marks: new Map([...marks].map(([person, rows]) => [person, joinedMarks(rows)])), past, actions }
}

/** The plan of the week, over what was gathered. */
export async function choose(
  context: Context,
  gathered: Gathered,
  { marks, past }: Cadence,
  goals: readonly (Goal & { readonly id: number | null })[],
  minutes: number,
): Promise<Chosen[]> {
  const { at, columns, ties, ledger, tieOf, lastInMs, people } = gathered
  const planned = planWeek(
    {
      at,
      ties,
      ledger,
      tieOf,
      lastInMs,
      calibre: columns.calibre,
      twoWay: columns.twoWay,
      contribution: columns.contribution,
      overlap: columns.overlap,
      groups: ties.map(({ person }) => people.get(person)?.organisation ?? null),
      segments: await segmentColumns(context, columns, goals),
      model: (await closenessModelOf(context)).model,
    },
    { marks: new Map([...marks].map(([person, { body }]) => [person, body])), past },
    goals,
    minutes,
    FIELD_MEAN,
    context.now(),
    wordsOf(context).plan,
  )
  return planned.map(({ row, proposal, gain, goal, lowOverlap }) => ({
    person: columns.person[row] as PersonId,
    proposal,
    gain,
    goal: goal === null ? null : (goals[goal]?.id ?? null),
    lowOverlap,
  }))
}
