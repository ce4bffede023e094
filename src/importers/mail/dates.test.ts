import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMailDate, parseReceived } from './dates.ts'

const iso = (raw: string, timeZone = 'UTC') => {
  const date = parseMailDate(raw, timeZone)
  return date && `${new Date(date.at).toISOString().slice(0, 19)} ${date.timeQuality}`
}

test.each([
  ['Thu, 17 Jan 2002 09:03:03 -0800 (PST)', '2002-01-17T17:03:03 offset'],
  ['17 Jan 2002 09:03 +0000', '2002-01-17T09:03:00 exact'],
  ['Thu, 17 Jan 2002 09:03:03 GMT', '2002-01-17T09:03:03 exact'],
  ['Thu, 17 Jan 2002 09:03:03 EST', '2002-01-17T14:03:03 offset'],
  ['Thu, 17 Jan 02 09:03:03 +0530', '2002-01-17T03:33:03 offset'],
  ['Sat, 17 Jan 98 09:03:03 +0000', '1998-01-17T09:03:03 exact'],
  ['Mon, 1 Jan 124 09:00:00 +0000', '2024-01-01T09:00:00 exact'],
  ['Mon Jan  1 09:00:00 2024 +0100', '2024-01-01T08:00:00 offset'],
  ['Fri Feb 04 17:10:22 +0000 2022', '2022-02-04T17:10:22 exact'],
  ['Mon Jan  1 09:00:00 PST 2024', '2024-01-01T17:00:00 offset'],
  ['Mon, 01 Jan 2024 09.00.00 +0000', '2024-01-01T09:00:00 exact'],
  ['Monday, 1-January-2024 9:00:00 PM +0000', '2024-01-01T21:00:00 exact'],
  ['January 1, 2024 12:30 AM +0000', '2024-01-01T00:30:00 exact'],
  ['Fri, 21 Nov 97 09(comment):   55  :  06 -0600', '1997-11-21T15:55:06 offset'],
  ['Thu,\r\n 13\r\n  Feb\r\n 2020 23:32\r\n -0330 (Newfoundland Time)', '2020-02-14T03:02:00 offset'],
  ['2024-01-01T09:00:00Z', '2024-01-01T09:00:00 exact'],
  ['2024-01-01 09:00:00 +02:00', '2024-01-01T07:00:00 offset'],
])('%s', (raw, expected) => {
  expect(iso(raw)).toBe(expected)
})

test.each([
  ['Mon, 1 Jan 2024 09:00:00 -0000', '2024-01-01T09:00:00 local'],
  ['Mon, 1 Jan 2024 09:00:00 XYZ', '2024-01-01T09:00:00 local'],
  ['Mon Jan  1 09:00:00 2024', '2024-01-01T08:00:00 local'],
  ['Mon, 1 Jan 2024 09:00:00', '2024-01-01T08:00:00 local'],
])('a zone that is not known makes the time a local one: %s', (raw, expected) => {
  expect(iso(raw, 'Europe/Berlin')).toBe(expected)
})

test.each([
  '',
  'yesterday',
  'Tue, 30 Feb 2019 10:00:00 +0000',
  'Mon, 1 Jan 0000 00:00:00 +0000',
  'Thu, 1 Jan 1970 00:00:00 +0000',
  'Fri, 1 Jan 2100 00:00:00 +0000',
  'Mon, 1 Jan 2024 25:00:00 +0000',
  'Mon, 1 Foo 2024 09:00:00 +0000',
  '0000-00-00T00:00:00Z',
  'x'.repeat(100_000),
])('no date: %.40s', (raw) => {
  expect(parseMailDate(raw, 'UTC')).toBeNull()
})

test('without a zone the key is the same wherever the reader is', () => {
  const raw = 'Mon Jan  1 09:00:00 2024'
  const berlin = parseMailDate(raw, 'Europe/Berlin')
  const tokyo = parseMailDate(raw, 'Asia/Tokyo')
  expect(berlin?.at).not.toBe(tokyo?.at)
  expect(berlin?.keySeconds).toBe(tokyo?.keySeconds)
})

test('the time of a Received header stands after its last semicolon', () => {
  const date = parseReceived('from a by b (x; y) for <c@d.example>; Wed, 5 Jun 2019 12:00:00 +0200', 'UTC')
  expect(date?.at).toBe(Date.UTC(2019, 5, 5, 10))
  expect(parseReceived('from a by b', 'UTC')).toBeNull()
})

test('every second of the years of mail is read as it was written', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(1980, 0) / 1000, max: Date.UTC(2100, 0) / 1000 - 1 }),
      (seconds) => {
        const text = new Date(seconds * 1000).toUTCString().replace('GMT', '+0000')
        expect(parseMailDate(text, 'Asia/Tokyo')).toEqual({
          at: seconds * 1000,
          timeQuality: 'exact',
          keySeconds: seconds,
        })
      },
    ),
  )
})

test('a date in the usual form is what the same with more blanks is', () => {
  fc.assert(
    fc.property(
      fc.tuple(
        fc.integer({ min: 0, max: 32 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 1970, max: 2101 }),
      ),
      fc.tuple(fc.nat(25), fc.nat(61), fc.nat(61)),
      fc.tuple(fc.constantFrom('+', '-'), fc.nat(26), fc.nat(61), fc.constantFrom('', ' (CET)', '(x)')),
      fc.boolean(),
      ([day, month, year], time, [sign, hours, minutes, comment], padded) => {
        const two = (value: number): string => String(value).padStart(2, '0')
        const name = [
          'Jan',
          'feb',
          'Mar',
          'apr',
          'May',
          'JUN',
          'Jul',
          'Aug',
          'Sep',
          'Oct',
          'Nov',
          'Dec',
          'Xyz',
          'sept',
        ]
        const rest = `${name[month]} ${year} ${time.map(two).join(':')} ${sign}${two(hours)}${two(minutes)}${comment}`
        const written = `${padded ? two(day) : day} ${rest}`
        const slowly = parseMailDate(`Fri,   ${written}`, 'Europe/Berlin')
        expect(parseMailDate(`Fri, ${written}`, 'Europe/Berlin')).toEqual(slowly)
        expect(parseMailDate(written, 'Europe/Berlin')).toEqual(slowly)
      },
    ),
    { numRuns: 500 },
  )
})
