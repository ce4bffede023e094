import { isNobody } from '#core/identity/directory.ts'
import type { MatchPerson } from '#core/identity/matching/match-person.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { Identity } from '#core/model/identity.ts'
import type { Directory, PersonFactRow } from '#store/store.ts'
import { identityOf } from '../import/derive.ts'

/** Everybody who may be somebody else too, in an order that depends on the content alone. */
export type PeopleToMatch = {
  readonly people: readonly MatchPerson[]
  readonly ids: readonly PersonId[]
  /** The highest identity id of each: who has a new one is to be looked at. */
  readonly newest: readonly number[]
  readonly rowOf: ReadonlyMap<number, number>
  /** Position by identity id. */
  readonly rowOfIdentity: ReadonlyMap<number, number>
}

type Gathered = { readonly key: string; readonly identities: Identity[]; readonly identityIds: number[] }

/** Prepares the directory for matching; role addresses, lists and machines are nobody. */
export function peopleToMatch(directory: Directory, facts: readonly PersonFactRow[]): PeopleToMatch {
  const gathered = new Map<number, Gathered>()
  for (const [i, key] of directory.keys.entries()) {
    const person = directory.personIds[i]!
    const held = gathered.get(person)
    const id = directory.identityIds[i]!
    if (held === undefined) gathered.set(person, { key, identities: [identityOf(key)], identityIds: [id] })
    else {
      held.identities.push(identityOf(key))
      held.identityIds.push(id)
      if (key < held.key) gathered.set(person, { ...held, key })
    }
  }
  const factsOf = Map.groupBy(facts, (fact) => fact.personId as number)
  const rows = [...gathered]
    .filter(([, { identities }]) => !identities.every(isNobody))
    .sort(([, a], [, b]) => (a.key < b.key ? -1 : 1))
  const rowOfIdentity = new Map<number, number>()
  for (const [row, [, { identityIds }]] of rows.entries())
    for (const id of identityIds) rowOfIdentity.set(id, row)
  return {
    people: rows.map(([person, { identities }]) => matchPerson(identities, factsOf.get(person) ?? [])),
    ids: rows.map(([person]) => person as PersonId),
    newest: rows.map(([, { identityIds }]) => Math.max(...identityIds)),
    rowOf: new Map(rows.map(([person], row) => [person, row])),
    rowOfIdentity,
  }
}

function matchPerson(identities: readonly Identity[], facts: readonly PersonFactRow[]): MatchPerson {
  const said = (field: PersonFactRow['field']): string[] => [
    ...new Set(facts.filter((fact) => fact.field === field).map((fact) => fact.value)),
  ]
  const of = (kind: Identity['kind']): string[] =>
    identities.filter((identity) => identity.kind === kind && !isNobody(identity)).map(({ value }) => value)
  return {
    names: [...said('name'), ...of('name').map((value) => value.replace(/^[^:]*:/, ''))],
    mails: of('mail'),
    phones: [...of('phone'), ...said('phone')],
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
