/** What the user changes in a card; what is left out stays as it is. */
export type CardEdit = {
  readonly name?: string
  /** Added to those there are. */
  readonly mail?: string
  /** Added to those there are. */
  readonly phone?: string
  /** In the place of the one there is. */
  readonly note?: string
}

/** What of a card can be changed, as it stands there. */
export type CardFields = {
  readonly name: string
  readonly mails: readonly string[]
  readonly phones: readonly string[]
  readonly note: string
}

/** Longest line of a card in octets, without its end (RFC 6350 §3.2). */
const LINE_BYTES = 75

const NAMED = /^(?:[\w-]+\.)?([\w-]+)(?:;[^:]*)?:(.*)$/s

/** The lines of a card as they were before folding. */
const linesOf = (text: string): string[] =>
  text
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')

const propertyOf = (line: string): { readonly name: string; readonly value: string } => {
  const match = NAMED.exec(line)
  return { name: match?.[1]?.toUpperCase() ?? '', value: match?.[2] ?? '' }
}

const escaped = (text: string): string =>
  text.replace(/[\\,;]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

const unescaped = (value: string): string =>
  value.replace(/\\([\\,;nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))

/** A line in pieces short enough, cut between characters. */
function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  for (const sign of line) {
    if (Buffer.byteLength(piece + sign) > LINE_BYTES) {
      pieces.push(piece)
      piece = ' '
    }
    piece += sign
  }
  return [...pieces, piece].join('\r\n')
}

/** `Ann Mary Lee` as the structured name: the last word is the family's. */
function structured(name: string): string {
  const words = name.trim().split(/\s+/)
  const family = words.length > 1 ? (words.pop() ?? '') : ''
  return [family, words.join(' '), '', '', ''].map(escaped).join(';')
}

export function cardFields(text: string): CardFields {
  const all = linesOf(text).map(propertyOf)
  const of = (wanted: string): string[] =>
    all.flatMap(({ name, value }) => (name === wanted ? [unescaped(value)] : []))
  return { name: of('FN')[0] ?? '', mails: of('EMAIL'), phones: of('TEL'), note: of('NOTE')[0] ?? '' }
}

const digits = (phone: string): string => phone.replace(/^tel:/i, '').replace(/[^\d+]/g, '')

/** The card with the change made; every line that is not concerned stays as somebody else wrote it. */
export function editedCard(text: string, edit: CardEdit): string {
  const known = cardFields(text)
  let lines = linesOf(text)
  const replace = (name: string, line: string): void => {
    const at = lines.findIndex((one) => propertyOf(one).name === name)
    if (at >= 0) lines[at] = line
    else lines.splice(-1, 0, line)
  }
  if (edit.name !== undefined && edit.name !== known.name) {
    replace('FN', `FN:${escaped(edit.name)}`)
    replace('N', `N:${structured(edit.name)}`)
  }
  if (edit.mail !== undefined && !known.mails.some((mail) => mail.toLowerCase() === edit.mail?.toLowerCase()))
    lines.splice(-1, 0, `EMAIL:${escaped(edit.mail)}`)
  if (edit.phone !== undefined && !known.phones.some((phone) => digits(phone) === digits(edit.phone ?? '')))
    lines.splice(-1, 0, `TEL:${escaped(edit.phone)}`)
  if (edit.note === '') lines = lines.filter((line) => propertyOf(line).name !== 'NOTE')
  else if (edit.note !== undefined && edit.note !== known.note) replace('NOTE', `NOTE:${escaped(edit.note)}`)
  return `${lines.map(folded).join('\r\n')}\r\n`
}
