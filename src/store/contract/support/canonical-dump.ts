import type { Kysely } from 'kysely'
import type { Tables } from '../../schema.ts'

/** The content of a store without its ids, which depend on the order of imports: equal content, equal dump. */
export type CanonicalDump = {
  /** Each person as the sorted keys of their identities. */
  readonly people: readonly (readonly string[])[]
  readonly me: readonly (readonly [owner: number, identities: readonly string[]])[]
  readonly facts: readonly unknown[]
  readonly interactions: readonly unknown[]
  readonly touchpoints: readonly unknown[]
  readonly declarations: readonly unknown[]
  readonly endorsements: readonly unknown[]
}

const sorted = <T>(rows: readonly T[]): T[] => {
  const keyed = rows.map((row) => [JSON.stringify(row), row] as const)
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

/** Reads all tables; for tests of small stores. */
export async function canonicalDump(db: Kysely<Tables>): Promise<CanonicalDump> {
  const identities = await db.selectFrom('identities').selectAll().execute()
  const keyOf = new Map(identities.map((row) => [row.identity_id, `${row.kind}:${row.value}`]))
  const keysOf = new Map<number, string[]>()
  for (const { person_id, kind, value } of identities)
    keysOf.set(person_id, [...(keysOf.get(person_id) ?? []), `${kind}:${value}`].sort())
  const someone = (identity: number | null): string | null =>
    identity === null ? null : (keyOf.get(identity) ?? '?')

  const owners = await db.selectFrom('owners').selectAll().execute()
  const people = await db.selectFrom('people').selectAll().execute()
  const facts = await db.selectFrom('person_facts').selectAll().execute()
  const interactions = await db.selectFrom('interactions').selectAll().execute()
  const participants = await db.selectFrom('participants').selectAll().execute()
  const keywords = await db.selectFrom('interaction_keywords').selectAll().execute()
  const touchpoints = await db.selectFrom('touchpoints').selectAll().execute()
  const declarations = await db.selectFrom('declarations').selectAll().execute()
  const endorsements = await db.selectFrom('endorsements').selectAll().execute()

  const place = (owner: number, interaction: number): string => `${owner}/${interaction}`
  const keyOfInteraction = new Map(
    interactions.map((row) => [place(row.owner_id, row.interaction_id), row.key_hash]),
  )
  const about = new Map(keywords.map((row) => [place(row.owner_id, row.interaction_id), row.keywords]))
  const who = Map.groupBy(participants, (row) => place(row.owner_id, row.interaction_id))
  return {
    people: sorted(people.map((row) => keysOf.get(row.person_id) ?? [])),
    me: sorted(
      owners.map(
        (row) =>
          [row.owner_id, row.me_person_id === null ? [] : (keysOf.get(row.me_person_id) ?? [])] as const,
      ),
    ),
    facts: sorted(
      facts.map((row) => [someone(row.identity_id), row.field, row.source, row.value, row.at_ms]),
    ),
    interactions: sorted(
      interactions.map(({ interaction_id, ...row }) => ({
        ...row,
        // Which import brought it first does depend on the order.
        import_id: null,
        keywords: about.get(place(row.owner_id, interaction_id)) ?? null,
        participants: sorted(
          (who.get(place(row.owner_id, interaction_id)) ?? []).map((one) => [
            someone(one.identity_id),
            one.role,
          ]),
        ),
      })),
    ),
    touchpoints: sorted(
      touchpoints.map(({ interaction_id, person_id, ...row }) => ({
        ...row,
        person: keysOf.get(person_id) ?? ['?'],
        interaction: keyOfInteraction.get(place(row.owner_id, interaction_id)) ?? '?',
      })),
    ),
    declarations: sorted(
      declarations.map((row) => [
        row.owner_id,
        row.kind,
        someone(row.from_identity_id),
        someone(row.to_identity_id),
        row.at_ms,
      ]),
    ),
    endorsements: sorted(
      endorsements.map((row) => [
        row.owner_id,
        row.kind,
        someone(row.from_identity_id),
        someone(row.to_identity_id),
        row.topic,
        row.at_ms,
      ]),
    ),
  }
}
