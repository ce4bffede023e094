import { touchpointsOf } from '#core/ledger/touchpoints.ts'
import { identityId, personId } from '#core/model/ids.ts'
import type { IdentityId, ImportId, OwnerId, PersonId } from '#core/model/ids.ts'
import { identityKey } from '#core/model/identity.ts'
import type { Identity } from '#core/model/identity.ts'
import { channelCode, roleCode, timeQualities } from '#core/model/interaction.ts'
import type { Channel, Role, TimeQuality } from '#core/model/interaction.ts'
import { participantCode } from '../../copies.ts'
import { StaleDirectoryError } from '../../store.ts'
import type {
  IngestBatch,
  IngestResult,
  InteractionRow,
  PersonFact,
  Store,
  TouchpointRow,
} from '../../store.ts'

/** A message or meeting among mail addresses, as tests write it down. */
export type Told = {
  readonly key: string
  readonly at?: number | null
  readonly timeQuality?: TimeQuality
  readonly channel?: Channel
  readonly bulk?: boolean
  readonly subject?: string | null
  readonly words?: number | null
  readonly thread?: string | null
  readonly keywords?: readonly string[]
  readonly from?: string
  readonly to?: readonly string[]
  readonly cc?: readonly string[]
  readonly attendees?: readonly string[]
}

/** What tests import: the smallest importer and resolver that use all that `ingest` takes. */
export type SmallBatch = {
  readonly interactions?: readonly Told[]
  /** Addresses that belong to one person, and what is said of that person. */
  readonly people?: readonly {
    readonly mails: readonly string[]
    readonly name?: string
    readonly at?: number | null
  }[]
  /** Ties that the owner states. */
  readonly connections?: readonly { readonly to: string; readonly at: number | null }[]
  readonly skipped?: IngestBatch['skipped']
}

export const mail = (value: string): Identity => ({ kind: 'mail', value })

/** How the owner sees these interactions. */
export const seenBy = (me: PersonId, rows: readonly InteractionRow[]): TouchpointRow[] =>
  rows.flatMap((row) => {
    const { at } = row
    if (at === null) return []
    return touchpointsOf(row, (person) => person === me).map(({ person, ...seen }) => ({
      ...seen,
      personId: personId(person),
      interactionId: row.interactionId,
      at,
      channel: row.channel,
    }))
  })

/** Derives all touchpoints anew where they are stale. */
export async function refresh(store: Store, owner: OwnerId): Promise<void> {
  const { me, touchpointsReady } = await store.owner(owner)
  if (touchpointsReady || me === null) return
  await store.clearTouchpoints(owner)
  for (let after = null; ;) {
    const rows = await store.interactions(owner, after, 2)
    if (rows.length === 0) break
    await store.addTouchpoints(owner, seenBy(me, rows))
    after = rows.at(-1)?.interactionId ?? null
  }
  await store.touchpointsReady(owner)
}

/** Resolves a batch against the directory, writes it, and derives what changed; again when the directory moved. */
export async function importBatch(
  store: Store,
  owner: OwnerId,
  importId: ImportId,
  batch: SmallBatch,
): Promise<IngestResult> {
  for (;;) {
    try {
      const { me } = await store.owner(owner)
      const result = await store.ingest(owner, await resolve(store, me, importId, batch))
      if (me !== null && result.changedInteractions.length > 0) {
        const rows = await store.interactionsByIds(owner, result.changedInteractions)
        await store.addTouchpoints(owner, seenBy(me, rows), result.changedInteractions)
      }
      return result
    } catch (error) {
      if (!(error instanceof StaleDirectoryError)) throw error
    }
  }
}

