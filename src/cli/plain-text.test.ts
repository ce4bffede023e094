import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test.each([
  ['an escape sequence that would clear the screen', '\u001b[2JAda', '[2JAda'],
  ['a carriage return that would write over the line', 'Ada\rBob', 'AdaBob'],
  ['controls of one byte', 'A\u009bd\u0007a\u007f', 'Ada'],
  ['an override of the direction', 'Ada \u202egnp.exe', 'Ada gnp.exe'],
])('%s is taken out', (_, text, shown) => expect(plainText(text)).toBe(shown))

test.each(['Ada\tLovelace\n', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', 'عمر 王小明 👩‍👩‍👧 Ł'])(
  '%j stays',
  (text) => expect(plainText(text)).toBe(text),
)
