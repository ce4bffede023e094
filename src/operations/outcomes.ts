import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { entryId } from '#core/model/ids.ts'
import { outcomeKinds } from '#core/model/outcome.ts'
import { allOutcomeWords, suggestedBy } from '#core/outcomes/suggest.ts'
import type { EntryRow } from '#store/entries.ts'
import { isoTime } from './dates.ts'
import { added, existing } from './entry-rows.ts'
import { entryNumber, moment, outcome, someone, who } from './entry-schemas.ts'
import { findPerson } from './find-person.ts'
import { momentOf } from './moments.ts'
import { operation } from './operation.ts'
import { time } from './schemas.ts'
import { count, day, table } from './text.ts'
import { wordsOf } from './words.ts'

const DAY_MS = 86_400_000
/** Mail that suggestions look at. */
const SUGGEST_DAYS = 365
const MOST_SUGGESTIONS = 50

/** A stored outcome as kith shows it outside. */
export const outcomeOf = ({ id, about, via, at, body }: EntryRow<'outcome'>): z.output<typeof outcome> => ({
  id,
  kind: body.kind,
  from: about,
  via,
  value: body.value,
  at: isoTime(at),
  note: body.note,
  playbook: body.playbook,
  actionId: body.actionId,
})

export const recordOutcome = operation({
  name: 'record-outcome',
  description:
    'Estimates learn from outcomes: whoever helped before is more likely to help again, and from 30 outcomes of a kind on the rates are learned instead of assumed.',
  input: z.object({
    kind: z.enum(outcomeKinds).describe('What it was'),
    from: who.describe('Who gave it: name, address, number, profile URL, or id'),
    via: who.optional().describe('Who made the connection'),
    value: z.coerce.number().min(0).max(1e12).optional().describe('In your own currency'),
    on: moment.optional().describe('When (default: today)'),
    note: z.string().trim().max(5_000).optional().describe('What to remember of it'),
    playbook: z.string().trim().max(120).optional().describe('The playbook it came of'),
    action: z.coerce.number().int().positive().optional().describe('The action of the plan it came of'),
    suggestion: z.string().trim().max(60).optional().describe('The suggestion it is recorded from'),
  }),
  output: outcome,
  examples: [
    { title: 'A referral', input: { kind: 'referral', from: 'Ada Lovelace', value: 12_000 } },
    {
      title: 'A sale through somebody',
      input: { kind: 'sale', from: 'Grace Hopper', via: 'Ada Lovelace', value: 40_000, on: '2026-02-11' },
    },
  ],
  cli: {
    positionals: ['kind'],
    print: ({ id, kind, from, via }) =>
      `Recorded (${id}): ${kind} from ${from?.name ?? 'somebody'}${via === null ? '' : ` via ${via.name}`}. kith outcome remove ${id} takes it back.`,
  },
  mcp: { readOnly: false },
  run: async (context, input) => {
    const now = context.now()
    const at = input.on === undefined ? now : momentOf(input.on, now)
    if (at > now + DAY_MS)
      throw new KithError(
        'invalid-input',
        'An outcome lies in the past; put what is to come into a reminder.',
      )
    if (input.action !== undefined) await existing(context, 'action', input.action, 'kith plan')
    const about = await findPerson(context, input.from)
    const via = input.via === undefined ? null : await findPerson(context, input.via)
    return outcomeOf(
      await added(context, 'outcome', {
        about,
        via,
        at,
        body: {
          kind: input.kind,
          value: input.value ?? null,
          note: input.note ?? null,
          playbook: input.playbook ?? null,
          actionId: input.action ?? null,
          suggestion: input.suggestion ?? null,
        },
      }),
    )
  },
})

export const listOutcomes = operation({
  name: 'list-outcomes',
  input: z.object({
    who: who.optional().describe('Only from or via this person'),
    kind: z.enum(outcomeKinds).optional().describe('Only those of this kind'),
  }),
  output: z.object({
    outcomes: z.array(outcome),
    value: z.number().describe('Sum of the values stated'),
  }),
  examples: [{ title: 'All of them', input: {} }],
  cli: {
    json: ({ outcomes }) => outcomes,
    print: ({ outcomes, value }) =>
      outcomes.length === 0
        ? 'Nothing recorded yet. Record what came of somebody: kith outcome add referral --from "Ada Lovelace"'
        : `${table(
            ['id', 'when', 'what', 'from', 'via', 'value', 'note'],
            outcomes.map((one) => [
              String(one.id),
              day(one.at),
              one.kind,
              one.from?.name ?? '',
              one.via?.name ?? '',
              one.value === null ? '' : one.value.toLocaleString('en'),
              one.note ?? '',
            ]),
          )}\n\n${count(outcomes.length, 'outcome')}, together ${value.toLocaleString('en')}.`,
  },
  mcp: { readOnly: true },
  run: async (context, { who: whom, kind }) => {
    const { store, owner } = context
    const person = whom === undefined ? undefined : await findPerson(context, whom)
    const rows = (await store.entries(owner, 'outcome', person))
      .filter((row) => kind === undefined || row.body.kind === kind)
      .toReversed()
    return {
      outcomes: rows.map(outcomeOf),
      value: rows.reduce((sum, row) => sum + (row.body.value ?? 0), 0),
    }
  },
})

