import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countPlainly } from './count-plainly.ts'
import { countWritten } from './count-written.ts'

describe.each([
  ['by WebAssembly', countWritten],
  ['plainly', countPlainly],
])('%s', (_, countWith) => {
  const count = (text: string): number => {
    const bytes = Buffer.from(text)
    return countWith(bytes, 0, bytes.length)
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
})

test('WebAssembly counts as without it, wherever blocks of 64 bytes end and whatever stands around the text', () => {
  const piece = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom(
        'a',
        'Ann',
        '7',
        '...',
        'ü',
        '(b)',
        'x:',
        ' ',
        '  ',
        '\t',
        '\n',
        '\r\n',
        ':',
      ),
    },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '>',
        '*',
        '-',
        '--',
        '-- \n',
        'B',
        'F',
        'From',
        '_',
        'wrote:',
        'schrieb Ann: ',
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '-----Original Message-----',
        'From: <a@b>',
        '*From:*\t',
        '_'.repeat(20),
        'Begin forwarded message',
      ),
    },
    { weight: 1, arbitrary: fc.nat(70).map((length) => 'w'.repeat(length)) },
    { weight: 1, arbitrary: fc.nat(70).map((length) => ' '.repeat(length)) },
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.string(), fc.string(), (pieces, before, after) => {
      const bytes = Buffer.from(`${before}${pieces.join('')}${after}`)
      const start = Buffer.byteLength(before)
      const end = bytes.length - Buffer.byteLength(after)
      expect(countWritten(bytes, start, end)).toBe(countPlainly(bytes, start, end))
    }),
    { numRuns: 3_000 },
  )
})

test('a text longer than what WebAssembly is given is counted all the same', () => {
  const bytes = Buffer.from('two words\n'.repeat(10_000))
  expect(countWritten(bytes, 0, bytes.length)).toBe(20_000)
})
