import { describe, expect, test } from 'vitest'
import type { ActionKind } from '../../model/action.ts'
import { quietTie as quiet } from '#testing/quiet-tie.ts'
import type { PlanTie } from '../tie.ts'
import { rules } from './index.ts'
import type { Proposal } from './rule.ts'

const propose = (kind: ActionKind, some: Partial<PlanTie>): Proposal | null =>
  rules.find((rule) => rule.kind === kind)!.propose({ ...quiet, ...some })

type Case = {
  readonly kind: ActionKind
  readonly minutes: number
  /** Somebody for whom the rule just proposes; each of the others misses it by one thing. */
  readonly just: Partial<PlanTie>
  readonly misses: readonly Partial<PlanTie>[]
  readonly exchange?: number
  readonly odds?: number
  readonly beside?: number
}

const change = (days: number): PlanTie['change'] => ({ field: 'title', before: 'CTO', now: 'CEO', days })
const introduces = (probability: number): PlanTie['introduces'] => ({
  person: 2,
  name: 'Bo',
  probability,
  value: 0.5,
})

const cases: readonly Case[] = [
  {
    kind: 'answer',
    minutes: 8,
    // The exchange is certain once the answer is sent.
    exchange: 1,
    just: { owed: { days: 30, subject: null } },
    misses: [{ owed: { days: 30.1, subject: null } }, { owed: null }],
  },
  {
    kind: 'follow-up',
    minutes: 4,
    just: { waiting: { days: 5, subject: null } },
    misses: [{ waiting: { days: 4.9, subject: null } }, { waiting: { days: 45.1, subject: null } }],
  },
  {
    kind: 'follow-up',
    minutes: 4,
    just: { waiting: { days: 45, subject: null } },
    misses: [],
  },
  {
    kind: 'thank',
    minutes: 5,
    just: { given: { kind: 'referral', days: 60 } },
    misses: [{ given: { kind: 'referral', days: 60.1 } }, { given: null }],
  },
  {
    kind: 'congratulate',
    minutes: 4,
    just: { change: change(90), in: 1 },
    misses: [{ change: change(90.1) }, { change: null }, { in: 0 }],
  },
  {
    kind: 'reconnect',
    minutes: 10,
    just: { dormant: true, daysSince: 400, calibre: 0.3 },
    misses: [{ dormant: false }, { daysSince: null }, { calibre: 0.29 }],
  },
  {
    kind: 'reconnect',
    minutes: 10,
    // Unknown is not low.
    just: { dormant: true, daysSince: 400, calibre: null },
    misses: [],
  },
  {
    kind: 'deepen',
    minutes: 15,
    just: { calibre: 0.6, closeness: 0.05, daysSince: 7 },
    misses: [
      { calibre: 0.59 },
      { calibre: null },
      { closeness: 0.049 },
      { closeness: 0.61 },
      { daysSince: 6.9 },
      { daysSince: null },
      { dormant: true },
    ],
  },
  { kind: 'deepen', minutes: 15, just: { calibre: 0.6, closeness: 0.6, daysSince: 7 }, misses: [] },
  {
    kind: 'ask',
    minutes: 12,
    odds: 3,
    just: { closeness: 0.3, trust: 0.3, contribution: 0.005 },
    misses: [{ closeness: 0.29 }, { trust: 0.29 }, { contribution: 0.0049 }],
  },
  {
    kind: 'introduction',
    minutes: 12,
    beside: 0.02 * 0.5,
    just: { introduces: introduces(0.02) },
    misses: [{ introduces: introduces(0.019) }, { introduces: null }],
  },
  {
    kind: 'meet',
    minutes: 60,
    exchange: 0.8,
    odds: 1.5,
    just: { closeness: 0.4, trust: 0.3, contribution: 0.001, daysSinceMet: 120 },
    misses: [{ closeness: 0.39 }, { trust: 0.29 }, { contribution: 0 }, { daysSinceMet: 119 }],
  },
  {
    kind: 'meet',
    minutes: 60,
    exchange: 0.8,
    odds: 1.5,
    just: { closeness: 0.4, trust: 0.3, contribution: 0.001, daysSinceMet: null },
    misses: [],
  },
  {
    kind: 'let-go',
    minutes: 1,
    exchange: 0,
    just: { in: 20 },
    misses: [
      { in: 19 },
      { out: 1 },
      { together: 1 },
      { contribution: 0.001 },
      { given: { kind: 'help', days: 400 } },
    ],
  },
]

describe.each(cases)('$kind for $just', ({ kind, minutes, just, misses, ...says }) => {
  test('it is proposed, with its minutes, and what it makes likelier', () => {
    expect(propose(kind, just)).toMatchObject({ kind, minutes })
    const { exchange, odds, beside } = propose(kind, just)!
    // By the reply model, and nothing beside the exchange, unless the rule says otherwise.
    expect({ exchange, odds, beside }).toEqual({ exchange: quiet.answers, odds: 1, beside: 0, ...says })
  })

  test.each(misses)('not with %o', (miss) => {
    expect(propose(kind, { ...just, ...miss })).toBeNull()
  })
})

test('a meeting, a message of theirs or of the user is enough history to congratulate on', () => {
  for (const history of [{ in: 1 }, { out: 1 }, { together: 1 }])
    expect(propose('congratulate', { change: change(1), ...history })).not.toBeNull()
})
