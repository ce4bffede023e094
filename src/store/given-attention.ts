import { attentionKinds } from '#core/model/records.ts'
import type { SeekingPairs } from '#core/calibre/seeking-pairs.ts'
import type { Backend } from './backend.ts'

/** Adds who passed on or liked what whom wrote, of every owner; what has no time was before any. */
export async function addGivenAttention(
  backend: Backend,
  before: number,
  personOf: Int32Array,
  pairs: SeekingPairs,
): Promise<void> {
  const rows = await backend.db
    .selectFrom('declarations as d')
    .innerJoin('owners as o', 'o.owner_id', 'd.owner_id')
    .select(['d.from_identity_id', 'd.to_identity_id', 'o.me_person_id'])
    .where('d.kind', 'in', [...attentionKinds])
    .where((eb) => eb.or([eb('d.at_ms', 'is', null), eb('d.at_ms', '<', before)]))
    .execute()
  for (const row of rows) {
    const [from, to] = [row.from_identity_id, row.to_identity_id].map((identity) =>
      identity === null ? row.me_person_id : personOf[identity],
    )
    if (from && to && from !== to) pairs.addPair(from, to, false)
  }
}
