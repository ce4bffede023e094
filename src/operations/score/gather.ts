import { chooseEgo } from '#core/identity/ego.ts'
import { Directory } from '#core/identity/directory.ts'
import { identitiesOf } from '#core/identity/parse.ts'
import { KithError } from '#core/model/errors.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { Identity } from '#core/model/identity.ts'
import type { OwnerRecord } from '#core/model/records.ts'
import { openPaths } from '#intake/open-paths.ts'
import type { IngestBatch, IngestInteraction, PersonFact } from '#store/store.ts'
import { localRegion, localTimeZone } from '../dates.ts'
import { identityOf } from '../import/derive.ts'
import { OwnerHints } from '../import/owner-hints.ts'
import { ownIdentity, Resolver } from '../import/resolve.ts'
import { detectSource, readable, sourceNamed } from '../import/sources.ts'
import type { Context } from '../operation.ts'
import { checkCancelled } from '../run.ts'

/** Everything that files say, held in memory: what `score` reads instead of a database. */
export type Gathered = {
  readonly directory: Directory
  /** Copies of one interaction are one; participants are people. */
  readonly interactions: readonly {
    readonly at: number
    readonly channel: IngestInteraction['channel']
    readonly bulk: boolean
    readonly participants: readonly {
      readonly person: PersonId
      readonly role: IngestInteraction['participants'][number]['role']
    }[]
  }[]
  readonly factsOf: ReadonlyMap<PersonId, readonly PersonFact[]>
  readonly identitiesOf: ReadonlyMap<PersonId, readonly Identity[]>
  readonly declarations: IngestBatch['declarations']
  readonly endorsements: IngestBatch['endorsements']
  readonly hints: readonly OwnerRecord[]
  readonly personOf: ReadonlyMap<number, PersonId>
}

type Held = {
  at: number | null
  channel: IngestInteraction['channel']
  bulk: boolean
  participants: IngestInteraction['participants'][number][]
}

/**
 * Reads files into memory.
 * @throws KithError 'nothing-readable' when no importer reads any of them
 */
export async function gather(
  context: Context,
  paths: readonly string[],
  as: string | null,
): Promise<Gathered> {
  const directory = new Directory()
  const resolver = new Resolver(directory, context.owner, null)
  const forced = as === null ? null : sourceNamed(as)
  const hints = new OwnerHints()
  const interactions = new Map<string, Held>()
  const facts: PersonFact[] = []
  const declarations: IngestBatch['declarations'][number][] = []
  const endorsements: IngestBatch['endorsements'][number][] = []
  const options = { region: localRegion(), timeZone: localTimeZone(), until: context.now() }
  let readAny = false
  let failure: string | null = null
  for await (const opened of openPaths(paths)) {
    checkCancelled(context.signal)
    if ('problem' in opened) {
      failure ??= `${opened.path}: ${opened.problem}`
      continue
    }
    const importer = forced ?? detectSource(opened.head)
    if (importer === null) continue
    readAny = true
    try {
      for await (const batch of importer.read(opened.entry, options)) {
        checkCancelled(context.signal)
        hints.keep(batch.records)
        const resolved = resolver.resolve(batch.records, importer.id)
        for (const interaction of resolved.interactions) hold(interactions, interaction)
        facts.push(...resolved.facts)
        declarations.push(...resolved.declarations)
        endorsements.push(...resolved.endorsements)
      }
    } catch (error) {
      if (!(error instanceof KithError) || error.code === 'interrupted') throw error
      failure ??= `${opened.entry.path}: ${error.message}`
    }
  }
  if (!readAny)
    throw new KithError(
      'nothing-readable',
      failure ?? `Nothing in ${paths.join(', ')} can be read; kith reads: ${readable()}.`,
    )
  if (interactions.size === 0 && declarations.length === 0 && failure !== null)
    throw new KithError('nothing-readable', failure)
  return assemble(directory, hints.all, interactions, facts, declarations, endorsements)
}

/** Copies of one event unite their participants, as the store does it. */
function hold(interactions: Map<string, Held>, next: IngestInteraction): void {
  const held = interactions.get(next.key)
  if (held === undefined) {
    interactions.set(next.key, {
      at: next.at,
      channel: next.channel,
      bulk: next.bulk,
      participants: [...next.participants],
    })
    return
  }
  held.bulk ||= next.bulk
  for (const participant of next.participants)
    if (
      !held.participants.some((p) => p.identityId === participant.identityId && p.role === participant.role)
    )
      held.participants.push(participant)
}

function assemble(
  directory: Directory,
  hints: readonly OwnerRecord[],
  interactions: ReadonlyMap<string, Held>,
  facts: readonly PersonFact[],
  declarations: Gathered['declarations'],
  endorsements: Gathered['endorsements'],
): Gathered {
  const personOf = new Map<number, PersonId>()
  const identities = new Map<PersonId, Identity[]>()
  for (const { key, id, person } of directory.entries()) {
    personOf.set(id, person)
    const held = identities.get(person)
    if (held) held.push(identityOf(key))
    else identities.set(person, [identityOf(key)])
  }
  const resolvePerson = (id: number): PersonId => personOf.get(id) as PersonId
  return {
    directory,
    interactions: [...interactions.values()].flatMap(({ at, channel, bulk, participants }) =>
      at === null
        ? []
        : [
            {
              at,
              channel,
              bulk,
              participants: participants.map(({ identityId, role }) => ({
                person: resolvePerson(identityId),
                role,
              })),
            },
          ],
    ),
    factsOf: Map.groupBy(facts, (fact) => resolvePerson(fact.identityId)),
    identitiesOf: identities,
    declarations,
    endorsements,
    hints,
    personOf,
  }
}

/**
 * The people whose network is scored: everybody, the people that the words name (together one ego), or who the
 * sources say the owner is. Each ego is a set of people.
 * @throws KithError 'usage' when nobody fits, or nothing says who the owner is
 */
export function egosOf(
  gathered: Gathered,
  me: readonly string[],
  owner: Context['owner'],
): readonly (readonly PersonId[])[] {
  if (me.length === 1 && me[0]?.toLowerCase() === 'all')
    return [...gathered.identitiesOf.keys()].map((person) => [person])
  const own = gathered.directory.find(ownIdentity(owner))
  const found = (identities: readonly Identity[]): PersonId[] =>
    identities.map((identity) => gathered.directory.find(identity)).filter((person) => person !== null)
  if (me.length > 0) {
    const people = me.flatMap((word) => {
      const [person] = found(identitiesOf(word))
      if (person === undefined)
        throw new KithError(
          'usage',
          `Nobody in these files is ${word}; --me takes an address, number, profile or id that is in them, or all.`,
        )
      return [person]
    })
    return [[...new Set([...people, ...(own === null ? [] : [own])])]]
  }
  const choice = chooseEgo(gathered.hints)
  const people = [...new Set([...found(choice?.identities ?? []), ...(own === null ? [] : [own])])]
  if (people.length === 0)
    throw new KithError(
      'usage',
      'These files do not say whose they are; say it with --me <address>, or score everybody with --me all.',
    )
  return [people]
}
