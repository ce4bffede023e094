import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { goalId } from '#core/model/ids.ts'
import { goalPresets } from '#core/worth/presets.ts'
import { operation } from './operation.ts'
import { goal, goalChange, goalInput } from './schemas.ts'
import { bounded, goalOf, goalsFrom, notOver } from './stated-goals.ts'
import { percent, table } from './text.ts'
import { wordsOf } from './words.ts'

const stateWords = { current: '', upcoming: ' (still to begin)', over: ' (has ended)' } as const

const line = (shown: z.output<typeof goal>): string[] => [
  String(shown.id ?? ''),
  shown.kind,
  `${shown.target} per ${shown.per}${shown.segmentText === '' ? '' : `, ${shown.segmentText}`}${stateWords[shown.state]}`,
  `${shown.confidence} % sure`,
  `${percent(shown.baseRate / 100)} per good contact and quarter${shown.baseRateAssumed ? ' (assumed)' : ''}`,
  String(shown.weight),
]
const described = (shown: z.output<typeof goal>): string => line(shown).slice(1, 5).join(', ')

export const addGoal = operation({
  name: 'add-goal',
  description:
    'With preset it adds the goals assumed for a profession; every number of it can be changed afterwards.',
  input: goalInput,
  output: goal.extend({ others: z.array(goal).describe('Further goals that a preset added') }),
  examples: [
    {
      title: 'Five referrals a quarter, 80 % sure',
      input: { kind: 'referrals', target: 5, per: 'quarter', confidence: 80 },
    },
    { title: 'One hire a year', input: { kind: 'hires', target: 1, per: 'year' } },
    {
      title: 'Two sales a quarter in one industry',
      input: { kind: 'sales', target: 2, industry: 'software' },
    },
    { title: 'What a recruiter may want', input: { preset: 'recruiter' } },
  ],
  cli: {
    positionals: ['kind', 'target'],
    print: (added) =>
      `Added. ${[added, ...added.others].map(described).join('; ')}. kith worth shows what it takes.`,
  },
  mcp: { readOnly: false },
  run: async (context, input) => {
    const now = context.now()
    const added = []
    for (const one of goalsFrom(input, now))
      added.push(
        goalOf({ ...one, id: await context.store.addGoal(context.owner, one, now) }, now, wordsOf(context)),
      )
    const [first, ...others] = added
    if (first === undefined) throw new KithError('invalid-input', 'This preset has no goals.')
    return { ...first, others }
  },
})

export const listGoals = operation({
  name: 'list-goals',
  input: z.object({}),
  output: z.object({ goals: z.array(goal) }),
  examples: [{ title: 'All of them', input: {} }],
  cli: {
    json: ({ goals }) => goals,
    print: ({ goals }) =>
      goals.length === 0
        ? 'No goal yet. Set one: kith goal add referrals 5 --per quarter --confidence 80'
        : table(['id', 'kind', 'target', 'confidence', 'base rate', 'weight'], goals.map(line), 60),
  },
  mcp: { readOnly: true },
  run: async ({ store, owner, now }) => ({
    goals: (await store.goals(owner)).map((one) => goalOf(one, now())),
  }),
})

const idInput = z.object({
  id: z.coerce.number().int().positive().describe('Number of the goal, as goal list shows it'),
})
const noSuchGoal = (id: number): KithError =>
  new KithError('not-found', `There is no goal ${id}; kith goal list shows those there are.`)

export const editGoal = operation({
  name: 'edit-goal',
  description:
    'An empty text takes a part of the segment, or a date, away. kith goal undo takes the change back.',
  input: goalChange,
  output: goal,
  examples: [
    { title: 'Ask for more', input: { id: 1, target: 8 } },
    { title: 'Only in one place', input: { id: 1, place: 'Berlin' } },
  ],
  cli: {
    positionals: ['id'],
    print: (changed) => `Changed. ${described(changed)}. kith goal undo ${changed.id} takes it back.`,
  },
  mcp: { readOnly: false },
  run: async ({ store, owner, now }, { id, ...stated }) => {
    const before = (await store.goals(owner)).find((one) => one.id === id)
    if (before === undefined) throw noSuchGoal(id)
    const { id: _, ...known } = before
    const changed = bounded(
      {
        ...known,
        target: stated.target ?? known.target,
        period: stated.per ?? known.period,
        confidence: stated.confidence === undefined ? known.confidence : stated.confidence / 100,
        weight: stated.weight ?? known.weight,
        baseRate: stated.baseRate === undefined ? known.baseRate : stated.baseRate / 100,
      },
      stated,
    )
    await store.changeGoal(owner, goalId(id), notOver(changed, now()))
    return goalOf({ ...changed, id }, now())
  },
})

export const removeGoal = operation({
  name: 'remove-goal',
  description: 'kith goal undo brings it back.',
  input: idInput,
  output: z.object({ removed: z.boolean(), id: z.number().int() }),
  examples: [{ title: 'Remove goal 1', input: { id: 1 } }],
  cli: {
    positionals: ['id'],
    print: ({ id }) => `Removed. kith goal undo ${id} brings it back.`,
  },
  mcp: { readOnly: false },
  run: async ({ store, owner, now }, { id }) => {
    if (!(await store.removeGoal(owner, goalId(id), now()))) throw noSuchGoal(id)
    return { removed: true, id }
  },
})

export const undoGoal = operation({
  name: 'undo-goal',
  input: idInput,
  output: goal,
  examples: [{ title: 'Bring goal 1 back', input: { id: 1 } }],
  cli: {
    positionals: ['id'],
    print: (back) => `As it was before: ${described(back)}.`,
  },
  mcp: { readOnly: false },
  run: async ({ store, owner, now }, { id }) => {
    if (!(await store.undoGoal(owner, goalId(id))))
      throw new KithError('not-found', `There is nothing to take back of goal ${id}.`)
    const back = (await store.goals(owner)).find((one) => one.id === id)
    if (back === undefined) throw noSuchGoal(id)
    return goalOf(back, now())
  },
})

export const listGoalPresets = operation({
  name: 'list-goal-presets',
  input: z.object({}),
  output: z.object({
    presets: z.array(
      z.object({
        id: z.string(),
        profession: z.string(),
        assumption: z.string(),
        goals: z.array(
          z.object({
            kind: goal.shape.kind,
            target: z.number().int(),
            per: goal.shape.per,
            confidence: z.number().describe('Percent'),
            weight: z.number(),
            baseRate: z.number().describe('Percent of typical good contacts that bring one in a quarter'),
          }),
        ),
      }),
    ),
  }),
  examples: [{ title: 'All of them', input: {} }],
  cli: {
    json: ({ presets }) => presets,
    print: ({ presets }) =>
      [
        ...presets.map(({ id, profession, assumption }) => `${id}\n    ${profession}. ${assumption}`),
        '',
        'Take one over with kith goal add --preset <name>, then change what does not fit with kith goal edit.',
      ].join('\n'),
  },
  mcp: { readOnly: true },
  run: async () => ({
    presets: goalPresets.map(({ id, profession, assumption, goals }) => ({
      id,
      profession,
      assumption,
      goals: goals.map((one) => ({
        kind: one.kind,
        target: one.target,
        per: one.period,
        confidence: Math.round(one.confidence * 100),
        weight: one.weight,
        baseRate: Math.round((one.baseRate ?? 0) * 100_000) / 1000,
      })),
    })),
  }),
})
