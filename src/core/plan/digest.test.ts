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

test('the text reads as a page: the week, the worth, actions by number, lists with their headings', () => {
  const text = digestText({
    ...parts,
    actions: [...parts.actions, { title: 'Thank: Bob', why: 'He helped', minutes: 5, mailto: null }],
    reminders: ['Call Cy'],
  })
  expect(text).toBe(
    [
      'kith: the week of 2026-01-05',
      '',
      'One action.',
      'Worth 41 %.',
      '',
      '1. Answer: <b>Ada</b> (8 min)',
      '   She & you',
      '',
      '2. Thank: Bob (5 min)',
      '   He helped',
      '',
      'Reminders',
      '- Call Cy',
      '',
      'Waiting for your answer',
      '- Bob: Offer',
      '',
    ].join('\n'),
  )
})

test('where worth is unknown and nothing is to do, neither is spoken of', () => {
  const empty = { ...parts, worth: null, actions: [], owed: [] }
  expect(digestText(empty)).toBe('kith: the week of 2026-01-05\n\nOne action.\n')
  expect(digestHtml(empty)).not.toMatch(/null|<ol>|<ul>|<h2/)
  expect(digestHtml({ ...parts, reminders: ['Call <Cy>'] })).toContain('<li>Call &lt;Cy&gt;</li>')
})
