import { namesIn } from '#core/identity/profile.ts'
import { isNobodyKnownAs } from '#core/identity/role-names.ts'
import type { PersonColumns } from '#core/ledger/ledger.ts'
import type { PersonId } from '#core/model/ids.ts'
import { calibreOf } from '#core/scoring/calibre-of-people.ts'
import type { Touched } from '#store/touches.ts'
import { calibreSources } from '../network.ts'
import type { Context } from '../operation.ts'
import type { Everybody } from './standing.ts'

/** The ties to score, one entry each. */
export type ChosenTies = {
  readonly person: readonly number[]
  /** Where each stands among everybody; new people stand behind them. */
  readonly tieOf: readonly number[]
  /** NaN is unknown. */
  readonly calibre: readonly number[]
}

/**
 * The ties to score. New interactions change nobody's calibre; that of somebody new, or newly named, is judged. Null
 * where a tie cannot be told alone.
 */
export async function chosenTies(
  context: Context,
  everybody: Everybody,
  touched: Touched,
  recent: PersonColumns,
  me: PersonId,
): Promise<ChosenTies | null> {
  const placeOf = new Map<number, number>()
  const wanted = new Set<number>(touched.people)
  everybody.person.forEach((one, tie) => {
    if (wanted.has(one)) placeOf.set(one, tie)
  })
  const seen = new Set<number>(recent.person)
  const person: number[] = []
  const tieOf: number[] = []
  const calibre: number[] = []
  let end = everybody.person.length
  const judge = await judgeOf(context, me, touched, everybody.at)
  for (const one of touched.people) {
    const place = placeOf.get(one)
    // Named beside others, and no contact.
    if (place === undefined && !seen.has(one)) continue
    // Beside others they were known before: how sought they are is not kept.
    if (place === undefined && one < everybody.nextPerson) return null
    const held = place === undefined ? NaN : everybody.calibre[place]!
    if (!touched.told.has(one)) calibre.push(held)
    else {
      const judged = await judge(one)
      if (judged === null) {
        // Somebody new who is nobody is no contact; whoever turns into nobody changes who is sought.
        if (place !== undefined) return null
        continue
      }
      calibre.push(judged)
    }
    person.push(one)
    tieOf.push(place ?? end++)
  }
  return { person, tieOf, calibre }
}

/** Calibre of one person anew; NaN is unknown, null says that they are nobody. */
async function judgeOf(context: Context, me: PersonId, { told }: Touched, at: number) {
  const { store, owner } = context
  if (told.size === 0) return () => Promise.resolve(NaN)
  const rows = new Map<number, Awaited<ReturnType<typeof store.person>>>()
  for (const one of told) rows.set(one, await store.person(owner, one as PersonId))
  const soughtAs = (one: number) => rows.get(one)?.sought ?? null
  const { sources, endorsedBy } = await calibreSources(context, me, soughtAs)
  return async (one: number): Promise<number | null> => {
    const facts = await store.facts(one as PersonId)
    if (isNobodyKnownAs(await store.identitiesOf(one as PersonId), namesIn(facts))) return null
    return calibreOf(one, facts, sources, endorsedBy.get(one) ?? [], at).value ?? NaN
  }
}
