import { type IdentityId, identityId, type PersonId, personId } from '../model/ids.ts'
import { type Identity, identityKey } from '../model/identity.ts'
import { mailboxOf } from './mail-providers.ts'
import { isNobodyKnownAs } from './role-names.ts'
import { isRoleAddress } from './roles.ts'

/** Where a directory starts: identities as parallel columns, as the store keeps them. */
export type DirectoryColumns = {
  readonly keys: readonly string[]
  readonly identityIds: Int32Array
  readonly personIds: Int32Array
  readonly nextIdentityId: number
  readonly nextPersonId: number
  /** Pairs of identity ids that the user said are two people's, or whose merge was taken back. */
  readonly apart?: readonly (readonly [number, number])[]
}

export const emptyDirectory: DirectoryColumns = {
  keys: [],
  identityIds: new Int32Array(0),
  personIds: new Int32Array(0),
  nextIdentityId: 1,
  nextPersonId: 1,
}

export type DirectoryChanges = {
  readonly newPeople: readonly PersonId[]
  readonly newIdentities: readonly {
    readonly identityId: IdentityId
    readonly identity: Identity
    readonly personId: PersonId
  }[]
  readonly merges: readonly { readonly kept: PersonId; readonly gone: PersonId; readonly reason: string }[]
}

/** Role addresses, lists and machines write and are written to, but are nobody. */
export const isNobody = (identity: Identity): boolean =>
  identity.kind === 'mail' && isRoleAddress(identity.value)

/**
 * Those of the people who have no identity but such, or are known by names of a department, a newsletter or a machine
 * only: they are kept, and are no person.
 */
export function nobodiesAmong(
  entries: Iterable<{ readonly identity: Identity; readonly person: number }>,
  namesOf: (person: number) => readonly string[] = () => [],
): ReadonlySet<number> {
  const held = new Map<number, Identity[]>()
  for (const { identity, person } of entries) {
    const identities = held.get(person)
    if (identities === undefined) held.set(person, [identity])
    else identities.push(identity)
  }
  const nobodies = new Set<number>()
  for (const [person, identities] of held)
    if (isNobodyKnownAs(identities, namesOf(person))) nobodies.add(person)
  return nobodies
}

/**
 * Who is who by keys (docs/the-maths/identity.md): the same key or mailbox is the same person, and a source that gives several keys for
 * one person joins them. Two people with different LinkedIn profiles are never joined, nor two whom the user told
 * apart; a role address joins nobody, and a number that somebody else is known by joins nobody either, since families
 * and offices share one: that is for matching to judge. Changes gather until they are taken, so that a batch and its directory additions are stored together.
 */
export class Directory {
  readonly #identities = new Map<string, { readonly id: IdentityId; readonly person: PersonId }>()
  /** A person that became part of another points at it. */
  readonly #joined = new Map<PersonId, PersonId>()
  readonly #linkedin = new Map<PersonId, string>()
  /** People by their mailbox, where a provider's rules are known. */
  readonly #mailboxes = new Map<string, PersonId>()
  readonly #apart = new Map<PersonId, Set<PersonId>>()
  /** People who have a key other than numbers. */
  readonly #known = new Set<PersonId>()
  #nextIdentity: number
  #nextPerson: number
  #newPeople: PersonId[] = []
  #newIdentities: { identityId: IdentityId; identity: Identity; personId: PersonId }[] = []
  #merges: { kept: PersonId; gone: PersonId; reason: string }[] = []

  constructor(columns: DirectoryColumns = emptyDirectory) {
    this.#nextIdentity = columns.nextIdentityId
    this.#nextPerson = columns.nextPersonId
    columns.keys.forEach((key, i) => {
      const person = personId(columns.personIds[i] as number)
      this.#identities.set(key, { id: identityId(columns.identityIds[i] as number), person })
      this.#note(key, person)
    })
    if (columns.apart !== undefined && columns.apart.length > 0) this.#tellApart(columns.apart)
  }

