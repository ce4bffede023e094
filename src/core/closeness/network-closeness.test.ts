import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byTie } from '../ledger/by-tie.ts'
import { LedgerBuilder } from '../ledger/ledger.ts'
import { receivedTogetherOf } from '../ledger/network-columns.ts'
import { IN, OUT, WEEK_MS } from '../ledger/weights.ts'
import { DAY_MS } from '../stats/decay.ts'
import { closenessColumn } from './closeness.ts'
import { columnsAt } from './learn/windows.ts'
import { networkCloseness } from './model.ts'

const NOW = 1600 * WEEK_MS
const PEOPLE = 5
const ROUNDING = 1e-9

type Mail = { readonly daysAgo: number; readonly from: number; readonly to: readonly number[] }

/** Closeness of each ordered pair of five people, ego · 5 + alter, after these messages. */
function closeness(mails: readonly Mail[], at = NOW): Float64Array {
  const builder = new LedgerBuilder()
  const tieOf = (ego: number, alter: number): number => ego * PEOPLE + alter
  const messages = mails.map(({ daysAgo, from, to }) => ({
    at: NOW - daysAgo * DAY_MS,
    from,
    recipients: [...new Set(to)].filter((person) => person !== from),
  }))
  for (const { at: sentAt, from, recipients } of messages)
    for (const person of recipients) {
      builder.push(tieOf(from, person), sentAt, OUT, 0, recipients.length, false)
      builder.push(tieOf(person, from), sentAt, IN, 0, recipients.length, false)
    }
  const ties = PEOPLE * PEOPLE
  const ends = {
    people: PEOPLE,
    ego: Int32Array.from({ length: ties }, (_, tie) => Math.floor(tie / PEOPLE)),
    alter: Int32Array.from({ length: ties }, (_, tie) => tie % PEOPLE),
  }
  const network = { ends, received: receivedTogetherOf(messages, ties, tieOf) }
  return closenessColumn(columnsAt({ ledger: byTie(builder.finish(ties)), network }, at), networkCloseness)
}

const person = fc.integer({ min: 0, max: PEOPLE - 1 })
const anyMail: fc.Arbitrary<Mail> = fc.record({
  daysAgo: fc.integer({ min: 1, max: 400 }),
  from: person,
  to: fc.array(person, { minLength: 1, maxLength: PEOPLE }),
})
const anyMails = fc.array(anyMail, { maxLength: 20 })

const exchange = (one: number, other: number, daysAgo: number): Mail[] => [
  { daysAgo, from: one, to: [other] },
  { daysAgo, from: other, to: [one] },
]

test('of two ties alike, the one whose ends others write to together is the closer', () => {
  const alike = [1, 2].flatMap((alter) => exchange(0, alter, 20))
  const pairs = closeness([...alike, { daysAgo: 5, from: 3, to: [0, 1] }])
  expect(pairs[1]).toBeGreaterThan(pairs[2]!)
})

test('of two ties alike, the one whose ends are in touch with more people is the closer', () => {
  const alike = [1, 2].flatMap((alter) => exchange(0, alter, 90))
  const pairs = closeness([...alike, ...exchange(0, 3, 2), ...exchange(1, 4, 2)])
  expect(pairs[1]).toBeGreaterThan(pairs[2]!)
})

test('where everybody exchanges a lot, the same tie is likelier to go on', () => {
  const quiet = exchange(0, 1, 20)
  const busy = [...quiet, ...exchange(0, 2, 2), ...exchange(1, 3, 2)]
  expect(closeness(busy)[1]).toBeGreaterThan(closeness(quiet)[1]!)
})

test('a new message, whoever wrote it to whom, never lowers the closeness of any pair', () => {
  fc.assert(
    fc.property(anyMails, anyMail, (mails, mail) => {
      const before = closeness(mails)
      closeness([...mails, mail]).forEach((after, tie) =>
        expect(after).toBeGreaterThanOrEqual(before[tie]! - ROUNDING),
      )
    }),
  )
})

test('silence never raises it, and the order of messages changes nothing', () => {
  fc.assert(
    fc.property(anyMails, fc.integer({ min: 0, max: 800 }), (mails, days) => {
      const before = closeness(mails)
      closeness(mails, NOW + days * DAY_MS).forEach((later, tie) =>
        expect(later).toBeLessThanOrEqual(before[tie]! + ROUNDING),
      )
      expect(closeness(mails.toReversed())).toEqual(before)
    }),
  )
})

test('who only ever writes to me stays at most .099, however often others write to us both', () => {
  const inbound = Array.from({ length: 60 }, (_, i): Mail => ({ daysAgo: i + 1, from: 1, to: [0] }))
  const together = Array.from({ length: 60 }, (_, i): Mail => ({ daysAgo: i + 1, from: 2, to: [0, 1] }))
  expect(closeness([...inbound, ...together])[1]).toBeLessThanOrEqual(0.099)
})
