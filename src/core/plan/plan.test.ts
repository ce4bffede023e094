import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS } from '../stats/decay.ts'
import { mayPropose, preferredDay, weekStart } from './cadence.ts'
import type { PastAction } from './cadence.ts'
import { draftOf, firstName } from './draft.ts'
import { mailtoOf } from './mailto.ts'
import type { DraftFacts } from './draft.ts'
import { calendarOf } from './ics.ts'
import { openPromises, plainSubject } from './promises.ts'
import { actionKinds } from '../model/action.ts'
import { rules } from './rules/index.ts'
import type { PlanTie } from './tie.ts'

// Wednesday, 1 January 2025.
const NOW = 1_735_689_600_000 + 12 * 3_600_000

const done = (kind: PastAction['kind'], daysAgo: number): PastAction => ({
  kind,
  state: 'done',
  changedAt: NOW - daysAgo * DAY_MS,
  until: null,
  reason: null,
})

test('weeks begin on Monday', () => {
  expect(new Date(weekStart(NOW)).toISOString()).toBe('2024-12-30T00:00:00.000Z')
  expect(weekStart(weekStart(NOW))).toBe(weekStart(NOW))
})

test('nobody is proposed twice in a week, unless they wrote since', () => {
  expect(mayPropose('deepen', [done('follow-up', 1)], null, NaN, NOW)).toBe(false)
  expect(mayPropose('answer', [done('follow-up', 1)], null, NOW - 0.5 * DAY_MS, NOW)).toBe(true)
  expect(mayPropose('deepen', [done('follow-up', 4)], null, NaN, NOW)).toBe(true)
})

test('the same action rests for six weeks', () => {
  expect(mayPropose('ask', [done('ask', 20)], null, NaN, NOW)).toBe(false)
  expect(mayPropose('ask', [done('ask', 46)], null, NaN, NOW)).toBe(true)
})

test('who is left alone is never proposed, until the day comes', () => {
  expect(mayPropose('ask', [], { leaveAlone: true, until: null }, NaN, NOW)).toBe(false)
  expect(mayPropose('ask', [], { leaveAlone: true, until: NOW + 1 }, NaN, NOW)).toBe(false)
  expect(mayPropose('ask', [], { leaveAlone: true, until: NOW - 1 }, NaN, NOW)).toBe(true)
})

test('a snooze and the reason of a skip are respected', () => {
  const snoozed: PastAction = { ...done('ask', 1), state: 'snoozed', until: NOW + DAY_MS }
  expect(mayPropose('meet', [snoozed], null, NaN, NOW)).toBe(false)
  expect(mayPropose('meet', [snoozed], null, NaN, NOW + 2 * DAY_MS)).toBe(true)
  const skipped = (reason: PastAction['reason'], days: number): PastAction => ({
    ...done('ask', days),
    state: 'skipped',
    reason,
  })
  expect(mayPropose('meet', [skipped('not-this-action', 1)], null, NaN, NOW)).toBe(true)
  expect(mayPropose('ask', [skipped('not-this-action', 300)], null, NaN, NOW)).toBe(false)
  expect(mayPropose('meet', [skipped('not-this-person', 300)], null, NaN, NOW)).toBe(false)
  expect(mayPropose('meet', [skipped('wrong-person', 3_000)], null, NaN, NOW)).toBe(false)
})

test('the next preferred day, from today on', () => {
  expect(new Date(preferredDay([4], NOW)).toISOString()).toBe('2025-01-03T00:00:00.000Z')
  expect(new Date(preferredDay([2], NOW)).toISOString()).toBe('2025-01-01T00:00:00.000Z')
  expect(new Date(preferredDay([0], NOW)).toISOString()).toBe('2025-01-06T00:00:00.000Z')
  expect(new Date(preferredDay([], NOW)).toISOString()).toBe('2025-01-01T00:00:00.000Z')
})

