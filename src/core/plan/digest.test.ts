import { expect, test } from 'vitest'
import { digestHtml, digestText } from './digest.ts'

const parts = {
  week: '2026-01-05',
  summary: 'One action.',
  worth: 'Worth 41 %.',
  actions: [{ title: 'Answer: <b>Ada</b>', why: 'She & you', minutes: 8, mailto: 'mailto:a@x?subject="x"' }],
  reminders: [],
  owed: ['Bob: Offer'],
}

test('the text names every action and leaves out what is empty', () => {
  const text = digestText(parts)
  expect(text).toContain('1. Answer: <b>Ada</b> (8 min)')
  expect(text).toContain('- Bob: Offer')
  expect(text).not.toContain('Reminders')
})

test('nothing of a name or subject becomes markup', () => {
  const html = digestHtml(parts)
  expect(html).not.toContain('<b>')
  expect(html).toContain('&lt;b&gt;Ada&lt;/b&gt;')
  expect(html).toContain('She &amp; you')
  expect(html).toContain('href="mailto:a@x?subject=&quot;x&quot;"')
  expect(html).not.toMatch(/<script|src=/)
})
