import type { FetchMessageObject, FetchQueryObject, ImapFlow, MessageStructureObject } from 'imapflow'
import { BODY_BYTES } from '#importers/mail/words-in-body.ts'
import { headerNames, MAX_HEADER_BYTES } from '#importers/mail/headers.ts'
import type { MailReading } from '#importers/mail/reading.ts'

/** Invitations larger than this hold attachments, and are not looked into. */
const MAX_CALENDAR_BYTES = 512 * 1024
const MAX_CALENDARS = 5
const CALENDAR = 'text/calendar'

/** What is asked of the server for each message: the headers that kith reads and the structure; bodies only on request. */
export const queryFor = (bodies: boolean): FetchQueryObject => ({
  uid: true,
  flags: true,
  bodyStructure: true,
  ...(bodies
    ? { source: { start: 0, maxLength: MAX_HEADER_BYTES + BODY_BYTES } }
    : { headers: [...headerNames] }),
})

/** The parts that are calendars, by their numbers. */
function* calendarsIn(node: MessageStructureObject | undefined): Iterable<string> {
  if (node === undefined) return
  if (node.type?.toLowerCase() === CALENDAR && (node.size ?? 0) <= MAX_CALENDAR_BYTES) yield node.part ?? '1'
  for (const child of node.childNodes ?? []) yield* calendarsIn(child)
}

/** A part without its transfer encoding. */
async function download(client: ImapFlow, uid: number, part: string): Promise<Buffer | null> {
  const { content } = await client.download(String(uid), part, { uid: true, maxBytes: MAX_CALENDAR_BYTES })
  if (content === undefined) return null
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Reads a fetched message as a mailbox file would be read; calendars in it are fetched first. */
export async function takeMessage(
  client: ImapFlow,
  message: FetchMessageObject,
  reading: MailReading,
): Promise<void> {
  const where = `message ${message.uid}`
  const bytes = message.source ?? message.headers
  if (bytes === undefined || bytes.length === 0) {
    reading.skip(where, 'the server gives no headers')
    return
  }
  const calendars: Buffer[] = []
  for (const part of [...calendarsIn(message.bodyStructure)].slice(0, MAX_CALENDARS)) {
    // oxlint-disable-next-line no-await-in-loop -- one connection answers one question after the other
    const calendar = await download(client, message.uid, part)
    if (calendar !== null) calendars.push(calendar)
  }
  reading.message(bytes, 0, bytes.length, where, calendars)
}
