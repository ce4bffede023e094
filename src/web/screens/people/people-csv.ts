import type { Contact } from '../../client.ts'

/** A leading sign would make a spreadsheet compute what is only text. */
const cell = (value: string | number | null): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Contacts as CSV (RFC 4180) for a spreadsheet; unknown stays empty, scores are shares from 0 to 1. */
export const csvOf = (people: readonly Contact[]): string =>
  [
    ['name', 'title', 'organisation', 'calibre', 'closeness', 'trust', 'worth', 'last contact'],
    ...people.map((person) => [
      person.name,
      person.title,
      person.organisation,
      person.calibre,
      person.closeness,
      person.trust,
      person.worth,
      person.lastAt,
    ]),
  ]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')
