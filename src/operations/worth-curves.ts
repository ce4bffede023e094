import { z } from 'zod'
import { DEFAULT_FIELD_MEAN } from '#core/calibre/combine.ts'
import { KithError } from '#core/model/errors.ts'
import { attentionCurve, keptUp } from '#core/worth/attention.ts'
import { probabilityByCount } from '#core/worth/poisson-binomial.ts'
import { bestFirst, contactsNeeded } from '#core/worth/right-number.ts'
import { INDEPENDENT, sharedShock } from '#core/worth/shared-shock.ts'
import { contactValues } from '#core/worth/values.ts'
import { attentionCostsOf } from './attention-costs.ts'
import { operation } from './operation.ts'
import { share } from './schemas.ts'
import { percent, table } from './text.ts'
import { wordsOf } from './words.ts'
import { minutesOf, worthColumns } from './worth-columns.ts'
import type { StatedGoal, WorthColumns } from './worth-columns.ts'

/** Values for which the table "how many it takes" is shown. */
const SIZING_VALUES = [0.02, 0.05, 0.1, 0.2, 0.5]
const CURVE_POINTS = 60
/** Probabilities that differ by less read the same. */
const LEAST_DIFFERENCE = 0.005

const goalNumber = z.coerce
  .number()
  .int()
  .positive()
  .optional()
  .describe('The goal it is about (default: the first)')

function goalAmong({ goals }: WorthColumns, id: number | undefined): StatedGoal {
  const goal = id === undefined ? goals[0] : goals.find((one) => one.id === id)
  if (goal === undefined)
    throw new KithError(
      'not-found',
      id === undefined
        ? 'Your goals have ended: change one with kith goal edit, or add one with kith goal add.'
        : `There is no goal ${id} that counts; kith goal list shows those there are.`,
    )
  return goal
}

export const sizingCurve = operation({
  name: 'sizing-curve',
  input: z.object({ goal: goalNumber }),
  output: z.object({
    goalId: z.number().int().nullable(),
    text: z.string(),
    target: z.number().int(),
    confidence: share,
    mine: z
      .object({
        contacts: z.number().int().describe('Contacts who count'),
        meanValue: share.describe('What one of them is worth on average'),
        bestValue: share.describe('The mean of your best tenth'),
        needed: z
          .number()
          .int()
          .nullable()
          .describe('How many like your average one it would take; null when out of reach'),
        neededLikeBest: z.number().int().nullable().describe('How many like your best tenth it would take'),
      })
      .nullable()
      .describe('Null while nobody counts'),
    table: z
      .array(
        z.object({
          value: share.describe('What each contact is worth'),
          three: z
            .number()
            .int()
            .nullable()
            .describe('Contacts for 3 successes at 80 %, good and bad times shared'),
          threeIndependent: z.number().int().nullable().describe('The same if contacts were independent'),
          goal: z.number().int().nullable().describe('Contacts for this goal'),
        }),
      )
      .describe('The thesis in numbers'),
    curve: z
      .array(z.object({ contacts: z.number().int(), probability: share }))
      .describe('Probability of the goal with your n best contacts'),
  }),
  examples: [{ title: 'The first goal', input: {} }],
  cli: {
    print: (shown) =>
      [
        shown.text,
        '',
        table(
          ['worth of each', 'for 3 at 80 %', 'if independent', 'for your goal'],
          shown.table.map((row) => [
            percent(row.value),
            words(row.three),
            words(row.threeIndependent),
            words(row.goal),
          ]),
        ),
      ].join('\n'),
  },
  mcp: { readOnly: true },
  run: async (context, { goal: id }) => {
    const { worth: sentences } = wordsOf(context)
    const columns = await worthColumns(context)
    const goal = goalAmong(columns, id)
    const shock = sharedShock()
    const best = bestFirst(contactValues(columns.contacts, goal, DEFAULT_FIELD_MEAN))
    const mean = (values: Float64Array): number => values.reduce((sum, one) => sum + one, 0) / values.length
    const needs = (value: number, target: number, confidence: number): number | null =>
      contactsNeeded(value, target, confidence, shock)
    const meanValue = best.length === 0 ? 0 : mean(best)
    const bestValue = best.length === 0 ? 0 : mean(best.subarray(0, Math.ceil(best.length / 10)))
    const needed = needs(meanValue, goal.target, goal.confidence)
    const probability = probabilityByCount(best, goal.target, shock)
    const step = Math.max(1, Math.ceil(best.length / CURVE_POINTS))
    const values = [...SIZING_VALUES, ...(meanValue > 0 ? [meanValue] : [])].sort((a, b) => a - b)
    return {
      goalId: goal.id,
      text:
        best.length === 0 ? sentences.sizingNobody : sentences.sizing(goal, best.length, meanValue, needed),
      target: goal.target,
      confidence: goal.confidence,
      mine:
        best.length === 0
          ? null
          : {
              contacts: best.length,
              meanValue,
              bestValue,
              needed,
              neededLikeBest: needs(bestValue, goal.target, goal.confidence),
            },
      table: values.map((value) => ({
        value,
        three: needs(value, 3, 0.8),
        threeIndependent: contactsNeeded(value, 3, 0.8, INDEPENDENT),
        goal: needs(value, goal.target, goal.confidence),
      })),
      curve: Array.from(probability, (p, n) => ({ contacts: n, probability: p })).filter(
        ({ contacts: n }) => n % step === 0 || n === best.length,
      ),
    }
  },
})

