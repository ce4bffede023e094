import { chooseEgo } from '#core/identity/ego.ts'
import { identitiesOf } from '#core/identity/parse.ts'
import { KithError } from '#core/model/errors.ts'
import { type Identity, identityKey } from '#core/model/identity.ts'
import type { OwnerRecord } from '#core/model/records.ts'
import type { Context } from '../operation.ts'
import { meSetting } from './me.ts'
import { ownIdentity } from './resolve.ts'

/** What the sources of one run say of their owner. */
export type Found = {
  readonly me: readonly Identity[]
  /** Those of `me` that a source states as its owner's own, not inferred from mail. */
  readonly own: readonly Identity[]
  readonly name: string | null
  readonly reason: string | null
}

/** For where nothing was read. */
export const nothingFound: Found = { me: [], own: [], name: null, reason: null }

/** Who the owner is by the hints of one run. */
export function foundIn(hints: readonly OwnerRecord[]): Found {
  const choice = chooseEgo(hints)
  return {
    me: choice?.identities ?? [],
    own: hints.flatMap(({ basis, identity }) =>
      basis === 'own' && identity !== undefined ? [identity] : [],
    ),
    name: choice?.name ?? null,
    reason: choice?.reason ?? null,
  }
}

/** The setting that keeps what kith concluded from a run. */
export const guessed = (name: string | null, { reason }: Found) => ({
  name,
  reason: reason ?? 'the export says so',
  confirmed: false,
})

/**
 * Decides who the owner is after an import: what the user says; else what was confirmed before, with what an export
 * that states one of these identities as its owner's states beside it; else what the sources say, added to what they
 * said earlier.
 */
export async function settleMe(context: Context, stated: readonly string[], found: Found): Promise<void> {
  const { store, owner } = context
  const known = await meSetting(context)
  const name = found.name ?? known?.name ?? null
  if (stated.length > 0) {
    const identities = stated.map((word) => statedIdentity(word))
    const own = ownIdentity(owner)
    const said = { reason: 'you said so', confirmed: true }
    if (known?.confirmed === false) {
      // What kith only guessed gives way: the guess and the stated person may be two people.
      const { me: guess } = await store.owner(owner)
      const me = await store.setMe(owner, identities, found.name, own)
      const called = found.name ?? (me === guess ? known.name : null)
      await store.setSetting(owner, 'me', { ...said, name: called, stated: identities })
    } else {
      await store.setMe(owner, [own, ...identities], name)
      const before = known?.stated ?? (await statedBefore(context))
      await store.setSetting(owner, 'me', { ...said, name, stated: distinct([...before, ...identities]) })
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
    await store.setSetting(owner, 'me', guessed(name, found))
  }
}

/** Of a confirmation that did not keep what was said: all that is the owner's now. */
export async function statedBefore(context: Context): Promise<readonly Identity[]> {
  const { store, owner } = context
  const { me } = await store.owner(owner)
  const own = identityKey(ownIdentity(owner))
  return me === null ? [] : (await store.identitiesOf(me)).filter((one) => identityKey(one) !== own)
}

const distinct = (identities: readonly Identity[]): Identity[] => [
  ...new Map(identities.map((one) => [identityKey(one), one])).values(),
]

/** Makes what was said now all that was ever said of who the owner is. */
export async function stateOnly(context: Context, words: readonly string[]): Promise<void> {
  const known = await meSetting(context)
  if (known !== null)
    await context.store.setSetting(context.owner, 'me', {
      ...known,
      stated: distinct(words.map(statedIdentity)),
    })
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
