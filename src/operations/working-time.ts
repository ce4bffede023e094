import { z } from 'zod'
import { weekdays } from './entry-schemas.ts'
import { type Context, operation } from './operation.ts'
import { DEFAULT_MINUTES, MINUTES_SETTING, minutesOf } from './worth-columns.ts'

const SETTING = 'working-days'

const days = z.array(z.enum(weekdays)).max(7).describe('Days on which you work; empty is any day')
const workingTime = z.object({
  minutes: z.number().int().min(0).max(10_080).describe('Minutes a week for your network'),
  days,
})

/** The days the user works on, 0 = Monday … 6 = Sunday; empty is any day. */
export async function workingDays({ store, owner }: Context): Promise<readonly number[]> {
  const stored = days.safeParse(await store.setting(owner, SETTING))
  return stored.success ? stored.data.map((day) => weekdays.indexOf(day)) : []
}

/**
 * The days to propose somebody on: those they prefer and the user works on. Where there are none such, the days they
 * prefer; where they prefer none, those the user works on.
 */
export const daysFor = (preferred: readonly number[], working: readonly number[]): readonly number[] => {
  if (preferred.length === 0) return working
  const both = preferred.filter((day) => working.length === 0 || working.includes(day))
  return both.length > 0 ? both : preferred
}

const shown = async (context: Context): Promise<z.output<typeof workingTime>> => ({
  minutes: await minutesOf(context),
  days: (await workingDays(context)).flatMap((day) => weekdays[day] ?? []),
})

const print = ({ minutes, days: on }: z.output<typeof workingTime>): string =>
  `${minutes} minutes a week, ${on.length === 0 ? 'on any day' : `on ${on.join(', ')}`}.`

export const getWorkingTime = operation({
  name: 'get-working-time',
  summary: 'Shows how much time a week you have for your network, and on which days.',
  input: z.object({}),
  output: workingTime,
  examples: [{ title: 'As it is', input: {} }],
  http: { method: 'get', path: '/working-time' },
  cli: { command: ['time', 'show'], print },
  mcp: { readOnly: true },
  run: (context) => shown(context),
})

export const setWorkingTime = operation({
  name: 'set-working-time',
  summary: 'Says how much time a week you have for your network, and on which days.',
  description: 'The plan fills that time and proposes those days, unless somebody prefers others.',
  input: z.object({
    minutes: z.coerce
      .number()
      .int()
      .min(0)
      .max(10_080)
      .optional()
      .describe(`Minutes a week; ${DEFAULT_MINUTES} until you say otherwise`),
    days: days.optional(),
  }),
  output: workingTime,
  examples: [
    { title: 'Two hours, not on Mondays', input: { minutes: 120, days: ['tue', 'wed', 'thu', 'fri'] } },
  ],
  http: { method: 'put', path: '/working-time' },
  cli: { command: ['time', 'set'], print },
  mcp: { readOnly: false },
  run: async (context, { minutes, days: on }) => {
    const { store, owner } = context
    if (minutes !== undefined) await store.setSetting(owner, MINUTES_SETTING, minutes)
    if (on !== undefined) await store.setSetting(owner, SETTING, on)
    return await shown(context)
  },
})
