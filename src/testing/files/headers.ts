/** Pieces of RFC 5322 and MIME, written as mail programs write them. */

const isPlain = (text: string): boolean => /^[\x20-\x7E]*$/.test(text)

/** Bytes of text in one encoded word: 75 characters less the frame, in base64. */
const WORD_BYTES = 42

/** Text for a header: as it is when ASCII, else as encoded words of RFC 2047, never cut within a character. */
export function encodedWords(text: string): string {
  if (isPlain(text)) return text
  const chunks: string[] = []
  let chunk = ''
  for (const character of text) {
    if (Buffer.byteLength(chunk + character) > WORD_BYTES) {
      chunks.push(chunk)
      chunk = ''
    }
    chunk += character
  }
  return [...chunks, chunk].map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`).join('\n ')
}

/** A name with an address; quoted where the name holds more than words. */
export function mailbox(name: string, address: string): string {
  if (!isPlain(name)) return `${encodedWords(name)} <${address}>`
  return /^[\w .'-]+$/.test(name) && !/[.']/.test(name) ? `${name} <${address}>` : `"${name}" <${address}>`
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
export const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const

export const two = (n: number): string => String(n).padStart(2, '0')

/** The fields of a time in UTC. */
export function utc(at: number) {
  const date = new Date(at)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    monthName: MONTHS[date.getUTCMonth()]!,
    day: date.getUTCDate(),
    dayName: DAYS[date.getUTCDay()]!,
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  }
}

const clock = ({ hour, minute, second }: ReturnType<typeof utc>): string =>
  `${two(hour)}:${two(minute)}:${two(second)}`

/** `Tue, 3 Mar 2026 10:12:44 +0100` */
export function mailDate(at: number, offset: number): string {
  const t = utc(at + offset * 60_000)
  const size = Math.abs(offset)
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`
  return `${t.dayName}, ${t.day} ${t.monthName} ${t.year} ${clock(t)} ${zone}`
}

/** `From ann@firm.example Tue Mar  3 09:12:44 2026`: the line that begins a message in an mbox. */
export function fromLine(address: string, at: number): string {
  const t = utc(at)
  return `From ${address} ${t.dayName} ${t.monthName} ${String(t.day).padStart(2)} ${clock(t)} ${t.year}`
}

/** Quoted-printable: lines of at most 76 characters. */
export function quotedPrintable(text: string): string {
  const lines = text.split('\n').map((line) => {
    const parts: string[] = []
    let part = ''
    for (const character of line) {
      const code = character.charCodeAt(0)
      const piece =
        code < 127 && code >= 32 && character !== '='
          ? character
          : Array.from(
              Buffer.from(character),
              (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
            ).join('')
      if (part.length + piece.length > 75) {
        parts.push(`${part}=`)
        part = ''
      }
      part += piece
    }
    return [...parts, part.replace(/ $/, '=20')].join('\n')
  })
  return lines.join('\n')
}

/** Base64 in lines of 76 characters. */
export const base64Lines = (text: string): string =>
  Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\n')

/** Lines of a message that would begin another one, marked with `>` as mboxrd does. */
export const escapeFrom = (message: string): string => message.replace(/^(>*From )/gm, '>$1')
