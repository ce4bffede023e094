import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HELD_BYTES } from '../mail/words-in-body.ts'
import { MessageSplitter } from './message-splitter.ts'

type Piece = { readonly text: string; readonly offset: number; readonly separated: boolean }

/** What a mailbox is cut into when it comes in pieces of these lengths, one after the other, the last again and again. */
function cut(mailbox: Buffer, lengths: readonly number[]): Piece[] {
  const found: Piece[] = []
  const splitter = new MessageSplitter(
    ({ bytes, start, end, offset, separated }) => {
      found.push({ text: bytes.toString('latin1', start, end), offset, separated })
    },
    ({ bytes, start, end }) => {
      const [headers] = /^.*?\r?\n\r?\n/s.exec(bytes.toString('latin1', start, end)) ?? ['']
      const length = /^Content-Length: (\d+)\r?$/m.exec(headers)?.[1]
      return length === undefined ? NaN : start + headers.length + Number(length)
    },
  )
  for (let at = 0, nth = 0; at < mailbox.length; nth++) {
    const length = lengths[Math.min(nth, lengths.length - 1)]!
    // What was pushed is overwritten, as a reader uses its buffer again.
    const piece = Buffer.from(mailbox.subarray(at, at + length))
    splitter.push(piece)
    piece.fill(0)
    at += length
  }
  splitter.finish()
  return found
}

/** A message as mboxcl2 holds it: its body may hold what looks like the next one. */
const counted = (body: string, ends = '\n', off = 0): string =>
  [
    from.trimEnd(),
    'To: bob@x.org',
    `Content-Length: ${Buffer.byteLength(body) + off}`,
    'Subject: counted',
    '',
    body,
  ].join(ends) + ends
const from = 'From ann@x.org Fri Jan  1 12:26:17 2016\n'
const message = fc
  .tuple(
    fc.constantFrom('', `>${from}`, from, 'Subject: a\n', 'Subject: From here\r\n'),
    fc.array(
      fc.constantFrom(
        '\n',
        'From Russia with love\n',
        '\nFrom x',
        'text ',
        'F',
        'From ',
        `${from}no header\n`,
      ),
    ),
  )
  .map(([headers, body]) => `${from}To: bob@x.org\n${headers}\n${body.join('')}\n`)
const quoting = fc
  .tuple(
    fc.array(fc.constantFrom('text\n', `${from}Subject: quoted\n`, '\n'), { maxLength: 6 }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom(0, 0, 1, -1, 30),
  )
  .map(([body, ends, off]) => counted(body.join(''), ends, off))

test('in pieces of any length a mailbox gives the same messages', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('', 'before\n', '\ufeff'),
      fc.array(fc.oneof(message, quoting), { maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 }),
      (before, messages, lengths) => {
        const mailbox = Buffer.from(before + messages.join(''))
        const whole = cut(mailbox, [mailbox.length])
        expect(cut(mailbox, lengths)).toEqual(whole)
        expect(whole.map(({ text }) => text).join('')).toBe(
          mailbox.toString('latin1', before === '\ufeff' ? 3 : 0),
        )
      },
    ),
    { numRuns: 300 },
  )
})

test('of a message longer than what is held, the beginning is given, and the next is found', () => {
  const long = `${from}Subject: long\n\n${'x'.repeat(79)}\n`.padEnd(3 * HELD_BYTES, `${'y'.repeat(79)}\n`)
  const mailbox = Buffer.from(`${from}Subject: a\n\na\n${long}\n${from}Subject: b\n\nb\n`)
  for (const length of [mailbox.length, 100_000, 1 << 18, 5_000_000])
    expect(cut(mailbox, [length]).map(({ text, offset }) => [text.length, offset])).toEqual([
      [from.length + 14, 0],
      [HELD_BYTES, from.length + 14],
      [from.length + 14, from.length + 14 + long.length + 1],
    ])
})

describe('a body that quotes the beginning of a mail', () => {
  const quote = `See:\n\n${from}Subject: quoted\n\nHello.\n\n${from}To: ann@x.org\n\nOnce more.\n`
  const plain = `${from}Subject: plain\n\na\n\n`
  const lengths = (mailbox: string, piece = mailbox.length): number[] =>
    cut(Buffer.from(mailbox), [piece]).map(({ text }) => text.length)

  test.each([
    ['before another message', counted(quote), `\n${plain}`],
    ['before another message, without a blank line', counted(quote.trimEnd()), plain],
    ['at the end of the file', counted(quote), ''],
    ['at the end of the file, with blank lines', counted(quote), '\n\n'],
    ['with lines of CR and LF', counted(quote.replaceAll('\n', '\r\n'), '\r\n'), `\r\n${plain}`],
  ])('stays whole where its Content-Length says so: %s', (_, first, rest) => {
    const blank = /^[\r\n]*/.exec(rest)![0].length
    const expected = [first.length + blank, ...(rest.length > blank ? [rest.length - blank] : [])]
    for (const piece of [1, 7, 100, 1 << 20])
      expect([piece, lengths(first + rest, piece)]).toEqual([piece, expected])
  })

  test.each([
    ['too short', counted(quote, '\n', -5)],
    ['too long', counted(quote, '\n', 5)],
    ['beyond the end of the file', counted(quote, '\n', 5_000)],
    ['beyond all reason', counted(quote).replace(/(?<=Length: )\d+/, '99999999999999')],
  ])('is cut where the length is %s', (_, first) => {
    expect(lengths(first + plain)).toHaveLength(4)
  })

  test('stays whole far behind the beginning, and a long body that goes on for too long is cut', () => {
    const filler = `${'y'.repeat(79)}\n`
    const long = counted(filler.repeat((2 * HELD_BYTES) / 80) + quote)
    for (const piece of [50_000, 1 << 20]) {
      const pieces = cut(Buffer.from(`${long}\n${plain}`), [piece])
      expect(pieces.map(({ offset }) => offset)).toEqual([0, long.length + 1])
    }
    const tail = counted(quote + filler.repeat((3 * HELD_BYTES + (1 << 20)) / 80))
    expect(lengths(tail + plain, 50_000)).toHaveLength(4)
  })
})
