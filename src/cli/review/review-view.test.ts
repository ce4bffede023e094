import { expect, test } from 'vitest'
import { question } from './question.ts'
import { pressed, startReview } from './review-state.ts'
import { questionLines, reviewLines } from './review-view.ts'

test('two people stand side by side, with what agrees, what differs and by how much', () => {
  expect(reviewLines(startReview([question(1, 2)], 1), 80)).toMatchInlineSnapshot(`
    [
      "Same person? 1 of 1, 88 % sure",
      "",
      "              Person 1 (1)                      Person 2 (2)",
      "Names         Person 1                          Person 2",
      "Addresses     person1@umbervale.example         person2@umbervale.example",
      "Title         —                                 —",
      "Organisation  Umbervale                         Umbervale",
      "Place         —                                 —",
      "Exchanges     1                                 2",
      "",
      "Speaks for one person",
      "  the same name: makes one person about 600 times as likely",
      "",
      "Speaks for two people",
      "  different titles: makes two people about 2.5 times as likely",
      "",
      "m the same · n not the same · s skip · j next · k before · u undo · q quit",
    ]
  `)
})

test('a narrow terminal breaks lines, a wide one does not spread them', () => {
  const long = question(1, 2)
  const first = { ...long.first, names: ['Wilhelmina Alexandrina von Hohenstein-Umbervale'] }
  for (const line of questionLines({ ...long, first }, 44)) expect(line.length).toBeLessThanOrEqual(44)
  for (const line of questionLines({ ...long, first }, 400)) expect(line.length).toBeLessThanOrEqual(110)
})

test('what a terminal would obey does not reach it', () => {
  const { first, ...rest } = question(1, 2)
  const lines = questionLines({ ...rest, first: { ...first, names: ['Ann\u001b[2J\u0007'] } }, 80)
  for (const sign of ['\u001b', '\u0007']) expect(lines.join('\n')).not.toContain(sign)
})

test('more addresses than help to decide are counted', () => {
  const { first, ...rest } = question(1, 2)
  const identities = [1, 2, 3, 4, 5, 6].map((id) => ({ id, kind: 'mail', value: `a${id}@b.example` }))
  expect(questionLines({ ...rest, first: { ...first, identities } }, 80).join('\n')).toContain('and 2 more')
})

test('with nothing left it says so, and what was skipped', () => {
  const start = startReview([question(1, 2)], 1)
  expect(reviewLines(startReview([], 0), 80)[0]).toBe('Nothing to decide: nobody looks like somebody else.')
  expect(reviewLines(pressed(start, 's').state, 80)[0]).toBe(
    'Nothing else to decide; 1 left for another time.',
  )
})
