import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Headers } from './headers.ts'
import { countWritten, wordsInBody } from './words-in-body.ts'

const count = (text: string): number => {
  const bytes = Buffer.from(text)
  return countWritten(bytes, 0, bytes.length)
}
const inMessage = (text: string): number | undefined => {
  const bytes = Buffer.from(text)
  const headers = new Headers()
  return wordsInBody(headers, { bytes, start: headers.scan(bytes, 0, bytes.length), end: bytes.length })
}

test('counts what holds a letter or digit', () => {
  expect(count('Grüße aus Köln -- 4 Tage, well-spent.\r\n\r\n ... !\n')).toBe(6)
})

test.each([
  ['lines behind >', 'Yes.\n> Are you coming?\n > or not\nGood.', 2],
  ['what follows On … wrote:', 'Yes please.\n\nOn Mon, Ann Lee wrote:\nAre you coming?', 2],
  ['what follows the same in German', 'Ja gern.\n\nAm Montag schrieb Ann Lee:\n> Kommst du?', 2],
  ['the message before', 'Fine with me\n\n -----Original Message-----\nFrom: Ann\nlong text', 3],
  ['a forwarded message', 'See below\n---------------------- Forwarded by Ann on 1 May\nlong text', 2],
  ['the signature', 'See you\n-- \nAnn Lee, Director', 2],
])('leaves out %s', (_, text, words) => {
  expect(count(text)).toBe(words)
})

test('counts line by line what a reader would', () => {
  const words = fc.constantFrom('a', 'Ann', '7', '>', '...', 'ü', '(b)', '\r', '\t', 'x:', '*', 'wrote:')
  fc.assert(
    fc.property(fc.array(fc.array(words, { maxLength: 6 }), { maxLength: 8 }), (lines) => {
      let expected = 0
      for (const text of lines.map((line) => line.join(' ').trim())) {
        if (text.startsWith('>')) continue
        if (text.endsWith('wrote:')) break
        expected += text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
      }
      expect(count(lines.map((line) => line.join(' ')).join('\n'))).toBe(expected)
    }),
    { numRuns: 500 },
  )
})

test('a colon or a dash alone ends nothing', () => {
  expect(count('Two things:\n- milk\n- bread\nThat is all')).toBe(7)
})

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
