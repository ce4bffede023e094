import { chooseEgo } from '#core/identity/ego.ts'
import { Directory } from '#core/identity/directory.ts'
import { identitiesOf } from '#core/identity/parse.ts'
import { KithError } from '#core/model/errors.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { Identity } from '#core/model/identity.ts'
import type { OwnerRecord, Skipped } from '#core/model/records.ts'
import { openPaths } from '#intake/open-paths.ts'
import { identityOfCode, type Known, knownFrom, roleOfCode, unite } from '#store/copies.ts'
import { keywordsIn, noteKeywords } from '#store/keywords.ts'
import type { IngestBatch, PersonFact } from '#store/store.ts'
import type { Occurrence } from '#core/ledger/touchpoints.ts'
import { localRegion, localTimeZone } from '../dates.ts'
import { identityOf } from '../import/derive.ts'
import { OwnerHints } from '../import/owner-hints.ts'
import { Packer, Unpacker } from '../import/pack-batch.ts'
import { ownIdentity, Resolver } from '../import/resolve.ts'
import { detectSource, readable, sourceNamed } from '../import/sources.ts'
import type { Context } from '../operation.ts'
import { PositionFacts } from '../organisations/position-facts.ts'
import { checkCancelled } from '../run.ts'

/** What files say, as it was read: identities are not yet people for good. */
export type Read = {
  readonly directory: Directory
  /** Copies of one interaction are one. */
  readonly interactions: ReadonlyMap<string, Known>
  /** What interactions are about beside their subjects, by key, as the store keeps it. */
  readonly keywords: ReadonlyMap<string, string>
  readonly facts: readonly PersonFact[]
  readonly declarations: IngestBatch['declarations']
  readonly endorsements: IngestBatch['endorsements']
  readonly listings: NonNullable<IngestBatch['listings']>
  readonly hints: readonly OwnerRecord[]
  readonly skipped: SkippedRecords
}

/** Records that gave nothing. */
export type SkippedRecords = {
  readonly count: number
  /** The first of them, with the file each stands in. */
  readonly problems: readonly (Skipped & { readonly path: string })[]
}

const MAX_PROBLEMS = 100

/** The same with people in place of identities: what `score` reads instead of a database. */
export type Gathered = Pick<Read, 'declarations' | 'endorsements' | 'listings'> & {
  /** Those with a time; codes as in core/model/interaction.ts. */
  readonly interactions: readonly (Occurrence & {
    readonly at: number
    readonly subject: string | null
    readonly keywords: readonly string[]
  })[]
  readonly factsOf: ReadonlyMap<PersonId, readonly PersonFact[]>
  readonly identitiesOf: ReadonlyMap<PersonId, readonly Identity[]>
  readonly personOf: ReadonlyMap<number, PersonId>
}

/**
 * Reads files into memory.
 * @throws KithError 'nothing-readable' when no importer reads any of them
 */
export async function gather(context: Context, paths: readonly string[], as: string | null): Promise<Read> {
  const directory = new Directory()
  const resolver = new Resolver(directory, context.owner, null)
  const packer = new Packer()
  const unpacker = new Unpacker()
  const forced = as === null ? null : sourceNamed(as)
  const hints = new OwnerHints()
  const interactions = new Map<string, Known>()
  const keywords = new Map<string, string>()
  const facts: PersonFact[] = []
  const declarations: IngestBatch['declarations'][number][] = []
  const endorsements: IngestBatch['endorsements'][number][] = []
  const listings: Read['listings'][number][] = []
  const options = { region: localRegion(), timeZone: localTimeZone(), until: context.now() }
  const problems: SkippedRecords['problems'][number][] = []
  let count = 0
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
        count += batch.skipped.length
        for (const one of batch.skipped.slice(0, Math.max(0, MAX_PROBLEMS - problems.length)))
          problems.push({ path: opened.entry.path, ...one })
        packer.add(batch)
        const pack = unpacker.unpack(packer.take())
        const resolved = resolver.resolve([pack], importer.id, 0, new PositionFacts(importer.id, null))
        for (const interaction of resolved.interactions) {
          const held = interactions.get(interaction.key)
          const known = knownFrom(interaction)
          interactions.set(interaction.key, held === undefined ? known : unite(held, known))
          noteKeywords(keywords, interaction.key, interaction.keywords)
        }
        facts.push(...resolved.facts)
        declarations.push(...resolved.declarations)
        endorsements.push(...resolved.endorsements)
        listings.push(...(resolved.listings ?? []))
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
  const empty = interactions.size === 0 && declarations.length === 0
  if (empty && failure !== null) throw new KithError('nothing-readable', failure)
  if (empty && problems[0] !== undefined)
    throw new KithError(
      'nothing-readable',
      `Not one of the records can be read, and ${count.toLocaleString('en')} were skipped; the first: ${problems[0].path}, ${problems[0].where}: ${problems[0].reason}.`,
    )
  return {
    directory,
    hints: hints.all,
    interactions,
    keywords,
    facts,
    declarations,
    endorsements,
    listings,
    skipped: { count, problems },
  }
}