export const removeOutcome = operation({
  name: 'remove-outcome',
  description: 'kith notebook undo outcome <id> brings it back.',
  input: z.object({ id: entryNumber }),
  output: z.object({ removed: z.boolean(), id: z.number().int() }),
  examples: [{ title: 'Remove outcome 12', input: { id: 12 } }],
  cli: {
    positionals: ['id'],
    print: ({ id }) => `Removed. kith notebook undo outcome ${id} brings it back.`,
  },
  mcp: { readOnly: false },
  run: async ({ store, owner, now }, { id }) => {
    if (!(await store.removeEntry(owner, 'outcome', entryId(id), now())))
      throw new KithError('not-found', `There is no outcome ${id}; kith outcome list shows those there are.`)
    return { removed: true, id }
  },
})

export const suggestOutcomes = operation({
  name: 'suggest-outcomes',
  input: z.object({}),
  output: z.object({
    suggestions: z.array(
      z.object({
        key: z.string(),
        kind: z.enum(outcomeKinds),
        from: someone,
        at: time,
        subject: z.string(),
        why: z.string(),
      }),
    ),
  }),
  examples: [{ title: 'Look through the last year', input: {} }],
  long: true,
  cli: {
    json: ({ suggestions }) => suggestions,
    print: ({ suggestions }) =>
      suggestions.length === 0
        ? 'No subject of the last year tells of an outcome that is not recorded.'
        : [
            ...suggestions.map(
              ({ key, kind, from, at, subject, why }) =>
                `${day(at)}  ${from.name}: ${subject}\n    ${why}\n    kith outcome add ${kind} --from ${from.person} --on ${day(at)} --suggestion ${key}`,
            ),
            '',
            'kith outcome dismiss <key> turns one down.',
          ].join('\n'),
  },
  mcp: { readOnly: true },
  run: async (context) => {
    const { store, owner } = context
    const { scoredAt } = await store.owner(owner)
    const until = context.at ?? scoredAt ?? context.now()
    const known = new Set([
      ...(await store.entries(owner, 'dismissal')).map((row) => row.body.suggestion),
      ...(await store.entries(owner, 'outcome')).map((row) => row.body.suggestion),
    ])
    const rows = await store.subjectsWith(
      owner,
      allOutcomeWords,
      until - SUGGEST_DAYS * DAY_MS,
      until,
      MOST_SUGGESTIONS * 4,
    )
    // One suggestion a conversation: its newest message stands for it.
    const conversations = new Set<string>()
    const suggestions = []
    for (const row of rows) {
      const subject = row.subject ?? ''
      const found = suggestedBy(subject)
      const conversation = row.thread ?? `${row.person} ${subject.replace(/^(?:re|fwd?|aw|wg):\s*/i, '')}`
      if (found === null || known.has(row.key) || conversations.has(conversation)) continue
      conversations.add(conversation)
      const person = await store.person(owner, row.person)
      if (person === null) continue
      suggestions.push({
        key: row.key,
        kind: found.kind,
        from: { person: row.person, name: person.name },
        at: isoTime(row.at),
        subject,
        why: wordsOf(context).changes.mayBe(found.word, found.kind),
      })
      if (suggestions.length === MOST_SUGGESTIONS) break
    }
    return { suggestions }
  },
})

export const dismissOutcome = operation({
  name: 'dismiss-outcome',
  input: z.object({ key: z.string().trim().min(1).max(60).describe('As outcome suggest shows it') }),
  output: z.object({ dismissed: z.boolean() }),
  examples: [],
  cli: {
    positionals: ['key'],
    print: () => 'It will not be suggested again.',
  },
  mcp: { readOnly: false },
  run: async ({ store, owner, now }, { key }) => {
    await store.addEntries(owner, 'dismissal', [{ about: null, at: now(), body: { suggestion: key } }], now())
    return { dismissed: true }
  },
})
