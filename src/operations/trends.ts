import { z } from 'zod'
import { closenessOf } from '#core/closeness/closeness.ts'
import { oneTieFor } from '#core/closeness/columns-for.ts'
import { explainCloseness } from '#core/closeness/explain.ts'
import { overdueLevel, overdueLevels, rhythmOf } from '#core/closeness/overdue.ts'
import { startsOf } from '#core/closeness/starts.ts'
import { trendKind, trendKinds, trendOf } from '#core/closeness/trend.ts'
import { isDormant } from '#core/closeness/trust.ts'
import { ledgerByPerson } from '#core/ledger/ledger.ts'
import { type PersonRow, type TrendRow, trendFilters } from '#store/store.ts'
import { closenessModelOf } from './closeness-model.ts'
import { contactOf } from './contact.ts'
import { isoTime, isoTimeOrNull } from './dates.ts'
import { findPerson } from './find-person.ts'
import { freshScores } from './fresh-scores.ts'
import { happened } from './happened.ts'
import { operation } from './operation.ts'
import { contact, share, time } from './schemas.ts'
import { count, day, percent, table } from './text.ts'
import { wordsOf } from './words.ts'

/** Points of a sparkline, and the days from one to the next: a year and a bit. */
const POINTS = 26
const STEP_DAYS = 15

const overdue = z
  .object({
    level: z.enum(overdueLevels).nullable().describe('Null while the silence is usual for this tie'),
    gapDays: z.number().min(0).describe('Days since the last contact'),
    meanGapDays: z.number().min(0).describe('Usual days from one day with contact to the next'),
    ratio: z.number().min(0).describe('One by the other; amber above 2, red above 8'),
  })
  .nullable()
  .describe('Null with fewer than five days of contact')

const trend = z.object({
  kind: z.enum(trendKinds),
  before: share.nullable().describe('Closeness 90 days earlier; null where there had been no contact'),
  change: z.number().nullable(),
  dormant: z.boolean().describe('Out of touch, still trusted'),
  overdue,
})

const trendOfRow = (row: PersonRow, { before, gapDays, meanGapDays }: TrendRow): z.input<typeof trend> => {
  const ratio = gapDays === null || meanGapDays === null ? null : gapDays / meanGapDays
  return {
    kind: trendKind(row.closeness, before),
    before,
    change: before === null ? null : row.closeness - before,
    dormant: isDormant(row.trust, row.closeness),
    overdue:
      gapDays === null || meanGapDays === null || ratio === null
        ? null
        : { level: overdueLevel(ratio), gapDays, meanGapDays, ratio },
  }
}

const listed = contact.extend({ trend })

/** What a trend says in a line of the terminal. */
function inWords({ kind, before, dormant, overdue: late }: z.output<typeof trend>, now: number): string {
  const moved =
    before === null ? 'new' : kind === 'steady' ? 'steady' : `${percent(before)} → ${percent(now)}`
  const gap =
    late === null || late.level === null
      ? null
      : `silent for ${count(Math.round(late.gapDays), 'day')}, usually ${count(Math.max(1, Math.round(late.meanGapDays)), 'day')}`
  return [moved, gap, dormant ? 'out of touch, still trusted' : null]
    .filter((text) => text !== null)
    .join('; ')
}

export const listTrends = operation({
  name: 'list-trends',
  description:
    'Warming and cooling: closeness changed by 10 points or more within 90 days. Overdue: silent for more than twice the usual gap. Dormant: out of touch, still trusted.',
  input: z.object({
    kind: z.enum(trendFilters).default('cooling').describe('Which of them'),
    limit: z.coerce.number().int().min(1).max(500).default(20).describe('How many at the most'),
    offset: z.coerce.number().int().min(0).default(0).describe('How many to pass over'),
  }),
  output: z.object({ kind: z.enum(trendFilters), total: z.number().int(), people: z.array(listed) }),
  examples: [
    { title: 'Whose tie is cooling', input: {} },
    { title: 'With whom you are overdue', input: { kind: 'overdue', limit: 10 } },
    { title: 'Out of touch, still trusted', input: { kind: 'dormant' } },
  ],
  cli: {
    positionals: ['kind'],
    json: ({ people }) => people,
    print: ({ kind, total, people }) =>
      total === 0
        ? `Nobody is ${kind} as of the end of your data.`
        : `${table(
            ['id', 'name', 'closeness', 'trust', 'worth', 'last contact', 'trend'],
            people.map((person) => [
              String(person.id),
              person.name,
              percent(person.closeness),
              percent(person.trust),
              percent(person.worth),
              day(person.lastAt),
              inWords(person.trend, person.closeness),
            ]),
            60,
          )}\n${people.length} of ${total} ${kind}; others: kith trends ${trendFilters.filter((other) => other !== kind).join(', ')}`,
  },
  mcp: { readOnly: true },
  run: async (context, { kind, limit, offset }) => {
    const { store, owner } = context
    await freshScores(context)
    const { total, rows } = await store.trends(owner, kind, limit, offset)
    const people = []
    for (const row of rows) {
      const person = await store.person(owner, row.personId)
      if (person !== null) people.push({ ...contactOf(person), trend: trendOfRow(person, row) })
    }
    return { kind, total, people }
  },
})

