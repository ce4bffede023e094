import type { ActionBody } from '#core/model/entry.ts'
import type { EntryId, PersonId } from '#core/model/ids.ts'
import type { Context } from '../operation.ts'
import type { Cadence, Chosen } from './choose.ts'

/** Proposals of the week as stored: those still right are brought up to date, the rest forgotten, new ones added. */
export async function storeProposals(
  context: Context,
  cadence: Cadence,
  chosen: readonly Chosen[],
  period: number,
  playbookOf: (one: Chosen) => string | null,
  introducesOf: (one: Chosen) => number | null,
): Promise<EntryId[]> {
  const { store, owner } = context
  const proposed = new Map(
    cadence.actions
      .filter(({ body }) => body.state === 'proposed' && body.period === period)
      .map((row) => [`${row.about?.person} ${row.body.action}`, row]),
  )
  const stale = new Set(cadence.actions.filter(({ body }) => body.state === 'proposed').map((row) => row.id))
  const ids: EntryId[] = []
  const fresh: { index: number; about: PersonId; at: number; body: ActionBody }[] = []
  for (const [index, one] of chosen.entries()) {
    const { person, proposal, gain, goal } = one
    const body: ActionBody = {
      action: proposal.kind,
      state: 'proposed',
      period,
      why: proposal.why,
      gain,
      minutes: proposal.minutes,
      expected: proposal.kind === 'let-go' ? null : proposal.exchange,
      playbook: playbookOf(one),
      goalId: goal,
      introduces: introducesOf(one),
      changedAt: null,
      spentMinutes: null,
      until: null,
      reason: null,
      note: null,
    }
    const known = proposed.get(`${person} ${proposal.kind}`)
    if (known === undefined) fresh.push({ index, about: person, at: context.now(), body })
    else {
      ids[index] = known.id
      stale.delete(known.id)
      if (JSON.stringify(known.body) !== JSON.stringify(body))
        await store.changeEntry(owner, 'action', known.id, { body })
    }
  }
  await store.dropEntries(owner, 'action', [...stale])
  const added = await store.addEntries(owner, 'action', fresh, context.now())
  for (const [i, { index }] of fresh.entries()) ids[index] = added[i]!
  return ids
}
