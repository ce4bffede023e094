import { z } from 'zod'
import type { PersonId } from '#core/model/ids.ts'
import type { OpenPromise } from '#core/plan/promises.ts'
import { isoTime } from '../dates.ts'
import { freshScores } from '../fresh-scores.ts'
import { type Context, operation } from '../operation.ts'
import { time } from '../schemas.ts'
import { day, table } from '../text.ts'
import { PROMISE_DAYS, promisesOf } from './gather.ts'

/** All conversations of late without an answer; the scores have to be fresh. */
export async function recentPromises(
  context: Context,
): Promise<{ at: number; promises: readonly OpenPromise[] }> {
  const { store, owner } = context
  const at = context.at ?? (await store.owner(owner)).scoredAt ?? context.now()
  return { at, promises: await promisesOf(context, at) }
}

const promise = z.object({
  person: z.number().int(),
  name: z.string(),
  subject: z.string().nullable(),
  at: time.describe('When the message that waits was written'),
  days: z.number().int(),
})

export const listPromises = operation({
  name: 'list-promises',
  description:
    'From threads, subjects and directions of the last 60 days of your data; a later message or a meeting answers all before it.',
  input: z.object({
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(4_000)
      .default(100)
      .describe('How many on each side at the most, the newest'),
  }),
  output: z.object({
    owed: z.array(promise).describe('They wrote, you owe an answer; newest first'),
    waiting: z.array(promise).describe('You wrote and had no answer; newest first'),
    text: z.string(),
  }),
  examples: [{ title: 'Both sides', input: {} }],
  cli: {
    print: ({ owed, waiting, text }) =>
      [
        text,
        ...(
          [
            ['You owe', owed],
            ['You are owed', waiting],
          ] as const
        ).flatMap(([title, rows]) =>
          rows.length === 0
            ? []
            : [
                '',
                table(
                  [title, 'since', 'about'],
                  rows.map(({ name, at, subject }) => [name, day(at), subject ?? '']),
                  60,
                ),
              ],
        ),
      ].join('\n'),
  },
  mcp: { readOnly: true },
  long: true,
  run: async (context, { limit }) => {
    await freshScores(context)
    const { store, owner } = context
    const { at, promises } = await recentPromises(context)
    const of = (side: 'i-owe' | 'they-owe') => promises.filter((one) => one.side === side)
    const owed = of('i-owe')
    const waiting = of('they-owe')
    const first = [owed, waiting].flatMap((side) => side.slice(0, limit))
    const names = await store.profiles(first.map(({ person }) => person as PersonId))
    const shown = (side: readonly OpenPromise[]) =>
      side.slice(0, limit).map(({ person, subject, at: when, days }) => ({
        person,
        name: names.get(person as PersonId)?.name ?? '',
        subject,
        at: isoTime(when),
        days: Math.floor(days),
      }))
    return {
      owed: shown(owed),
      waiting: shown(waiting),
      text:
        owed.length + waiting.length > 0
          ? `${owed.length} wait for your answer, ${waiting.length} owe you one, in the ${PROMISE_DAYS} days before ${day(isoTime(at))}.`
          : (await store.inTouchSince(owner, 0, 1)).length === 0
            ? 'You have no contacts yet. Import a mailbox or chats to see what waits for an answer.'
            : `No conversation of the ${PROMISE_DAYS} days before ${day(isoTime(at))} waits for an answer.`,
    }
  },
})
