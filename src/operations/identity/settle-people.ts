import { KEYS_TOGETHER, ONLY_MEMBER } from '#core/identity/edits.ts'
import type { IdentityId, PersonId } from '#core/model/ids.ts'
import type { Directory, Merge, Parting } from '#store/store.ts'
import type { Context } from '../operation.ts'
import { breathe } from '../run.ts'
import { afterEdit } from './after-edit.ts'

/** Merges written in one transaction. */
const WRITTEN_TOGETHER = 2_000
const NO_LONGER = 'what is known now no longer makes them one person'

/**
 * Takes out of people what is not theirs any more: those of whose identities several are wanted become several.
 * Whoever holds what stands for an owner stays who they are, otherwise whoever is known for longest.
 * @param wanted for each position of the directory, whose it is to be
 * @returns how many were taken out
 */
export async function partPeople(
  context: Context,
  directory: Directory,
  wanted: (position: number) => number,
): Promise<number> {
  const held = new Map<number, Map<number, number[]>>()
  for (const [position, person] of directory.personIds.entries()) {
    const label = wanted(position)
    const groups = held.get(person)
    if (groups === undefined) held.set(person, new Map([[label, [position]]]))
    else if (groups.has(label)) groups.get(label)!.push(position)
    else groups.set(label, [position])
  }
  const partings: Parting[] = []
  for (const [person, groups] of held) {
    if (groups.size === 1) continue
    // Positions go by the ids of identities: the first group is known for longest.
    const all = [...groups.values()]
    const stays =
      all.find((group) => group.some((at) => directory.keys[at]!.startsWith('handle:kith:owner-'))) ?? all[0]
    for (const group of all)
      if (group !== stays)
        partings.push({
          from: person as PersonId,
          identities: group.map((at) => directory.identityIds[at] as IdentityId),
          reason: NO_LONGER,
        })
  }
  if (partings.length === 0) return 0
  const edited = await context.store.partPeople(context.owner, partings, context.now())
  await afterEdit(context, edited)
  return partings.length
}

/** A join that is wanted: of the people who hold these identities. */
export type Wanted = {
  readonly first: number
  readonly second: number
  /** Said when the join has to be made at all: most stand already. */
  readonly why: () => Pick<Merge, 'reason' | 'by' | 'probability'>
}

/** Why a key that two people share makes them one: certain, and by which kind of key. */
export const byKeys = (key: string): ReturnType<Wanted['why']> => ({
  reason: key.startsWith('name:linkedin:') ? ONLY_MEMBER : KEYS_TOGETHER,
  by: 'keys',
})

/**
 * Makes the joins that are not made yet. The owner stays who they are, otherwise whoever is known for longest.
 * @returns how many were made, and who somebody is now by an identity of theirs
 */
export async function joinPeople(
  context: Context,
  { identityIds, personIds }: Directory,
  wanted: Iterable<Wanted>,
  me: PersonId | null,
): Promise<{ readonly made: number; readonly nowOf: (identity: number) => PersonId }> {
  const before = new Map(Array.from(identityIds, (id, position) => [id, personIds[position] as PersonId]))
  const became = new Map<PersonId, PersonId>()
  const nowOf = (identity: number): PersonId => {
    let person = before.get(identity)!
    for (let next = became.get(person); next !== undefined; next = became.get(person)) person = next
    return person
  }
  const merges: Merge[] = []
  for (const { first, second, why } of wanted) {
    const [one, other] = [nowOf(first), nowOf(second)]
    if (one === other) continue
    const kept = one === me || (other !== me && one < other) ? one : other
    const gone = kept === one ? other : one
    became.set(gone, kept)
    merges.push({ kept, gone, at: context.now(), ...why() })
  }
  for (let start = 0; start < merges.length; start += WRITTEN_TOGETHER) {
    await breathe(context.signal)
    await context.store.joinPeople(context.owner, merges.slice(start, start + WRITTEN_TOGETHER))
  }
  return { made: merges.length, nowOf }
}
