import { expect, test } from 'vitest'
import type { Identity } from '../model/identity.ts'
import type { InteractionRecord } from '../model/records.ts'
import { withoutForgotten } from './forgotten.ts'

const mail = (value: string): Identity => ({ kind: 'mail', value })
const gone = (identity: Identity): boolean => identity.value === 'gone@x.org'

const message = (...to: readonly string[]): InteractionRecord => ({
  type: 'interaction',
  key: 'a',
  at: 1,
  timeQuality: 'exact',
  channel: 'mail',
  bulk: false,
  participants: [
    { identity: 'owner', role: 'from' },
    ...to.map((value) => ({ identity: mail(value), role: 'to' as const })),
  ],
})

test('a person deleted under one address stays deleted under the others', () => {
  const identities = [mail('new@x.org'), mail('gone@x.org')]
  expect(withoutForgotten({ type: 'person', identities, name: 'Ann' }, gone)).toBeNull()
})

test('a message to the deleted alone is nothing, one to others too is kept without them', () => {
  expect(withoutForgotten(message('gone@x.org'), gone)).toBeNull()
  expect(withoutForgotten(message('gone@x.org', 'al@x.org'), gone)).toEqual(message('al@x.org'))
})

test('what names nobody deleted passes as it is', () => {
  const record = message('al@x.org')
  expect(withoutForgotten(record, gone)).toBe(record)
  const tie = { type: 'declaration', kind: 'connection', from: 'owner', to: mail('al@x.org') } as const
  expect(withoutForgotten(tie, gone)).toBe(tie)
})

test('ties, positions and recommendations of the deleted are left out, on either side', () => {
  const of = mail('gone@x.org')
  expect(withoutForgotten({ type: 'position', of, title: 'Owner' }, gone)).toBeNull()
  expect(withoutForgotten({ type: 'declaration', kind: 'follow', from: of, to: 'owner' }, gone)).toBeNull()
  expect(withoutForgotten({ type: 'endorsement', kind: 'skill', from: 'owner', to: of }, gone)).toBeNull()
})