export const getClosenessTrend = operation({
  name: 'get-closeness-trend',
  input: z.object({ who: z.string().min(1).describe('Id, address, number, profile or (part of) a name') }),
  output: z.object({
    id: z.number().int(),
    name: z.string(),
    at: time,
    closeness: share,
    low: share.describe('95 % interval of closeness: it narrows as the history of the tie grows'),
    high: share,
    text: z.string().describe('Why, in one sentence'),
    points: z
      .array(z.object({ at: time, closeness: share.nullable() }))
      .describe('Oldest first, by one formula throughout; null before the first contact'),
    trend,
    starts: z
      .object({ you: z.number().int(), them: z.number().int() })
      .describe('Who started how many conversations: a message after seven days of silence'),
    modelVersion: z.number().int().nullable().describe('Null is the shipped default'),
    lastAt: time.nullable(),
  }),
  examples: [{ title: 'By name', input: { who: 'Ann Lee' } }],
  cli: {
    positionals: ['who'],
    print: (result) =>
      [
        `${result.name}: closeness ${percent(result.closeness)} (likely ${percent(result.low)} to ${percent(result.high)})`,
        result.text,
        `${sparkline(result.points.map((point) => point.closeness))}  ${day(result.points[0]?.at ?? null)} to ${day(result.at)}; ${inWords(result.trend, result.closeness)}`,
      ].join('\n'),
  },
  mcp: { readOnly: true },
  run: async (context, { who }) => {
    const { store, owner } = context
    await freshScores(context)
    const person = await findPerson(context, who)
    const row = await store.person(owner, person)
    const { scoredAt } = await store.owner(owner)
    const at = scoredAt ?? context.now()
    const { ledger } = ledgerByPerson(await happened(context, person))
    const { model, version } = await closenessModelOf(context)
    const ties = oneTieFor(model, ledger, at)
    const closeness = closenessOf(ties, 0, model)
    const starts = startsOf(ledger, at)
    const points = trendOf(ledger, model, POINTS, STEP_DAYS, at)
    const rhythm = rhythmOf(ties, 0)
    const before = points.at(-1 - 90 / STEP_DAYS)?.closeness ?? null
    return {
      id: person,
      name: row?.name ?? who,
      at: isoTime(at),
      closeness: closeness.closeness,
      low: closeness.low,
      high: closeness.high,
      text: explainCloseness(ties, 0, closeness, starts, wordsOf(context).closeness),
      points: points.map((point) => ({ at: isoTime(point.at), closeness: point.closeness })),
      trend: {
        kind: trendKind(closeness.closeness, before),
        before,
        change: before === null ? null : closeness.closeness - before,
        dormant: isDormant(row?.trust ?? 0, closeness.closeness),
        overdue: rhythm,
      },
      starts: { you: starts.out, them: starts.in },
      modelVersion: version,
      lastAt: isoTimeOrNull(row?.lastAt ?? null),
    }
  },
})

const BARS = '▁▂▃▄▅▆▇█'

/** Probabilities as a line of bars; a space where there was no contact yet. */
const sparkline = (values: readonly (number | null)[]): string =>
  values
    .map((value) => (value === null ? ' ' : BARS[Math.min(BARS.length - 1, Math.floor(value * BARS.length))]))
    .join('')
