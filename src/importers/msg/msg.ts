import { KithError } from '#core/model/errors.ts'
import { MailSource } from '../mail/mail-records.ts'
import type { Entry, Head, Importer } from '../importer.ts'
import { readItem } from '../outlook/read-item.ts'
import { Batching } from '../text/batching.ts'
import { TellOnce } from '../text/tell-once.ts'

/** Larger ones are attachments for the most part, and are not taken into memory. */
const MAX_BYTES = 256 << 20

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** Names of streams that every .msg has, as the directory of the file writes them. */
const STREAMS = ['__properties_version1.0', '__nameid_version1.0', '__substg1.0_'].map((name) =>
  Buffer.from(name, 'utf16le'),
)

/** Office documents of before 2007 have the same form: a .msg is told by its streams, or where they lie further on, by its name. */
function detect({ path, bytes, size }: Head): number {
  if (SIGNATURE.some((byte, i) => bytes[i] !== byte)) return 0
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (STREAMS.some((name) => held.includes(name))) return 0.95
  return size > bytes.length && /\.msg$/i.test(path) ? 0.7 : 0
}

async function whole(entry: Entry): Promise<Uint8Array> {
  if (entry.size > MAX_BYTES)
    throw new KithError(
      'unreadable',
      `${entry.path} is above 256 MB. Save the message in Outlook again without its attachments.`,
    )
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of entry.bytes()) {
    length += chunk.length
    if (length > MAX_BYTES) break
    parts.push(Uint8Array.from(chunk))
  }
  return Uint8Array.from(Buffer.concat(parts))
}

/**
 * Single items that Outlook saved as .msg (MS-OXMSG, read by @kenjiuno/msgreader): mail, appointments with their
 * recurrence, contacts. What each is worth is decided as for its copy in a mailbox, a calendar or an address book.
 */
export const msg: Importer = {
  id: 'msg',
  title: 'Outlook items (.msg)',
  reads: 'Mail, meetings and contacts that Outlook saved one by one as .msg files.',
  howToExport: [
    'In Outlook for Windows select messages, meetings or contacts and drag them into a folder of the Explorer: each becomes a .msg file.',
    'Or open one and choose File > Save As > Outlook Message Format - Unicode.',
    'Import the folder. For a whole mailbox, an Outlook data file (.pst) is less work.',
  ],
  detect,
  gathers: true,
  async *read(entry, options) {
    // Loaded with the first item, since its library is large.
    const { itemOf } = await import('./properties.ts')
    const batch = new Batching()
    const item = itemOf(await whole(entry))
    if (typeof item === 'string') batch.skip('item 1', item)
    else {
      const source = new MailSource(entry.path, options)
      const result = await readItem(item, { source, options, told: new TellOnce() })
      if (typeof result === 'string') batch.skip('item 1', result)
      else batch.took(result)
      batch.add(source.owners())
    }
    yield batch.flush(entry.size)
  },
}
