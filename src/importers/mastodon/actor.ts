import { cleanName } from '#core/identity/normalise.ts'
import { KithError } from '#core/model/errors.ts'
import type { OwnerRecord } from '#core/model/records.ts'
import type { Entry } from '../importer.ts'
import { asText, isObject, jsonParts, parseJson } from '../text/json-parts.ts'
import { plainText } from '../text/words.ts'
import { actorIdentity } from './people.ts'

const FACTS = new Set(['id', 'url', 'preferredUsername', 'name', 'summary'])

/** actor.json: the account that made the archive. */
export async function readActor(entry: Entry): Promise<readonly OwnerRecord[]> {
  const facts = new Map<string, string>()
  const steps = jsonParts(entry, (path) =>
    path.length === 0 ? 'enter' : path.length === 1 && FACTS.has(path[0] ?? '') ? 'take' : 'pass',
  )
  for await (const { parts } of steps) {
    for (const { kind, path, text } of parts) {
      if (kind === 'value') facts.set(path[0] ?? '', asText(parseJson(text)))
    }
  }
  const fact = (name: string): string => facts.get(name) ?? ''
  const identities = [fact('url'), fact('id')].map(actorIdentity).filter((identity) => identity !== null)
  const [main, other] = identities
  if (!main) {
    throw new KithError(
      'unreadable',
      `${entry.path} does not say which account it is of. Take the file from the archive as Mastodon made it.`,
    )
  }
  const name = cleanName(fact('name')) || cleanName(fact('preferredUsername'))
  const headline = cleanName(plainText(fact('summary')))
  return [main, ...(other && other.value !== main.value ? [other] : [])].map((identity, i) => ({
    type: 'owner',
    basis: 'own',
    identity,
    ...(name === '' ? {} : { name }),
    ...(headline === '' || i > 0 ? {} : { headline }),
    count: 1,
  }))
}

/** Whether a parsed or cut-off beginning of a JSON file is that of an account. */
export const isActor = (text: string): boolean =>
  /"preferredUsername"\s*:/.test(text) && /"(?:inbox|outbox)"\s*:/.test(text) && /^\s*\{/.test(text)

/** The account that an activity is of, as a hint at the owner. */
export function actorOf(item: unknown): string {
  return isObject(item) && item['type'] === 'Create' ? asText(item['actor']) : ''
}
