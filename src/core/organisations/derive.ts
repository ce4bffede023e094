import { domainKey, joinOrganisations } from './join.ts'
import type { JoinedOrganisation, Mention } from './join.ts'
import { organisationKey } from './names.ts'
import { positionChanges, positionsOf } from './positions.ts'
import type { Position, PositionChange, PositionStatement } from './positions.ts'

/** What a source says of where a person works: a name in words, or the domain of an address. */
export type Said = Omit<PositionStatement, 'organisation'> & {
  readonly person: number
  readonly organisation: string | null
  readonly domain: string | null
}

type Placed<T> = T & { readonly person: number }

export type Derived = {
  readonly organisations: readonly JoinedOrganisation[]
  /** Grouped by person, ascending; organisations by their first key. */
  readonly positions: readonly Placed<Position>[]
  readonly changes: readonly Placed<PositionChange>[]
  /** Where in `organisations` a key stands. */
  readonly placeOf: (key: string | null) => number | null
}

/** Organisations, positions and moves of everybody, from all that is said. Does not depend on the order. */
export function deriveOrganisations(said: readonly Said[]): Derived {
  const organisations = joinOrganisations(mentionsOf(said))
  const places = new Map<string, number>()
  organisations.forEach(({ keys }, place) => keys.forEach((key) => places.set(key, place)))
  const keys = new Map<string, string | null>()
  const keyOf = ({ organisation, domain }: Said): string | null => {
    if (domain !== null) return domainKey(domain)
    if (organisation === null) return null
    const known = keys.get(organisation)
    if (known !== undefined) return known
    const key = organisationKey(organisation)
    keys.set(organisation, key)
    return key
  }
  const canonical = (key: string | null): string | null => {
    const place = key === null ? undefined : places.get(key)
    return place === undefined ? null : organisations[place]!.keys[0]!
  }
  const byPerson = [...Map.groupBy(said, (each) => each.person)].sort(([a], [b]) => a - b)
  const positions: Placed<Position>[] = []
  const changes: Placed<PositionChange>[] = []
  for (const [person, all] of byPerson) {
    const statements = all.map((each) => ({ ...each, organisation: canonical(keyOf(each)) }))
    for (const position of positionsOf(statements)) positions.push({ ...position, person })
    for (const change of positionChanges(statements)) changes.push({ ...change, person })
  }
  return {
    organisations,
    positions,
    changes,
    placeOf: (key) => (key === null ? null : (places.get(key) ?? null)),
  }
}

function* mentionsOf(said: readonly Said[]): Iterable<Mention> {
  for (const { person, organisation, domain } of said) {
    if (domain !== null) yield { person, domain }
    else if (organisation !== null) yield { person, name: organisation }
  }
}
