import type { FetchMessageObject, FetchQueryObject, ImapFlow, MessageStructureObject } from 'imapflow'
import { BODY_BYTES } from '#importers/mail/words-in-body.ts'
import { calendarInWinmail, meetingParts } from '#importers/mail/invitations.ts'
import { headerNames, MAX_HEADER_BYTES } from '#importers/mail/headers.ts'
import type { MailReading } from '#importers/mail/reading.ts'

/** Calendars larger than this hold attachments, and are not looked into; of a winmail.dat so much is, before them. */
const MAX_CALENDAR_BYTES = 512 * 1024

/** What is asked of the server for each message: the headers that kith reads and the structure; bodies only on request. */
export const queryFor = (bodies: boolean): FetchQueryObject => ({
  uid: true,
  flags: true,
  bodyStructure: true,
  ...(bodies
    ? { source: { start: 0, maxLength: MAX_HEADER_BYTES + BODY_BYTES } }
    : { headers: [...headerNames] }),
})

type Part = {
  readonly mimeType: string
  readonly filename: string | null
  readonly number: string
  /** In bytes, as it is encoded. */
  readonly size: number
}

/** The parts of a message that are no container; those of a message that it forwards are not its own. */
function* partsIn(node: MessageStructureObject | undefined): Iterable<Part> {
  if (node === undefined || node.type?.toLowerCase() === 'message/rfc822') return
  if (node.childNodes === undefined)
    yield {
      mimeType: node.type ?? '',
      filename: node.dispositionParameters?.['filename'] ?? node.parameters?.['name'] ?? null,
      number: node.part ?? '1',
      size: node.size ?? 0,
    }
  for (const child of node.childNodes ?? []) yield* partsIn(child)
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
  const { calendars, winmail } = meetingParts([...partsIn(message.bodyStructure)])
  const found: (Buffer | null)[] = []
  for (const { number, size } of calendars) {
    // oxlint-disable-next-line no-await-in-loop -- one connection answers one question after the other
    if (size <= MAX_CALENDAR_BYTES) found.push(await download(client, message.uid, number))
  }
  if (winmail !== undefined) {
    const packet = await download(client, message.uid, winmail.number)
    found.push(packet === null ? null : await calendarInWinmail(bytes, packet))
  }
  reading.message(
    bytes,
    0,
    bytes.length,
    where,
    found.filter((one) => one !== null),
  )
}
