import stringWidth from 'string-width'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitLines } from './fit-lines.ts'

test('a sentence is broken between words, and goes on below its beginning', () =>
  expect(
    fitLines(
      [
        'Your 20,000 contacts overlap little, so most bring news.',
        '   4  Ask: Ada Lovelace, who knows you well and is in touch.',
        '      | Hello Ada, would you introduce me to Charles Babbage?',
      ].join('\n'),
      40,
    ),
  ).toBe(
    [
      'Your 20,000 contacts overlap little, so',
      'most bring news.',
      '   4  Ask: Ada Lovelace, who knows you',
      '      well and is in touch.',
      '      | Hello Ada, would you introduce',
      '      | me to Charles Babbage?',
    ].join('\n'),
  ))

test('rows of a table and what has no spaces stay whole', () => {
  const row = 'Ada Lovelace     Analytical Engines     58 %     2026-01-02'
  const link = `https://kith.example/${'a'.repeat(60)}`
  expect(fitLines(`${row}\n${link}`, 40)).toBe(`${row}\n${link}`)
})

test('no word is lost, and no line of words that fit is wider than the terminal', () =>
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { maxLength: 60 }),
      fc.integer({ min: 40, max: 120 }),
      (words, columns) => {
        const lines = fitLines(words.join(' '), columns).split('\n')
        expect(lines.join(' ')).toBe(words.join(' '))
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns)
      },
    ),
  ))
