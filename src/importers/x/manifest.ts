import { KithError } from '#core/model/errors.ts'
import { cleanName } from '#core/identity/normalise.ts'
import type { OwnerRecord } from '#core/model/records.ts'
import type { Entry } from '../importer.ts'
import { asText, isObject, jsonParts, parseJson } from '../text/json-parts.ts'
import { accountIdentity, pageIdentity } from './people.ts'

const ownerRecords = (name: string, id: unknown, userName: unknown): readonly OwnerRecord[] =>
  [accountIdentity(id), pageIdentity(userName)].flatMap((identity) =>
    identity
      ? [
          {
            type: 'owner' as const,
            basis: 'own' as const,
            identity,
            ...(name === '' ? {} : { name }),
            count: 1,
          },
        ]
      : [],
  )

/** user_details.js of archives until 2018: whose archive it is. */
export async function readUserDetails(object: Entry): Promise<readonly OwnerRecord[]> {
  for await (const { parts } of jsonParts(object, () => 'take')) {
    const user = parts
      .map(({ kind, text }) => (kind === 'value' ? parseJson(text) : undefined))
      .find(isObject)
    if (user) return ownerRecords(cleanName(asText(user['full_name'])), user['id'], user['screen_name'])
  }
  return []
}

/** manifest.js: whose archive it is, and the list of its files, which are told by their own beginnings. */
export async function readManifest(object: Entry): Promise<readonly OwnerRecord[]> {
  const steps = jsonParts(object, (path) =>
    path.length === 0 ? 'enter' : path[0] === 'userInfo' ? 'take' : 'pass',
  )
  for await (const { parts } of steps) {
    for (const { kind, text } of parts) {
      const user = kind === 'value' ? parseJson(text) : undefined
      if (!isObject(user)) continue
      const name = cleanName(asText(user['displayName']))
      return ownerRecords(name, user['accountId'], user['userName'])
    }
  }
  throw new KithError(
    'unreadable',
    `${object.path} does not say whose archive it is. Give kith the zip as X made it.`,
  )
}