export async function resolve(
  store: Store,
  me: PersonId | null,
  importId: ImportId,
  batch: SmallBatch,
): Promise<IngestBatch> {
  const directory = await store.directory()
  const known = new Map(
    directory.keys.map((key, i) => [
      key,
      {
        identityId: identityId(directory.identityIds[i] ?? 0),
        personId: personId(directory.personIds[i] ?? 0),
      },
    ]),
  )
  const newPeople: PersonId[] = []
  const newIdentities: { identityId: IdentityId; identity: Identity; personId: PersonId }[] = []
  const merges: { kept: PersonId; gone: PersonId; reason: string }[] = []
  const became = new Map<PersonId, PersonId>()
  const now = (person: PersonId): PersonId => {
    const next = became.get(person)
    return next === undefined ? person : now(next)
  }
  const find = (address: string, of?: PersonId): { identityId: IdentityId; personId: PersonId } => {
    const identity = mail(address)
    const found = known.get(identityKey(identity))
    if (found) return { ...found, personId: now(found.personId) }
    const person = of ?? personId(directory.nextPersonId + newPeople.length)
    if (of === undefined) newPeople.push(person)
    const added = {
      identityId: identityId(directory.nextIdentityId + newIdentities.length),
      personId: person,
    }
    newIdentities.push({ ...added, identity })
    known.set(identityKey(identity), added)
    return added
  }

  const facts: PersonFact[] = []
  const claims: (readonly [IdentityId, IdentityId])[] = []
  for (const { mails, name, at = null } of batch.people ?? []) {
    const there = mails.flatMap((address) => {
      const found = known.get(identityKey(mail(address)))
      return found ? [now(found.personId)] : []
    })
    const kept = there.find((person) => person === me) ?? there[0]
    for (const gone of new Set(there)) {
      if (kept === undefined || gone === kept) continue
      merges.push({ kept, gone, reason: 'one record' })
      became.set(gone, kept)
    }
    let person = kept
    for (const address of mails) {
      const found = find(address, person)
      claims.push([find(mails[0] ?? address, person).identityId, found.identityId])
      person ??= found.personId
      if (name !== undefined)
        facts.push({ identityId: found.identityId, field: 'name', value: name, source: 'test', at })
    }
  }
  const interactions = (batch.interactions ?? []).map((told) => {
    const as = (role: Role, addresses: readonly string[] = []) =>
      addresses.map((address) => ({ ...find(address), role }))
    const participants = [
      ...as('from', told.from === undefined ? [] : [told.from]),
      ...as('to', told.to),
      ...as('cc', told.cc),
      ...as('attendee', told.attendees),
    ]
    const channel = told.channel ?? 'mail'
    const occurrence = {
      channel: channelCode(channel),
      bulk: told.bulk ?? false,
      participants: participants.map((one) => ({ person: one.personId, role: roleCode(one.role) })),
    }
    return {
      key: told.key,
      at: told.at === undefined ? 1_000 : told.at,
      timeQuality: timeQualities.indexOf(told.timeQuality ?? (told.at === null ? 'none' : 'exact')),
      channel: channelCode(channel),
      bulk: told.bulk ?? false,
      subject: told.subject ?? null,
      words: told.words ?? null,
      thread: told.thread ?? null,
      ...(told.keywords === undefined ? {} : { keywords: told.keywords }),
      participants: participants.map((one) => participantCode(one.identityId, roleCode(one.role))),
      touchpoints:
        me === null
          ? []
          : touchpointsOf(occurrence, (person) => person === now(me)).map(({ person, ...seen }) => ({
              ...seen,
              personId: personId(person),
            })),
    }
  })
  const declarations = (batch.connections ?? []).map(({ to, at }) => ({
    kind: 'connection',
    from: 'owner' as const,
    to: find(to).identityId,
    at,
  }))
  return {
    directoryVersion: directory.version,
    importId,
    newPeople,
    newIdentities,
    merges,
    facts,
    claims,
    seenBy: me === null ? null : now(me),
    interactions,
    declarations,
    endorsements: [],
    skipped: batch.skipped ?? [],
    read: interactions.length + (batch.people?.length ?? 0) + declarations.length,
  }
}

/** Starts an import for tests. */
export const startImport = (store: Store, owner: OwnerId): Promise<ImportId> =>
  store.startImport(owner, { path: 'test.mbox', source: 'test', at: 0 })
