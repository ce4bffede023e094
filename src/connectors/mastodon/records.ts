import { cleanName } from '#core/identity/normalise.ts'
import type { Identity } from '#core/model/identity.ts'
import type { PersonRecord, SourceRecord } from '#core/model/records.ts'
import { readPost } from '#importers/mastodon/outbox.ts'
import { mentioned } from '#importers/mastodon/people.ts'
import { asText, isObject, type JsonObject, objects } from '#importers/text/json-parts.ts'

/** Somebody as the API shows an account (entities/Account). Null for nobody. */
export function personOf(account: unknown): PersonRecord | null {
  if (!isObject(account)) return null
  const person = mentioned(asText(account['url']), asText(account['acct']))
  const name = cleanName(asText(account['display_name']))
  return person === null || name === '' ? person : { ...person, name }
}

const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public'

/** A status of the API as the activity that an archive holds of it, so that both give the same record. */
function activityOf(status: JsonObject): JsonObject {
  const visibility = asText(status['visibility'])
  const mentions = objects(status['mentions']).map((mention) => ({
    type: 'Mention',
    href: asText(mention['url']),
    name: `@${asText(mention['acct'])}`,
  }))
  return {
    type: 'Create',
    published: asText(status['created_at']),
    object: {
      id: asText(status['uri']),
      published: asText(status['created_at']),
      content: asText(status['content']),
      to: visibility === 'direct' ? mentions.map(({ href }) => href) : [PUBLIC],
      cc: [],
      tag: [
        ...mentions,
        ...objects(status['tags']).map((tag) => ({ type: 'Hashtag', name: asText(tag['name']) })),
      ],
    },
  }
}

/** A post of the owner's own; boosts say nothing of theirs. */
export function ownStatus(status: unknown): readonly SourceRecord[] | string {
  if (!isObject(status)) return 'it is no post'
  return isObject(status['reblog']) ? [] : readPost(activityOf(status))
}

/** What a notification tells: a post that names the owner, or that somebody follows them; likes and boosts nothing. */
export function notification(raw: unknown, owner: readonly Identity[]): readonly SourceRecord[] | string {
  if (!isObject(raw)) return 'it is no notification'
  const author = personOf(raw['account'])
  if (author === null) return 'it does not say of whom'
  const [main] = author.identities
  if (raw['type'] === 'mention' && isObject(raw['status']))
    return readPost(activityOf(raw['status']), { author, owner })
  if (raw['type'] === 'follow' && main !== undefined)
    return [author, { type: 'declaration', kind: 'follow', from: main, to: 'owner' }]
  return []
}

/** Somebody the owner follows, or who follows them. */
export function followRecords(account: unknown, followed: boolean): readonly SourceRecord[] | string {
  const person = personOf(account)
  const [main] = person?.identities ?? []
  if (person === null || main === undefined) return 'it is no account'
  return [
    person,
    followed
      ? { type: 'declaration', kind: 'follow', from: 'owner', to: main }
      : { type: 'declaration', kind: 'follow', from: main, to: 'owner' },
  ]
}
