import { Directory, isNobody } from '#core/identity/directory.ts'
import { touchpointsOf } from '#core/ledger/touchpoints.ts'
import type { IdentityId, OwnerId, PersonId } from '#core/model/ids.ts'
import type { Identity } from '#core/model/identity.ts'
import { channelCode, roleCode, timeQualities } from '#core/model/interaction.ts'
import type {
  DeclarationRecord,
  EndorsementRecord,
  InteractionRecord,
  ListRecord,
  Participant,
  PersonRecord,
  Someone,
  SourceRecord,
} from '#core/model/records.ts'
import { participantCode } from '#store/copies.ts'
import type { FactField, IngestBatch, IngestInteraction, ListEntryFact, PersonFact } from '#store/store.ts'
import { short } from './short-text.ts'
import { PositionFacts } from '../organisations/position-facts.ts'

/** What a batch of records is to the store, beside its bookkeeping. */
export type Resolved = Pick<
  IngestBatch,
  | 'newPeople'
  | 'newIdentities'
  | 'merges'
  | 'facts'
  | 'claims'
  | 'positions'
  | 'listings'
  | 'interactions'
  | 'declarations'
  | 'endorsements'
>

/** Participants kept in mind by the object that names them. */
const MAX_CODES = 100_000
const UNSEEN: IngestInteraction['touchpoints'] = []

type Claim = NonNullable<IngestBatch['claims']>[number]

/** The identity that stands for the owner in records that name nobody else for them. */
export const ownIdentity = (owner: OwnerId): Identity => ({ kind: 'handle', value: `kith:owner-${owner}` })

/** What a record says of a person beside identities. */
function factsOf(record: PersonRecord): [FactField, string][] {
  const values: readonly (readonly [FactField, string | undefined])[] = [
    ['name', record.name],
    ['organisation', record.organisation],
    ['title', record.title],
    ['industry', record.industry],
    ['place', record.place],
  ]
  return values.flatMap(([field, raw]) => {
    const value = raw === undefined ? '' : short(raw)
    return value === '' ? [] : [[field, value]]
  })
}

/**
 * Turns the records of a source into rows of the store: identities become ids, participants people, and every
 * interaction is seen from the owner as far as it is known who that is.
 */
export class Resolver {
  readonly directory: Directory
  readonly #owner: OwnerId
  readonly #me: PersonId | null
  /** Facts that this import has stored already, with the latest time they were said to hold. */
  readonly #known = new Map<string, number>()
  /** Claims that this import has made already. */
  readonly #claimed = new Set<string>()
  #importId = NaN
  /** Participants as they are stored, by the very object that names them: a source gives the same again and again. */
  readonly #codes = new Map<Participant, number>()

  constructor(directory: Directory, owner: OwnerId, me: PersonId | null) {
    this.directory = directory
    this.#owner = owner
    this.#me = me
  }

