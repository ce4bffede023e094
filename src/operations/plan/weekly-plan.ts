import { z } from 'zod'
import type { Goal } from '#core/model/goal.ts'
import type { PersonId } from '#core/model/ids.ts'
import { preferredDay, weekStart } from '#core/plan/cadence.ts'
import type { PlanTie } from '#core/plan/tie.ts'
import type { Sentences } from '#core/sentences/index.ts'
import type { EntryRow } from '#store/entries.ts'
import type { PersonRow } from '#store/store.ts'
import { isoTime, isoTimeOrNull } from '../dates.ts'
import { goalsOf } from '../default-goal.ts'
import { reminderOf } from '../entry-rows.ts'
import { action, reminder } from '../entry-schemas.ts'
import type { Action } from '../entry-schemas.ts'
import { freshScores } from '../fresh-scores.ts'
import { type Context, operation } from '../operation.ts'
import { breathe } from '../run.ts'
import { time } from '../schemas.ts'
import { shareTold } from '../share-told.ts'
import { DEFAULT_MINUTES, MINUTES_SETTING, minutesOf } from '../worth-columns.ts'
import { daysFor, workingDays } from '../working-time.ts'
import { wordsOf } from '../words.ts'
import { cadenceOf, choose } from './choose.ts'
import type { Chosen } from './choose.ts'
import { draftFor } from './details.ts'
import { gather } from './gather.ts'
import { planText } from './plan-text.ts'
import { storeProposals } from './store-proposals.ts'
import { playbookFor, usablePlaybooks } from '../playbooks/apply.ts'
import { sharedTopics } from '../study/shared-topics.ts'

const DAY_MS = 86_400_000
const plan = z.object({
  weekStart: time,
  minutes: z.number().describe('The time there is'),
  planned: z.number().describe('Minutes of the actions still to do'),
  spent: z.number().describe('Minutes of the actions done this week'),
  actions: z.array(action).describe('To do, the most gain a minute first'),
  done: z.array(action).describe('Done, snoozed or skipped this week'),
  reminders: z.array(reminder).describe('Due by the end of the week'),
  text: z.string().describe('The plan in one sentence, or why it is empty and what to do'),
})
export type Plan = z.output<typeof plan>

/** A stored action as kith shows it outside. */
export const actionOf = (
  { id, about, body }: EntryRow<'action'>,
  more: {
    readonly row?: PersonRow | undefined
    readonly lowOverlap?: boolean
    readonly draft?: Action['draft']
    readonly when?: number | null
    readonly introduces?: Action['introduces']
  } = {},
): Action => ({
  id,
  kind: body.action,
  state: body.state,
  about,
  organisation: more.row?.organisation ?? null,
  title: more.row?.title ?? null,
  why: body.why,
  gain: body.gain,
  minutes: body.minutes,
  gainPerHour: (body.gain * 60) / body.minutes,
  expected: body.expected,
  lowOverlap: more.lowOverlap ?? false,
  goalId: body.goalId,
  playbook: body.playbook,
  introduces: more.introduces ?? null,
  draft: more.draft ?? null,
  when: isoTimeOrNull(more.when ?? null),
  changedAt: isoTimeOrNull(body.changedAt),
  spentMinutes: body.spentMinutes,
  until: isoTimeOrNull(body.until),
  reason: body.reason,
  note: body.note,
})

/** Why there is nothing to do, and what would change that. */
function emptyText(
  ties: readonly PlanTie[],
  minutes: number,
  done: number,
  words: Sentences['plan'],
): string {
  if (ties.length === 0) return words.noContacts
  if (done > 0 && minutes <= 0) return words.usedUp
  if (!ties.some((tie) => tie.in + tie.out + tie.together > 0)) return words.noExchange
  if (ties.every((tie) => tie.calibre === 0)) return words.noInfluence
  return done > 0 ? words.nothingElse : words.nothing
}

