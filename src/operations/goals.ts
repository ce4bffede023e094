import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { goalState } from '#core/model/goal.ts'
import type { Goal } from '#core/model/goal.ts'
import { goalId } from '#core/model/ids.ts'
import { isEverybody, segmentParts } from '#core/model/segment.ts'
import { type Sentences, sentences } from '#core/sentences/index.ts'
import type { Segment } from '#core/model/segment.ts'
import { goalPresets } from '#core/worth/presets.ts'
import { ratesOf } from '#core/worth/rates.ts'
import { isoTimeOrNull } from './dates.ts'
import { timeOfIso } from './iso-time.ts'
import { operation } from './operation.ts'
import { goal, goalChange, goalInput } from './schemas.ts'
import { percent, table } from './text.ts'
import { wordsOf } from './words.ts'

const DAY_MS = 86_400_000

/** A goal as kith shows it outside: percent for people, the preset where no rate is stated. */
export const goalOf = (
  stored: Goal & { readonly id: number | null },
  now: number,
  words: Sentences = sentences.en,
): z.output<typeof goal> => ({
  id: stored.id,
  kind: stored.kind,
  target: stored.target,
  per: stored.period,
  confidence: Math.round(stored.confidence * 1000) / 10,
  weight: stored.weight,
  baseRate: Math.round(ratesOf(stored).baseRate * 100_000) / 1000,
  baseRateAssumed: stored.baseRate === null,
  segment: stored.segment ?? null,
  segmentText: words.worth.segment(stored.segment),
  startsAt: isoTimeOrNull(stored.startsAt ?? null),
  endsAt: isoTimeOrNull(stored.endsAt ?? null),
  state: goalState(stored, now),
})

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

type Stated = Partial<Record<(typeof segmentParts)[number] | 'starts' | 'ends', string | undefined>>

/** The segment and the dates of a goal after what was stated: an empty text takes away, nothing stated leaves. */
function bounded(before: Goal, stated: Stated): Goal {
  const segment: Record<string, string | undefined> = { ...before.segment }
  for (const part of segmentParts) {
    const value = stated[part]
    if (value === '') delete segment[part]
    else if (value !== undefined) segment[part] = value
  }
  const dayOf = (text: string | undefined, known: number | null | undefined, endOfDay: boolean) => {
    if (text === undefined) return known ?? null
    if (text === '') return null
    const at = timeOfIso(text) ?? Number.NaN
    // A bare day ends when it is over.
    return endOfDay && /^\d{4}-\d{2}-\d{2}$/.test(text) ? at + DAY_MS : at
  }
  const startsAt = dayOf(stated.starts, before.startsAt, false)
  const endsAt = dayOf(stated.ends, before.endsAt, true)
  if (startsAt !== null && endsAt !== null && endsAt <= startsAt)
    throw new KithError('invalid-input', 'A goal has to end after it starts; change starts or ends.')
  const { segment: _, startsAt: _s, endsAt: _e, ...rest } = before
  return {
    ...rest,
    ...(isEverybody(segment as Segment) ? {} : { segment: segment as Segment }),
    ...(startsAt === null ? {} : { startsAt }),
    ...(endsAt === null ? {} : { endsAt }),
  }
}

/** @throws KithError 'invalid-input' for a goal that lies wholly in the past */
function notOver(stated: Goal, now: number): Goal {
  if (goalState(stated, now) === 'over')
    throw new KithError(
      'invalid-input',
      'This goal would lie in the past: ends has to be a day to come, or be left out.',
    )
  return stated
}

/** The goals that an input asks for. */
function goalsFrom(input: z.output<typeof goalInput>, now: number): Goal[] {
  if (input.preset !== undefined) {
    const preset = goalPresets.find((one) => one.id === input.preset)
    if (preset === undefined)
      throw new KithError(
        'invalid-input',
        `There is no preset ${input.preset}; there are ${goalPresets.map((one) => one.id).join(', ')}.`,
      )
    const goals = preset.goals.filter((one) => input.kind === undefined || one.kind === input.kind)
    if (goals.length === 0)
      throw new KithError(
        'invalid-input',
        `The preset ${preset.id} has no goal of ${input.kind}; it has ${preset.goals.map((one) => one.kind).join(', ')}.`,
      )
    return goals.map((one) => notOver(bounded({ ...one, target: input.target ?? one.target }, input), now))
  }
  if (input.kind === undefined || input.target === undefined)
    throw new KithError(
      'invalid-input',
      'A goal needs a kind and a target, such as "referrals 5", or a preset: kith goal presets lists them.',
    )
  const stated: Goal = {
    kind: input.kind,
    target: input.target,
    period: input.per,
    confidence: input.confidence / 100,
    weight: input.weight,
    baseRate: input.baseRate === undefined ? null : input.baseRate / 100,
  }
  return [notOver(bounded(stated, input), now)]
}

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
