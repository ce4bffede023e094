import { z } from 'zod'
import { goalKinds } from '#core/model/goal.ts'
import { LEAST_OUTCOMES } from '#core/outcomes/learn.ts'
import { ratesOf } from '#core/worth/rates.ts'
import { rateSentence } from '#core/worth/sentences.ts'
import { isoTime } from './dates.ts'
import { goalsOf } from './default-goal.ts'
import { freshScores } from './fresh-scores.ts'
import { operation } from './operation.ts'
import { share, time } from './schemas.ts'
import { summaryOf } from './score-summary.ts'
import { day, table } from './text.ts'
import { wordsOf } from './words.ts'

const rate = z.object({
  kind: z.enum(goalKinds),
  outcomes: z.number().int().describe('Recorded so far'),
  learned: z.boolean().describe(`False below ${LEAST_OUTCOMES} outcomes: the rate is assumed`),
  baseRate: share.describe('Chance that a typical good contact brings one in a quarter'),
  low: share.nullable().describe('Bounds of the 95 % interval; null while it is assumed'),
  high: share.nullable(),
  text: z.string(),
  windows: z
    .array(
      z.object({
        start: time,
        end: time,
        expected: z.number().describe('What kith expected before the quarter began'),
        low: z.number(),
        high: z.number(),
        happened: z.number().int(),
        learned: z.boolean(),
      }),
    )
    .describe('What kith expected, what happened, quarter by quarter'),
  bins: z
    .array(z.object({ count: z.number().int(), said: share, happened: share }))
    .describe('Calibration: contacts by what was expected of them'),
  brier: z.number().nullable(),
  brierOfBaseRate: z.number().nullable().describe('The same for the assumed base rate alone'),
})

export const outcomeRates = operation({
  name: 'outcome-rates',
  description: `Rates are assumed until ${LEAST_OUTCOMES} outcomes of a kind are recorded, then learned from them.`,
  input: z.object({}),
  output: z.object({ rates: z.array(rate) }),
  examples: [{ title: 'All kinds', input: {} }],
  cli: {
    json: ({ rates }) => rates,
    print: ({ rates }) =>
      rates
        .map((one) =>
          [
            `${one.kind}: ${one.text}`,
            ...(one.windows.length === 0
              ? []
              : [
                  table(
                    ['    quarter to', 'expected', '95 % within', 'happened'],
                    one.windows.map((window) => [
                      `    ${day(window.end)}`,
                      window.expected.toFixed(1),
                      `${window.low.toFixed(1)} to ${window.high.toFixed(1)}`,
                      String(window.happened),
                    ]),
                  ),
                ]),
          ].join('\n'),
        )
        .join('\n\n'),
  },
  mcp: { readOnly: true },
  run: async (context) => {
    await freshScores(context)
    const { goals } = await goalsOf(context)
    const { worth: words } = wordsOf(context)
    const learning = summaryOf(await context.store.owner(context.owner))?.learning ?? {}
    return {
      rates: goalKinds.map((kind) => {
        const record = learning[kind]
        const assumed = ratesOf({
          kind,
          baseRate: goals.find((goal) => goal.kind === kind)?.baseRate ?? null,
        })
        const learned = record?.learned ?? null
        const outcomes = record?.outcomes ?? 0
        return {
          kind,
          outcomes,
          learned: learned !== null,
          baseRate: learned?.baseRate ?? assumed.baseRate,
          low: learned?.low ?? null,
          high: learned?.high ?? null,
          text:
            learned === null
              ? words.rateNotLearned(kind, assumed.baseRate, outcomes, LEAST_OUTCOMES)
              : rateSentence(learned, kind, words),
          windows: (record?.windows ?? []).map(({ start, end, ...window }) => ({
            start: isoTime(start),
            end: isoTime(end),
            ...window,
          })),
          bins: [...(record?.bins ?? [])],
          brier: record?.brier ?? null,
          brierOfBaseRate: record?.brierOfBaseRate ?? null,
        }
      }),
    }
  },
})