export const weeklyPlan = operation({
  name: 'weekly-plan',
  description:
    'Chosen by what brings your goals nearer a minute, with diminishing returns. Drafts rest on facts only. kith plan done, snooze, skip and undo say what became of an action; the plan respects it.',
  input: z.object({
    minutes: z.coerce
      .number()
      .int()
      .min(1)
      .max(10_000)
      .optional()
      .describe(`Minutes you have this week (default: those of last time, ${DEFAULT_MINUTES} at first)`),
  }),
  output: plan,
  examples: [
    { title: 'The week', input: {} },
    { title: 'Two hours', input: { minutes: 120 } },
  ],
  cli: {
    json: ({ actions }) => actions,
    print: planText,
  },
  mcp: { readOnly: true },
  long: true,
  run: async (context, { minutes: asked }) => {
    await freshScores(context)
    const { store, owner } = context
    const now = context.now()
    const words = wordsOf(context)
    const before = await minutesOf(context)
    const minutes = asked ?? before
    if (minutes !== before) await store.setSetting(owner, MINUTES_SETTING, minutes)
    const { scoredAt } = await store.owner(owner)
    const at = scoredAt ?? now
    const { goals } = await goalsOf(context)
    const tell = shareTold(context)
    tell(0, 'looking at everybody')
    const gathered = await gather(context, at)
    await breathe(context.signal)
    const cadence = await cadenceOf(context)
    const period = weekStart(now)
    const touched = cadence.actions.filter(
      ({ body }) => body.state !== 'proposed' && body.changedAt !== null && body.changedAt >= period,
    )
    const spent = touched.reduce(
      (sum, { body }) => sum + (body.state === 'done' ? (body.spentMinutes ?? body.minutes) : 0),
      0,
    )
    tell(0.6, 'choosing what to do')
    const chosen = await choose(context, gathered, cadence, goals, Math.max(0, minutes - spent))
    await breathe(context.signal)
    tell(0.9, 'writing drafts')
    const tieOf = new Map(gathered.ties.map((tie) => [tie.person, tie]))
    const playbooks = await usablePlaybooks(context)
    const playbook = ({ person, proposal }: Chosen) =>
      playbookFor(playbooks, proposal.kind, tieOf.get(person) ?? null, gathered.people.get(person))
    const ids = await storeProposals(
      context,
      cadence,
      chosen,
      period,
      (one) => playbook(one)?.id ?? null,
      ({ person, proposal }) =>
        proposal.kind === 'introduction' ? (tieOf.get(person)?.introduces?.person ?? null) : null,
    )
    const topics = await sharedTopics(context)
    const working = await workingDays(context)
    const rows = new Map((await store.entries(owner, 'action')).map((row) => [row.id, row]))
    const introduces = await introducedBy(context, [...rows.values()])
    const actions: Action[] = []
    for (const [i, one] of chosen.entries()) {
      const row = rows.get(ids[i]!)
      if (row === undefined) continue
      actions.push(
        actionOf(row, {
          row: gathered.people.get(one.person),
          lowOverlap: one.lowOverlap,
          introduces: introduces(row),
          when: preferredDay(daysFor(cadence.marks.get(one.person)?.body.days ?? [], working), now),
          draft: await draftFor(context, one.person, one.proposal.kind, {
            name: row.about?.name ?? '',
            tie: tieOf.get(one.person) ?? null,
            goal: goalText(goals, one.goal, words),
            at,
            playbook: playbook(one),
            topics: topics(one.person),
          }),
        }),
      )
    }
    const planned = actions.reduce((sum, one) => sum + one.minutes, 0)
    return {
      weekStart: isoTime(period),
      minutes,
      planned,
      spent,
      actions,
      done: touched.map((row) =>
        actionOf(row, {
          row: gathered.people.get(row.about?.person ?? -1),
          introduces: row.body.state === 'done' ? introduces(row) : null,
        }),
      ),
      reminders: (await store.entries(owner, 'reminder'))
        .filter(({ body }) => body.doneAt === null && body.dueAt < period + 7 * DAY_MS)
        .map((row) => reminderOf(row, now)),
      text:
        actions.length === 0
          ? emptyText(gathered.ties, minutes - spent, touched.length, words.plan)
          : words.plan.week(actions.length, planned, Math.max(0, minutes - spent)),
    }
  },
})

/**
 * Whom each action asks an introduction to, while it is not noted as asked: noted ones are followed with the other
 * introductions.
 */
export async function introducedBy(
  { store, owner }: Context,
  rows: readonly EntryRow<'action'>[],
): Promise<(row: EntryRow<'action'>) => Action['introduces']> {
  const ids = rows.flatMap(({ body }) => (body.introduces == null ? [] : [body.introduces as PersonId]))
  if (ids.length === 0) return () => null
  const people = await store.profiles(ids)
  const asked = new Set((await store.introductions(owner)).map(({ via, to }) => `${via} ${to}`))
  return ({ about, body }) => {
    const to = body.introduces ?? null
    const name = to === null ? undefined : people.get(to as PersonId)?.name
    return to === null || name === undefined || asked.has(`${about?.person} ${to}`)
      ? null
      : { person: to, name }
  }
}

/** What the user looks for, for a draft: "referrals". */
const goalText = (
  goals: readonly (Goal & { readonly id: number | null })[],
  id: number | null,
  words: Sentences,
): string | null => {
  const goal = goals.find((one) => one.id === id) ?? goals[0]
  return goal === undefined ? null : words.basics.nouns[goal.kind].many
}
