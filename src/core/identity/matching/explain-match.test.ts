import fc from 'fast-check'
import { expect, test } from 'vitest'
import { effectInWords, effectOf } from './explain-match.ts'
import { levelWeight } from './match-model.ts'

test('an effect is told in times, for one person or for two', () => {
  expect(effectOf(3)).toEqual({ for: 'one', times: 8 })
  expect(effectOf(-1)).toEqual({ for: 'two', times: 2 })
  expect(effectOf(7.2)).toEqual({ for: 'one', times: 100 })
  expect(effectOf(40)).toEqual({ for: 'one', times: 1000 })
  expect(effectOf(0.2)).toBeNull()
})

test('in plain words', () => {
  expect(effectInWords(3)).toBe('makes one person about 8 times as likely')
  expect(effectInWords(-4.4)).toBe('makes two people about 20 times as likely')
  expect(effectInWords(20)).toBe('makes one person over 1,000 times as likely')
  expect(effectInWords(0)).toBe('says little either way')
})

const share = fc.double({ min: 1e-6, max: 1, noNaN: true })

test('agreement on what many share says little, and never speaks for two people', () => {
  fc.assert(
    fc.property(share, share, (m, u) => {
      expect(levelWeight({ id: 'same', m, u, common: true }, m, u)).toBeGreaterThanOrEqual(-1e-9)
    }),
  )
  expect(levelWeight({ id: 'same', m: 0.5, u: 1, common: true }, 0.5, 1)).toBe(0)
  expect(levelWeight({ id: 'same', m: 0.5, u: 0.001, common: true }, 0.5, 0.001)).toBeCloseTo(
    Math.log2(500),
    1,
  )
})
