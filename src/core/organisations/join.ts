import { initials, organisationKey, withoutCountry } from './names.ts'

/** What one person shows of an organisation: a name somebody stated, or the domain of an address. */
export type Mention = { readonly person: number } & (
  | { readonly name: string; readonly domain?: undefined }
  | { readonly domain: string; readonly name?: undefined }
)

/** Organisations are found by the key of a name, or by `@` and a domain. */
export type OrganisationKey = string
/** The key of a domain, such as `@acme.com`; the domain as it was normalised. */
export const domainKey = (domain: string): OrganisationKey => `@${domain}`

export type JoinedOrganisation = {
  /** All keys by which it is found, sorted. */
  readonly keys: readonly OrganisationKey[]
  /** The spelling that most people use, the domain where there is no other. */
  readonly name: string
  /** All spellings, the most used first. */
  readonly names: readonly string[]
  readonly domains: readonly string[]
}

/** An abbreviation this long joins the one name that it abbreviates; a shorter one needs a common domain. */
const TELLING_INITIALS = 3
/** People at one domain who agree on where they work, from which their word counts without any likeness of names. */
const AGREEING = 3
/** A domain of this length is the organisation of exactly that name. */
const TELLING_LABEL = 4

/**
 * Which names and domains are one organisation.
 *
 * Names are one when they have one key (legal forms and spelling aside), when one abbreviates the other (three letters
 * or more, and only one name fits), or when one is the other with a country. A domain belongs to a name that it
 * resembles where somebody bears both, or that stands alone with exactly its label; and to a name that most of its
 * people state, three at least. Does not depend on the order of the mentions.
 */
export function joinOrganisations(mentions: Iterable<Mention>): readonly JoinedOrganisation[] {
  const spellings = new Map<OrganisationKey, Map<string, Set<number>>>()
  const namesOf = new Map<number, Set<OrganisationKey>>()
  const peopleAt = new Map<string, Set<number>>()
  const keyOf = new Map<string, OrganisationKey | null>()
  const count = (key: OrganisationKey, spelling: string, person: number): void => {
    const known = spellings.get(key) ?? new Map<string, Set<number>>()
    known.set(spelling, (known.get(spelling) ?? new Set()).add(person))
    spellings.set(key, known)
  }
  for (const { person, name, domain } of mentions) {
    if (domain !== undefined) {
      count(domainKey(domain), domain, person)
      peopleAt.set(domain, (peopleAt.get(domain) ?? new Set()).add(person))
      continue
    }
    let key = keyOf.get(name)
    if (key === undefined) keyOf.set(name, (key = organisationKey(name)))
    if (key === null) continue
    count(key, name.trim(), person)
    namesOf.set(person, (namesOf.get(person) ?? new Set()).add(key))
  }
  const groups = new Groups()
  const keys = [...spellings.keys()].filter((key) => !key.startsWith('@')).sort()
  joinAbbreviations(keys, groups)
  for (const key of keys) {
    const shorter = withoutCountry(key)
    if (shorter !== null && spellings.has(shorter)) groups.join(key, shorter)
  }
  joinDomains(peopleAt, namesOf, keys, groups)
  const members = Map.groupBy([...spellings.keys()].sort(), (key) => groups.root(key))
  return [...members.values()].map((all) => described(all, spellings))
}

function joinAbbreviations(keys: readonly OrganisationKey[], groups: Groups): void {
  const known = new Set(keys)
  const byInitials = Map.groupBy(keys, (key) => initials(withoutCountry(key) ?? key) ?? '')
  for (const [short, full] of byInitials) {
    if (short.length < TELLING_INITIALS || !known.has(short)) continue
    // "ibm" and its long names: all of them are one where they differ in a country alone.
    const distinct = new Set(full.map((key) => withoutCountry(key) ?? key))
    if (distinct.size === 1) for (const key of full) groups.join(key, short)
  }
}

/** What a domain is called: its first label ("acme.co.uk" gives "acme"). */
const labelOf = (domain: string): string => domain.split('.')[0]!.replace(/[^\p{L}\p{N}]/gu, '')

const resembles = (label: string, key: OrganisationKey): boolean => {
  const plain = key.replaceAll(' ', '')
  return (
    label === plain || label === initials(key) || (label.length >= TELLING_LABEL && plain.startsWith(label))
  )
}

function joinDomains(
  peopleAt: ReadonlyMap<string, ReadonlySet<number>>,
  namesOf: ReadonlyMap<number, ReadonlySet<OrganisationKey>>,
  keys: readonly OrganisationKey[],
  groups: Groups,
): void {
  const domains = [...peopleAt.keys()].sort()
  const byPlain = Map.groupBy(keys, (key) => key.replaceAll(' ', ''))
  const byLabel = Map.groupBy(domains, labelOf)
  const joins: [domain: string, key: OrganisationKey][] = []
  for (const domain of domains) {
    const label = labelOf(domain)
    const stated = new Map<OrganisationKey, number>()
    let stating = 0
    for (const person of peopleAt.get(domain) ?? []) {
      const names = namesOf.get(person)
      if (names === undefined) continue
      stating++
      for (const name of new Set([...names].map((key) => groups.root(key))))
        stated.set(name, (stated.get(name) ?? 0) + 1)
      for (const name of names) if (resembles(label, name)) joins.push([domain, name])
    }
    for (const [name, people] of stated)
      if (people >= AGREEING && people > stating / 2) joins.push([domain, name])
    const same = byPlain.get(label)
    if (label.length >= TELLING_LABEL && same?.length === 1 && byLabel.get(label)?.length === 1)
      joins.push([domain, same[0]!])
  }
  // After all have been found, so that no join changes what another one sees.
  for (const [domain, key] of joins) groups.join(domainKey(domain), key)
}

function described(
  keys: readonly OrganisationKey[],
  spellings: ReadonlyMap<OrganisationKey, ReadonlyMap<string, ReadonlySet<number>>>,
): JoinedOrganisation {
  const domains = keys.filter((key) => key.startsWith('@')).map((key) => key.slice(1))
  const people = new Map<string, number>()
  for (const key of keys)
    if (!key.startsWith('@'))
      for (const [spelling, by] of spellings.get(key) ?? [])
        people.set(spelling, (people.get(spelling) ?? 0) + by.size)
  const names = [...people]
    .sort(([a, n], [b, m]) => m - n || capitals(b) - capitals(a) || b.length - a.length || (a < b ? -1 : 1))
    .map(([name]) => name)
  return { keys, name: names[0] ?? domains[0]!, names, domains }
}

/** Of two spellings that are as common, the one written with capitals and small letters. */
const capitals = (text: string): number => (/\p{Lu}/u.test(text) ? 1 : 0) + (/\p{Ll}/u.test(text) ? 1 : 0)

/** Disjoint sets of keys; the root of each is its least key. */
class Groups {
  readonly #parent = new Map<OrganisationKey, OrganisationKey>()

  root(key: OrganisationKey): OrganisationKey {
    let root = key
    for (let next = this.#parent.get(root); next !== undefined; next = this.#parent.get(root)) root = next
    if (root !== key) this.#parent.set(key, root)
    return root
  }

  join(a: OrganisationKey, b: OrganisationKey): void {
    const [one, other] = [this.root(a), this.root(b)]
    if (one === other) return
    if (one < other) this.#parent.set(other, one)
    else this.#parent.set(one, other)
  }
}
