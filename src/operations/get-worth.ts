import { z } from 'zod'
import { isDormant } from '#core/closeness/trust.ts'
import type { Goal } from '#core/model/goal.ts'
import { bottleneckSentence } from '#core/worth/sentences.ts'
import { probabilityByCount } from '#core/worth/poisson-binomial.ts'
import { bestFirst, contactsNeeded } from '#core/worth/right-number.ts'
import { sharedShock } from '#core/worth/shared-shock.ts'
import { contactValues, type ContactColumns } from '#core/worth/values.ts'
import { type GoalWorth, networkWorth } from '#core/worth/worth.ts'
import { DEFAULT_FIELD_MEAN } from '#core/calibre/combine.ts'
import type { PersonRow } from '#store/store.ts'
import { contactColumns } from './contact-columns.ts'
import { isoTimeOrNull } from './dates.ts'
import { goalsOf } from './default-goal.ts'
import { freshScores } from './fresh-scores.ts'
import { goalOf } from './goals.ts'
import { operation } from './operation.ts'
import { type Worth, worth } from './schemas.ts'
import { count, percent, table } from './text.ts'

/** Values for which the table "how many it takes" is shown. */
const SIZING_VALUES = [0.02, 0.05, 0.1, 0.2, 0.5]
/** Points of the curve over the number of contacts, at the most. */
const CURVE_POINTS = 60
/** From here on a tie counts as alive, and calibre as high, in the sentences about the pillars. */
const ALIVE = 0.5
const HIGH_CALIBRE = 0.6

type Counting = { readonly row: PersonRow; readonly value: number }

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

function calibrePillar(counting: readonly Counting[]): Worth['pillars']['calibre'] {
  const known = counting.flatMap(({ row }) => (row.calibre === null ? [] : [row.calibre]))
  const high = known.filter((level) => level >= HIGH_CALIBRE).length
  if (counting.length === 0)
    return { value: null, text: 'Nobody counts yet: it takes an exchange in both directions.' }
  if (known.length === 0) {
    const everybody =
      counting.length === 1
        ? 'the one contact who counts'
        : `all ${counting.length.toLocaleString('en')} who count`
    return {
      value: null,
      text: `Unknown for ${everybody}: mail alone does not show influence. A LinkedIn export brings titles.`,
    }
  }
  return {
    value: mean(known),
    text: `${high.toLocaleString('en')} of ${count(known.length, 'contact')} with known influence in your field stand high (${percent(HIGH_CALIBRE)} or more); ${(counting.length - known.length).toLocaleString('en')} are unknown.`,
  }
}

function closenessPillar(counting: readonly Counting[]): Worth['pillars']['closeness'] {
  if (counting.length === 0) return { value: null, text: 'kith has seen no exchange in both directions yet.' }
  const alive = counting.filter(({ row }) => row.closeness >= ALIVE).length
  const dormant = counting.filter(({ row }) => isDormant(row.trust, row.closeness)).length
  const expected = counting.reduce((sum, { row }) => sum + row.closeness, 0)
  return {
    value: mean(counting.map(({ row }) => row.closeness)),
    text: `${count(alive, 'tie is', 'ties are')} alive; expect an exchange with ${count(Math.round(expected), 'contact')} in the next 30 days. ${
      dormant === 0
        ? 'None is dormant but trusted.'
        : `${count(dormant, 'trusted tie')} lie dormant and can be woken.`
    }`,
  }
}

function numberPillar(first: GoalWorth | undefined): Worth['pillars']['number'] {
  if (first === undefined) return { value: null, text: 'Set a goal to see how many contacts it takes.' }
  const { have, missing, needed } = first.right
  return {
    value: needed === null ? (have === 0 ? null : 0) : missing === 0 ? 1 : have / needed,
    text: first.shortfallText,
  }
}

/** P(N ≥ target) with the n best contacts, at about evenly spread n. */
function curveOf(contacts: ContactColumns, goal: Goal): Worth['curve'] {
  const best = bestFirst(contactValues(contacts, goal, DEFAULT_FIELD_MEAN))
  const probability = probabilityByCount(best, goal.target, sharedShock())
  const step = Math.max(1, Math.ceil(best.length / CURVE_POINTS))
  const points: Worth['curve'] = [{ contacts: 0, probability: 0 }]
  for (let n = 1; n <= best.length; n++)
    if (n % step === 0 || n === best.length) points.push({ contacts: n, probability: probability[n] ?? 0 })
  return points
}

