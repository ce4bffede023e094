import { expect, test } from 'vitest'
import { Headers } from './headers.ts'
import { wordsInBody } from './words-in-body.ts'

const inMessage = (text: string): number | undefined => {
  const bytes = Buffer.from(text)
  const headers = new Headers()
  return wordsInBody(headers, { bytes, start: headers.scan(bytes, 0, bytes.length), end: bytes.length })
}

test('the first plain text of nested parts counts, decoded', () => {
  const text = [
    'Content-Type: multipart/mixed; boundary="a b"',
    '',
    '--a b',
    'Content-Type: multipart/alternative;\n boundary=inner',
    '',
    '--inner',
    'Content-Type: text/html',
    '',
    '<p>one two three four five</p>',
    '--inner',
    'Content-Type: text/plain',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'three w=',
    'hole words=20',
    '--inner--',
    '--a b--',
  ].join('\n')
  expect(inMessage(text)).toBe(3)
  expect(inMessage('Content-Transfer-Encoding: base64\n\nb25lIHR3bw==')).toBe(2)
})

test('without plain text the number is unknown, not zero', () => {
  expect(inMessage('Content-Type: text/html\n\n<p>one</p>')).toBeUndefined()
  expect(inMessage('Content-Type: multipart/mixed\n\nno boundary')).toBeUndefined()
  expect(inMessage('Content-Type: multipart/mixed; boundary=x\n\n--x')).toBeUndefined()
  expect(inMessage('Subject: x\n\n')).toBe(0)
})
