import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  FieldSubjects,
  NO_TALK,
  type Talk,
  distinctMarks,
  marksBeyond,
  relevanceWithTalk,
  talkNearness,
  usualTalk,
} from './talk.ts'

const FIELD = 'gas storage and trading'

const talkOf = (subjects: readonly string[], field = FIELD): Talk | null => {
  const seen = new FieldSubjects(field)
  return seen.talkOf(Float64Array.from(subjects, (subject) => seen.mark(subject, [])))
}

test('a subject counts once, whatever was written before it and however often', () => {
  const once = talkOf(['Pipeline storage', 'Lunch plans'])
  expect(once).toEqual({ subjects: 2, words: new Map([['storage', 1]]) })
  expect(
    talkOf([
      'RE: Pipeline storage',
      'Fwd: Re: storage, pipeline',
      ...Array.from({ length: 100 }, () => 'pipeline STORAGE'),
      'Lunch plans',
    ]),
  ).toEqual(once)
})

test('hashtags and keywords count as subjects do', () => {
  const seen = new FieldSubjects(FIELD)
  const marks = [seen.mark(null, ['#gas', 'market']), seen.mark('Gas market', []), seen.mark(null, [])]
  expect(seen.talkOf(Float64Array.from(marks))).toEqual({ subjects: 1, words: new Map([['gas', 1]]) })
})

test('words keep their accents, and lines of work are understood in other languages', () => {
  expect(talkOf(['Verträge über Erdgas', 'Gashandel: Händler gesucht'], 'Handel, Verträge')?.words).toEqual(
    new Map([
      ['händler', 1],
      ['verträge', 1],
    ]),
  )
})

test('what says nothing is no subject', () => {
  expect(talkOf(['Re: ', 'FW: hello', '12345', ''])).toBeNull()
})

test('everybody who talks as usual is as near as anybody; twice as often is nearer, and five times is enough', () => {
  const usual = new Map([['#energy', 0.1]])
  const near = talkNearness(usual)
  const talk = (subjects: number, gas: number): Talk => ({ subjects, words: new Map([['gas', gas]]) })
  expect(near(talk(100, 10))).toBeCloseTo(0.2, 12)
  expect(near(talk(1e9, 2e8))).toBeCloseTo(0.4, 6)
  expect(near(talk(10, 10))).toBe(1)
  // (3 + 5 · .1) / (5 + 5) / .1 = 3.5 times as usual.
  expect(near(talk(5, 3))).toBeCloseTo(3.5 / 5, 12)
})

test('too few subjects, or a field that nobody talks about, is unknown', () => {
  const near = talkNearness(new Map([['#energy', 0.1]]))
  expect(near(undefined)).toBeNull()
  expect(near({ subjects: 2, words: new Map([['gas', 2]]) })).toBeNull()
  expect(
    talkNearness(usualTalk('surgery', [talkOf(['Gas', 'Power', 'Oil'])!]))(
      talkOf(['a b', 'c d']) ?? undefined,
    ),
  ).toBeNull()
})

test('what is usual is the share of all subjects', () => {
  const usual = usualTalk('gas beekeeping', [
    {
      subjects: 3,
      words: new Map([
        ['gas', 1],
        ['power', 1],
      ]),
    },
    { subjects: 1, words: new Map([['gas', 1]]) },
  ])
  expect([...usual]).toEqual([['#energy', 0.75]])
})

test('talk lifts what is stated and confirms it; where texts are silent it stays near to unknown', () => {
  expect(relevanceWithTalk(null, null, 20)).toBeNull()
  expect(relevanceWithTalk(0.25, null, 20)).toBe(0.25)
  expect(relevanceWithTalk(0.25, 1, 20)).toBe(0.625)
  expect(relevanceWithTalk(1, 1, 20)).toBe(1)
  expect(relevanceWithTalk(null, 1, 1)).toBe(1)
  expect(relevanceWithTalk(null, 0, 20)).toBe(0.5)
  // One mailbox tells a quarter as much.
  expect(relevanceWithTalk(null, 0, 1)).toBe(0.875)
  expect(relevanceWithTalk(0.25, 1, 1)).toBe(0.34375)
})

const subject = fc
  .array(
    fc.constantFrom('gas', 'Trading', 'storage', 'lunch', 'Kindergarten', 're', 'budget', 'ﬁn', '中', 'Ä'),
    {
      maxLength: 4,
    },
  )
  .map((words) => words.join(' '))
const subjects = fc.array(subject, { minLength: 1, maxLength: 12 })

test('neither the order nor the number of messages counts', () => {
  fc.assert(
    fc.property(subjects, fc.integer({ min: 2, max: 10 }), fc.integer(), (some, times, seed) => {
      const copies = Array.from({ length: times }, () => some).flat()
      const mixed = copies.toSorted((a, b) => (((a + b).length * 31 + seed) % 3) - 1)
      expect(talkOf(mixed)).toEqual(talkOf(some))
    }),
  )
})

test('relevance stays within its range, never falls below what is stated, and rises with the share of the field', () => {
  const share = fc.integer({ min: 0, max: 40 })
  fc.assert(
    fc.property(
      share,
      share,
      fc.option(fc.double({ min: 0.25, max: 1, noNaN: true })),
      fc.integer({ min: 1, max: 40 }),
      (a, b, stated, views) => {
        const near = talkNearness(new Map([['#energy', 0.05]]))
        const at = (gas: number): number =>
          relevanceWithTalk(stated, near({ subjects: 40, words: new Map([['gas', gas]]) }), views)!
        const [low, high] = [at(Math.min(a, b)), at(Math.max(a, b))]
        expect(low).toBeLessThanOrEqual(high)
        expect(low).toBeGreaterThanOrEqual(stated ?? 0.25)
        expect(high).toBeLessThanOrEqual(1)
      },
    ),
  )
})

test('talk that went on, with marks seen before among the new ones, is the talk of all at once', () => {
  const subject = fc.constantFrom(
    'Gas storage',
    'Lunch',
    'Re: storage gas',
    'Power trading',
    '12',
    'Oil trading',
  )
  fc.assert(
    fc.property(fc.array(subject), fc.array(subject), (earlier, later) => {
      const seen = new FieldSubjects(FIELD)
      const marks = (of: readonly string[]) => Float64Array.from(of, (one) => seen.mark(one, []))
      const before = distinctMarks(marks(earlier))
      const more = marksBeyond(distinctMarks(marks(later)), before)
      const all = distinctMarks(marks([...earlier, ...later]))
      expect(distinctMarks(Float64Array.from([...before, ...more]))).toEqual(all)
      expect(more.length).toBe(all.length - before.length)
      const gone = seen.goneOn(seen.talkOf(marks(earlier)) ?? NO_TALK, more)
      expect(gone).toEqual(seen.talkOf(marks([...earlier, ...later])) ?? NO_TALK)
    }),
  )
})
