import { expect, test } from 'vitest'
import { actionKinds } from '../model/action.ts'
import type { ActionKind } from '../model/action.ts'
import { draftOf } from './draft.ts'
import type { DraftFacts } from './draft.ts'

const NOW = Date.UTC(2026, 5, 1)
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
const known: DraftFacts = {
  ...nothing,
  last: { at: Date.UTC(2026, 4, 4), direction: 'in', subject: 'Pricing', channel: 'mail' },
  open: { at: Date.UTC(2026, 4, 4), subject: 'Pricing' },
  inCommon: ['Bob Noyce', 'Grace Hopper'],
  topics: ['storage'],
  change: { field: 'title', before: 'CTO', now: 'CEO', days: 3 },
  given: { kind: 'referral', days: 3 },
  introduces: 'Mary Somerville',
  goal: 'referrals',
}
const kinds = actionKinds.filter((kind) => kind !== 'let-go')

test.each(kinds)('the draft to %s lists the last exchange, the topics and who is in common', (kind) => {
  const facts = draftOf(kind, known, NOW)?.facts ?? []
  expect(facts.some((fact) => fact.includes('4 May') && fact.includes('Pricing'))).toBe(true)
  expect(facts).toContain('Topics in common: storage.')
  expect(facts).toContain('In common: Bob Noyce, Grace Hopper.')
  expect(new Set(facts).size).toBe(facts.length)
})

test('a request recalls the last exchange and a topic of both', () => {
  expect(draftOf('ask', { ...known, change: null }, NOW)?.body).toBe(
    [
      'Hello Ada,',
      '',
      'I have a request: I am looking for referrals. Does somebody come to mind to whom I should talk?',
      'You last wrote on 4 May about “Pricing”.',
      'I am still busy with storage.',
      '',
    ].join('\n'),
  )
})

test('who wrote, met or spoke last is said as it was', () => {
  const body = (kind: ActionKind, direction: 'in' | 'out' | 'together', channel: string): string =>
    draftOf(kind, { ...known, last: { at: Date.UTC(2026, 4, 4), direction, subject: null, channel } }, NOW)
      ?.body ?? ''
  expect(body('introduction', 'out', 'mail')).toContain('\nI last wrote on 4 May.\n')
  expect(body('introduction', 'together', 'meeting')).toContain('\nWe last met on 4 May.\n')
  expect(body('thank', 'together', 'call')).toContain('\nWe last spoke on 4 May.\n')
  // A thread says by itself what it is about.
  expect(body('answer', 'in', 'mail')).not.toContain('storage')
})

test('whom one asks to be introduced to is not in common yet', () => {
  const facts = draftOf('introduction', { ...known, introduces: 'Bob Noyce' }, NOW)?.facts
  expect(facts).toContain('In common: Grace Hopper.')
})

test('of nothing known nothing is claimed', () => {
  for (const kind of kinds) {
    const draft = draftOf(kind, nothing, NOW)
    expect(draft?.facts ?? []).toEqual([])
    expect(draft?.body ?? '').not.toMatch(/last|busy|in touch with/)
  }
})
