import { expect, test } from 'vitest'
import { decodeWords } from './encoded-words.ts'

test.each([
  ['plain', 'plain'],
  ['=?UTF-8?Q?Caf=C3=A9_au_lait?=', 'Café au lait'],
  ['=?iso-8859-1?B?R3L832U=?= from =?utf-8*en?q?Ann?=', 'Grüße from Ann'],
  // Words follow each other: the blank between them is not part of the text, and a character may be cut.
  ['=?UTF-8?Q?Caf=C3?= =?UTF-8?Q?=A9?=', 'Café'],
  ['=?UTF-8?B?4pw=?=\t=?utf-8?B?k28=?=', '✓o'],
  ['=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=', '日本'],
  ['=?koi8-r?B?8NLJ18XU?=', 'Привет'],
  // Unknown character sets and broken codes are read as far as they go.
  ['=?x-martian?Q?Gr=C3=BC=C3=9Fe?=', 'Grüße'],
  ['=?x-martian?Q?Gr=FC=DFe?=', 'Grüße'],
  ['=?UTF-8?Q?50=ZZ?=', '50=ZZ'],
  ['=?UTF-8?X?abc?=', '=?UTF-8?X?abc?='],
  ['=?UTF-8?Q?never closed', '=?UTF-8?Q?never closed'],
])('%s', (raw, text) => {
  expect(decodeWords(raw)).toBe(text)
})

test('bytes beyond ASCII without any encoding are UTF-8, else windows-1252', () => {
  expect(decodeWords(Buffer.from('Grüße').toString('latin1'))).toBe('Grüße')
  expect(decodeWords('Gr\xfc\xdfe')).toBe('Grüße')
})
