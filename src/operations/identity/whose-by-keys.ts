import { clusterByKeys } from '#core/identity/key-clusters.ts'
import { nameKey } from '#core/identity/normalise.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { Directory, PersonFactRow, VerdictRow } from '#store/store.ts'
import type { Context } from '../operation.ts'

const PHONE = 'phone:'

export type WhoseByKeys = {
  /** By position of the directory. */
  readonly whose: Int32Array
  readonly numbers: ReadonlyMap<number, readonly string[]>
}

/**
 * Whose each identity of the directory is by keys and the user's word alone, by position: as if nothing had been found
 * alike yet, and whatever was imported first.
 */
export async function whoseByKeys(
  { store }: Context,
  directory: Directory,
  facts: readonly PersonFactRow[],
  verdicts: readonly VerdictRow[],
  me: PersonId | null,
): Promise<WhoseByKeys> {
  const positions = new Map(Array.from(directory.identityIds, (id, position) => [id, position]))
  const pairs = (ids: readonly (readonly [number, number])[]): (readonly [number, number])[] =>
    ids.flatMap(([first, second]) => {
      const [a, b] = [positions.get(first), positions.get(second)]
      return a === undefined || b === undefined ? [] : [[a, b] as const]
    })
  const said = (word: VerdictRow['verdict']): (readonly [number, number])[] =>
    pairs(verdicts.filter(({ verdict }) => verdict === word).map(({ first, second }) => [first, second]))
  const memberNames = new Map<string, Set<number>>()
  for (const { field, source, kind, value, identityId } of facts) {
    const position = positions.get(identityId)
    if (field !== 'name' || source !== 'linkedin' || kind !== 'linkedin' || position === undefined) continue
    const name = nameKey(value)
    memberNames.set(name, (memberNames.get(name) ?? new Set()).add(position))
  }
  const claims = pairs(await store.claims())
  const whose = clusterByKeys({
    keys: directory.keys,
    claims,
    same: said('same'),
    apart: said('apart'),
    together: directory.keys.flatMap((_, position) =>
      me !== null && directory.personIds[position] === me ? [position] : [],
    ),
    memberNames,
  })
  return { whose, numbers: numbersOf(directory.keys, claims, whose) }
}

/** Numbers by whose they are said to be: what several share is everybody's who gives it, whoever gave it first. */
function numbersOf(
  keys: readonly string[],
  claims: readonly (readonly [number, number])[],
  whose: Int32Array,
): ReadonlyMap<number, readonly string[]> {
  const numbers = new Map<number, string[]>()
  for (const [a, b] of claims)
    for (const [number, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const key = keys[number]!
      if (!key.startsWith(PHONE)) continue
      const held = numbers.get(whose[other]!)
      if (held === undefined) numbers.set(whose[other]!, [key.slice(PHONE.length)])
      else held.push(key.slice(PHONE.length))
    }
  return numbers
}
