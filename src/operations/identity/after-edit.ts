import { StaleDirectoryError } from '#store/store.ts'
import type { Edited } from '#store/store.ts'
import { profilesOf, refreshTouchpoints, touchpointRows } from '../import/derive.ts'
import type { Context } from '../operation.ts'

/** Brings what is derived up to date after an edit of who is who: profiles, and how the owner sees what changed. */
export async function afterEdit(context: Context, { people, changedInteractions }: Edited): Promise<void> {
  const { store, owner } = context
  await store.setProfiles(await profilesOf(context, people))
  const { me } = await store.owner(owner)
  if (me !== null && changedInteractions.length > 0) {
    try {
      const rows = await store.interactionsByIds(owner, changedInteractions)
      await store.addTouchpoints(owner, touchpointRows(rows, me), changedInteractions, me)
    } catch (error) {
      // Somebody else changed who is who meanwhile: everything is derived again below.
      if (!(error instanceof StaleDirectoryError)) throw error
    }
  }
  await refreshTouchpoints(context)
}
