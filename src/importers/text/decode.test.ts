import { expect, test } from 'vitest'
import { decodeCharset, decodeText, headText, sniffEncoding, textBlocks } from './decode.ts'
import { memoryEntry, memoryHead } from './entries.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const out = new Uint8Array(text.length * 2)
  const view = new DataView(out.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian)
  return out
}
const textOf = async (content: Uint8Array, chunk: number): Promise<string> => {
  let text = ''
  for await (const block of textBlocks(memoryEntry('x', content, chunk))) text += block.text
  return text
}

test('UTF-8 with a byte order mark reads without it, in chunks of any size', async () => {
  const content = new TextEncoder().encode('\uFEFFName\nZoë 🚀\n')
  for (const chunk of [1, 2, 3, 5, 100]) expect(await textOf(content, chunk)).toBe('Name\nZoë 🚀\n')
})

test('UTF-16 reads with a mark and without', async () => {
  for (const littleEndian of [true, false]) {
    for (const mark of ['\uFEFF', '']) {
      const content = utf16(`${mark}at,from,to\nZoë,b,c\n`, littleEndian)
      for (const chunk of [1, 7, 100]) expect(await textOf(content, chunk)).toBe('at,from,to\nZoë,b,c\n')
    }
  }
})

test('a line that is not UTF-8 reads as windows-1252, and its neighbours as UTF-8', () => {
  const mixed = bytes(0x5a, 0x6f, 0xc3, 0xab, 10, 0x5a, 0x6f, 0xeb, 0x20, 0x96, 0x20, 0x80, 10)
  expect(decodeText(mixed)).toBe('Zoë\nZoë – €\n')
})

test('a named character set is used, an unknown one is not', () => {
  expect(decodeCharset(bytes(0xd6), 'ISO-8859-5')).toBe('ж')
  expect(decodeCharset(bytes(0xc3, 0xab), 'no-such-set')).toBe('ë')
})

test('pictures and archives are binary', () => {
  expect(sniffEncoding(bytes(0x50, 0x4b, 3, 4, 0, 0, 0, 0, 8, 0))).toBe('binary')
  expect(
    headText(
      memoryHead(
        'x.csv',
        Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 256),
      ),
    ),
  ).toBeNull()
  expect(headText(memoryHead('x.csv', 'plain text'))).toBe('plain text')
})

test('a file without a line end is read in bounded pieces and to its end', async () => {
  const content = new Uint8Array(3_000_000).fill(0x61)
  const sizes: number[] = []
  for await (const block of textBlocks(memoryEntry('x', content))) sizes.push(block.text.length)
  expect(Math.max(...sizes)).toBeLessThan(1_200_000)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(3_000_000)
})
