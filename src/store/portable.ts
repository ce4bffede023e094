import { channels, roles, timeQualities } from '#core/model/interaction.ts'
import type { InteractionId, OwnerId } from '#core/model/ids.ts'
import { interactionId } from '#core/model/ids.ts'
import type { Identity } from '#core/model/identity.ts'
import type {
  DeclarationRecord,
  EndorsementRecord,
  InteractionRecord,
  ListRecord,
  PositionRecord,
  Someone,
} from '#core/model/records.ts'
import type { Backend } from './backend.ts'
import { hashedKey } from './keys.ts'

/** Facts with identities instead of people, as records that any kith can import. */
export interface PortableStore {
  /** Interactions by ascending id, the next ones after `after`; null begins. */
  readonly portableInteractions: (
    owner: OwnerId,
    after: InteractionId | null,
    limit: number,
  ) => Promise<readonly (InteractionRecord & { readonly id: InteractionId })[]>
  readonly portableEvidence: (owner: OwnerId) => Promise<readonly (DeclarationRecord | EndorsementRecord)[]>
  /** Lines of lists that name people. */
  readonly portableListings: (owner: OwnerId) => Promise<readonly ListRecord[]>
  /** What sources state of where people work; what follows from mail addresses is left out. */
  readonly portablePositions: () => Promise<readonly PositionRecord[]>
}

type StoredIdentity = { readonly kind: string; readonly value: string }
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only identities are stored
const identityFrom = ({ kind, value }: StoredIdentity): Identity => ({ kind, value }) as Identity

export const portablePart = (backend: Backend): PortableStore => {
  const identities = async (): Promise<ReadonlyMap<number, Identity>> => {
    const rows = await backend.db.selectFrom('identities').select(['identity_id', 'kind', 'value']).execute()
    return new Map(rows.map((row) => [row.identity_id, identityFrom(row)]))
  }
  return {
    async portableInteractions(owner, after, limit) {
      const rows = await backend.db
        .selectFrom('interactions as x')
        .leftJoin('interaction_keywords as k', (on) =>
          on.onRef('k.owner_id', '=', 'x.owner_id').onRef('k.interaction_id', '=', 'x.interaction_id'),
        )
        .selectAll('x')
        .select('k.keywords')
        .where('x.owner_id', '=', owner)
        .where('x.interaction_id', '>', after ?? interactionId(0))
        .orderBy('x.interaction_id')
        .limit(limit)
        .execute()
      const last = rows.at(-1)?.interaction_id ?? 0
      const participants = await backend.db
        .selectFrom('participants as p')
        .innerJoin('identities as i', 'i.identity_id', 'p.identity_id')
        .select(['p.interaction_id', 'p.role', 'i.kind', 'i.value'])
        .where('p.owner_id', '=', owner)
        .where('p.interaction_id', '>', after ?? interactionId(0))
        .where('p.interaction_id', '<=', interactionId(last))
        .orderBy('p.interaction_id')
        .orderBy('p.identity_id')
        .orderBy('p.role')
        .execute()
      const who = Map.groupBy(participants, (row) => row.interaction_id)
      return rows.map((row) => ({
        type: 'interaction' as const,
        id: interactionId(row.interaction_id),
        key: hashedKey(row.key_hash),
        at: row.occurred_ms,
        timeQuality: timeQualities[row.time_quality] ?? 'none',
        channel: channels[row.channel] ?? 'mail',
        participants: (who.get(row.interaction_id) ?? []).map((one) => ({
          identity: identityFrom(one),
          role: roles[one.role] ?? 'to',
        })),
        bulk: row.bulk === 1,
        ...(row.subject === null ? {} : { subject: row.subject }),
        ...(row.words === null ? {} : { words: row.words }),
        ...(row.thread === null ? {} : { thread: row.thread }),
        ...(row.keywords === null ? {} : { keywords: row.keywords.split(' ') }),
      }))
    },

    async portableEvidence(owner) {
      const known = await identities()
      const someone = (id: number | null): Someone => (id === null ? 'owner' : (known.get(id) ?? 'owner'))
      const sides = (row: {
        from_identity_id: number | null
        to_identity_id: number | null
        at_ms: number | null
      }) => ({
        from: someone(row.from_identity_id),
        to: someone(row.to_identity_id),
        ...(row.at_ms === null ? {} : { at: row.at_ms }),
      })
      const declarations = await backend.db
        .selectFrom('declarations')
        .selectAll()
        .where('owner_id', '=', owner)
        .orderBy('key_hash')
        .execute()
      const endorsements = await backend.db
        .selectFrom('endorsements')
        .selectAll()
        .where('owner_id', '=', owner)
        .orderBy('key_hash')
        .execute()
      return [
        ...declarations.map((row) => ({
          type: 'declaration' as const,
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only declarations are stored
          kind: row.kind as DeclarationRecord['kind'],
          ...sides(row),
        })),
        ...endorsements.map((row) => ({
          type: 'endorsement' as const,
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only endorsements are stored
          kind: row.kind as EndorsementRecord['kind'],
          ...sides(row),
          ...(row.topic === null ? {} : { topic: row.topic }),
        })),
      ]
    },

    async portableListings(owner) {
      const known = await identities()
      const rows = await backend.db
        .selectFrom('list_entries')
        .selectAll()
        .where('owner_id', '=', owner)
        .orderBy('list')
        .orderBy('entry_hash')
        .execute()
      return rows.map((row) => {
        const of = row.identity_id === null ? undefined : known.get(row.identity_id)
        return {
          type: 'listing' as const,
          list: row.list,
          name: row.name,
          ...(of === undefined ? {} : { identity: of }),
          ...(row.level === null ? {} : { level: row.level }),
          ...(row.field === null ? {} : { field: row.field }),
          ...(row.year === null ? {} : { year: row.year }),
        }
      })
    },

    async portablePositions() {
      const known = await identities()
      const rows = await backend.db
        .selectFrom('position_facts')
        .selectAll()
        .where('domain', 'is', null)
        .orderBy('identity_id')
        .orderBy('fact_hash')
        .execute()
      return rows.flatMap((row) => {
        const of = known.get(row.identity_id)
        if (of === undefined) return []
        const position = {
          type: 'position' as const,
          of,
          source: row.source,
          ...(row.organisation === null ? {} : { organisation: row.organisation }),
          ...(row.title === null ? {} : { title: row.title }),
          ...(row.started_ms === null ? {} : { startedAt: row.started_ms }),
          ...(row.ended_ms === null ? {} : { endedAt: row.ended_ms }),
        }
        // The span in which it was said to hold: its two ends, which importing joins again.
        const ends = [...new Set([row.first_ms, row.last_ms])]
        return ends.map((at) => (at === null ? position : { ...position, at }))
      })
    },
  }
}
