import type { z } from 'zod'
import { ownIdentity } from './import/resolve.ts'
import { meSetting } from './import/me.ts'
import type { Context } from './operation.ts'
import type { me } from './schemas.ts'
import { wordsOf } from './words.ts'

/** Who the owner is as far as kith knows: name, identities, why, and whether somebody confirmed it. */
export async function describeMe(context: Context): Promise<z.output<typeof me>> {
  const { store, owner } = context
  const { me: id } = await store.owner(owner)
  const known = await meSetting(context)
  if (id === null) return { id: null, name: null, identities: [], confirmed: false, reason: null }
  const own = ownIdentity(owner)
  const identities = (await store.identitiesOf(id)).filter(
    (i) => i.kind !== own.kind || i.value !== own.value,
  )
  return {
    id,
    name: known?.name ?? null,
    identities: [...identities],
    confirmed: known?.confirmed ?? false,
    reason: known == null ? null : wordsOf(context).translated(known.reason),
  }
}
