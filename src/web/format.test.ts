import { beforeAll, expect, test, vi } from 'vitest'
import {
  bytes,
  count,
  duration,
  finePercent,
  initials,
  likelihood,
  percent,
  percentOrUnknown,
  points,
  relativeDate,
  sentence,
  unbroken,
} from './format.ts'
import { speak } from './texts/texts.ts'

beforeAll(() => speak('en'))

/** Numbers and units are joined by a space that does not break. */
const joined = (text: string): string => text.replaceAll(' ', '\u00A0')

test.each([
  [0, '0 %'],
  [0.0002, '< 0.1 %'],
  [0.005, '0.5 %'],
  [0.0174, '1.7 %'],
  [0.62, '62 %'],
])('a small share of %d shows as "%s", with one decimal', (share, shown) => {
  expect(finePercent(share)).toBe(joined(shown))
})

test.each([
  [0, '0 %'],
  [0.004, '< 1 %'],
  [0.62, '62 %'],
  [0.994, '99 %'],
  [0.9999, '> 99 %'],
  [1, '100 %'],
])('a share of %d shows as "%s": never 0 or 100 for something that is neither', (share, shown) => {
  expect(percent(share)).toBe(joined(shown))
})

test('what is not known is unknown, never 0', () => {
  expect(percentOrUnknown(null)).toBe('unknown')
  expect(percentOrUnknown(0)).toBe(joined('0 %'))
})

test.each([
  [0, 'none'],
  [0.00005, '< 0.01 points'],
  [0.0044, '0.44 points'],
  [0.012, '1.2 points'],
  [0.25, '25 points'],
])('a difference of %d shows as "%s"', (share, shown) => {
  expect(points(share)).toBe(joined(shown))
})

test('numbers take the separators of the locale', () => {
  expect(count(31_108, 'en')).toBe('31,108')
  expect(count(31_108, 'de')).toBe('31.108')
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_000, '1.0 kB'],
  [1_234_000_000, '1.2 GB'],
  [999_600, '1.0 MB'],
  [5_000_000_000_000_000, '5,000 TB'],
])('%d bytes show as "%s"', (size, shown) => {
  expect(bytes(size)).toBe(joined(shown))
})

test.each([
  [0.2, '< 1 s'],
  [40, '40 s'],
  [170, '3 min'],
  [7_300, '2 h'],
])('%d seconds show as "%s"', (seconds, shown) => {
  expect(duration(seconds)).toBe(joined(shown))
})

const noon = Date.UTC(2026, 5, 15, 12)
const daysBefore = (days: number): string => new Date(noon - days * 86_400_000).toISOString()

test.each([
  [0, 'today'],
  [1, 'yesterday'],
  [13, '13 days ago'],
  [20, '2 weeks ago'],
  [45, 'last month'],
  [200, '6 months ago'],
  [800, '2 years ago'],
  [-3, 'in 3 days'],
])('%d days before is "%s"', (days, shown) => {
  expect(relativeDate(daysBefore(days), noon)).toBe(shown)
})

test.each([
  [0, 'very unlikely'],
  [0.19, 'unlikely'],
  [0.5, 'about even'],
  [0.62, 'likely'],
  [0.94, 'very likely'],
  [1, 'almost certain'],
])('a probability of %d is "%s"', (probability, words) => {
  expect(likelihood(probability)).toBe(words)
})

test.each([
  ['Ada Byron', 'AB'],
  ['Mônica de Peixoto', 'MP'],
  ['ada@engine.example', 'A'],
  ['李 明', '李明'],
  ['42', '?'],
  ['', '?'],
])('the initials of "%s" are %s', (name, letters) => {
  expect(initials(name)).toBe(letters)
})

test('a sentence begins with a capital, and keeps number and percent sign together', () => {
  expect(sentence('sought by 3 people')).toBe('Sought by 3 people')
  expect(sentence('')).toBe('')
  expect(unbroken('from 76 % to 80 %')).toBe('from 76\u00A0% to 80\u00A0%')
})

test('numbers are those of the language, as in the sentences of the server beside them', async () => {
  vi.stubGlobal('navigator', { languages: ['de-AT', 'de'] })
  await speak('de')
  try {
    expect(count(31_616)).toBe('31.616')
  } finally {
    vi.unstubAllGlobals()
    await speak('en')
  }
})
