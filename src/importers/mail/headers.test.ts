import { expect, test } from 'vitest'
import { Headers, MAX_HEADER_BYTES } from './headers.ts'

const scan = (text: string) => {
  const headers = new Headers()
  const bytes = Buffer.from(text, 'latin1')
  return { headers, body: bytes.toString('latin1', headers.scan(bytes, 0, bytes.length)) }
}

test('finds headers in any case, unfolds them, and says where the body begins', () => {
  const { headers, body } = scan(
    'FROM: a@b.example\r\nsubject:one\r\n\ttwo\r\n  three\r\nX-Else: x\r\n\r\nBody',
  )
  expect(headers.raw('from')).toBe('a@b.example')
  expect(headers.raw('subject')).toBe('one two three')
  expect(headers.raw('to')).toBeUndefined()
  expect(headers.count).toBe(3)
  expect(body).toBe('Body')
})

test('the first of a header counts; of address lists all do', () => {
  const { headers } = scan('To: a@b.example\nSubject: 1\nTo: c@d.example,\n e@f.example\nSubject: 2\n\n')
  expect(headers.raw('subject')).toBe('1')
  expect(headers.rawList('to')).toBe('a@b.example,c@d.example, e@f.example')
})

test('a From line among the headers, broken lines and long names do no harm', () => {
  const long = `X-${'Very-Long-'.repeat(8)}Name`
  const { headers, body } = scan(`>From x\nbroken line\n${long}: 1\nFrom : a@b.example\n\nBody`)
  expect(headers.raw('from')).toBe('a@b.example')
  expect(body).toBe('Body')
})

test('a body without a blank line before it is no header block', () => {
  const { headers, body } = scan(
    'From: a@b.example\nDear Ann\nhow are you\nI am fine\nreally fine\nTo: nobody\n',
  )
  expect(headers.has('to')).toBe(false)
  expect(body.startsWith('really fine')).toBe(true)
})

test('an object forgets the message before', () => {
  const headers = new Headers()
  const first = Buffer.from('To: a@b.example\nTo: c@d.example\n\n')
  headers.scan(first, 0, first.length)
  const second = Buffer.from('Subject: x\n\n')
  headers.scan(second, 0, second.length)
  expect(headers.rawList('to')).toBeUndefined()
})

test('a block is read up to its limit', () => {
  const { headers } = scan(
    `${'X-Fill: 0123456789\n'.repeat(Math.ceil(MAX_HEADER_BYTES / 19))}From: a@b.example\n\n`,
  )
  expect(headers.has('from')).toBe(false)
  expect(headers.blockEnd).toBe(MAX_HEADER_BYTES)
})
