import { expect, test } from 'vitest'
import { charsetOfCodePage } from './code-pages.ts'
import { decodeCharset } from './decode.ts'

test.each([
  [866, '8fe0a8a2a5e2', 'Привет'],
  [874, 'c7d1b9', 'วัน'],
  [932, '93fa967b', '日本'],
  [936, 'd6d0b9fa', '中国'],
  [949, 'c7d1b1db', '한글'],
  [950, 'a4a4b0ea', '中國'],
  [1250, 'f8ee', 'řî'],
  [1251, 'cff0e8', 'При'],
  [1252, '80e4', '€ä'],
  [1253, 'c1c2', 'ΑΒ'],
  [1254, 'fefd', 'şı'],
  [1255, 'f9ec', 'של'],
  [1256, 'c7e1', 'ال'],
  [1257, 'e0f0', 'ąš'],
  [1258, 'f0fe', 'đ₫'],
  [20_866, 'f0d2c9', 'При'],
  [28_591, 'e4f6', 'äö'],
  [28_592, 'e6b1', 'ćą'],
  [28_605, 'a4', '€'],
  [50_220, '1b2442467c4b5c1b2842', '日本'],
  [51_932, 'c6fccbdc', '日本'],
  [54_936, 'd6d081308130', '中\u0080'],
  [65_001, 'c3a4e697a5', 'ä日'],
])('code page %i', (page, bytes, text) => {
  expect(decodeCharset(Buffer.from(bytes, 'hex'), charsetOfCodePage(page))).toBe(text)
})

test('a number that is no code page has no character set', () => {
  for (const page of [0, -1, 1, 1_259, 28_590, 28_607, NaN, 1e9])
    expect(charsetOfCodePage(page)).toBeUndefined()
})

test('every character set that is named is one that can be read', () => {
  const charsets = Array.from({ length: 70_000 }, (_, page) => charsetOfCodePage(page) ?? 'utf-8')
  for (const charset of new Set(charsets)) expect(() => new TextDecoder(charset)).not.toThrow()
})
