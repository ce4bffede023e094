import { type IdentityId, identityId, type PersonId, personId } from '../model/ids.ts'
import { type Identity, identityKey } from '../model/identity.ts'
import { isRoleAddress } from './roles.ts'

/** Where a directory starts: identities as parallel columns, as the store keeps them. */
export type DirectoryColumns = {
  readonly keys: readonly string[]
  readonly identityIds: Int32Array
  readonly personIds: Int32Array
  readonly nextIdentityId: number
  readonly nextPersonId: number
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

/** Those of the people who have no identity but such: they are kept, and are no person. */
export function nobodiesAmong(
  entries: Iterable<{ readonly identity: Identity; readonly person: number }>,
): ReadonlySet<number> {
  const somebody = new Set<number>()
  const nobodies = new Set<number>()
  for (const { identity, person } of entries) {
    if (!isNobody(identity)) somebody.add(person)
    else nobodies.add(person)
  }
  for (const person of somebody) nobodies.delete(person)
  return nobodies
}

/**
 * Who is who by keys (MODEL §8): the same key is the same person, and a source that gives several keys for one
 * person joins them. Two people with different LinkedIn profiles are never joined, and a role address joins
 * nobody. Changes gather until they are taken, so that a batch and its directory additions are stored together.
 */
export class Directory {
  readonly #identities = new Map<string, { readonly id: IdentityId; readonly person: PersonId }>()
  /** A person that became part of another points at it. */
  readonly #joined = new Map<PersonId, PersonId>()
  readonly #linkedin = new Map<PersonId, string>()
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
      if (key.startsWith('linkedin:')) this.#linkedin.set(person, key)
    })
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
    const [first, ...others] = somebody
    if (first === undefined) return identities[0] === undefined ? null : this.resolve(identities[0])
    const id = this.resolve(first)
    for (const other of others) {
      // A key seen for the first time goes straight to the person: there is nothing to merge.
      const known = this.#identities.get(identityKey(other))
      const person = this.personOf(first)
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
    const person = personId(this.#nextPerson++)
    this.#newPeople.push(person)
    return this.#add(identity, person)
  }

  #add(identity: Identity, person: PersonId): { readonly id: IdentityId; readonly person: PersonId } {
    const entry = { id: identityId(this.#nextIdentity++), person }
    const key = identityKey(identity)
    this.#identities.set(key, entry)
    if (identity.kind === 'linkedin') this.#linkedin.set(person, key)
    this.#newIdentities.push({ identityId: entry.id, identity, personId: person })
    return entry
  }

  #root(person: PersonId): PersonId {
    let root = person
    for (let next = this.#joined.get(root); next !== undefined; next = this.#joined.get(root)) root = next
    if (root !== person) this.#joined.set(person, root)
    return root
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
    const kept = a < b ? a : b
    const gone = a < b ? b : a
    this.#joined.set(gone, kept)
    const profile = profiles[0] ?? profiles[1]
    if (profile !== undefined) this.#linkedin.set(kept, profile)
    this.#merges.push({ kept, gone, reason })
  }
}
