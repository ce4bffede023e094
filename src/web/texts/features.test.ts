import { expect, test } from 'vitest'
import { features as parts } from '#core/closeness/features/index.ts'
import { errorCodes } from '#core/model/errors.ts'
import { errors } from './en/errors.ts'
import { features } from './en/features.ts'

test('every part of closeness has a text, in English the one that core says', () => {
  expect(features).toMatchObject(Object.fromEntries(parts.map(({ name, words }) => [name, words])))
})

test('every kind of refusal has a text', () => {
  expect(Object.keys(errors).toSorted()).toEqual(errorCodes.toSorted())
})