  /**
   * @param importId whose records these are: what another import has said already, this one says again
   * @param saidAt when what the records say of today held, where they do not tell themselves
   */
  resolve(
    records: readonly SourceRecord[],
    source: string,
    importId: number,
    saidAt: number | null = null,
  ): Resolved {
    if (importId !== this.#importId) {
      this.#known.clear()
      this.#claimed.clear()
      this.#importId = importId
    }
    const claims: Claim[] = []
    const facts: PersonFact[] = []
    const interactions: IngestInteraction[] = []
    const declarations: IngestBatch['declarations'][number][] = []
    const endorsements: IngestBatch['endorsements'][number][] = []
    const listings: ListEntryFact[] = []
    const positions = new PositionFacts(source, saidAt)
    for (const record of records) {
      if (record.type === 'person') this.#person(record, source, facts, claims, positions)
      else if (record.type === 'fact') {
        const { of, field, value, source: from, at } = record
        facts.push({ identityId: this.directory.resolve(of), field, value, source: from, at: at ?? null })
      } else if (record.type === 'position') positions.stated(this.#identity(record.of), record)
      else if (record.type === 'listing') listings.push(this.#listing(record))
      else if (record.type === 'interaction') {
        interactions.push(this.#interaction(record))
        positions.wrote(record, (identity) => this.directory.resolve(identity))
      } else if (record.type === 'declaration') declarations.push(this.#declaration(record))
      else if (record.type === 'endorsement') endorsements.push(this.#endorsement(record))
    }
    return {
      ...this.directory.takeChanges(),
      facts,
      claims,
      positions: positions.all(),
      listings,
      interactions,
      declarations,
      endorsements,
    }
  }

  #person(
    record: PersonRecord,
    source: string,
    facts: PersonFact[],
    claims: Claim[],
    positions: PositionFacts,
  ): void {
    const identityId = this.directory.join(record.identities, `${source} gives both for one person`)
    if (identityId === null) return
    this.#claim(identityId, record, claims)
    positions.stated(identityId, record)
    // A number that somebody else is known by: both may have it, or be one; who is who is worked out later.
    const person = this.directory.personOf(record.identities[0]!)
    const shared = record.identities.find(
      (identity) => identity.kind === 'phone' && this.directory.personOf(identity) !== person,
    )
    const said = factsOf(record)
    const from = record.via ?? source
    if (shared !== undefined) said.push(['phone', shared.value])
    for (const [field, value] of said) {
      const key = `${identityId} ${field} ${from} ${value}`
      const at = record.at ?? -Infinity
      if ((this.#known.get(key) ?? NaN) >= at) continue
      this.#known.set(key, at)
      facts.push({ identityId, field, value, source: from, at: record.at ?? null })
    }
  }

  /** Remembers that the record gives these identities for one person, or that it gives this one at all. */
  #claim(first: IdentityId, record: PersonRecord, claims: Claim[]): void {
    const others = record.identities
      .filter((identity) => !isNobody(identity))
      .map((one) => this.directory.resolve(one))
      .filter((one) => one !== first)
    // A fact says by itself that somebody is there.
    if (others.length === 0 && factsOf(record).length > 0) return
    for (const other of others.length === 0 ? [first] : others) {
      const key = `${first} ${other}`
      if (this.#claimed.has(key)) continue
      this.#claimed.add(key)
      claims.push([first, other])
    }
  }

  #codeOf(participant: Participant): number {
    let code = this.#codes.get(participant)
    if (code === undefined) {
      code = participantCode(this.#identity(participant.identity), roleCode(participant.role))
      if (this.#codes.size >= MAX_CODES) this.#codes.clear()
      this.#codes.set(participant, code)
    }
    return code
  }

  #interaction(record: InteractionRecord): IngestInteraction {
    const participants: number[] = []
    for (const participant of record.participants) participants.push(this.#codeOf(participant))
    const me = this.#me
    return {
      key: record.key,
      at: record.at,
      timeQuality: timeQualities.indexOf(record.timeQuality),
      channel: channelCode(record.channel),
      bulk: record.bulk,
      subject: record.subject === undefined ? null : short(record.subject),
      words: record.words ?? null,
      thread: record.thread ?? null,
      ...(record.keywords === undefined ? {} : { keywords: record.keywords }),
      participants,
      // Whom it is only matters for seeing it from the owner.
      touchpoints: me === null || record.at === null ? UNSEEN : this.#touchpoints(record, me),
    }
  }

  /** How the owner sees an interaction. */
  #touchpoints(record: InteractionRecord, me: PersonId): IngestInteraction['touchpoints'] {
    const own = ownIdentity(this.#owner)
    return touchpointsOf(
      {
        channel: channelCode(record.channel),
        bulk: record.bulk,
        participants: record.participants.map(({ identity, role }) => ({
          person: this.directory.personOf(identity === 'owner' ? own : identity),
          role: roleCode(role),
        })),
      },
      (person) => person === me,
    ).map(({ person, ...seen }) => ({ ...seen, personId: person as PersonId }))
  }

  #identity(someone: Someone): IdentityId {
    return this.directory.resolve(someone === 'owner' ? ownIdentity(this.#owner) : someone)
  }

  #someone(someone: Someone): IdentityId | 'owner' {
    return someone === 'owner' ? 'owner' : this.directory.resolve(someone)
  }

  #declaration(record: DeclarationRecord): IngestBatch['declarations'][number] {
    return {
      kind: record.kind,
      from: this.#someone(record.from),
      to: this.#someone(record.to),
      at: record.at ?? null,
    }
  }

  #listing(record: ListRecord): ListEntryFact {
    return {
      list: short(record.list),
      name: short(record.name),
      identityId: record.identity === undefined ? null : this.directory.resolve(record.identity),
      level: record.level ?? null,
      field: record.field === undefined ? null : short(record.field),
      year: record.year ?? null,
    }
  }

  #endorsement(record: EndorsementRecord): IngestBatch['endorsements'][number] {
    return {
      kind: record.kind,
      from: this.#someone(record.from),
      to: this.#someone(record.to),
      topic: record.topic === undefined ? null : short(record.topic),
      at: record.at ?? null,
    }
  }
}
