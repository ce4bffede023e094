import { expect, test } from 'vitest'
import { saysBulk } from './bulk.ts'
import { Headers } from './headers.ts'

const bulk = (block: string): boolean => {
  const headers = new Headers()
  const bytes = Buffer.from(`${block}\n\n`)
  headers.scan(bytes, 0, bytes.length)
  return saysBulk(headers)
}

test.each([
  'List-Id: <choir.lists.example>',
  'List-Unsubscribe: <https://x.example>',
  'List-Post: <mailto:a@b.example>',
  'Precedence: bulk',
  'Precedence: List',
  'Auto-Submitted: auto-generated (failure)',
  'Feedback-ID: 1:2:3',
  'X-Autoreply: yes',
  'X-Spam-Flag: YES',
  'Return-Path: <>',
  'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
])('%s is bulk', (block) => {
  expect(bulk(block)).toBe(true)
})

test.each([
  'Auto-Submitted: no (a person wrote this)',
  'Precedence: normal',
  'X-Auto-Response-Suppress: All',
  'X-Spam-Flag: NO',
  'Return-Path: <ann@b.example>',
  'Content-Type: multipart/mixed; boundary=x',
])('%s is not', (block) => {
  expect(bulk(block)).toBe(false)
})
