import { expect, test } from 'vitest'
import {
  parseContentLine,
  splitStructured,
  unescapeText,
  Unfolder,
  type ContentLine,
} from './content-lines.ts'

const linesOf = (content: string | Uint8Array, chunk = 1_000): ContentLine[] => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const unfolder = new Unfolder()
  const found = []
  for (let start = 0; start < bytes.length; start += chunk) {
    found.push(...unfolder.push(bytes.subarray(start, start + chunk)))
  }
  found.push(...unfolder.end())
  return found.map(parseContentLine).filter((line) => line !== null)
}
const only = (content: string | Uint8Array): ContentLine | undefined => linesOf(content)[0]

test('a fold may cut a character in two', () => {
  const whole = new TextEncoder().encode('FN:Zoë')
  const cut = new Uint8Array([...whole.subarray(0, 6), 13, 10, 32, ...whole.subarray(6)])
  for (const chunk of [1, 2, 3, 50]) expect(linesOf(cut, chunk)[0]?.value).toBe('Zoë')
})

test('quoted-printable values go on after a soft break, and know their character set', () => {
  expect(only('N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BC=\r\nller;=\r\nJ=C3=B6rg')?.value).toBe(
    'Müller;Jörg',
  )
  expect(only('N;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-5:=D6')?.value).toBe('ж')
  expect(only('NOTE;QUOTED-PRINTABLE:100=25 =ZZ')?.value).toBe('100% =ZZ')
})

test('bare parameters of 2.1 are types, groups are dropped, quoted parameters may hold every sign', () => {
  expect(only('item1.TEL;WORK;VOICE:+49')?.params.get('TYPE')).toEqual(['WORK', 'VOICE'])
  expect(only('item1.TEL;WORK:+49')?.name).toBe('TEL')
  const line = only('ATTENDEE;CN="Doe; Jane: CEO, x";ROLE=CHAIR:mailto:jane@x.example')
  expect(line?.params.get('CN')).toEqual(['Doe; Jane: CEO, x'])
  expect(line?.value).toBe('mailto:jane@x.example')
  expect(only("X;CN=a^'b^nc^^d:v")?.params.get('CN')).toEqual(['a"b\nc^d'])
})

test('an unbalanced quotation mark does not swallow the value', () => {
  expect(only('ATTENDEE;CN="Jane:mailto:jane@x.example')?.value).toBe('mailto:jane@x.example')
})

test('lines are numbered where they begin; junk without a colon is none', () => {
  const lines = linesOf('A:1\r\nB:2\r\n 3\r\n\r\n/9j/4AAQSkZJRg\r\nC:4\r\n')
  expect(lines.map(({ name, value, number }) => [name, value, number])).toEqual([
    ['A', '1', 1],
    ['B', '23', 2],
    ['C', '4', 6],
  ])
})

test('escapes and structured values', () => {
  expect(unescapeText('a\\, b\\; c\\\\ d\\ne')).toBe('a, b; c\\ d\ne')
  expect(splitStructured('Smith\\; Sons;Jo;;')).toEqual(['Smith; Sons', 'Jo', '', ''])
})

test('a line of many megabytes is cut off, not kept', () => {
  const line = only(`PHOTO:${'A'.repeat(5_000_000)}\nB:1`)
  expect(line?.value.length).toBeLessThan(1_200_000)
})
