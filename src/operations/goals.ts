import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import type { Goal } from '#core/model/goal.ts'
import { goalId } from '#core/model/ids.ts'
import { ratesOf } from '#core/worth/rates.ts'
import { operation } from './operation.ts'
import { goal, goalInput } from './schemas.ts'
import { percent, table } from './text.ts'

/** A goal as kith shows it outside: percent for people, the preset where no rate is stated. */
export const goalOf = (stored: Goal & { readonly id: number | null }): z.output<typeof goal> => ({
  id: stored.id,
  kind: stored.kind,
  target: stored.target,
  per: stored.period,
  confidence: Math.round(stored.confidence * 1000) / 10,
  weight: stored.weight,
  baseRate: Math.round(ratesOf(stored).baseRate * 100_000) / 1000,
  baseRateAssumed: stored.baseRate === null,
})

const line = (shown: z.output<typeof goal>): string[] => [
  String(shown.id ?? ''),
  shown.kind,
  `${shown.target} per ${shown.per}`,
  `${shown.confidence} % sure`,
  `${percent(shown.baseRate / 100)} per good contact and quarter${shown.baseRateAssumed ? ' (assumed)' : ''}`,
]

export const addGoal = operation({
  name: 'add-goal',
  summary: 'Adds a goal: what you hope to achieve, how often, how surely.',
  input: goalInput,
  output: goal,
  examples: [
    {
      title: 'Five referrals a quarter, 80 % sure',
      input: { kind: 'referrals', target: 5, per: 'quarter', confidence: 80 },
    },
    { title: 'One hire a year', input: { kind: 'hires', target: 1, per: 'year' } },
  ],
  http: { method: 'post', path: '/goals' },
  cli: {
    command: ['goal', 'add'],
    positionals: ['kind', 'target'],
    print: (added) => `Added. ${line(added).slice(1).join(', ')}. kith worth shows what it takes.`,
  },
  mcp: { readOnly: false },
  run: async (context, input) => {
    const added: Goal = {
      kind: input.kind,
      target: input.target,
      period: input.per,
      confidence: input.confidence / 100,
      weight: input.weight,
      baseRate: input.baseRate === undefined ? null : input.baseRate / 100,
    }
    const id = await context.store.addGoal(context.owner, added, context.now())
    return goalOf({ ...added, id })
  },
})

export const listGoals = operation({
  name: 'list-goals',
  summary: 'Lists your goals.',
  input: z.object({}),
  output: z.object({ goals: z.array(goal) }),
  examples: [{ title: 'All of them', input: {} }],
  http: { method: 'get', path: '/goals' },
  cli: {
    command: ['goal', 'list'],
    json: ({ goals }) => goals,
    print: ({ goals }) =>
      goals.length === 0
        ? 'No goal yet. Set one: kith goal add referrals 5 --per quarter --confidence 80'
        : table(['id', 'kind', 'target', 'confidence', 'base rate'], goals.map(line), 60),
  },
  mcp: { readOnly: true },
  run: async ({ store, owner }) => ({ goals: (await store.goals(owner)).map(goalOf) }),
})

export const removeGoal = operation({
  name: 'remove-goal',
  summary: 'Removes a goal.',
  input: z.object({
    id: z.coerce.number().int().positive().describe('Number of the goal, as goal list shows it'),
  }),
  output: z.object({ removed: z.boolean() }),
  examples: [{ title: 'Remove goal 1', input: { id: 1 } }],
  http: { method: 'delete', path: '/goals/:id' },
  cli: { command: ['goal', 'remove'], positionals: ['id'], print: () => 'Removed.' },
  mcp: { readOnly: false },
  run: async ({ store, owner }, { id }) => {
    if (!(await store.removeGoal(owner, goalId(id))))
      throw new KithError('not-found', `There is no goal ${id}; kith goal list shows those there are.`)
    return { removed: true }
  },
})
