/** Longest line of a vCard or iCalendar file in bytes, its end left out (RFC 5545 3.1, RFC 6350 3.2). */
const MAX_LINE = 75

/** Content lines with CRLF, folded between characters. */
export function contentLines(lines: readonly string[]): string {
  let text = ''
  for (const line of lines) {
    let bytes = 0
    for (const character of line) {
      const size = Buffer.byteLength(character)
      if (bytes + size > MAX_LINE) {
        text += '\r\n '
        bytes = 1
      }
      text += character
      bytes += size
    }
    text += '\r\n'
  }
  return text
}

/** Text as a value: backslash, comma, semicolon and line feed escaped. */
export const escapeText = (text: string): string => text.replace(/[\\,;]/g, '\\$&').replaceAll('\n', '\\n')