const goalWorthOf = (
  result: GoalWorth,
  goal: Goal & { readonly id: number | null },
  assumed: boolean,
): Worth['goals'][number] => ({
  goal: goalOf(goal),
  assumed,
  probability: result.probability,
  expected: result.expected,
  have: result.right.have,
  needed: result.right.needed,
  shortfall: result.right.missing,
  bottleneck: result.bottleneck,
  gains: result.gains,
  text: result.shortfallText,
})

function print(shown: Worth): string {
  if (shown.worth === null) return shown.bottleneck.text
  const { pillars } = shown
  return [
    `Worth  ${percent(shown.worth)}: the probability of reaching your goals with the network as it is${shown.scoredAt === null ? '' : `, as of ${shown.scoredAt.slice(0, 10)}`}.`,
    '',
    `calibre    ${percent(pillars.calibre.value).padEnd(8)} ${pillars.calibre.text}`,
    `closeness  ${percent(pillars.closeness.value).padEnd(8)} ${pillars.closeness.text}`,
    `number     ${percent(pillars.number.value).padEnd(8)} ${pillars.number.text}`,
    '',
    table(
      ['goal', 'probability', 'have', 'needed', 'missing'],
      shown.goals.map(({ goal, assumed, probability, have, needed, shortfall }) => [
        `${goal.target} ${goal.kind} per ${goal.per}${assumed ? ' (assumed: set yours with kith goal add)' : ''}`,
        percent(probability),
        String(have),
        needed === null ? 'out of reach' : String(needed),
        shortfall === null ? '' : String(shortfall),
      ]),
      70,
    ),
    '',
    shown.bottleneck.text,
    '',
    'How many contacts 3 successes at 80 % take, by what each is worth:',
    table(
      ['worth of each', ...shown.sizing.map(({ value }) => percent(value))],
      [
        [
          'contacts',
          ...shown.sizing.map(({ contacts }) => (contacts === null ? 'out of reach' : String(contacts))),
        ],
      ],
    ),
  ].join('\n')
}

export const getWorth = operation({
  name: 'get-worth',
  summary: 'Says what your network is worth for your goals, and what holds it back.',
  description:
    'Worth is the probability of reaching your goals with the contacts you have: each counts by calibre and by how likely a success with them is. Need, shortfall and the bottleneck follow from it.',
  input: z.object({}),
  output: worth,
  examples: [{ title: 'The three pillars, the goals, the bottleneck', input: {} }],
  http: { method: 'get', path: '/worth' },
  cli: { command: ['worth'], print },
  mcp: { readOnly: true },
  run: async (context) => {
    await freshScores(context)
    const { store, owner } = context
    const { assumed, goals } = await goalsOf(context)
    const { rows } = await store.people(owner, {
      sort: 'worth',
      reverse: false,
      search: '',
      limit: 1_000_000,
      offset: 0,
    })
    const contacts = contactColumns(rows)
    const result = networkWorth(contacts, goals, { fieldMean: DEFAULT_FIELD_MEAN })
    const counting = rows.flatMap((row, j) => {
      const value = result.contribution[j] ?? 0
      return value > 0 ? [{ row, value }] : []
    })
    const first = result.goals[0]
    return {
      worth: result.worth,
      pillars: {
        calibre: calibrePillar(counting),
        closeness: closenessPillar(counting),
        number: numberPillar(first),
      },
      goals: result.goals.map((of, i) => goalWorthOf(of, goals[i] ?? { ...of.goal, id: null }, assumed)),
      bottleneck: {
        pillar: result.bottleneck,
        text:
          rows.length === 0 || first === undefined
            ? 'You have no contacts yet. Import a mailbox, a calendar or an export of a network to begin.'
            : result.goals.length === 1 || result.bottleneck === null || result.worth === null
              ? first.bottleneckText
              : bottleneckSentence(
                  first.goal,
                  result.bottleneck,
                  result.gains,
                  result.worth,
                  first.right.have,
                ),
      },
      sizing: SIZING_VALUES.map((value) => ({
        value,
        contacts: contactsNeeded(value, 3, 0.8, sharedShock()),
      })),
      curve: goals[0] === undefined ? [] : curveOf(contacts, goals[0]),
      unknownCalibre: result.unknownCalibre,
      meanCalibre: DEFAULT_FIELD_MEAN,
      scoredAt: isoTimeOrNull((await store.owner(owner)).scoredAt),
    }
  },
})
