import { cleanName, profileIdentity } from '#core/identity/normalise.ts'
import type { Identity } from '#core/model/identity.ts'
import type { TimeQuality } from '#core/model/interaction.ts'
import type { SourceRecord } from '#core/model/records.ts'
import { about } from '../text/about.ts'
import { hashText } from '../text/hash.ts'
import { asText, objects, type JsonObject } from '../text/json-parts.ts'
import { isPlausible } from '../text/time.ts'
import { countWords } from '../text/words.ts'
import { handleIdentity } from './handle.ts'
import { labelsOf, NAME, OWNER, USERNAME } from './labels.ts'
import { repairText } from './mojibake.ts'

// What the owner does under what others post on Instagram, in the files of 2021 and later.

const NO_ACCOUNT = 'it names no account'

/** Epoch seconds as a time; null for none. */
export const seconds = (written: unknown): number | null => {
  const at = Number(asText(written)) * 1_000
  return at > 0 && isPlausible(at) ? at : null
}

/** A comment of the owner's: its time as written, too, under whose post it stands, and its text. */
type Comment = {
  readonly at: number | null
  readonly timeQuality: TimeQuality
  readonly written: string
  readonly to: Identity
  readonly text: string
}

/** The same record from each form of the file, so that archives of different years do not double a comment. */
export const commentRecord = ({ at, timeQuality, written, to, text }: Comment): SourceRecord => ({
  type: 'interaction',
  key: `instagram-comment:${at === null ? written : Math.floor(at / 1_000)}|${to.value}|${hashText(text)}`,
  at,
  timeQuality,
  channel: 'post',
  participants: [
    { identity: 'owner', role: 'from' },
    { identity: to, role: 'to' },
  ],
  bulk: false,
  words: countWords(text),
  ...about(text),
})

/** Text, whose post it stands under, and when: labelled since 2023, a title and a list of one before. */
function said(item: JsonObject): { text: string; owner: string; written: string } {
  const [listed] = objects(item['string_list_data'])
  if (listed)
    return {
      text: repairText(asText(listed['value'])),
      owner: asText(item['title']).trim(),
      written: asText(listed['timestamp']),
    }
  const labels = labelsOf(item)
  // By place: the labels are in the language of the account. A comment that is a picture alone has no text.
  const [text, owner] = labels.filter(({ value, timestamp }) => value !== '' && timestamp === '')
  const isAlone = text !== undefined && owner === undefined && OWNER.test(text.label)
  return {
    text: isAlone ? '' : (text?.value ?? ''),
    owner: (isAlone ? text : owner)?.value ?? '',
    written: labels.find(({ timestamp }) => timestamp !== '')?.timestamp ?? asText(item['timestamp']),
  }
}

/** What the owner wrote, to whose post it stands under. */
export function readComment(item: JsonObject): SourceRecord[] | string {
  const { text, owner, written } = said(item)
  const to = handleIdentity(owner)
  if (!to) return NO_ACCOUNT
  const at = seconds(written)
  return [commentRecord({ at, timeQuality: at === null ? 'none' : 'exact', written, to, text })]
}

/** Whose post, comment or story the owner liked, in the labelled form of 2025: the account, else its page. */
export function readLabelledLike(item: JsonObject): SourceRecord[] | string {
  const labels = labelsOf(item)
  const named = handleIdentity(labels.find(({ label }) => USERNAME.test(label))?.value ?? '')
  const pages = labels.flatMap(({ href, value }) => [profileIdentity(href), profileIdentity(value)])
  const to = named ?? pages.find((page) => page?.kind === 'handle') ?? null
  if (!to) return NO_ACCOUNT
  const at = seconds(item['timestamp'])
  const like: SourceRecord = {
    type: 'declaration',
    kind: 'like',
    from: 'owner',
    to,
    ...(at === null ? {} : { at }),
  }
  // What the account is called, by which threads know it.
  const name = cleanName(labels.find(({ label }) => NAME.test(label))?.value ?? '')
  return name === '' ? [like] : [{ type: 'person', identities: [to], name }, like]
}
