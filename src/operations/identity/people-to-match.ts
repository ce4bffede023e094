import { isNobody } from '#core/identity/directory.ts'
import { namesIn } from '#core/identity/profile.ts'
import { isNobodyKnownAs } from '#core/identity/role-names.ts'
import type { MatchPerson } from '#core/identity/matching/match-person.ts'
import type { Company } from '#core/identity/matching/match-table.ts'
import { sharedCompany } from '#core/identity/matching/shared-company.ts'
import type { Identity } from '#core/model/identity.ts'
import type { Directory, PersonFactRow } from '#store/store.ts'
import { identityOf } from '../import/derive.ts'

/** Everybody who may be somebody else too, in an order that depends on the content alone. */
export type PeopleToMatch = {
  readonly people: readonly MatchPerson[]
  readonly identityIds: readonly (readonly number[])[]
  /** Whose each identity is, by its id, and the position of whom that is. */
  readonly whose: ReadonlyMap<number, number>
  readonly rowOf: ReadonlyMap<number, number>
  /** Position by identity id. */
  readonly rowOfIdentity: ReadonlyMap<number, number>
}

type Gathered = { readonly key: string; readonly identities: Identity[]; readonly identityIds: number[] }

/**
 * Prepares the directory for matching; role addresses, lists, machines and departments are nobody.
 * @param whose whose each identity is taken to be, by position; as the directory has it unless told
 * @param numbers further numbers of each, which others have too
 */
export function peopleToMatch(
  directory: Directory,
  facts: readonly PersonFactRow[],
  whose: Int32Array = directory.personIds,
  numbers: ReadonlyMap<number, readonly string[]> = new Map(),
): PeopleToMatch {
  const gathered = new Map<number, Gathered>()
  const whoseIdentity = new Map<number, number>()
  for (const [i, key] of directory.keys.entries()) {
    const person = whose[i]!
    whoseIdentity.set(directory.identityIds[i]!, person)
    const held = gathered.get(person)
    const id = directory.identityIds[i]!
    if (held === undefined) gathered.set(person, { key, identities: [identityOf(key)], identityIds: [id] })
    else {
      held.identities.push(identityOf(key))
      held.identityIds.push(id)
      if (key < held.key) gathered.set(person, { ...held, key })
    }
  }
  const factsOf = Map.groupBy(facts, (fact) => whoseIdentity.get(fact.identityId))
  const rows = [...gathered]
    .filter(([person, { identities }]) => !isNobodyKnownAs(identities, namesIn(factsOf.get(person) ?? [])))
    .sort(([, a], [, b]) => (a.key < b.key ? -1 : 1))
  const rowOfIdentity = new Map<number, number>()
  for (const [row, [, { identityIds }]] of rows.entries())
    for (const id of identityIds) rowOfIdentity.set(id, row)
  return {
    people: rows.map(([person, { identities }]) =>
      matchPerson(identities, factsOf.get(person) ?? [], numbers.get(person) ?? []),
    ),
    identityIds: rows.map(([, { identityIds }]) => identityIds),
    whose: whoseIdentity,
    rowOf: new Map(rows.map(([person], row) => [person, row])),
    rowOfIdentity,
  }
}

function matchPerson(
  identities: readonly Identity[],
  facts: readonly PersonFactRow[],
  numbers: readonly string[],
): MatchPerson {
  // Sorted, so that nothing depends on what came first.
  const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort()
  const said = (field: PersonFactRow['field']): string[] =>
    distinct(facts.filter((fact) => fact.field === field).map((fact) => fact.value))
  const of = (kind: Identity['kind']): string[] =>
    distinct(
      identities
        .filter((identity) => identity.kind === kind && !isNobody(identity))
        .map(({ value }) => value),
    )
  return {
    names: [...said('name'), ...of('name').map((value) => value.replace(/^[^:]*:/, ''))],
    mails: of('mail'),
    phones: distinct([...of('phone'), ...said('phone'), ...numbers]),
    organisations: said('organisation'),
    titles: said('title'),
    places: said('place'),
    accounts: [
      ...of('linkedin').map((slug) => `linkedin:${slug}`),
      ...of('profile').map((url) => url.replace('/', ':')),
      ...of('handle')
        .filter((handle) => !handle.startsWith('kith:'))
        .map((handle) => `@${handle}`),
    ],
  }
}

/**
 * Who takes part together with whom, by rows.
 * @param groups identities in one interaction
 * @param me whose company counts for nothing, as `whose` has it
 */
export const companyAmong = (
  { whose, rowOf }: PeopleToMatch,
  groups: readonly (readonly number[])[],
  me: number | null,
): Company =>
  sharedCompany(
    groups.map((group) => group.map((identity) => whose.get(identity) ?? -1)),
    (person) => rowOf.get(person) ?? -1,
    me,
  )
