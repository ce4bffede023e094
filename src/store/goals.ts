import { goalId } from '#core/model/ids.ts'
import type { GoalId, OwnerId } from '#core/model/ids.ts'
import type { Goal, GoalKind, GoalPeriod } from '#core/model/goal.ts'
import type { Segment } from '#core/model/segment.ts'
import type { Backend } from './backend.ts'
import { lockOwner, markChanged, nextId } from './owners.ts'
import type { Tables } from './schema.ts'

export interface GoalStore {
  /** The goals that are not removed, in the order in which they were added. */
  readonly goals: (owner: OwnerId) => Promise<readonly (Goal & { readonly id: GoalId })[]>
  readonly addGoal: (owner: OwnerId, goal: Goal, at: number) => Promise<GoalId>
  /** Replaces a goal; what it was before is kept for `undoGoal`. False when there is none of that id. */
  readonly changeGoal: (owner: OwnerId, id: GoalId, goal: Goal) => Promise<boolean>
  /** Takes a goal away; `undoGoal` brings it back. False when there was none of that id. */
  readonly removeGoal: (owner: OwnerId, goal: GoalId, now?: number) => Promise<boolean>
  /** Takes the last edit or the removal back, and that again. False when there is nothing to take back. */
  readonly undoGoal: (owner: OwnerId, goal: GoalId) => Promise<boolean>
}

type Columns = Omit<Tables['goals'], 'owner_id' | 'goal_id' | 'added_ms' | 'removed_ms' | 'previous'>

const columnsOf = (goal: Goal): Columns => ({
  kind: goal.kind,
  target: goal.target,
  period: goal.period,
  confidence: goal.confidence,
  weight: goal.weight,
  base_rate: goal.baseRate,
  segment: goal.segment == null ? null : JSON.stringify(goal.segment),
  starts_ms: goal.startsAt ?? null,
  ends_ms: goal.endsAt ?? null,
})

const goalFrom = (row: Columns): Goal => ({
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only goals are stored
  kind: row.kind as GoalKind,
  target: row.target,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only goals are stored
  period: row.period as GoalPeriod,
  confidence: row.confidence,
  weight: row.weight,
  baseRate: row.base_rate,
  // What stands for everybody and for ever is left out, as where it was never stated.
  ...(row.segment === null ? {} : { segment: JSON.parse(row.segment) as Segment }),
  ...(row.starts_ms === null ? {} : { startsAt: row.starts_ms }),
  ...(row.ends_ms === null ? {} : { endsAt: row.ends_ms }),
})

export const goalsPart = (backend: Backend): GoalStore => {
  const changed = (
    owner: OwnerId,
    goal: GoalId,
    next: (row: Tables['goals']) => Partial<Tables['goals']> | null,
  ): Promise<boolean> =>
    backend.write(async (tx) => {
      await lockOwner(backend, tx, owner)
      const row = await tx
        .selectFrom('goals')
        .selectAll()
        .where('owner_id', '=', owner)
        .where('goal_id', '=', goal)
        .executeTakeFirst()
      const set = row === undefined ? null : next(row)
      if (set === null) return false
      await tx
        .updateTable('goals')
        .set(set)
        .where('owner_id', '=', owner)
        .where('goal_id', '=', goal)
        .execute()
      await markChanged(tx, owner)
      return true
    })
  return {
    async goals(owner) {
      const rows = await backend.db
        .selectFrom('goals')
        .selectAll()
        .where('owner_id', '=', owner)
        .where('removed_ms', 'is', null)
        .orderBy('goal_id')
        .execute()
      return rows.map((row) => ({ id: goalId(row.goal_id), ...goalFrom(row) }))
    },

    addGoal: (owner, goal, at) =>
      backend.write(async (tx) => {
        await lockOwner(backend, tx, owner)
        const id = await nextId(tx, 'next_goal_id')
        await tx
          .insertInto('goals')
          .values({
            owner_id: owner,
            goal_id: id,
            ...columnsOf(goal),
            added_ms: at,
            removed_ms: null,
            previous: null,
          })
          .execute()
        await markChanged(tx, owner)
        return goalId(id)
      }),

    changeGoal: (owner, id, goal) =>
      changed(owner, id, (row) =>
        row.removed_ms === null
          ? { ...columnsOf(goal), previous: JSON.stringify(columnsOf(goalFrom(row))) }
          : null,
      ),

    removeGoal: (owner, id, now = 0) =>
      changed(owner, id, (row) => (row.removed_ms === null ? { removed_ms: now } : null)),

    undoGoal: (owner, id) =>
      changed(owner, id, (row) => {
        if (row.removed_ms !== null) return { removed_ms: null }
        if (row.previous === null) return null
        return {
          ...(JSON.parse(row.previous) as Columns),
          previous: JSON.stringify(columnsOf(goalFrom(row))),
        }
      }),
  }
}
