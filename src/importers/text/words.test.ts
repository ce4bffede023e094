import { expect, test } from 'vitest'
import { hashText } from './hash.ts'
import { countWords, plainText, subjectLine } from './words.ts'

test('words are counted as a reader sees them', () => {
  expect(countWords(plainText('<p class="x">I&rsquo;ve&nbsp;read 3 slides &#8211; twice</p>'))).toBe(5)
  expect(countWords('')).toBe(0)
  expect(countWords(' — … ! ')).toBe(0)
})

test('a subject is one short line', () => {
  expect(subjectLine(' Re:\n  plan ')).toBe('Re: plan')
  expect(subjectLine('  ')).toBeUndefined()
  expect(subjectLine('x'.repeat(5_000))).toHaveLength(300)
})

test('texts that differ have hashes that differ, and equal ones the same', () => {
  const hashes = new Set(Array.from({ length: 20_000 }, (_, i) => hashText(`row ${i}`)))
  expect(hashes.size).toBe(20_000)
  expect(hashText('row 1')).toBe(hashText('row 1'))
})
