import { KithError } from '#core/model/errors.ts'
import { HEAD_BYTES, type Entry, type Head, type Importer } from '../importer.ts'
import { headText } from '../text/decode.ts'
import { readThread } from './thread.ts'
import { readTies } from './ties.ts'

type Form = 'thread' | 'ties'

/** What the beginning of a file is, by keys that only Meta writes; null for anything else. */
function formOf(head: Head): Form | null {
  const text = headText(head)
  if (text === null || !/^\s*[[{]/.test(text)) return null
  if (/"string_list_data"\s*:/.test(text)) {
    return /^\s*\[/.test(text) || /"relationships_follow(?:ers|ing)"\s*:/.test(text) ? 'ties' : null
  }
  if (/^\s*\{\s*"friends_v2"\s*:\s*\[/.test(text)) return 'ties'
  const isThread =
    (/"sender_name"\s*:/.test(text) && /"timestamp_ms"\s*:\s*\d/.test(text)) ||
    (/"senderName"\s*:/.test(text) && /"(?:threadName|participants)"\s*:/.test(text))
  return isThread && /"messages"\s*:\s*\[/.test(text) ? 'thread' : null
}

/** The beginning of an entry, as it is handed to `detect`. */
async function headOf(entry: Entry): Promise<Head> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of entry.bytes()) {
    parts.push(Uint8Array.from(chunk))
    size += chunk.length
    if (size >= HEAD_BYTES) break
  }
  return { path: entry.path, bytes: Buffer.concat(parts).subarray(0, HEAD_BYTES), size: entry.size }
}

/**
 * Facebook and Instagram, "Download your information" as JSON: threads (`message_1.json`, newest first), followers,
 * accounts followed and friends. People are known by name alone; text is written as bytes and is repaired.
 * Meta documents no fields (facebook.com/help/212802592074644 says how to get the files); they are those of exports.
 */
export const meta: Importer = {
  id: 'meta',
  title: 'Facebook and Instagram',
  reads:
    'Messages, calls, friends, followers and followed accounts from the JSON download of Facebook or Instagram.',
  howToExport: [
    'Open accountscenter.facebook.com > Your information and permissions > Export your information.',
    'Choose the profile, messages and connections, all time, and the format JSON (HTML cannot be read).',
    'Download the zip when the mail comes; import it as it is.',
    'End-to-end encrypted chats come in a zip of their own: Messenger > Privacy and safety > Message storage.',
  ],
  detect: (head) => (formOf(head) === null ? 0 : 0.95),
  async *read(entry) {
    const form = formOf(await headOf(entry))
    if (form === null) {
      throw new KithError(
        'unreadable',
        `${entry.path} is no list of messages, followers or friends. Export again and choose JSON.`,
      )
    }
    yield* form === 'thread' ? readThread(entry) : readTies(entry)
  },
}
