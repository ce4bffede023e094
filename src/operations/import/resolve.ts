import { Directory, isNobody } from '#core/identity/directory.ts'
import { type IsForgotten, leftOf, withoutForgotten } from '#core/identity/forgotten.ts'
import { touchpointsOf } from '#core/ledger/touchpoints.ts'
import type { IdentityId, OwnerId, PersonId } from '#core/model/ids.ts'
import type { Identity } from '#core/model/identity.ts'
import { channelCode, roleCode } from '#core/model/interaction.ts'
import type {
  DeclarationRecord,
  EndorsementRecord,
  FactRecord,
  ListRecord,
  Participant,
  PersonRecord,
  Someone,
} from '#core/model/records.ts'
import { identityOfCode, participantCode, roleOfCode } from '#store/copies.ts'
import type { FactField, IngestBatch, IngestInteraction, ListEntryFact, PersonFact } from '#store/store.ts'
import { organisationDomain } from '../organisations/domains.ts'
import { PositionFacts } from '../organisations/position-facts.ts'
import { type Pack, PackedInteractions } from './pack-batch.ts'
import { short } from './short-text.ts'

/** What a batch of records is to the store, beside its bookkeeping. */
export type Resolved = Pick<
  IngestBatch,
  | 'newPeople'
  | 'newIdentities'
  | 'merges'
  | 'facts'
  | 'claims'
  | 'listings'
  | 'interactions'
  | 'declarations'
  | 'endorsements'
>

const FROM = roleCode('from')
const MAIL = channelCode('mail')
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
  /** The participants that packs name by their position. */
  #people: readonly Participant[] = []
  /** The same as they are stored; holes where nobody asked yet. */
  #codes: (number | undefined)[] = []
  /** The organisation whose address each has. */
  #domains: (string | null | undefined)[] = []

  constructor(directory: Directory, owner: OwnerId, me: PersonId | null) {
    this.directory = directory
    this.#owner = owner
    this.#me = me
  }

  /**
   * @param importId whose records these are: what another import has said already, this one says again
   * @param positions takes what they say of where people work
   * @param isForgotten who was deleted for good, where anybody was
   */
  resolve(
    packs: readonly Pack[],
    source: string,
    importId: number,
    positions: PositionFacts,
    isForgotten: IsForgotten | null = null,
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
    for (const pack of packs) {
      this.#meet(pack.people)
      const packed = new PackedInteractions(pack)
      for (const place of pack.order) {
        if (place < 0) {
          packed.next()
          const people = this.#takingPart(pack, packed, isForgotten)
          if (people === null) continue
          interactions.push(this.#interaction(packed, people))
          if (packed.channel === MAIL && packed.at !== null && !packed.bulk)
            for (const who of people) this.#wrote(who, packed.at, positions)
          continue
        }
        const told = pack.others[place]!
        const record = isForgotten === null ? told : withoutForgotten(told, isForgotten)
        if (record === null) continue
        if (record.type === 'person') this.#person(record, source, facts, claims, positions)
        else if (record.type === 'fact') facts.push(this.#fact(record))
        else if (record.type === 'position') positions.stated(this.#identity(record.of), record)
        else if (record.type === 'listing') listings.push(this.#listing(record))
        else if (record.type === 'declaration') declarations.push(this.#declaration(record))
        else if (record.type === 'endorsement') endorsements.push(this.#endorsement(record))
      }
    }
    return {
      ...this.directory.takeChanges(),
      facts,
      claims,
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

  /** Packs name people by their position in a list of their own, until they begin a new one. */
  #meet(people: readonly Participant[]): void {
    if (people === this.#people) return
    this.#people = people
    this.#codes = []
    this.#domains = []
  }

  #fact({ of, field, value, source, at }: FactRecord): PersonFact {
    return { identityId: this.directory.resolve(of), field, value, source, at: at ?? null }
  }

  /** Positions of those in an interaction; null where nobody is left who exchanges anything with another. */
  #takingPart(
    pack: Pack,
    { start, end }: PackedInteractions,
    isForgotten: IsForgotten | null,
  ): Int32Array | null {
    const people = pack.participants.subarray(start, end)
    if (isForgotten === null) return people
    return leftOf<number, Int32Array>(people, (who) => {
      const { identity } = this.#people[who]!
      return identity !== 'owner' && isForgotten(identity)
    })
  }

  #codeOf(who: number): number {
    const known = this.#codes[who]
    if (known !== undefined) return known
    const { identity, role } = this.#people[who]!
    return (this.#codes[who] = participantCode(this.#identity(identity), roleCode(role)))
  }

  /** Who writes from an organisation's address is there at that time. */
  #wrote(who: number, at: number, positions: PositionFacts): void {
    const code = this.#codeOf(who)
    if (roleOfCode(code) !== FROM) return
    let domain = this.#domains[who]
    if (domain === undefined) {
      const { identity } = this.#people[who]!
      domain = this.#domains[who] = identity === 'owner' ? null : organisationDomain(identity)
    }
    if (domain !== null) positions.wrote(identityOfCode(code) as IdentityId, domain, at)
  }

  #interaction(packed: PackedInteractions, people: Int32Array): IngestInteraction {
    const participants: number[] = []
    for (const who of people) participants.push(this.#codeOf(who))
    const { key, at, timeQuality, channel, bulk, subject, words, thread, keywords } = packed
    const me = this.#me
    return {
      key,
      at,
      timeQuality,
      channel,
      bulk,
      subject: subject === undefined ? null : short(subject),
      words: words ?? null,
      thread: thread ?? null,
      ...(keywords === undefined ? {} : { keywords }),
      participants,
      // Whom it is only matters for seeing it from the owner.
      touchpoints: me === null || at === null ? UNSEEN : this.#touchpoints(packed, people, me),
    }
  }

  /** How the owner sees an interaction. */
  #touchpoints(
    { channel, bulk }: PackedInteractions,
    people: Int32Array,
    me: PersonId,
  ): IngestInteraction['touchpoints'] {
    const own = ownIdentity(this.#owner)
    const participants = Array.from(people, (who) => {
      const { identity, role } = this.#people[who]!
      return { person: this.directory.personOf(identity === 'owner' ? own : identity), role: roleCode(role) }
    })
    return touchpointsOf({ channel, bulk, participants }, (person) => person === me).map(
      ({ person, ...seen }) => ({ ...seen, personId: person as PersonId }),
    )
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
