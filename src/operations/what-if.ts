import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { NO_CHANGE } from '#core/worth/what-if.ts'
import { findPerson } from './find-person.ts'
import { operation } from './operation.ts'
import { share } from './schemas.ts'
import { percent, table } from './text.ts'
import { minutesOf, preparedFor, worthColumns } from './worth-columns.ts'
import { attentionCostsOf } from './attention-costs.ts'
import { wordsOf } from './words.ts'

const standing = z.object({
  probability: share,
  expected: z.number(),
  have: z.number().int().describe('Contacts who can contribute'),
})

const MOST_DROPPED = 100

export const whatIf = operation({
  name: 'what-if',
  description:
    'With minutes a week, the ties that can be kept up in them stay as they are and the others fade as after a quarter of silence; it is compared with the minutes of your plan. Contacts added are like your best tenth.',
  input: z.object({
    minutes: z.coerce
      .number()
      .min(0)
      .max(10_000)
      .optional()
      .describe('Minutes a week for all contacts (without it, every tie stays as it is)'),
    target: z.coerce.number().int().min(1).max(1_000_000).optional().describe('Another target for the goal'),
    goal: z.coerce.number().int().positive().optional().describe('Only this goal (default: all of them)'),
    more: z.coerce
      .number()
      .int()
      .min(0)
      .max(10_000)
      .default(0)
      .describe('So many contacts more, like your best tenth'),
    without: z
      .array(z.string().trim().min(1).max(300))
      .max(MOST_DROPPED)
      .default([])
      .describe('People to leave out: names, addresses or ids'),
  }),
  output: z.object({
    before: share.nullable().describe('Worth as it is: mean over the goals by weight; null without contacts'),
    after: share.nullable().describe('Worth with the change'),
    goals: z.array(
      z.object({
        goalId: z.number().int().nullable(),
        text: z.string(),
        targetBefore: z.number().int(),
        targetAfter: z.number().int(),
        before: standing,
        after: standing,
      }),
    ),
    text: z.string(),
  }),
  examples: [
    { title: 'Two hours a week', input: { minutes: 120 } },
    { title: 'Ten contacts more', input: { more: 10 } },
    { title: 'Without one person', input: { without: ['Ada Lovelace'] } },
  ],
  cli: {
    print: ({ text, goals }) =>
      goals.length === 0
        ? text
        : `${text}\n\n${table(
            ['goal', 'as it is', 'then', 'contacts who count'],
            goals.map((one) => [
              one.text,
              percent(one.before.probability),
              percent(one.after.probability),
              `${one.before.have} → ${one.after.have}`,
            ]),
            60,
          )}`,
  },
  mcp: { readOnly: true },
  run: async (context, { minutes, target, goal: only, more, without }) => {
    const { worth: words } = wordsOf(context)
    const columns = await worthColumns(context)
    const costs = await attentionCostsOf(context)
    const { scored, goals } = columns
    const chosen = only === undefined ? goals : goals.filter((goal) => goal.id === only)
    if (chosen.length === 0 && only !== undefined)
      throw new KithError(
        'not-found',
        `There is no goal ${only} that counts; kith goal list shows those there are.`,
      )
    if (chosen.length === 0)
      return {
        before: null,
        after: null,
        goals: [],
        text: words.goalsEnded,
      }
    if (scored.length === 0)
      return {
        before: null,
        after: null,
        goals: [],
        text: words.nobodyCounts.number,
      }
    const rowOf = new Map(Array.from(scored.person, (person, row) => [person, row]))
    const dropped = new Set<number>()
    for (const who of without) {
      const row = rowOf.get(await findPerson(context, who))
      if (row !== undefined) dropped.add(row)
    }
    // With minutes stated, both sides count the time there is; without, neither does.
    const now = { ...NO_CHANGE, minutesPerWeek: minutes === undefined ? null : await minutesOf(context) }
    const change = { minutesPerWeek: minutes ?? null, without: dropped, more }
    const shown = chosen.map((goal) => {
      const changed = { ...goal, target: target ?? goal.target }
      const prepared = preparedFor(columns, goal, costs)
      return {
        goalId: goal.id,
        weight: goal.weight,
        text: words.goal(changed),
        targetBefore: goal.target,
        targetAfter: changed.target,
        before: prepared.standing(now),
        after: prepared.standing(change, changed.target),
      }
    })
    const weight = shown.reduce((sum, one) => sum + one.weight, 0)
    const mean = (of: 'before' | 'after'): number =>
      Math.min(1, shown.reduce((sum, one) => sum + one.weight * one[of].probability, 0) / weight)
    const before = mean('before')
    const after = mean('after')
    const points = (after - before) * 100
    return {
      before,
      after,
      goals: shown.map(({ goalId, text, targetBefore, targetAfter, before: was, after: then }) => ({
        goalId,
        text,
        targetBefore,
        targetAfter,
        before: was,
        after: then,
      })),
      text: words.whatIf(points, after, before, now.minutesPerWeek),
    }
  },
})
