import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCondition } from './conditions.ts'
import type { PlaybookFacts } from './conditions.ts'
import { matchPlaybooks } from './match.ts'
import { fillMessage } from './message.ts'
import { parsePlaybook } from './parse.ts'
import type { Playbook } from './parse.ts'
import { shippedInGerman } from './shipped-german.ts'
import { shippedPlaybooks } from './shipped.ts'

const nobody: PlaybookFacts = {
  closeness: null,
  trust: null,
  calibre: null,
  daysSince: null,
  daysSinceIn: null,
  daysSinceOut: null,
  daysSinceMet: null,
  in: 0,
  out: 0,
  together: 0,
  owed: false,
  waiting: false,
  changed: false,
  gave: false,
  introduces: false,
  title: null,
  organisation: null,
}

const holds = (text: string, facts: Partial<PlaybookFacts>): boolean => {
  const condition = parseCondition(text)
  if (typeof condition === 'string') throw new Error(condition)
  return condition.holds({ ...nobody, ...facts })
}

const read = (id: string, text: string): Playbook => {
  const found = parsePlaybook(id, text)
  if (!('message' in found)) throw new Error(JSON.stringify(found))
  return found
}

test('a condition compares, marks or contains, and nothing holds of the unknown', () => {
  expect(holds('trust >= 50%', { trust: 0.5 })).toBe(true)
  expect(holds('trust > 0.5', { trust: 0.5 })).toBe(false)
  expect(holds('Last contact > 6 months', { daysSince: 200 })).toBe(true)
  expect(holds('last contact < 6 months', { daysSince: null })).toBe(false)
  expect(holds('not two-way', { in: 3 })).toBe(true)
  expect(holds('title contains "Director"', { title: 'Managing director' })).toBe(true)
  expect(holds('title contains director', {})).toBe(false)
})

test.each([
  ['trust > lots', 'trust > 50%'],
  ['last contact > 6', 'last contact > 6 months'],
  ['fame > 3', 'there is no fame'],
  ['shoe contains "x"', 'only title, organisation'],
  ['whatever', 'is no condition'],
])('%s is told with what to write instead', (text, told) => {
  expect(parseCondition(text)).toContain(told)
})

test('every shipped playbook can be read, and there are a dozen', () => {
  expect(Object.keys(shippedPlaybooks)).toHaveLength(12)
  for (const shipped of [shippedPlaybooks, shippedInGerman])
    for (const [id, text] of Object.entries(shipped)) expect(read(id, text)).toMatchObject({ id })
  expect(shippedInGerman['second-try']).toMatch(/title: Ein zweiter[^]*who: you wait[^]*---\nGuten Tag/)
})

test('everything wrong with a file is told, with its line', () => {
  const text = '---\ntitle:\nwho: trust > lots\ncolour: red\naction: dance\nminutes: 0\n---\nHello {friend}\n'
  expect(parsePlaybook('x', text)).toEqual([
    { line: 4, reason: expect.stringContaining('"colour: red"') as string },
    { line: 2, reason: expect.stringContaining('no title') as string },
    { line: 5, reason: expect.stringContaining('"dance" is no action') as string },
    { line: 3, reason: expect.stringContaining('trust > 50%') as string },
    { line: 6, reason: expect.stringContaining('1 to 480') as string },
    { line: 8, reason: expect.stringContaining('{friend}') as string },
  ])
  expect(parsePlaybook('x', 'Hello')).toEqual([{ line: 1, reason: expect.stringContaining('---') as string }])
  expect(parsePlaybook('x', '---\ntitle: A')).toEqual([
    { line: 2, reason: expect.stringContaining('does not end') as string },
  ])
  expect(parsePlaybook('x', '-'.repeat(30_000))).toHaveLength(1)
})

test('whatever the file, it is a playbook or a list of problems', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (rest) => {
      const found = parsePlaybook('x', `---\n${rest}`)
      expect('message' in found || found.length > 0).toBe(true)
    }),
  )
})

test('the most particular playbook comes first; a different action or a failed condition leaves it out', () => {
  const one = (id: string, front: string): Playbook => read(id, `---\ntitle: ${id}\n${front}\n---\nHi\n`)
  const all = [
    one('b-any', 'action: reconnect'),
    one('a-any', 'action: reconnect'),
    one('trusted', 'action: reconnect\nwho: trust >= 50%'),
    one('rare', 'action: reconnect\nwho: trust >= 90%'),
    one('other', 'action: meet'),
  ]
  expect(matchPlaybooks(all, 'reconnect', { ...nobody, trust: 0.6 }).map(({ id }) => id)).toEqual([
    'trusted',
    'a-any',
    'b-any',
  ])
})

test('a line that names something unknown is left out of the message', () => {
  const message = 'Hello {first name},\n\nabout {topic}.\nKnown: {last subject}.\n\n\nBye'
  expect(fillMessage(message, { 'first name': 'Ada', 'last subject': 'Tax' })).toBe(
    'Hello Ada,\n\nKnown: Tax.\n\nBye',
  )
})
