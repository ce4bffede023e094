import type { IdentityId, PersonId } from '../model/ids.ts'

/** The reason of joins that kith makes when keys, all taken together, give one person. */
export const KEYS_TOGETHER = 'what sources give belongs together'

/** The reason of joins with whom LinkedIn names without a profile. */
export const ONLY_MEMBER = 'the only LinkedIn connection of this name'

/** A change of who is who, as the journal keeps it. */
export type IdentityEdit = {
  readonly id: number
  /**
   * `merge`: everything of `from` became `to`'s. `split`: `moved` left `from` and became the new person `to`.
   * `apart`: nothing moved; the user said that two people are two.
   */
  readonly kind: EditKind
  readonly from: PersonId
  readonly to: PersonId
  /** Identities that moved when the edit was made. */
  readonly moved: readonly IdentityId[]
  /** Taken back. */
  readonly undone: boolean
}

export const editKinds = ['merge', 'split', 'apart'] as const
export type EditKind = (typeof editKinds)[number]

/** Who makes an edit: equal keys, the matching, or the user. */
export const editMakers = ['keys', 'match', 'user'] as const
export type EditMaker = (typeof editMakers)[number]

/**
 * Whose each identity is, as if the undone edits had never been made: from where every identity was before the first
 * edit that moved it, the others applied in their order. So an edit can be taken back at any time, in any order.
 * @param edits by ascending id, all that touch the identities, directly or through one another
 * @param present whose each identity is now; for those that no edit moved that is where they always were
 */
export function replayEdits(
  edits: readonly IdentityEdit[],
  present: ReadonlyMap<IdentityId, PersonId>,
): Map<IdentityId, PersonId> {
  const personOf = new Map(present)
  const placed = new Set<IdentityId>()
  for (const { from, moved } of edits)
    for (const identity of moved)
      if (personOf.has(identity) && !placed.has(identity)) {
        personOf.set(identity, from)
        placed.add(identity)
      }
  for (const edit of edits) {
    if (edit.undone || edit.kind === 'apart') continue
    const leaves = edit.kind === 'split' ? new Set(edit.moved) : null
    for (const [identity, person] of personOf)
      if (person === edit.from && (leaves === null || leaves.has(identity))) personOf.set(identity, edit.to)
  }
  return personOf
}
