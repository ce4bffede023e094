import { KithError } from '#core/model/errors.ts'
import type { Head, Importer } from '../importer.ts'
import { headText } from '../text/decode.ts'
import { headOf } from '../text/head.ts'
import { oldFormOf, readOld, type OldForm } from './instagram-2020.ts'
import { readThread } from './thread.ts'
import { readTies } from './ties.ts'

type Form = 'thread' | 'ties' | OldForm

/** Keys of Instagram that begin a list of accounts or of what the owner did. */
const LISTED =
  /"(?:relationships_follow(?:ers|ing)|likes_(?:media|comment)_likes|story_activities_story_likes|comments_(?:media|reels)_comments|profile_user)"\s*:\s*\[/
/** Facebook's lists of people. Until 2021 friends stood under "friends", a word that others use too. */
const PEOPLE =
  /^\s*\{\s*"(?:friends(?:_v2)?|follow(?:ers|ing)_v[23]|(?:sent|received)_requests_v2)"\s*:\s*\[\s*\{\s*"name"\s*:\s*"(?:[^"\\]|\\.)*",\s*"(?:timestamp|uri|contact_info)"\s*:/
const PROFILE = /^\s*\{\s*"profile_v2"\s*:\s*\{\s*"name"\s*:\s*\{\s*"full_name"\s*:/

/** Lists without a key: followers by what they hold, what the owner did by the names of its files, which no language changes. */
function isBareList(text: string, path: string): boolean {
  if (!/^\s*\[\s*\{/.test(text)) return false
  if (/"string_list_data"\s*:/.test(text)) return true
  if (/"string_map_data"\s*:/.test(text)) return /comments[^/]*\.json$/i.test(path)
  return /"label_values"\s*:/.test(text) && /(?:liked_(?:posts|comments)|story_likes)[^/]*\.json$/i.test(path)
}

/** What the beginning of a file is, by keys that only Meta writes; null for anything else. */
function formOf(head: Head): Form | null {
  const text = headText(head)
  if (text === null || !/^\s*[[{]/.test(text)) return null
  if (isBareList(text, head.path) || PEOPLE.test(text) || PROFILE.test(text)) return 'ties'
  if (/"string_(?:list|map)_data"\s*:/.test(text)) return LISTED.test(text) ? 'ties' : null
  const isThread =
    (/"sender_name"\s*:/.test(text) && /"timestamp_ms"\s*:\s*\d/.test(text)) ||
    (/"senderName"\s*:/.test(text) && /"(?:threadName|participants)"\s*:/.test(text))
  return isThread && /"messages"\s*:\s*\[/.test(text) ? 'thread' : oldFormOf(text)
}

/**
 * Facebook and Instagram, "Export your information" as JSON: threads (`message_1.json`, newest first), followers,
 * accounts followed, friends and requests, likes, comments under posts, and the account itself. People are known by name alone; text is written as bytes and is repaired.
 * Meta documents no fields (facebook.com/help/212802592074644 says how to get the files); they are those of exports.
 */
export const meta: Importer = {
  id: 'meta',
  title: 'Facebook and Instagram',
  reads:
    'Messages, calls, friends, followers, followed accounts, likes and comments from the JSON export of Facebook or Instagram, also from before 2021.',
  howToExport: [
    'Open accountscenter.facebook.com > Your information and permissions > Export your information.',
    'Choose Create export, the profile, Export to device; then messages, connections, comments, likes and personal information, all time, and the format JSON (HTML cannot be read).',
    'Download the zip when the mail comes; import it as it is.',
    'End-to-end encrypted chats come in a zip of their own: in Messenger, Privacy and safety > End-to-end encrypted chats > Message storage > Download secure storage data.',
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
    else if (form === 'ties') yield* readTies(entry, options)
    else yield* readOld(entry, form, options)
  },
}
