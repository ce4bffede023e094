import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { MAX_STEPS, parseRule } from './recurrence.ts'

const first = (rule: string, start: number, count: number): string[] => {
  const found: string[] = []
  for (const wall of parseRule(rule).occurrences(start)) {
    found.push(new Date(wall).toISOString().slice(0, 16))
    if (found.length === count) break
  }
  return found
}
const monday = Date.UTC(2024, 0, 1, 9)

test('rules that a person can check on a calendar', () => {
  expect(first('FREQ=WEEKLY;BYDAY=MO,TH;COUNT=3', monday, 9)).toEqual([
    '2024-01-01T09:00',
    '2024-01-04T09:00',
    '2024-01-08T09:00',
  ])
  expect(first('FREQ=MONTHLY;BYDAY=-1FR', monday, 2)).toEqual(['2024-01-26T09:00', '2024-02-23T09:00'])
  expect(first('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', monday, 2)).toEqual([
    '2024-02-29T09:00',
    '2028-02-29T09:00',
  ])
  // Years without the day are left out.
  expect(first('FREQ=YEARLY', Date.UTC(2024, 1, 29, 9), 2)).toEqual(['2024-02-29T09:00', '2028-02-29T09:00'])
  expect(first('freq=weekly;byday=mo', monday, 2)).toEqual(['2024-01-01T09:00', '2024-01-08T09:00'])
})

test('the end of a rule is an instant, a wall time, or a whole day', () => {
  expect(parseRule('FREQ=DAILY;UNTIL=20240105T080000Z').until).toEqual({
    kind: 'instant',
    last: Date.UTC(2024, 0, 5, 8),
  })
  expect(parseRule('FREQ=DAILY;UNTIL=20240105T080000').until).toEqual({
    kind: 'wall',
    last: Date.UTC(2024, 0, 5, 8),
  })
  expect(parseRule('FREQ=DAILY;UNTIL=20240105').until).toEqual({
    kind: 'wall',
    last: Date.UTC(2024, 0, 6) - 1,
  })
  expect(parseRule('FREQ=DAILY').until).toBeNull()
})

test('what is no rule is refused', () => {
  for (const text of [
    '',
    'W1 XX',
    'FREQ=SOMETIMES',
    'FREQ=DAILY;UNTIL=later',
    'FREQ=WEEKLY;BYDAY',
    'INTERVAL=2',
  ]) {
    expect(() => parseRule(text)).toThrow(/./)
  }
})

test('rules without an end and rules that never come true stop', () => {
  for (const rule of [
    'FREQ=SECONDLY',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2',
    'FREQ=MONTHLY;BYMONTH=4;BYDAY=1MO;BYMONTHDAY=20',
    'FREQ=DAILY;INTERVAL=999999999999',
    'FREQ=SECONDLY;INTERVAL=999999999999999',
    'FREQ=HOURLY;BYMONTHDAY=31;BYMONTH=11',
    'FREQ=WEEKLY;BYDAY=MO;BYMONTH=13',
  ]) {
    let count = 0
    try {
      for (const wall of parseRule(rule).occurrences(monday)) {
        expect(Number.isFinite(wall)).toBe(true)
        count++
      }
    } catch {
      // Refused while reading it: as good.
    }
    expect(count).toBeLessThanOrEqual(MAX_STEPS + 1)
  }
})

test('any mixture of parts ends, too', () => {
  const numbers = (min: number, max: number) =>
    fc.array(fc.integer({ min, max }), { minLength: 1, maxLength: 3 }).map((list) => list.join(','))
  const part = fc.oneof(
    numbers(-31, 31).map((n) => `BYMONTHDAY=${n}`),
    numbers(1, 12).map((n) => `BYMONTH=${n}`),
    numbers(0, 23).map((n) => `BYHOUR=${n}`),
    numbers(-366, 366).map((n) => `BYYEARDAY=${n}`),
    numbers(-53, 53).map((n) => `BYWEEKNO=${n}`),
    numbers(-5, 5).map((n) => `BYSETPOS=${n}`),
    fc.constantFrom(
      'BYDAY=5MO',
      'BYDAY=-1SU',
      'BYDAY=MO,TU,WE',
      'BYDAY=53SA',
      'WKST=SU',
      'INTERVAL=7',
      'COUNT=5',
    ),
  )
  const freq = fc.constantFrom('YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY')
  fc.assert(
    fc.property(freq, fc.array(part, { maxLength: 4 }), (word, parts) => {
      let count = 0
      try {
        for (const _ of parseRule([`FREQ=${word}`, ...parts].join(';')).occurrences(monday)) count++
      } catch {
        // Refused.
      }
      expect(count).toBeLessThanOrEqual(MAX_STEPS + 1)
    }),
    { numRuns: 60 },
  )
})

test('ordinary rules give what ical.js gives', () => {
  const rule = fc.constantFrom(
    'FREQ=DAILY;INTERVAL=3',
    'FREQ=WEEKLY;BYDAY=MO,WE,FR;INTERVAL=2;WKST=SU',
    'FREQ=MONTHLY;BYDAY=2TU',
    'FREQ=MONTHLY;BYMONTHDAY=15,-1',
    'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  )
  fc.assert(
    fc.property(rule, fc.integer({ min: 0, max: 3_000 }), (text, days) => {
      const start = monday + days * 86_400_000
      const theirs: string[] = []
      const iterator = ICAL.Recur.fromString(text).iterator(
        ICAL.Time.fromDateTimeString(new Date(start).toISOString().slice(0, 19)),
      )
      for (let i = 0; i < 20; i++) theirs.push(iterator.next().toString().slice(0, 16))
      expect(first(text, start, 20)).toEqual(theirs)
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['D1 #2', ['2024-01-01T09:00', '2024-01-02T09:00']],
  ['W2 MO WE #3', ['2024-01-01T09:00', '2024-01-03T09:00', '2024-01-15T09:00']],
  ['MP1 1+ MO #2', ['2024-01-01T09:00', '2024-02-05T09:00']],
  ['MP1 1- FR #1', ['2024-01-26T09:00']],
  ['MD1 1 LD #2', ['2024-01-01T09:00', '2024-01-31T09:00']],
  ['YM1 1 6 #2', ['2024-01-01T09:00', '2024-06-01T09:00']],
])('a rule of vCalendar 1.0: %s', (rule, times) => {
  expect(first(rule, monday, 9)).toEqual(times)
})