/** Puts people in place of identities, once nobody is joined any more. */
export function assemble(read: Read): Gathered {
  const personOf = new Map<number, PersonId>()
  const identities = new Map<PersonId, Identity[]>()
  for (const { key, id, person } of read.directory.entries()) {
    personOf.set(id, person)
    const held = identities.get(person)
    if (held) held.push(identityOf(key))
    else identities.set(person, [identityOf(key)])
  }
  const interactions = [...read.interactions].flatMap(
    ([key, { at, channel, bulk, subject, participants }]) => {
      if (at === null) return []
      const people = Array.from(participants, (code) => ({
        person: personOf.get(identityOfCode(code)) as number,
        role: roleOfCode(code),
      }))
      const keywords = keywordsIn(read.keywords.get(key))
      return [{ at, channel, bulk, subject, keywords, participants: people }]
    },
  )
  return {
    interactions,
    factsOf: Map.groupBy(read.facts, (fact) => personOf.get(fact.identityId) as PersonId),
    identitiesOf: identities,
    declarations: read.declarations,
    endorsements: read.endorsements,
    listings: read.listings,
    personOf,
  }
}

/**
 * The people whose network is scored: everybody, the people that the words name (together one ego), or who the
 * sources say the owner is. Each ego is a set of people.
 * @throws KithError 'usage' when nobody fits, or nothing says who the owner is
 */
export function egosOf(
  { directory, hints }: Pick<Read, 'directory' | 'hints'>,
  me: readonly string[],
  owner: Context['owner'],
): readonly (readonly PersonId[])[] {
  const everybody = [...directory.entries()]
  if (me.length === 1 && me[0]?.toLowerCase() === 'all')
    return [...new Set(everybody.map((entry) => entry.person))].map((person) => [person])
  const find = (identity: Identity): PersonId[] => {
    const person = directory.find(identity)
    return person === null ? [] : [person]
  }
  const named =
    me.length > 0
      ? me.flatMap((word) => namedBy(directory, word))
      : (chooseEgo(hints)?.identities ?? []).flatMap(find)
  const people = new Set([...named, ...find(ownIdentity(owner))])
  if (people.size === 0)
    throw new KithError(
      'usage',
      'These files do not say whose they are; say it with --me <address>, or score everybody with --me all.',
    )
  // Several addresses are one me: joined here, as the store does it.
  const theirs = everybody.filter((entry) => people.has(entry.person)).map((entry) => identityOf(entry.key))
  directory.join(theirs, 'they are the owner')
  return [[...new Set(theirs.flatMap(find))]]
}

/** @throws KithError 'usage' when nobody fits the word */
function namedBy(directory: Directory, word: string): PersonId {
  for (const identity of identitiesOf(word)) {
    const person = directory.find(identity)
    if (person !== null) return person
  }
  throw new KithError(
    'usage',
    `Nobody in these files is ${word}; --me takes an address, number, profile or id that is in them, or all.`,
  )
}
