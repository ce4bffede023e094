import { expect, test } from 'vitest'
import { byTie } from '../ledger/by-tie.ts'
import { LedgerBuilder } from '../ledger/ledger.ts'
import { inOwnOrder } from '../ledger/own-order.ts'
import { fingerprintOf } from './learn/fingerprint.ts'
import { candidateTerms } from './learn/candidates.ts'
import { defaultCloseness } from './model.ts'
import { modelOfText, modelText } from './model-text.ts'

test('a model kept as text comes back as it was', () => {
  const model = {
    ...defaultCloseness,
    bias: 0.1 + 0.2,
    calibration: { slope: 0.9, shift: -1 / 3 },
    terms: candidateTerms(true).map((term, i) => ({ ...term, weight: i / 7 })),
  }
  expect(modelOfText(modelText(model))).toEqual(model)
})

test('a model of another recipe, or of a feature there is not, is none', () => {
  const text = modelText(defaultCloseness)
  expect(modelOfText(text.replace('"recipe":1', '"recipe":0'))).toBeNull()
  expect(modelOfText(text.replace('mutualVolume', 'palmReading'))).toBeNull()
})

/** The same three ties, numbered as given. */
const numbered = (numbers: readonly number[]) => {
  const builder = new LedgerBuilder()
  numbers.forEach((tie, i) => {
    for (let k = 0; k <= i; k++) builder.push(tie, 1_000 * i + k, k % 2, 0, 1 + k, false)
  })
  return inOwnOrder(byTie(builder.finish()))
}

test('ties in their own order are the same, however the people were numbered', () => {
  const one = numbered([0, 1, 2])
  const other = numbered([2, 0, 1])
  expect(other.ledger).toEqual(one.ledger)
  expect([...other.was]).toEqual([2, 0, 1])
  expect(fingerprintOf(other.ledger, Infinity)).toBe(fingerprintOf(one.ledger, Infinity))
})

test('another event, or another time of it, is another fingerprint', () => {
  const { ledger } = numbered([0, 1, 2])
  const whole = fingerprintOf(ledger, Infinity)
  expect(fingerprintOf(ledger, 2_000)).not.toBe(whole)
  const later = { ...ledger, atMs: ledger.atMs.map((at, row) => (row === 3 ? at + 1 : at)) }
  expect(fingerprintOf(later, Infinity)).not.toBe(whole)
})
