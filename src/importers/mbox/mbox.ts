import { KithError } from '#core/model/errors.ts'
import type { Importer } from '../importer.ts'
import { MailReading } from '../mail/reading.ts'
import { MessageSplitter } from './message-splitter.ts'
import { usualBytes, usualHead } from './other-forms.ts'
import { FROM, separates } from './separator.ts'

/** Where the text of a file begins: after a byte order mark and blank lines. */
function textStart(bytes: Buffer): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (bytes[at] === 10 || bytes[at] === 13) at++
  return at
}

/**
 * Mailboxes in one file: RFC 4155, and its kin mboxrd, mboxcl and mboxcl2 (qmail's mbox(5) tells them apart), and MMDF. Which line
 * separates is decided by `separator.ts` and `landing.ts`; messages are RFC 5322 with RFC 2047 and 2231, read by `../mail/`. What Gmail
 * adds (X-GM-THRID, X-Gmail-Labels) is as its Takeout writes it.
 */
export const mbox: Importer = {
  id: 'mbox',
  title: 'Mailbox (mbox)',
  reads: 'A mailbox in one file, as Gmail Takeout, Thunderbird, Apple Mail and others write it.',
  howToExport: [
    'Gmail: open takeout.google.com, choose "Deselect all", tick "Mail", choose "Next step", then "Create export".',
    'Wait for the mail from Google (minutes to a day) and download the archive; kith reads it as it is or unpacked.',
    'Thunderbird: Help, "Troubleshooting Information", "Open Folder" shows the profile; its folder Mail or ImapMail holds the mailboxes.',
    'Apple Mail: select a mailbox, then Mailbox, "Export Mailbox…".',
  ],
  detect: (head) => {
    const bytes = usualHead(Buffer.from(head.bytes.buffer, head.bytes.byteOffset, head.bytes.byteLength))
    const at = textStart(bytes)
    if (!bytes.subarray(at, at + FROM.length).equals(FROM)) return 0
    return separates(bytes, at, bytes.length) === true ? 0.95 : 0
  },
  read: async function* (entry, options) {
    const reading = new MailReading(entry.path, options)
    let number = 0
    let body = 0
    const splitter = new MessageSplitter(
      ({ bytes, start, end, offset, separated }) => {
        if (!separated) {
          if (bytes.subarray(start, end).some((byte) => byte > 32))
            reading.skip(`byte ${offset}`, 'what stands before the first message belongs to none')
          return
        }
        number++
        reading.scanned(bytes, body, end, `message ${number} at byte ${offset}`)
      },
      ({ bytes, start, end, separated }) => {
        if (!separated) return NaN
        const line = bytes.indexOf(10, start)
        body = reading.scan(bytes, line < 0 || line >= end ? end : line + 1, end)
        return body + reading.contentLength
      },
    )
    let consumed = 0
    for await (const chunk of await usualBytes(entry)) {
      // A large chunk holds many messages: it is worked on in slices, so that batches stay small.
      for (let at = 0; at < chunk.length; at += SLICE_BYTES) {
        const slice = chunk.subarray(at, at + SLICE_BYTES)
        splitter.push(slice)
        consumed += slice.length
        await reading.settle()
        if (reading.full) yield reading.flush(consumed)
      }
    }
    splitter.finish()
    await reading.settle()
    if (number === 0 && consumed > 0)
      throw new KithError(
        'unreadable',
        `No message begins in ${entry.path}: a mailbox has a line "From …" before each; leave out --as to let kith tell what it is.`,
      )
    yield reading.finish(consumed)
  },
}

/** Bytes worked on between two looks at whether a batch is full. */
const SLICE_BYTES = 1 << 18