const message = (days: number, direction: number, some: object = {}) => ({
  person: 1,
  at: NOW - days * DAY_MS,
  direction,
  audience: 1,
  bulk: false,
  thread: 't',
  subject: 'Re: Offer',
  ...some,
})

test('whoever wrote last waits for the other side', () => {
  expect(openPromises([message(3, 0), message(2, 1)], NOW)).toMatchObject([
    { side: 'i-owe', subject: 'Offer', days: 2 },
  ])
  expect(openPromises([message(3, 1), message(2, 0)], NOW)).toMatchObject([{ side: 'they-owe' }])
})

test('a later message in another thread, or a meeting, answers', () => {
  expect(openPromises([message(3, 1), message(2, 0, { thread: 'u', audience: 9 })], NOW)).toEqual([])
  expect(openPromises([message(3, 1), message(2, 2, { thread: 'm' })], NOW)).toEqual([])
})

test('bulk, mail to many and what is to come ask nobody', () => {
  expect(openPromises([message(3, 1, { bulk: true })], NOW)).toEqual([])
  expect(openPromises([message(3, 1, { audience: 12 })], NOW)).toEqual([])
  expect(openPromises([message(-1, 1)], NOW)).toEqual([])
})

test('subjects lose the marks of answers in several languages', () => {
  expect(plainSubject('Re: AW: WG: Offer')).toBe('Offer')
  expect(plainSubject('Reform')).toBe('Reform')
  expect(plainSubject('Re: ')).toBeNull()
})

const facts: DraftFacts = {
  name: 'Ada Lovelace',
  last: { at: NOW - 400 * DAY_MS, direction: 'in', subject: 'Engine', channel: 'mail' },
  open: { at: NOW - 3 * DAY_MS, subject: 'Offer' },
  inCommon: ['Charles Babbage'],
  topics: ['looms'],
  change: { field: 'title', before: 'Analyst', now: 'Director', days: 3 },
  given: { kind: 'referral', days: 4 },
  introduces: 'Mary Somerville',
  goal: 'referrals',
}
const nothing: DraftFacts = {
  name: 'Ada Lovelace',
  last: null,
  open: null,
  inCommon: [],
  topics: [],
  change: null,
  given: null,
  introduces: null,
  goal: null,
}

test('a draft says what is known, and lists the facts it rests on', () => {
  const draft = draftOf('reconnect', facts, NOW)
  expect(draft?.body).toContain('Hello Ada,')
  expect(draft?.body).toContain('Engine')
  expect(draft?.body).toContain('28 November 2023')
  expect(draft?.body).toContain('Charles Babbage')
  expect(draft?.facts.length).toBeGreaterThan(1)
})

test('a draft never says anything of which nothing is known', () => {
  for (const kind of actionKinds) {
    for (const known of [nothing, facts, { ...facts, open: null, last: null }]) {
      const draft = draftOf(kind, known, NOW)
      if (draft !== null) expect(`${draft.subject} ${draft.body}`).not.toMatch(/null|undefined|NaN|“”/)
    }
  }
  expect(draftOf('let-go', facts, NOW)).toBeNull()
})

test('people are addressed by their first name where there is one for certain', () => {
  expect(firstName('Ada Lovelace')).toBe('Ada')
  expect(firstName('Dr. Ada Lovelace')).toBe('Dr. Ada Lovelace')
  expect(firstName('ada@engine.example')).toBe('ada@engine.example')
})

test('a mailto link carries subject and lines, whatever is in them', () => {
  const link = mailtoOf('ada@x.example', { subject: 'A & B?', body: 'One\nTwo' })
  expect(link).toBe('mailto:ada@x.example?subject=A%20%26%20B%3F&body=One%0D%0ATwo')
  expect(mailtoOf('a?cc=b@x.example', { subject: '', body: '' })).toContain('a%3Fcc%3Db@')
})

