import type { Context } from '../operation.ts'
import { type ExportedPerson, exportedPeople, valuesOf } from './exported-people.ts'

/** Longest line in octets, without its line break (RFC 6350 §3.2). */
const LINE_OCTETS = 75

const escaped = (text: string): string =>
  text.replace(/[\\,;]/g, String.raw`\$&`).replace(/\r\n?|\n/g, String.raw`\n`)

/** A content line, folded where it is too long, never within a character. */
function line(text: string): string {
  let folded = ''
  let octets = 0
  for (const character of text) {
    const size = Buffer.byteLength(character)
    if (octets + size > LINE_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return `${folded}\r\n`
}

const profileUrl = (kind: string, value: string): string =>
  kind === 'linkedin' ? `https://www.linkedin.com/in/${encodeURIComponent(value)}` : `https://${value}`

/** One card. Scores are X-KITH fields, only where asked for: an address book is often passed on. */
export function personCard(person: ExportedPerson, withScores: boolean): string {
  // Family and given names are not told apart; FN is what vCard 4.0 demands.
  const fields: (readonly [name: string, value: string | null])[] = [
    ['FN', escaped(person.name)],
    ['ORG', person.organisation === null ? null : escaped(person.organisation)],
    ['TITLE', person.title === null ? null : escaped(person.title)],
    ...valuesOf(person, 'mail').map((value) => ['EMAIL', escaped(value)] as const),
    ...valuesOf(person, 'phone').map((value) => ['TEL;VALUE=uri', `tel:${value}`] as const),
    ...person.identities
      .filter(({ kind }) => kind === 'linkedin' || kind === 'profile')
      .map(({ kind, value }) => ['URL', profileUrl(kind, value)] as const),
    ...(withScores
      ? ([
          ['X-KITH-CLOSENESS', person.closeness.toFixed(4)],
          ['X-KITH-TRUST', person.trust.toFixed(4)],
          ['X-KITH-CALIBRE', person.calibre === null ? null : person.calibre.toFixed(4)],
          ['X-KITH-WORTH', person.worth.toFixed(6)],
        ] as const)
      : []),
  ]
  const stated = fields.flatMap(([name, value]) => (value === null ? [] : [line(`${name}:${value}`)]))
  return ['BEGIN:VCARD\r\n', 'VERSION:4.0\r\n', ...stated, 'END:VCARD\r\n'].join('')
}

/** Everybody as vCard 4.0 (RFC 6350). */
export async function* peopleVcard(context: Context, withScores: boolean): AsyncGenerator<string> {
  for (const person of await exportedPeople(context)) yield personCard(person, withScores)
}
