import { ONLY_MEMBER } from '#core/identity/edits.ts'
import { nameKey } from '#core/identity/normalise.ts'
import { chooseProfile, namesIn } from '#core/identity/profile.ts'
import { isNobodyKnownAs } from '#core/identity/role-names.ts'
import { touchpointsOf } from '#core/ledger/touchpoints.ts'
import type { InteractionId, PersonId } from '#core/model/ids.ts'
import { type Identity, identityKinds } from '#core/model/identity.ts'
import { StaleDirectoryError } from '#store/store.ts'
import type {
  Directory,
  InteractionRow,
  PersonFactRow,
  Profile,
  RunOutcome,
  TouchpointRow,
} from '#store/store.ts'
import type { Context } from '../operation.ts'
import { breathe } from '../run.ts'

/** Interactions read and written at a time while touchpoints are derived anew: each time most of their table is written. */
const CHUNK = 30_000

/** How the owner sees these interactions. */
export function touchpointRows(rows: readonly InteractionRow[], me: PersonId): TouchpointRow[] {
  return rows.flatMap((row) => {
    const { at, interactionId, channel } = row
    if (at === null) return []
    return touchpointsOf(row, (person) => person === me).map(
      ({ person, direction, audience, role, bulk }) => ({
        personId: person as PersonId,
        interactionId,
        at,
        direction,
        channel,
        audience,
        role,
        bulk,
      }),
    )
  })
}

/** Times that all touchpoints are derived when other processes keep changing who is who meanwhile. */
const ATTEMPTS = 5

/**
 * Brings the touchpoints up to date with who the owner is, when they are not: after the owner became known or
 * gained an address, and after an import that was cut off. Another process may do the same, or import, at the same
 * time; where that leaves something undone, the mark says so, and the next one who needs them derives them again.
 */
export async function refreshTouchpoints(context: Context): Promise<void> {
  const { store, owner } = context
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { me, touchpointsReady } = await store.owner(owner)
    if (touchpointsReady || me === null) return
    if ((await deriveAll(context, me)) === 'overtaken') return
  }
}

async function deriveAll(context: Context, me: PersonId): Promise<RunOutcome> {
  const { store, owner } = context
  const run = await store.clearTouchpoints(owner)
  const { interactions: total } = await store.counts(owner)
  let done = 0
  let after: InteractionId | null = null
  for (;;) {
    await breathe(context.signal)
    const rows: readonly InteractionRow[] = await store.interactions(owner, after, CHUNK)
    const last = rows.at(-1)
    if (last === undefined) {
      const outcome = await store.touchpointsReady(owner, run, after)
      if (outcome === 'behind') continue
      return outcome
    }
    try {
      await store.addTouchpoints(owner, touchpointRows(rows, me), [], me)
    } catch (error) {
      if (error instanceof StaleDirectoryError) return 'stale'
      throw error
    }
    after = last.interactionId
    done += rows.length
    context.progress({ step: 'seeing it from your side', done, total, unit: 'records' })
  }
}

/** An identity from the key the store keeps it by. */
export function identityOf(key: string): Identity {
  const colon = key.indexOf(':')
  const kind = identityKinds.find((known) => known === key.slice(0, colon))
  return { kind: kind ?? 'handle', value: key.slice(colon + 1) }
}

/**
 * Joins people whom LinkedIn names without a profile (recommendations, old messages) with the one connection of
 * that name. Where two connections share the name nobody can tell which, and the name stays by itself.
 */
async function settleNames(context: Context, facts: readonly PersonFactRow[]): Promise<boolean> {
  const { store, owner } = context
  const directory = await store.directory()
  const prefix = 'name:linkedin:'
  const nameOnly = new Map<string, PersonId>()
  const keysOf = new Map<number, number>()
  directory.personIds.forEach((person) => keysOf.set(person, (keysOf.get(person) ?? 0) + 1))
  directory.keys.forEach((key, i) => {
    const person = directory.personIds[i] as PersonId
    if (key.startsWith(prefix) && keysOf.get(person) === 1) nameOnly.set(key.slice(prefix.length), person)
  })
  if (nameOnly.size === 0) return false
  const members = new Map<string, Set<PersonId>>()
  for (const fact of facts) {
    if (fact.field !== 'name' || fact.source !== 'linkedin' || fact.kind !== 'linkedin') continue
    const name = nameKey(fact.value)
    if (!nameOnly.has(name)) continue
    members.set(name, (members.get(name) ?? new Set()).add(fact.personId))
  }
  const apart = await toldApart(store, directory)
  const merges = [...nameOnly].flatMap(([name, gone]) => {
    const [kept, ...others] = members.get(name) ?? []
    return kept === undefined || others.length > 0 || kept === gone || apart.has(`${kept} ${gone}`)
      ? []
      : [{ kept, gone, reason: ONLY_MEMBER }]
  })
  if (merges.length === 0) return false
  await store.joinPeople(owner, merges)
  return true
}

/** Pairs of people whom the user told apart, or took a merge of back. */
async function toldApart(store: Context['store'], directory: Directory): Promise<ReadonlySet<string>> {
  const personOf = new Map(
    Array.from(directory.identityIds, (id, i) => [id, directory.personIds[i]] as const),
  )
  return new Set(
    (await store.verdicts()).flatMap(({ first, second, verdict }) => {
      const [a, b] = [personOf.get(first), personOf.get(second)]
      return verdict === 'same' ? [] : [`${a} ${b}`, `${b} ${a}`]
    }),
  )
}

/** Chooses for everyone what to show of them, from all that the sources say. */
export async function refreshProfiles(context: Context): Promise<void> {
  const { store } = context
  let facts = await store.facts()
  if (await settleNames(context, facts)) facts = await store.facts()
  const directory = await store.directory()
  const keys = new Map<PersonId, Identity[]>()
  directory.keys.forEach((key, i) => {
    const person = directory.personIds[i] as PersonId
    const held = keys.get(person)
    if (held) held.push(identityOf(key))
    else keys.set(person, [identityOf(key)])
  })
  const factsOf = Map.groupBy(facts, (fact) => fact.personId)
  await store.setProfiles(
    [...keys].map(([person, identities]) => profileOf(person, factsOf.get(person) ?? [], identities)),
  )
}

/** What to show of these people. */
export async function profilesOf({ store }: Context, people: readonly PersonId[]): Promise<Profile[]> {
  const profiles: Profile[] = []
  for (const person of people)
    profiles.push(profileOf(person, await store.facts(person), await store.identitiesOf(person)))
  return profiles
}

const profileOf = (
  personId: PersonId,
  facts: readonly PersonFactRow[],
  identities: readonly Identity[],
): Profile => ({
  personId,
  ...chooseProfile(facts, identities),
  isPerson: !isNobodyKnownAs(identities, namesIn(facts)),
})
