import type { ImportId } from '#core/model/ids.ts'
import type { Settling, UndoPlan } from '#store/store.ts'
import type { Context } from '../operation.ts'
import { meSetting } from './me.ts'
import { ownIdentity } from './resolve.ts'
import { type Found, foundIn, guessed, statedBefore } from './settle-me.ts'

/**
 * Who the owner is once an import is undone: as if the other runs alone had been made, one after the other, beside
 * what the user said. What was imported before kith kept what sources say of their owner leaves them who they are.
 */
export async function planUndo(context: Context, undone: ImportId): Promise<UndoPlan> {
  const { store, owner } = context
  const { version: directoryVersion } = await store.directory()
  const known = await meSetting(context)
  const kept = await store.hints(owner)
  const runs = [
    ...Map.groupBy(
      kept.filter(({ importId }) => importId !== undone),
      ({ runId }) => runId,
    ).values(),
  ].map((imports) => foundIn(imports.flatMap(({ hints }) => hints)))
  const own = ownIdentity(owner)
  if (known !== null && (known.confirmed || kept.length === 0)) {
    const stated = known.stated ?? (await statedBefore(context))
    const me: Settling[] = [{ identities: [own, ...stated], name: known.name, ifMine: false }]
    for (const found of runs)
      if (found.own.length > 0) me.push({ identities: [own, ...found.own], name: known.name, ifMine: true })
    return { directoryVersion, me: stated.length === 0 ? [] : me, meSetting: known, confirmed: true }
  }
  const { me, setting } = guesses(runs)
  return {
    directoryVersion,
    me: me.map(({ identities, name }) => ({ identities: [own, ...identities], name, ifMine: false })),
    meSetting: setting,
    confirmed: false,
  }
}

/** What kith concludes from runs, one after the other. */
function guesses(runs: readonly Found[]): {
  readonly me: readonly Pick<Settling, 'identities' | 'name'>[]
  readonly setting: unknown
} {
  const me: Pick<Settling, 'identities' | 'name'>[] = []
  let name: string | null = null
  let setting: unknown = null
  for (const found of runs) {
    if (found.me.length === 0) continue
    name = found.name ?? name
    me.push({ identities: found.me, name })
    setting = guessed(name, found)
  }
  return { me, setting }
}
