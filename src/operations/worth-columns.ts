import { segmentKey } from '#core/model/segment.ts'
import { inSegment } from '#core/model/segment.ts'
import type { Goal } from '#core/model/goal.ts'
import { goalState } from '#core/model/goal.ts'
import type { Rates } from '#core/worth/rates.ts'
import type { GoalKind } from '#core/model/goal.ts'
import { goalKinds } from '#core/model/goal.ts'
import type { ContactColumns } from '#core/worth/values.ts'
import type { ScoredColumns } from '#store/outlook.ts'
import { goalsOf } from './default-goal.ts'
import { freshScores } from './fresh-scores.ts'
import type { Context } from './operation.ts'
import { summaryOf } from './score-summary.ts'

export type StatedGoal = Goal & { readonly id: number | null }

/** All contacts as stored, as worth takes them, with the goals that count. */
export type WorthColumns = {
  readonly scored: ScoredColumns
  readonly contacts: ContactColumns
  /** Goals that have not ended. */
  readonly goals: readonly StatedGoal[]
  readonly assumed: boolean
}

/** Who is in the segments that goals name; reads the contacts' profiles only where a goal has one. */
export async function segmentColumns(
  context: Context,
  scored: ScoredColumns,
  goals: readonly Goal[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const named = goals.flatMap(({ segment }) => (segment == null ? [] : [segment]))
  if (named.length === 0) return new Map()
  const { store, owner } = context
  const { rows } = await store.people(owner, {
    sort: 'name',
    reverse: false,
    search: '',
    limit: 10_000_000,
    offset: 0,
  })
  const people = new Map(rows.map((row) => [row.personId as number, row]))
  const tags = new Map<number, string[]>()
  for (const { about, body } of await store.entries(owner, 'tag'))
    if (about?.person != null) tags.set(about.person, [...(tags.get(about.person) ?? []), body.tag])
  return new Map(
    named.map((segment) => [
      segmentKey(segment),
      Uint8Array.from(scored.person, (person) => {
        const row = people.get(person)
        return row !== undefined && inSegment(segment, { ...row, tags: tags.get(person) ?? [] }) === true
          ? 1
          : 0
      }),
    ]),
  )
}

/** Reads what worth is computed from, scores brought up to date first. */
export async function worthColumns(context: Context): Promise<WorthColumns> {
  await freshScores(context)
  const { store, owner } = context
  const scored = await store.scoredColumns(owner)
  const { goals, assumed } = await goalsOf(context)
  const current = goals.filter((goal) => goalState(goal, context.now()) !== 'over')
  const learning = summaryOf(await store.owner(owner))?.learning ?? {}
  const rates: Partial<Record<GoalKind, Rates>> = {}
  for (const kind of goalKinds) {
    const learned = learning[kind]?.learned
    if (learned != null) rates[kind] = learned
  }
  return {
    scored,
    contacts: { ...scored, rates, segments: await segmentColumns(context, scored, current) },
    goals: current,
    assumed,
  }
}

/** Minutes a week until the user says otherwise. */
export const DEFAULT_MINUTES = 180
/** The minutes the user last asked a plan for, so that every face shows the same. */
export const MINUTES_SETTING = 'plan-minutes'

/** The minutes a week that the user has for contacts. */
export async function minutesOf({ store, owner }: Context): Promise<number> {
  const stored = await store.setting(owner, MINUTES_SETTING)
  return typeof stored === 'number' ? stored : DEFAULT_MINUTES
}
