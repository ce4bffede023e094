import type { Participant, PersonRecord, SourceRecord } from '#core/model/records.ts'
import { about } from '../text/about.ts'
import { asText, isObject } from '../text/json-parts.ts'
import { parseIso } from '../text/time.ts'
import { countWords } from '../text/words.ts'
import { addressIdentity } from './people.ts'

/** Whether a beginning is a list of Misskey's notes: the keys of a note's own in the first one. */
export const isNotes = (text: string): boolean =>
  /^\s*\[\s*\{/.test(text) &&
  ['"createdAt"', '"visibility"', '"renoteId"', '"localOnly"'].every((key) => text.includes(key))

/** `@bo@quay.example` in a text; people of the server itself are named without it, so that nobody can tell who they are. */
const MENTION = /(?<![\p{L}\p{N}_@/.])@[\p{L}\p{N}_.-]+@[\p{L}\p{N}.-]+[\p{L}\p{N}]/gu

/** The record of a note of the owner's, and those whom it names; nothing for one that only passes another on. */
export function readNote(note: unknown): readonly SourceRecord[] | string {
  if (!isObject(note)) return 'it is no note'
  const id = asText(note['id'])
  if (id === '') return 'it has no id'
  const text = asText(note['text'])
  // Whose note is passed on, its id does not say.
  if (text === '' && asText(note['renoteId']) !== '') return []
  const people = [...new Set(text.match(MENTION) ?? [])].flatMap((address): PersonRecord[] => {
    const identity = addressIdentity(address)
    return identity
      ? [{ type: 'person', identities: [identity], name: address.slice(1).replace(/@.*$/s, '') }]
      : []
  })
  const direct = note['visibility'] === 'specified' && people.length > 0
  const instant = parseIso(asText(note['createdAt']), 'UTC')
  const words = text.replace(MENTION, ' ')
  return [
    ...people,
    {
      type: 'interaction',
      key: `misskey:${id}`,
      at: instant?.at ?? null,
      timeQuality: instant?.timeQuality ?? 'none',
      channel: direct ? 'message' : 'post',
      participants: [
        { identity: 'owner', role: 'from' },
        ...people.flatMap(({ identities: [identity], name }): Participant[] =>
          identity
            ? [{ identity, role: direct ? 'to' : 'mentioned', ...(name === undefined ? {} : { name }) }]
            : [],
        ),
      ],
      bulk: false,
      words: countWords(words),
      ...about(words),
    },
  ]
}
