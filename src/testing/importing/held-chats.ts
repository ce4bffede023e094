// For tests: the records of chats, mailboxes and lines, counted by lines alone. Null where damage made lines that look
// nearly like the beginning of a message: what they are is for the importer to say.

/** The lines of a text that begin a message, and one more for text before the first; null where lines are in doubt. */
function messagesIn(text: string, begins: RegExp, mayBegin: RegExp): number | null {
  const lines = text.split('\n')
  const sure = lines.filter((line) => begins.test(line))
  if (lines.filter((line) => mayBegin.test(line)).length !== sure.length) return null
  const first = lines.findIndex((line) => begins.test(line))
  const before = lines.slice(0, first === -1 ? lines.length : first)
  return sure.length + (before.some((line) => line.trim() !== '') ? 1 : 0)
}

/** `[03.02.24, 18:05:11] ` and `1/14/24, 9:05 AM - `, as the fixtures write them. */
const WHATSAPP =
  /^(?:\[\p{Nd}{1,2}([./])\p{Nd}{1,2}\1\p{Nd}{2,4}[,،] \p{Nd}{1,2}:\p{Nd}\p{Nd}:\p{Nd}\p{Nd}(?: م)?\] |\p{Nd}{1,2}\/\p{Nd}{1,2}\/\p{Nd}\p{Nd}, \p{Nd}{1,2}:\p{Nd}\p{Nd} [AP]M - )/u
/** Begins with a number, or holds one where a time could be. */
const WHATSAPP_IN_DOUBT = /^.?\s*\[|^.{0,30}\p{Nd}[:.٫]\p{Nd}{2}|^\p{Nd}+[./-]\p{Nd}+[./-]/u

export const whatsappMessages = (text: string): number | null =>
  messagesIn(
    text
      // One of the fixture's messages names a day in its text; that line is none.
      .replace('- 2/1/24, the date', '- the date')
      // Marks of writing direction and of byte order, which the program strews over its lines.
      .replace(/[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
      .replace(/\u202F/g, ' '),
    WHATSAPP,
    WHATSAPP_IN_DOUBT,
  )

export const signalMessages = (text: string): number | null =>
  messagesIn(text, /^\[\d{4}-\d\d-\d\d,? \d\d:\d\d(?::\d\d)?\] [A-Z][A-Za-z -]{0,40}:(?: |\r?$)/, /^\s*\[\S/)

/** The rule of separators of an mbox once more, on the whole file at once and in the plainest way. */
export function mboxMessages(bytes: Uint8Array): { readonly messages: number; readonly before: boolean } {
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
  const lines = text.split('\n')
  let count = 0
  let last = -2
  let first = lines.length
  lines.forEach((raw, i) => {
    if (i === lines.length - 1 || raw.length > 1_023) return
    const rest = /^From (.*)$/s.exec(raw.replace(/\r$/, ''))?.[1]
    if (rest === undefined) return
    const envelope =
      /^-\s*$/.test(rest) ||
      /^\d+@xxx(\s|$)/.test(rest) ||
      /^\S.*\d\d?:\d\d/s.test(rest) ||
      /^\S.*\b[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]?\d/s.test(rest)
    if (!envelope || !/^(?:>?From |[!-9;-~]+[ \t]*:)/.test(lines[i + 1] ?? '')) return
    first = Math.min(first, i)
    if (last !== i - 1) {
      count++
      last = i
    }
  })
  return { messages: count, before: /[^\0-\x20]/.test(lines.slice(0, first).join('\n')) }
}
