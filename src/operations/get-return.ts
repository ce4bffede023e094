import { z } from 'zod'
import { channels } from '#core/model/interaction.ts'
import {
  MINUTES_PER_CALL,
  MINUTES_PER_MEETING,
  MINUTES_PER_MESSAGE,
  returnBy,
} from '#core/outcomes/return.ts'
import type { LedgerColumns } from '#store/store.ts'
import { operation } from './operation.ts'
import { table } from './text.ts'
import { wordsOf } from './words.ts'

const IN = 1

const minutesBy: Readonly<Record<string, number>> = {
  mail: MINUTES_PER_MESSAGE,
  message: MINUTES_PER_MESSAGE,
  post: MINUTES_PER_MESSAGE,
  call: MINUTES_PER_CALL,
  meeting: MINUTES_PER_MEETING,
}

const row = z.object({
  name: z.string(),
  outcomes: z.number().int(),
  value: z.number(),
  unvalued: z.number().int().describe('Outcomes without a value stated'),
  minutes: z.number().describe('Estimated from messages, calls and meetings since a year'),
  perHour: z.number().nullable(),
})

/** Minutes spent with each person by channel in the rows of a ledger: what the user wrote, said and sat through. */
function minutesSpent(columns: LedgerColumns, since: number, until: number) {
  const spent = new Map<number, { person: number; channel: string; minutes: number }>()
  for (let i = 0; i < columns.length; i++) {
    const at = columns.at[i] ?? NaN
    if (columns.bulk[i] === 1 || !(at >= since && at < until) || columns.direction[i] === IN) continue
    const code = columns.channel[i] ?? 0
    const channel = channels[code] ?? 'mail'
    // A message or meeting with several costs the user once: each is given their share.
    const minutes = (minutesBy[channel] ?? 0) / Math.max(1, columns.audience[i] ?? 1)
    const person = columns.person[i] ?? 0
    const key = person * channels.length + code
    const known = spent.get(key)
    if (known === undefined) spent.set(key, { person, channel, minutes })
    else known.minutes += minutes
  }
  return [...spent.values()]
}

/** The channel of the last contact with a person before a time; the rows of a person are in the order of time. */
function lastChannel(columns: LedgerColumns, person: number, before: number): string | null {
  let last: string | null = null
  for (let i = 0; i < columns.length; i++)
    if (columns.person[i] === person && columns.bulk[i] === 0 && (columns.at[i] ?? Infinity) <= before)
      last = channels[columns.channel[i] ?? 0] ?? 'mail'
  return last
}

export const getReturn = operation({
  name: 'get-return',
  description: `Time is estimated: ${MINUTES_PER_MESSAGE} minutes a message of yours, ${MINUTES_PER_CALL} a call, ${MINUTES_PER_MEETING} a meeting, shared among those present; assumptions. A playbook's time is that of its actions done.`,
  input: z.object({
    days: z.coerce.number().int().min(1).max(3650).default(365).describe('How far to look back'),
  }),
  output: z.object({
    people: z.array(row).describe('The hundred that brought or took most'),
    organisations: z.array(row),
    channels: z.array(row),
    playbooks: z.array(row),
    total: row,
    text: z.string(),
  }),
  examples: [{ title: 'The last year', input: {} }],
  cli: {
    print: (shown) =>
      [
        shown.total.outcomes === 0
          ? `${shown.text} For example: kith outcome add referral --from "Ada Lovelace".`
          : shown.text,
        ...(
          [
            ['person', shown.people],
            ['organisation', shown.organisations],
            ['channel', shown.channels],
            ['playbook', shown.playbooks],
          ] as const
        ).flatMap(([name, rows]) =>
          rows.length === 0
            ? []
            : [
                '',
                table(
                  [name, 'outcomes', 'value', 'hours', 'outcomes/hour'],
                  rows
                    .slice(0, 10)
                    .map((one) => [
                      one.name,
                      String(one.outcomes),
                      one.value.toLocaleString('en'),
                      (one.minutes / 60).toFixed(1),
                      one.perHour === null ? '' : one.perHour.toFixed(2),
                    ]),
                ),
              ],
        ),
      ].join('\n'),
  },
  mcp: { readOnly: true },
  long: true,
  run: async (context, { days }) => {
    const { store, owner } = context
    const { changes: words } = wordsOf(context)
    const until = context.at ?? context.now()
    const since = until - days * 86_400_000
    const outcomes = (await store.entries(owner, 'outcome')).filter(
      (one) => one.at >= since && one.at <= until,
    )
    const columns = await store.ledger(owner)
    const spent = minutesSpent(columns, since, until)
    const { rows: people } = await store.people(owner, {
      sort: 'recent',
      reverse: false,
      search: '',
      limit: 100_000,
      offset: 0,
    })
    const known = new Map(people.map((one) => [one.personId as number, one]))
    const nameOf = (person: number): string => known.get(person)?.name ?? words.somebodyElse
    const groupOf = (person: number | null): string =>
      (person === null ? null : known.get(person)?.organisation) ?? words.noOrganisation
    const actions = (await store.entries(owner, 'action')).filter(
      ({ body }) => body.state === 'done' && (body.changedAt ?? 0) >= since,
    )
    const playbookOf = (one: (typeof outcomes)[number]): string | null =>
      one.body.playbook ??
      (one.body.actionId === null
        ? null
        : (actions.find((action) => action.id === one.body.actionId)?.body.playbook ?? null))
    const total = returnBy(
      outcomes.map((one) => ({ name: 'all', value: one.body.value })),
      spent.map(({ minutes }) => ({ name: 'all', minutes })),
    )[0] ?? { name: 'all', outcomes: 0, value: 0, unvalued: 0, minutes: 0, perHour: null }
    const byPerson = returnBy(
      outcomes.map((one) => ({ name: one.about?.name ?? words.somebody, value: one.body.value })),
      spent.map(({ person, minutes }) => ({ name: nameOf(person), minutes })),
    )
    const byOrganisation = returnBy(
      outcomes.map((one) => ({ name: groupOf(one.about?.person ?? null), value: one.body.value })),
      spent.map(({ person, minutes }) => ({ name: groupOf(person), minutes })),
    )
    return {
      people: byPerson.slice(0, 100),
      organisations: byOrganisation.slice(0, 100),
      channels: returnBy(
        outcomes.map((one) => ({
          name:
            (one.about?.person == null ? null : lastChannel(columns, one.about.person, one.at)) ??
            words.noChannel,
          value: one.body.value,
        })),
        spent.map(({ channel, minutes }) => ({ name: channel, minutes })),
      ),
      playbooks: returnBy(
        outcomes.flatMap((one) => {
          const name = playbookOf(one)
          return name === null ? [] : [{ name, value: one.body.value }]
        }),
        actions.flatMap(({ body }) =>
          body.playbook === null ? [] : [{ name: body.playbook, minutes: body.spentMinutes ?? body.minutes }],
        ),
      ),
      total,
      text:
        outcomes.length === 0
          ? words.noOutcome(days, Math.round(total.minutes / 60))
          : words.return(total.outcomes, total.value, days, Math.round(total.minutes / 60)),
    }
  },
})
