import { identitiesOf } from '#core/identity/parse.ts'
import { KithError } from '#core/model/errors.ts'
import { type Identity, identityKey } from '#core/model/identity.ts'
import type { Context } from '../operation.ts'
import type { ImportResult } from './import-paths.ts'
import { meSetting } from './me.ts'
import { ownIdentity } from './resolve.ts'

/** For where nothing was read. */
export const nothingFound = { me: [], own: [], name: null, reason: null } as const

/**
 * Decides who the owner is after an import: what the user says; else what was confirmed before, with what an export
 * that states one of these identities as its owner's states beside it; else what the sources say, added to what they
 * said earlier.
 */
export async function settleMe(
  context: Context,
  stated: readonly string[],
  found: Pick<ImportResult, 'me' | 'own' | 'name' | 'reason'>,
): Promise<void> {
  const { store, owner } = context
  const known = await meSetting(context)
  const name = found.name ?? known?.name ?? null
  if (stated.length > 0) {
    const identities = stated.map((word) => statedIdentity(word))
    const own = ownIdentity(owner)
    if (known?.confirmed === false) {
      // What kith only guessed gives way: the guess and the stated person may be two people.
      const { me: guessed } = await store.owner(owner)
      const me = await store.setMe(owner, identities, found.name, own)
      const called = found.name ?? (me === guessed ? known.name : null)
      await store.setSetting(owner, 'me', { name: called, reason: 'you said so', confirmed: true })
    } else {
      await store.setMe(owner, [own, ...identities], name)
      await store.setSetting(owner, 'me', { name, reason: 'you said so', confirmed: true })
    }
  } else if (known?.confirmed === true) {
    const { me } = await store.owner(owner)
    const mine = new Set(me === null ? [] : (await store.identitiesOf(me)).map(identityKey))
    if (!found.own.some((identity) => mine.has(identityKey(identity)))) return
    const called = known.name ?? name
    await store.setMe(owner, [ownIdentity(owner), ...found.own], called)
    await store.setSetting(owner, 'me', { ...known, name: called })
  } else if (found.me.length > 0) {
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
