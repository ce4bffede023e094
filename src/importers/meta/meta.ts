import { KithError } from '#core/model/errors.ts'
import type { Head, Importer } from '../importer.ts'
import { headText } from '../text/decode.ts'
import { headOf } from '../text/head.ts'
import { oldFormOf, readOld, type OldForm } from './instagram-2020.ts'
import { readThread } from './thread.ts'
import { readTies } from './ties.ts'

type Form = 'thread' | 'ties' | OldForm

/** What the beginning of a file is, by keys that only Meta writes; null for anything else. */
function formOf(head: Head): Form | null {
  const text = headText(head)
  if (text === null || !/^\s*[[{]/.test(text)) return null
  if (/"string_list_data"\s*:/.test(text)) {
    return /^\s*\[/.test(text) ||
      /"(?:relationships_follow(?:ers|ing)|likes_(?:media|comment)_likes)"\s*:/.test(text)
      ? 'ties'
      : null
  }
  // Until 2021 friends stood under "friends", a word that others use too.
  if (
    /^\s*\{\s*"friends(?:_v2)?"\s*:\s*\[\s*\{\s*"name"\s*:\s*"(?:[^"\\]|\\.)*",\s*"timestamp"\s*:\s*\d/.test(
      text,
    )
  )
    return 'ties'
  const isThread =
    (/"sender_name"\s*:/.test(text) && /"timestamp_ms"\s*:\s*\d/.test(text)) ||
    (/"senderName"\s*:/.test(text) && /"(?:threadName|participants)"\s*:/.test(text))
  return isThread && /"messages"\s*:\s*\[/.test(text) ? 'thread' : oldFormOf(text)
}

/**
 * Facebook and Instagram, "Download your information" as JSON: threads (`message_1.json`, newest first), followers,
 * accounts followed, friends and likes. People are known by name alone; text is written as bytes and is repaired.
 * Meta documents no fields (facebook.com/help/212802592074644 says how to get the files); they are those of exports.
 */
export const meta: Importer = {
  id: 'meta',
  title: 'Facebook and Instagram',
  reads:
    'Messages, calls, friends, followers, followed accounts and likes from the JSON download of Facebook or Instagram, also from before 2021.',
  howToExport: [
    'Open accountscenter.facebook.com > Your information and permissions > Export your information.',
    'Choose Create export, the profile, Export to device; then messages and connections, all time, and the format JSON (HTML cannot be read).',
    'Download the zip when the mail comes; import it as it is.',
    'End-to-end encrypted chats come in a zip of their own: Messenger > Privacy and safety > Message storage.',
  ],
  detect: (head) => (formOf(head) === null ? 0 : 0.95),
  async *read(entry, options) {
    const form = formOf(await headOf(entry))
    if (form === null) {
      throw new KithError(
        'unreadable',
        `${entry.path} is no list of messages, followers or friends. Export again and choose JSON.`,
      )
    }
    if (form === 'thread') yield* readThread(entry)
    else if (form === 'ties') yield* readTies(entry)
    else yield* readOld(entry, form, options)
  },
}
