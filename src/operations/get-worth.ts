import { z } from 'zod'
import { goalsOf } from './default-goal.ts'
import { freshScores } from './fresh-scores.ts'
import { operation } from './operation.ts'
import { type Worth, worth } from './schemas.ts'
import { summaryOf } from './score-summary.ts'
import { percent, table } from './text.ts'
import { wordsOf } from './words.ts'
import { emptyReport } from './worth-report.ts'

function print(shown: Worth): string {
  if (shown.worth === null) return shown.bottleneck.text
  const { pillars } = shown
  return [
    `Worth  ${percent(shown.worth)}: the probability of reaching your goals with the network as it is${shown.scoredAt === null ? '' : `, as of ${shown.scoredAt.slice(0, 10)}`}.`,
    '',
    ...(['calibre', 'closeness', 'number'] as const).map(
      (name) => `${name.padEnd(9)}  ${percent(pillars[name].value).padEnd(11)}  ${pillars[name].text}`,
    ),
    '',
    table(
      ['goal', 'probability', 'have', 'needed', 'missing'],
      shown.goals.map(({ goal, assumed, probability, have, needed, shortfall }) => [
        `${goal.target} ${goal.kind} per ${goal.per}${goal.segmentText === '' ? '' : ` ${goal.segmentText}`}${assumed ? ' (assumed: set yours with kith goal add)' : ''}`,
        percent(probability),
        String(have),
        needed === null ? 'out of reach' : String(needed),
        shortfall === null ? '' : String(shortfall),
      ]),
      70,
    ),
    ...shown.goals.flatMap(({ goal, needed, text }) =>
      needed === null ? [`${goal.target} ${goal.kind}: ${text}`] : [],
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
  description:
    'Worth is the probability of reaching your goals with the contacts you have: each counts by calibre and by how likely a success with them is. Need, shortfall and the bottleneck follow from it.',
  input: z.object({}),
  output: worth,
  examples: [{ title: 'The three pillars, the goals, the bottleneck', input: {} }],
  cli: { print },
  mcp: { readOnly: true, name: 'network_worth' },
  run: async (context) => {
    await freshScores(context)
    const summary = summaryOf(await context.store.owner(context.owner))
    return (
      summary?.reports[context.language ?? 'en'] ??
      emptyReport(await goalsOf(context), context.now(), wordsOf(context))
    )
  },
})
