import { z } from 'zod'
import { calendarOf } from '#core/plan/ics.ts'
import type { FeedEntry } from '#core/plan/ics.ts'
import { slotsFor } from '#core/plan/slots.ts'
import { operation } from '../operation.ts'
import { workingHours } from '../working-time.ts'
import { weeklyPlan } from './weekly-plan.ts'

export const planCalendar = operation({
  name: 'plan-calendar',
  description:
    'Within your working hours, where you set them (kith time set --hours), one action after another; all day otherwise.',
  input: z.object({}),
  output: z.object({ ics: z.string().describe('The calendar, RFC 5545'), entries: z.number().int() }),
  examples: [{ title: 'For a calendar program', input: {} }],
  cli: { print: ({ ics }) => ics },
  long: true,
  run: async (context) => {
    const { store, owner } = context
    const plan = await context.run(weeklyPlan, {})
    const hours = await workingHours(context)
    const work = plan.actions.map(({ when, minutes }) => ({
      at: Date.parse(when ?? plan.weekStart),
      minutes: Math.ceil(minutes),
    }))
    const starts = hours === null ? [] : slotsFor(work, hours)
    const entries: FeedEntry[] = [
      ...plan.actions.map((one, i) => ({
        uid: `action-${one.id}@kith`,
        at: work[i]!.at,
        ...(starts[i] == null ? {} : { slot: { start: starts[i], minutes: work[i]!.minutes } }),
        title: `${one.kind}: ${one.about?.name ?? ''}`,
        text: [one.why, ...(one.draft === null ? [] : ['', one.draft.body.trim()])].join('\n'),
      })),
      ...(await store.entries(owner, 'reminder'))
        .filter(({ body }) => body.doneAt === null)
        .map(({ id, about, body }) => ({
          uid: `reminder-${id}@kith`,
          at: body.dueAt,
          title: about === null ? body.text : `${about.name}: ${body.text}`,
          text: '',
        })),
    ]
    return { ics: calendarOf('kith', entries, context.now()), entries: entries.length }
  },
})
