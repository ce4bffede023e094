import { expect, test } from 'vitest'
import { saysBulk } from './bulk.ts'
import { Headers } from './headers.ts'

const isBulk = (...lines: readonly string[]): boolean => {
  const bytes = Buffer.from(`From: a@a.example\nTo: b@b.example\n${lines.join('\n')}\n\nbody\n`)
  const headers = new Headers()
  headers.scan(bytes, 0, bytes.length)
  return saysBulk(headers)
}

test.each([
  'List-Id: Sailing <sailing.lists.example>',
  'List-Unsubscribe: <mailto:u@l.example>',
  'List-Post: <mailto:sailing@lists.example>',
  'Precedence: bulk',
  'Precedence: List',
  'Precedence: junk',
  'Auto-Submitted: auto-generated',
  // Values carry comments.
  'Auto-Submitted: auto-generated (failure)',
  'Auto-Submitted: auto-replied; owner-email="a@a.example"',
  'Feedback-ID: 1:2:3:mailer',
  'X-Autoreply: yes',
  'Return-Path: <>',
  'X-Spam-Flag: YES',
  'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
])('%s: sent to many or by a program', (line) => {
  expect(isBulk(line)).toBe(true)
})

test.each([
  'Auto-Submitted: no',
  'Auto-Submitted: No (by hand)',
  'Precedence: first-class',
  'X-Spam-Flag: NO',
  'Return-Path: <a@a.example>',
  // Asks others not to answer by themselves: ordinary mail of Exchange.
  'X-Auto-Response-Suppress: All',
  'Content-Type: multipart/mixed; boundary=b',
])('%s: by a person', (line) => {
  expect(isBulk(line)).toBe(false)
})