test('the calendar escapes, folds inside no character, and gives whole days', () => {
  const long = 'ü'.repeat(80)
  const ics = calendarOf(
    'kith',
    [{ uid: 'a@kith', at: NOW, title: `Meet; ${long}`, text: 'one, two\nthree' }],
    NOW,
  )
  for (const line of ics.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  const unfolded = ics.replaceAll('\r\n ', '')
  expect(unfolded).toContain(`SUMMARY:Meet\\; ${long}`)
  expect(unfolded).toContain('DESCRIPTION:one\\, two\\nthree')
  expect(unfolded).toContain('DTSTART;VALUE=DATE:20250101\r\nDTEND;VALUE=DATE:20250102')
  expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true)
})

const tie: PlanTie = {
  person: 1,
  name: 'Ada',
  closeness: 0.5,
  trust: 0.6,
  calibre: 0.7,
  dormant: false,
  daysSince: 20,
  daysSinceIn: 20,
  daysSinceOut: 22,
  daysSinceMet: null,
  in: 30,
  out: 0,
  together: 0,
  answers: 0.5,
  contribution: 0.05,
  owed: { days: 3, subject: 'Offer' },
  waiting: { days: 8, subject: null },
  change: { field: 'organisation', before: 'A', now: 'B', days: 2 },
  given: { kind: 'introduction', days: 2 },
  introduces: { person: 2, name: 'Bo', probability: 0.3, value: 0.1 },
}

test('every kind of action has a rule, and each can propose something', () => {
  expect(rules.map((rule) => rule.kind).sort()).toEqual([...actionKinds].sort())
  const proposed = new Set(
    [tie, { ...tie, dormant: true, closeness: 0.1 }, { ...tie, contribution: 0, given: null }].flatMap(
      (one) => rules.flatMap((rule) => rule.propose(one)?.kind ?? []),
    ),
  )
  expect([...proposed].sort()).toEqual([...actionKinds].sort())
})

test('where nothing is known, no rule proposes anything', () => {
  const stranger: PlanTie = {
    ...tie,
    closeness: 0,
    trust: 0,
    calibre: null,
    daysSince: null,
    daysSinceIn: null,
    daysSinceOut: null,
    in: 0,
    contribution: 0,
    owed: null,
    waiting: null,
    change: null,
    given: null,
    introduces: null,
  }
  expect(rules.flatMap((rule) => rule.propose(stranger) ?? [])).toEqual([])
})

const anyMessage = fc.record({
  person: fc.constantFrom(1, 2, 3),
  at: fc.integer({ min: NOW - 60 * DAY_MS, max: NOW + 20 * DAY_MS }),
  direction: fc.constantFrom(0, 1, 2),
  audience: fc.integer({ min: 1, max: 6 }),
  bulk: fc.boolean(),
  thread: fc.constantFrom('t', 'u', null),
  subject: fc.constantFrom('Offer', 'Re: Offer', 'Chess', null),
})
/** Times that differ: of two messages at one time nobody can tell which came last. */
const messages = fc.uniqueArray(anyMessage, { maxLength: 30, selector: ({ at }) => at })

test('the order of the messages changes nothing, nor does what comes at or after now', () => {
  fc.assert(
    fc.property(
      messages.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      ([all, shuffled]) => {
        const open = openPromises(all, NOW)
        expect(openPromises(shuffled, NOW)).toEqual(open)
        expect(
          openPromises(
            all.filter(({ at }) => at < NOW),
            NOW,
          ),
        ).toEqual(open)
      },
    ),
  )
})

test('a further message of the side that owes leaves nothing owed by it', () => {
  fc.assert(
    fc.property(messages, (all) => {
      const answers = [1, 2, 3].map((person) => message(0.001, 0, { person, thread: 'new', audience: 9 }))
      const last = NOW - 0.001 * DAY_MS
      const open = openPromises([...all.filter(({ at }) => at < last), ...answers], NOW)
      expect(open.filter(({ side }) => side === 'i-owe')).toEqual([])
    }),
  )
})
