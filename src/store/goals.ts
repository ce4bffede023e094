import { goalId } from '#core/model/ids.ts'
import type { GoalKind, GoalPeriod } from '#core/model/goal.ts'
import type { Backend } from './backend.ts'
import { lockOwner, markChanged, nextId } from './owners.ts'
import type { Store } from './store.ts'

export const goalsPart = (backend: Backend): Pick<Store, 'goals' | 'addGoal' | 'removeGoal'> => ({
  async goals(owner) {
    const rows = await backend.db
      .selectFrom('goals')
      .selectAll()
      .where('owner_id', '=', owner)
      .orderBy('goal_id')
      .execute()
    return rows.map((row) => ({
      id: goalId(row.goal_id),
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only goals are stored
      kind: row.kind as GoalKind,
      target: row.target,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only goals are stored
      period: row.period as GoalPeriod,
      confidence: row.confidence,
      weight: row.weight,
      baseRate: row.base_rate,
    }))
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
          kind: goal.kind,
          target: goal.target,
          period: goal.period,
          confidence: goal.confidence,
          weight: goal.weight,
          base_rate: goal.baseRate,
          added_ms: at,
        })
        .execute()
      await markChanged(tx, owner)
      return goalId(id)
    }),

  removeGoal: (owner, goal) =>
    backend.write(async (tx) => {
      await lockOwner(backend, tx, owner)
      const { numDeletedRows } = await tx
        .deleteFrom('goals')
        .where('owner_id', '=', owner)
        .where('goal_id', '=', goal)
        .executeTakeFirstOrThrow()
      if (numDeletedRows > 0n) await markChanged(tx, owner)
      return numDeletedRows > 0n
    }),
})
