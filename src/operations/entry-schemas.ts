import { z } from 'zod'
import { actionKinds, actionStates, skipReasons } from '#core/model/action.ts'
import { outcomeKinds } from '#core/model/outcome.ts'
import { share, time } from './schemas.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** The number of an entry, as the lists show it. */
export const entryNumber = z.coerce.number().int().positive().describe('Its number, as the list shows it')

export const who = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .describe('Name or part of it, address, number, profile URL, or id')

/** A day, or a time; `in 3 days` and the like are read by `momentOf`. */
export const moment = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .describe('A day such as 2026-03-31, a time, or "tomorrow", "in 3 days", "in 2 weeks"')

/** Somebody named in an entry. */
export const someone = z.object({
  person: z.number().int().nullable().describe('Null while no source knows them'),
  name: z.string(),
})

export const note = z.object({
  id: z.number().int(),
  about: someone.nullable(),
  at: time,
  text: z.string().describe('Markdown'),
})
export const tag = z.object({ id: z.number().int(), about: someone.nullable(), tag: z.string() })
export const mark = z.object({
  id: z.number().int(),
  about: someone.nullable(),
  leaveAlone: z.boolean(),
  until: time.nullable(),
  reason: z.string().nullable(),
  days: z.array(z.enum(weekdays)).describe('Preferred days; empty is any day'),
})
export const reminder = z.object({
  id: z.number().int(),
  about: someone.nullable(),
  text: z.string(),
  dueAt: time,
  doneAt: time.nullable(),
  overdue: z.boolean(),
})
export const outcome = z.object({
  id: z.number().int(),
  kind: z.enum(outcomeKinds),
  from: someone.nullable(),
  via: someone.nullable(),
  value: z.number().nullable().describe('In your own currency; null is not stated'),
  at: time,
  note: z.string().nullable(),
  playbook: z.string().nullable(),
  actionId: z.number().int().nullable(),
})

export const draft = z.object({
  subject: z.string(),
  body: z.string().describe('Two or three lines from facts only'),
  facts: z.array(z.string()).describe('What the draft rests on'),
  address: z.string().nullable().describe('The mail address it would go to'),
  mailto: z.string().nullable().describe('Opens the draft in the mail program; null without an address'),
})

export const action = z.object({
  id: z.number().int(),
  kind: z.enum(actionKinds),
  state: z.enum(actionStates),
  about: someone.nullable(),
  organisation: z.string().nullable(),
  title: z.string().nullable(),
  why: z.string().describe('In one sentence'),
  gain: z.number().describe('What it adds to the portfolio; 0 for what only saves time'),
  minutes: z.number(),
  gainPerHour: z.number(),
  expected: share.nullable().describe('Probability of an exchange in both directions if done'),
  lowOverlap: z.boolean().describe('Moves in circles that overlap little with yours'),
  goalId: z.number().int().nullable(),
  playbook: z.string().nullable(),
  introduces: someone
    .nullable()
    .describe('Whom to be introduced to; note with ask-introduction that you asked'),
  draft: draft.nullable(),
  when: time.nullable().describe('The day proposed, by the days they prefer'),
  changedAt: time.nullable().describe('When it was done, snoozed or skipped'),
  spentMinutes: z.number().nullable(),
  until: time.nullable().describe('Snoozed until then'),
  reason: z.enum(skipReasons).nullable(),
  note: z.string().nullable(),
})
export type Action = z.output<typeof action>