const words = (contacts: number | null): string =>
  contacts === null ? 'out of reach' : contacts.toLocaleString('en')

export const getAttentionCurve = operation({
  name: 'attention-curve',
  description:
    'Keeping a tie up costs 60 minutes a quarter for the closest 5, 20 up to 15, 8 up to 50, 3 up to 150, and .2 for every further contact: assumptions, which kith worth costs changes. Only what is kept up keeps its closeness.',
  input: z.object({
    goal: goalNumber,
    minutes: z.coerce
      .number()
      .min(0)
      .max(10_000)
      .optional()
      .describe('Minutes a week for all contacts (default: those of your plan)'),
  }),
  output: z.object({
    goalId: z.number().int().nullable(),
    minutes: z.number(),
    text: z.string(),
    points: z.array(z.object({ contacts: z.number().int(), kept: z.number().int(), probability: share })),
    user: z.object({ contacts: z.number().int(), kept: z.number().int(), probability: share }),
    peak: z.object({ contacts: z.number().int(), kept: z.number().int(), probability: share }),
    costs: z.object({
      layers: z.array(z.object({ upTo: z.number().int(), minutes: z.number() })),
      further: z.number(),
      assumed: z.boolean().describe('True while these are the assumptions kith comes with'),
    }),
  }),
  examples: [{ title: 'Three hours a week', input: { minutes: 180 } }],
  long: true,
  cli: {
    print: ({ text, points }) =>
      `${text}\n\n${table(
        ['contacts', 'kept up', 'probability'],
        points
          .filter((_, i) => i % 5 === 0 || i === points.length - 1)
          .map((point) => [String(point.contacts), String(point.kept), percent(point.probability)]),
      )}`,
  },
  mcp: { readOnly: true },
  run: async (context, { goal: id, minutes: asked }) => {
    const { worth: sentences } = wordsOf(context)
    const columns = await worthColumns(context)
    const goal = goalAmong(columns, id)
    const minutes = asked ?? (await minutesOf(context))
    const costs = await attentionCostsOf(context)
    const { contacts, scored } = columns
    const kept = contactValues(contacts, goal, DEFAULT_FIELD_MEAN)
    const closeness = contacts.closeness.map((now, j) => {
      const silent = scored.silent[j]!
      return Number.isNaN(silent) ? now : Math.min(now, silent)
    })
    const silent = contactValues({ ...contacts, closeness }, goal, DEFAULT_FIELD_MEAN)
    const curve = attentionCurve(kept, silent, goal, minutes, CURVE_POINTS, costs)
    const { user, peak } = curve
    return {
      goalId: goal.id,
      minutes,
      text:
        user.contacts === 0
          ? sentences.nobodyCounts.number
          : peak.probability <= 0
            ? sentences.attentionNobody
            : `${sentences.attention(goal, minutes, keptUp(user.contacts, minutes, costs), user.contacts, user.probability)} ${
                peak.contacts >= user.contacts
                  ? sentences.moreHelp
                  : peak.probability - user.probability < LEAST_DIFFERENCE
                    ? sentences.bestBringAll(peak.contacts)
                    : sentences.bestAlone(peak.contacts, peak.probability)
              }`,
      points: [...curve.points],
      user,
      peak,
      costs,
    }
  },
})

export const worthHistory = operation({
  name: 'worth-history',
  input: z.object({}),
  output: z.object({
    points: z.array(
      z.object({
        at: z.iso.datetime().describe('The end of the data then'),
        takenAt: z.iso.datetime().describe('When it was worked out'),
        worth: share.nullable(),
        contacts: z.number().int(),
        counting: z.number().int(),
        pillars: z.object({
          calibre: share.nullable(),
          closeness: share.nullable(),
          number: share.nullable(),
        }),
        goals: z.array(
          z.object({
            id: z.number().int().nullable(),
            text: z.string(),
            probability: share,
            needed: z.number().int().nullable(),
            have: z.number().int(),
          }),
        ),
      }),
    ),
  }),
  examples: [{ title: 'All of it', input: {} }],
  cli: {
    json: ({ points }) => points,
    print: ({ points }) =>
      points.length === 0
        ? 'No history yet: a point is kept whenever an import or a change of goals moves the numbers.'
        : table(
            ['worked out', 'data until', 'worth', 'contacts', 'who count'],
            points.map((point) => [
              point.takenAt.slice(0, 10),
              point.at.slice(0, 10),
              percent(point.worth),
              String(point.contacts),
              String(point.counting),
            ]),
          ),
  },
  mcp: { readOnly: true },
  run: async ({ store, owner }) => ({
    points: [...(await store.entries(owner, 'snapshot'))]
      .sort((a, b) => a.madeAt - b.madeAt || a.id - b.id)
      .map(({ at, madeAt, body }) => ({
        at: new Date(at).toISOString(),
        takenAt: new Date(madeAt).toISOString(),
        ...body,
        goals: [...body.goals],
      })),
  }),
})
