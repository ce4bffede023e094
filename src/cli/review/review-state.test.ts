import { expect, test } from 'vitest'
import { question } from './question.ts'
import {
  decided,
  failed,
  pressed,
  shownQuestion,
  startReview,
  summary,
  takenBack,
  withQuestions,
} from './review-state.ts'

const three = [question(1, 2), question(3, 4), question(5, 6)]
const start = startReview(three, 3)
const after = (...keys: string[]) => keys.reduce((state, key) => pressed(state, key).state, start)

test('j and k go there and back, and stop at the ends', () => {
  expect(after('j').at).toBe(1)
  expect(after('j', 'k').at).toBe(0)
  expect(after('k').at).toBe(0)
  expect(after('j', 'j', 'j', 'j').at).toBe(2)
  expect(after('down', 'up', 'down').at).toBe(1)
})

test('m and n ask for a decision about the pair that is shown', () => {
  expect(pressed(after('j'), 'm').wish).toEqual({ do: 'merge', question: three[1] })
  expect(pressed(start, 'n').wish).toEqual({ do: 'apart', question: three[0] })
})

test('a skipped pair stays away in this sitting, also when the questions come anew', () => {
  const skipped = after('s')
  expect(shownQuestion(skipped)).toBe(three[1])
  const anew = withQuestions(skipped, three, 3)
  expect(anew.questions).toEqual([three[1], three[2]])
  expect(summary(anew)).toContain('3 left')
})

test('the last pair skipped leaves nothing to show, and keys for pairs do nothing', () => {
  const none = after('s', 's', 's')
  expect(shownQuestion(none)).toBeNull()
  for (const key of ['m', 'n', 's', 'j', 'k']) expect(pressed(none, key).wish).toBeNull()
})

test('u takes back the last decision first, then the one before', () => {
  const two = decided(
    decided(start, { do: 'merge', question: three[0]! }, 11),
    { do: 'apart', question: three[1]! },
    12,
  )
  const first = pressed(two, 'u').wish
  expect(first).toMatchObject({ do: 'undo', made: { edit: 12 } })
  expect(pressed(takenBack(two, two.made[1]!), 'u').wish).toMatchObject({ made: { edit: 11 } })
  expect(pressed(start, 'u').wish).toBeNull()
  expect(pressed(start, 'u').state.said).toContain('nothing')
})

test.each(['q', 'escape', 'ctrl-c'])('%s ends the sitting', (key) => {
  expect(pressed(start, key).wish).toEqual({ do: 'quit' })
})

test('another key changes nothing and says which keys there are', () => {
  const { state, wish } = pressed(start, 'x')
  expect(wish).toBeNull()
  expect(state.at).toBe(0)
  expect(state.said).toContain('m the same')
})

test('the summary counts what was decided and says how to take it back', () => {
  const state = decided(start, { do: 'merge', question: three[0]! }, 11)
  expect(summary(withQuestions(state, three.slice(1), 2))).toBe(
    '1 merged, 0 told apart, 2 left. Take the last one back with: kith undo 11',
  )
})

test('what goes wrong is said, and the pair stays', () => {
  const state = failed(start, 'There is no person 2 any more.')
  expect(shownQuestion(state)).toBe(three[0])
  expect(state.said).toContain('no person 2')
})
