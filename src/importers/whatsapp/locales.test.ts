import { describe, expect, test } from 'vitest'
import { DateOrderSearch, plainLine, readLine, stampTime } from './stamp.ts'

/**
 * WhatsApp writes dates and times in the short form of the telephone's language. What that is for each language is
 * known to the Unicode CLDR, which `Intl` holds: this is the table of all that are asked.
 */
const LANGUAGES =
  'af am ar ar-AE ar-EG ar-MA ar-SA az be bg bn bs ca cs cy da de de-AT de-CH el en en-AU en-CA en-GB en-IE en-IN en-NZ en-SG en-US en-ZA es es-AR es-CL es-CO es-MX es-PE es-PR es-US et eu fa fi fil fr fr-BE fr-CA fr-CH ga gl gu he hi hr hu hy id is it it-CH ja ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl nl-BE nn pa pl ps pt pt-PT ro ru sk sl sq sr sr-Latn sv sw ta te th tk tr uk ur uz vi zh zh-HK zh-TW zu'.split(
    ' ',
  )

const TIMES = [
  Date.UTC(2024, 0, 13, 22, 15, 30),
  Date.UTC(2024, 0, 14, 9, 5, 7),
  Date.UTC(2024, 1, 2, 12, 0, 1),
  Date.UTC(2024, 10, 28, 0, 30, 2),
]

/** The four lines as an iPhone or an Android telephone writes them. */
function lines(language: string, phone: 'iPhone' | 'Android', clock: Intl.DateTimeFormatOptions): string[] {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeZone: 'UTC' })
  const timeStyle = phone === 'iPhone' ? 'medium' : 'short'
  const time = new Intl.DateTimeFormat(language, { timeStyle, timeZone: 'UTC', ...clock })
  return TIMES.map((at) =>
    phone === 'iPhone'
      ? `[${day.format(at)}, ${time.format(at)}] Ada: x`
      : `${day.format(at)}, ${time.format(at)} - Ada: x`,
  )
}

/** When the lines of one chat were written, and what follows the time. */
function read(chat: readonly string[]) {
  const search = new DateOrderSearch()
  const found = chat.map((line) => readLine(plainLine(line)))
  for (const one of found) if (one) search.see(one.stamp)
  const order = search.found(null)
  return found.map((one) => (one === null ? null : `${stampTime(one.stamp, order)} ${one.rest}`))
}

const expected = TIMES.map((at) => `${at - (at % 60_000)} Ada: x`)

describe.each(['iPhone', 'Android'] as const)('an %s', (phone) => {
  test.each([
    ['with the clock of the language', {}],
    ['set to twelve hours', { hourCycle: 'h12' }],
    ['set to twenty-four hours', { hourCycle: 'h23' }],
  ] as const)('%s, in every language', (_, clock) => {
    const all = LANGUAGES.map((language) => [language, read(lines(language, phone, clock))])
    expect(all).toEqual(LANGUAGES.map((language) => [language, expected]))
  })
})

test.each(['/', '.', '-', '. '])('days, months and years between "%s", in each order', (between) => {
  for (const order of ['dmy', 'mdy', 'ymd'] as const)
    for (const written of ['numeric', '2-digit'] as const)
      for (const ends of [
        ', 22:15 - ',
        ' 22:15 - ',
        ' 22.15 - ',
        '\u200f, 10:15\u202fPM - ',
        '\u060c ١٠:١٥ م - ',
      ]) {
        const chat = TIMES.map((at) => {
          const day = new Date(at)
          const number = (value: number): string => String(value).padStart(written === '2-digit' ? 2 : 1, '0')
          const parts = { d: number(day.getUTCDate()), m: number(day.getUTCMonth() + 1), y: '2024' }
          return `${order
            .split('')
            .map((part) => parts[part as 'd'])
            .join(between)}${ends}Ada: x`
        })
        const days = TIMES.map((at) => `${at - (at % 86_400_000) + (22 * 60 + 15) * 60_000} Ada: x`)
        expect([chat, read(chat)]).toEqual([chat, days])
      }
})

test('a date in the middle of a sentence begins no message', () => {
  for (const line of ['14/02/24 to 10:15 - x', '14/02/24 in 10:15 - x', '14/02/24 at about 10:15 - x'])
    expect(readLine(line)).toBeNull()
})
