import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanName } from '#core/identity/normalise.ts'
import { short } from './short-text.ts'

test('a text that is clean already comes out as cleaning it would give it', () => {
  const signs = fc.constantFrom(...Array.from('ab1 "\'-,.(\t\u00a0ä\u0301\u200b'))
  const texts = fc.oneof(fc.string({ unit: signs, maxLength: 150 }), fc.string({ maxLength: 400 }))
  fc.assert(
    fc.property(texts, (text) => {
      expect(short(text)).toBe(cleanName(text.slice(0, 300)))
    }),
  )
  expect(short('Minutes of the meeting on 3 May')).toBe('Minutes of the meeting on 3 May')
  expect(short('a'.repeat(400))).toHaveLength(120)
})
