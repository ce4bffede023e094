import { expect, test } from 'vitest'
import { features } from '../closeness/features/index.ts'
import { sentences } from './index.ts'

test('every part of closeness has a German name', () => {
  for (const feature of features) {
    expect(sentences.en.feature(feature)).toBe(feature.words)
    expect(sentences.de.feature(feature)).not.toBe(feature.words)
  }
})
