import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HELD_BYTES, MessageSplitter } from './message-splitter.ts'

type Piece = { readonly text: string; readonly offset: number; readonly separated: boolean }

/** What a mailbox is cut into when it comes in pieces of these lengths, one after the other, the last again and again. */
function cut(mailbox: Buffer, lengths: readonly number[]): Piece[] {
  const found: Piece[] = []
  const splitter = new MessageSplitter(({ bytes, start, end, offset, separated }) => {
    found.push({ text: bytes.toString('latin1', start, end), offset, separated })
  })
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

test('in pieces of any length a mailbox gives the same messages', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('', 'before\n', '\ufeff'),
      fc.array(message, { maxLength: 6 }),
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
