import { identitiesOf } from '#core/identity/parse.ts'
import { KithError } from '#core/model/errors.ts'
import type { Identity } from '#core/model/identity.ts'
import type { Context } from '../operation.ts'
import type { ImportResult } from './import-paths.ts'
import { meSetting } from './me.ts'
import { ownIdentity } from './resolve.ts'

/**
 * Decides who the owner is after an import: what the user says; else what was confirmed before; else what the
 * sources say, added to what they said earlier.
 */
export async function settleMe(
  context: Context,
  stated: readonly string[],
  found: Pick<ImportResult, 'me' | 'name' | 'reason'>,
): Promise<void> {
  const { store, owner } = context
  const known = await meSetting(context)
  const name = found.name ?? known?.name ?? null
  if (stated.length > 0) {
    const identities = stated.map((word) => statedIdentity(word))
    await store.setMe(owner, [ownIdentity(owner), ...identities], name)
    await store.setSetting(owner, 'me', { name, reason: 'you said so', confirmed: true })
  } else if (known?.confirmed !== true && found.me.length > 0) {
    await store.setMe(owner, [ownIdentity(owner), ...found.me], name)
    await store.setSetting(owner, 'me', {
      name,
      reason: found.reason ?? 'the export says so',
      confirmed: false,
    })
  }
}

/**
 * The identity that a word given as `--me` stands for.
 * @throws KithError 'usage' when it is empty
 */
export function statedIdentity(word: string): Identity {
  const identity = identitiesOf(word)[0]
  if (identity === undefined)
    throw new KithError('usage', 'Say who you are with an address, number or profile URL.')
  return identity
}
