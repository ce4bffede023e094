import { z } from 'zod'
import { skipReasons } from '#core/model/action.ts'
import type { ActionBody } from '#core/model/entry.ts'
import { KithError } from '#core/model/errors.ts'
import { entryId } from '#core/model/ids.ts'
import { existing } from '../entry-rows.ts'
import { action, entryNumber, moment } from '../entry-schemas.ts'
import type { Action } from '../entry-schemas.ts'
import { momentOf } from '../moments.ts'
import { type Context, operation } from '../operation.ts'
import { day } from '../text.ts'
import { actionOf, introducedBy } from './weekly-plan.ts'

const SNOOZE_DAYS = 7
const DAY_MS = 86_400_000

async function changed(context: Context, id: number, set: Partial<ActionBody>): Promise<Action> {
  const row = await existing(context, 'action', id, 'kith plan')
  const body: ActionBody = { ...row.body, changedAt: context.now(), ...set }
  await context.store.changeEntry(context.owner, 'action', row.id, { body })
  const introduces = await introducedBy(context, [row])
  return actionOf({ ...row, body }, { introduces: introduces(row) })
}

export const completeAction = operation({
  name: 'complete-action',
  input: z.object({
    id: entryNumber,
    minutes: z.coerce.number().min(0).max(10_000).optional().describe('How long it took'),
    note: z.string().trim().max(5_000).optional().describe('What to remember of it'),
  }),
  output: action,
  examples: [{ title: 'Action 12 is done, in 20 minutes', input: { id: 12, minutes: 20 } }],
  cli: {
    positionals: ['id'],
    print: ({ id, about, introduces }) =>
      introduces !== null
        ? `Done: ${about?.name ?? ''}. Note that you asked, so that kith can follow it up: kith introduction ask ${introduces.person} --via ${about?.person ?? '<who>'}`
        : `Done: ${about?.name ?? ''}. Did something come of it? kith outcome add <kind> --from ${about?.person ?? '<who>'} --action ${id}`,
  },
  mcp: { readOnly: false },
  run: async (context, { id, minutes, note }) =>
    changed(context, id, { state: 'done', spentMinutes: minutes ?? null, note: note ?? null, until: null }),
})

export const snoozeAction = operation({
  name: 'snooze-action',
  input: z.object({
    id: entryNumber,
    until: moment.optional().describe('Until when (default: in a week)'),
  }),
  output: action,
  examples: [{ title: 'Not before Monday', input: { id: 12, until: 'monday' } }],
  cli: {
    positionals: ['id', 'until'],
    variadic: true,
    print: ({ about, until }) => `${about?.name ?? ''} comes back on ${day(until)}.`,
  },
  mcp: { readOnly: false },
  run: async (context, { id, until }) => {
    const now = context.now()
    const to = until === undefined ? now + SNOOZE_DAYS * DAY_MS : momentOf(until, now)
    if (to <= now) throw new KithError('invalid-input', 'Snooze until a day to come, such as "monday".')
    return await changed(context, id, { state: 'snoozed', until: to })
  },
})

export const skipAction = operation({
  name: 'skip-action',
  description:
    'not-now: this action not for a month, the person not for a week. not-this-action: this action not for a year. not-this-person: the person not for a year. already-done: not for a month. wrong-person: never again. other: this action not for three months.',
  input: z.object({
    id: entryNumber,
    reason: z.enum(skipReasons).default('other').describe('Why'),
    note: z.string().trim().max(5_000).optional().describe('What to remember of it'),
  }),
  output: action,
  examples: [{ title: 'Not this person', input: { id: 12, reason: 'not-this-person' } }],
  cli: {
    positionals: ['id'],
    print: ({ id, about }) => `Skipped: ${about?.name ?? ''}. kith plan undo ${id} takes it back.`,
  },
  mcp: { readOnly: false },
  run: async (context, { id, reason, note }) =>
    changed(context, id, { state: 'skipped', reason, note: note ?? null, until: null }),
})

export const undoAction = operation({
  name: 'undo-action',
  input: z.object({ id: entryNumber }),
  output: action,
  examples: [{ title: 'Action 12 was not done after all', input: { id: 12 } }],
  cli: {
    positionals: ['id'],
    print: ({ about, state }) => `${about?.name ?? ''}: ${state} again.`,
  },
  mcp: { readOnly: false },
  run: async (context, { id }) => {
    const row = await existing(context, 'action', id, 'kith plan')
    if (row.body.state === 'proposed')
      throw new KithError('not-found', `There is nothing to take back of action ${id}.`)
    await context.store.undoEntry(context.owner, 'action', entryId(id))
    return actionOf(await existing(context, 'action', id, 'kith plan'))
  },
})
