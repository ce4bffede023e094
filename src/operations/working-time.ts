import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import type { Hours } from '#core/plan/slots.ts'
import { weekdays } from './entry-schemas.ts'
import { type Context, operation } from './operation.ts'
import { DEFAULT_MINUTES, MINUTES_SETTING, minutesOf } from './worth-columns.ts'

const SETTING = 'working-days'
const HOURS_SETTING = 'working-hours'

const days = z.array(z.enum(weekdays)).max(7).describe('Days on which you work; empty is any day')
const hours = z
  .string()
  .regex(
    /^(?:any|(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d)$/,
    'write hours as 09:00-17:00, or any for any hour',
  )
  .describe('Hours in which you work, such as 09:00-17:00, or any')
const workingTime = z.object({
  minutes: z.number().int().min(0).max(10_080).describe('Minutes a week for your network'),
  days,
  hours: hours.nullable(),
})

const minutesFrom = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** `09:00-17:00` in minutes from midnight; null where it ends before it begins. */
function hoursOf(text: string): Hours | null {
  const [from, to] = text.split('-').map(minutesFrom)
  return from === undefined || to === undefined || to <= from ? null : { from, to }
}

/** The hours the user works in, as they were written; null is any hour. */
async function writtenHours({ store, owner }: Context): Promise<string | null> {
  const stored = hours.safeParse(await store.setting(owner, HOURS_SETTING))
  return stored.success ? stored.data : null
}

/** The hours the user works in; null is any hour. */
export async function workingHours(context: Context): Promise<Hours | null> {
  const written = await writtenHours(context)
  return written === null ? null : hoursOf(written)
}

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
  hours: await writtenHours(context),
})

const print = ({ minutes, days: on, hours: within }: z.output<typeof workingTime>): string =>
  `${minutes} minutes a week, ${on.length === 0 ? 'on any day' : `on ${on.join(', ')}`}${within === null ? '' : `, ${within}`}.`

export const getWorkingTime = operation({
  name: 'get-working-time',
  input: z.object({}),
  output: workingTime,
  examples: [{ title: 'As it is', input: {} }],
  cli: { print },
  mcp: { readOnly: true },
  run: (context) => shown(context),
})

export const setWorkingTime = operation({
  name: 'set-working-time',
  description:
    'The plan fills that time and proposes those days, unless somebody prefers others; in a calendar that subscribes to it the actions lie within those hours.',
  input: z.object({
    minutes: z.coerce
      .number()
      .int()
      .min(0)
      .max(10_080)
      .optional()
      .describe(`Minutes a week; ${DEFAULT_MINUTES} until you say otherwise`),
    days: days.optional(),
    hours: hours.optional(),
  }),
  output: workingTime,
  examples: [
    { title: 'Two hours, not on Mondays', input: { minutes: 120, days: ['tue', 'wed', 'thu', 'fri'] } },
    { title: 'In the mornings', input: { hours: '08:30-12:00' } },
  ],
  cli: { print },
  mcp: { readOnly: false },
  run: async (context, { minutes, days: on, hours: within }) => {
    const { store, owner } = context
    if (minutes !== undefined) await store.setSetting(owner, MINUTES_SETTING, minutes)
    if (on !== undefined) await store.setSetting(owner, SETTING, on)
    if (within !== undefined) {
      if (within !== 'any' && hoursOf(within) === null)
        throw new KithError('invalid-input', 'The hours have to end after they begin, such as 09:00-17:00.')
      await store.setSetting(owner, HOURS_SETTING, within === 'any' ? null : within)
    }
    return await shown(context)
  },
})