  /** Number of people, nobodies included. */
  get people(): number {
    return new Set([...this.#identities.values()].map((entry) => this.#root(entry.person))).size
  }

  /** The person of an identity, or null when it is not known. */
  find(identity: Identity): PersonId | null {
    const entry = this.#identities.get(identityKey(identity))
    return entry === undefined ? null : this.#root(entry.person)
  }

  /** The keys known, with the person each belongs to. */
  *entries(): Iterable<{ readonly key: string; readonly id: IdentityId; readonly person: PersonId }> {
    for (const [key, entry] of this.#identities) yield { key, id: entry.id, person: this.#root(entry.person) }
  }

  /** The id of an identity; one that is new becomes a person of its own. */
  resolve(identity: Identity): IdentityId {
    return this.#entry(identity).id
  }

  personOf(identity: Identity): PersonId {
    return this.#root(this.#entry(identity).person)
  }

  /**
   * Joins the identities that one record gives for one person, and returns the id of the first that is
   * somebody's (of the first at all where none is).
   */
  join(identities: readonly Identity[], reason: string): IdentityId | null {
    const somebody = identities.filter((identity) => !isNobody(identity))
    // Numbers last: whom they belong to is told by the other keys.
    const ordered = [
      ...somebody.filter(({ kind }) => kind !== 'phone'),
      ...somebody.filter(({ kind }) => kind === 'phone'),
    ]
    const [first, ...others] = ordered
    if (first === undefined) return identities[0] === undefined ? null : this.resolve(identities[0])
    const id = this.resolve(first)
    for (const other of others) {
      // A key seen for the first time goes straight to the person: there is nothing to merge.
      const known = this.#identities.get(identityKey(other))
      const person = this.personOf(first)
      if (known && other.kind === 'phone' && this.#isShared(person, this.#root(known.person))) continue
      if (known) this.#merge(person, this.#root(known.person), reason)
      else if (!this.#contradicts(person, other)) this.#add(other, person)
      else this.resolve(other)
    }
    return id
  }

  /** What changed since the last call. */
  takeChanges(): DirectoryChanges {
    const changes = { newPeople: this.#newPeople, newIdentities: this.#newIdentities, merges: this.#merges }
    this.#newPeople = []
    this.#newIdentities = []
    this.#merges = []
    return changes
  }

  #entry(identity: Identity): { readonly id: IdentityId; readonly person: PersonId } {
    const known = this.#identities.get(identityKey(identity))
    if (known) return known
    const box = identity.kind === 'mail' ? mailboxOf(identity.value) : null
    const holder = box === null ? undefined : this.#mailboxes.get(box)
    if (holder !== undefined) return this.#add(identity, this.#root(holder))
    const person = personId(this.#nextPerson++)
    this.#newPeople.push(person)
    return this.#add(identity, person)
  }

  #note(key: string, person: PersonId): void {
    if (!key.startsWith('phone:')) this.#known.add(person)
    if (key.startsWith('linkedin:')) this.#linkedin.set(person, key)
    else if (key.startsWith('mail:')) {
      const box = mailboxOf(key.slice('mail:'.length))
      if (box !== null) this.#mailboxes.set(box, person)
    }
  }

  #tellApart(pairs: readonly (readonly [number, number])[]): void {
    const personOf = new Map([...this.#identities.values()].map(({ id, person }) => [id as number, person]))
    for (const [first, second] of pairs) {
      const [a, b] = [personOf.get(first), personOf.get(second)]
      if (a === undefined || b === undefined || a === b) continue
      this.#apart.set(a, (this.#apart.get(a) ?? new Set()).add(b))
      this.#apart.set(b, (this.#apart.get(b) ?? new Set()).add(a))
    }
  }

  #add(identity: Identity, person: PersonId): { readonly id: IdentityId; readonly person: PersonId } {
    const entry = { id: identityId(this.#nextIdentity++), person }
    const key = identityKey(identity)
    this.#identities.set(key, entry)
    this.#note(key, person)
    this.#newIdentities.push({ identityId: entry.id, identity, personId: person })
    return entry
  }

  #root(person: PersonId): PersonId {
    let root = person
    for (let next = this.#joined.get(root); next !== undefined; next = this.#joined.get(root)) root = next
    if (root !== person) this.#joined.set(person, root)
    return root
  }

  /** Whether a number is known as somebody else's: both people have other keys, which are not the same. */
  #isShared(person: PersonId, holder: PersonId): boolean {
    return person !== holder && this.#known.has(person) && this.#known.has(holder)
  }

  #contradicts(person: PersonId, identity: Identity): boolean {
    if (identity.kind !== 'linkedin') return false
    const held = this.#linkedin.get(person)
    return held !== undefined && held !== identityKey(identity)
  }

  #merge(a: PersonId, b: PersonId, reason: string): void {
    if (a === b) return
    const profiles = [this.#linkedin.get(a), this.#linkedin.get(b)]
    if (profiles[0] !== undefined && profiles[1] !== undefined && profiles[0] !== profiles[1]) return
    if (this.#areApart(a, b)) return
    const kept = a < b ? a : b
    const gone = a < b ? b : a
    this.#joined.set(gone, kept)
    const profile = profiles[0] ?? profiles[1]
    if (profile !== undefined) this.#linkedin.set(kept, profile)
    if (this.#known.has(gone)) this.#known.add(kept)
    const others = this.#apart.get(gone)
    if (others) this.#apart.set(kept, new Set([...(this.#apart.get(kept) ?? []), ...others]))
    this.#merges.push({ kept, gone, reason })
  }

  #areApart(a: PersonId, b: PersonId): boolean {
    for (const person of this.#apart.get(a) ?? []) if (this.#root(person) === b) return true
    for (const person of this.#apart.get(b) ?? []) if (this.#root(person) === a) return true
    return false
  }
}
