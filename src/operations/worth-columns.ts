import { segmentKey } from '#core/model/segment.ts'
import { inSegment } from '#core/model/segment.ts'
import type { Goal } from '#core/model/goal.ts'
import { goalState } from '#core/model/goal.ts'
import type { Rates } from '#core/worth/rates.ts'
import type { GoalKind } from '#core/model/goal.ts'
import { goalKinds } from '#core/model/goal.ts'
import type { ContactColumns } from '#core/worth/values.ts'
import type { OwnerId } from '#core/model/ids.ts'
import type { AttentionCosts } from '#core/worth/attention.ts'
import { PreparedWhatIf } from '#core/worth/prepared-what-if.ts'
import { DEFAULT_FIELD_MEAN } from '#core/calibre/combine.ts'
import type { ScoredColumns } from '#store/outlook.ts'
import type { OwnerRow, Store } from '#store/store.ts'
import { allContacts } from './all-contacts.ts'
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
  /** What-if of each goal, by goal and costs: prepared when first asked for. */
  readonly prepared: Map<string, PreparedWhatIf>
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
  const rows = await allContacts(context)
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

/** Networks whose columns are kept between requests, so that a slider need not read the database at every step. */
const MOST_KEPT = 8
type Kept = { readonly key: string; readonly columns: WorthColumns }
const keptBy = new WeakMap<Store, Map<OwnerId, Kept>>()

/** Reads what worth is computed from, scores brought up to date first; what has not changed since is not read again. */
export async function worthColumns(context: Context): Promise<WorthColumns> {
  await freshScores(context)
  const { store, owner } = context
  const row = await store.owner(owner)
  const { goals, assumed } = await goalsOf(context)
  const current = goals.filter((goal) => goalState(goal, context.now()) !== 'over')
  const kept = keptBy.get(store) ?? new Map<OwnerId, Kept>()
  keptBy.set(store, kept)
  // Other processes write to the same database: the key is read from it every time.
  const key = JSON.stringify([
    row.changes,
    row.scoredChanges,
    row.scoredAt,
    summaryOf(row)?.scoredFor,
    current,
  ])
  const held = kept.get(owner)
  kept.delete(owner)
  const columns = held?.key === key ? held.columns : await readColumns(context, row, current, assumed)
  kept.set(owner, { key, columns })
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  return columns
}

async function readColumns(
  context: Context,
  row: OwnerRow,
  goals: readonly StatedGoal[],
  assumed: boolean,
): Promise<WorthColumns> {
  const scored = await context.store.scoredColumns(context.owner)
  const learning = summaryOf(row)?.learning ?? {}
  const rates: Partial<Record<GoalKind, Rates>> = {}
  for (const kind of goalKinds) {
    const learned = learning[kind]?.learned
    if (learned != null) rates[kind] = learned
  }
  return {
    scored,
    contacts: { ...scored, rates, segments: await segmentColumns(context, scored, goals) },
    goals,
    assumed,
    prepared: new Map(),
  }
}

/** What-if of a goal over these columns; prepared once for as long as they stand. */
export function preparedFor(
  { prepared, contacts, scored }: WorthColumns,
  goal: StatedGoal,
  costs: AttentionCosts,
): PreparedWhatIf {
  const key = JSON.stringify([goal, costs])
  const held = prepared.get(key)
  if (held !== undefined) return held
  const made = new PreparedWhatIf(contacts, scored.silent, goal, DEFAULT_FIELD_MEAN, costs)
  prepared.set(key, made)
  return made
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
