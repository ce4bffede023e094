import { z } from 'zod'
import type { Candidates } from '#core/identity/matching/candidates.ts'
import type { Decisions } from '#core/identity/matching/cluster.ts'
import { explainMatch } from '#core/identity/matching/explain-match.ts'
import { matchProbability, priorWeight } from '#core/identity/matching/match-model.ts'
import { Matcher } from '#core/identity/matching/match-people.ts'
import type { PersonId } from '#core/model/ids.ts'
import { sentences } from '#core/sentences/index.ts'
import type { Directory, VerdictRow } from '#store/store.ts'
import { refreshProfiles, refreshTouchpoints } from '../import/derive.ts'
import { type Context, operation } from '../operation.ts'
import { breathe } from '../run.ts'
import { foundIn, settleMe } from '../import/settle-me.ts'
import { learnAfterImport } from '../learn-closeness.ts'
import { count } from '../text.ts'
import { identitySettings } from './identity-settings.ts'
import { companyAmong, type PeopleToMatch, peopleToMatch } from './people-to-match.ts'
import { byKeys, joinPeople, partPeople, type Wanted } from './settle-people.ts'
import { whoseByKeys } from './whose-by-keys.ts'

/** Pairs below this probability are not worth reading their company for. */
const WORTH_READING = 0.02

export type Resolution = {
  readonly people: number
  readonly merged: number
  readonly parted: number
  readonly questions: number
}

/**
 * Works out who is who and acts on it: merges what is sure, takes back what is not any more, and keeps the rest as
 * questions. Who is one follows from what is known and what the user said, not from the order of imports: everybody is
 * compared each time, since every name that is added tells more of how frequent the others are.
 */
export async function resolveWho(context: Context): Promise<Resolution> {
  const { store, owner } = context
  const directory = await store.directory()
  const facts = await store.facts()
  await breathe(context.signal)
  const { me } = await store.owner(owner)
  const settings = await identitySettings(context)
  const verdicts = await store.verdicts()
  const { whose, numbers } = await whoseByKeys(context, directory, facts, verdicts, me)
  const all = peopleToMatch(directory, facts, whose, numbers)
  await breathe(context.signal)
  const mine = directory.personIds.indexOf(me ?? -1)
  const self = mine < 0 ? null : whose[mine]!
  const matcher = new Matcher(all.people)
  await breathe(context.signal)
  const candidates = matcher.candidates()
  await breathe(context.signal)
  const pairs = await withCompany(context, { matcher, all, candidates, directory, self })
  await breathe(context.signal)
  const pairsSaid = (word: VerdictRow['verdict']): (readonly [number, number])[] =>
    verdicts.flatMap(({ first, second, verdict }) => {
      const [a, b] = [all.rowOfIdentity.get(first), all.rowOfIdentity.get(second)]
      return verdict !== word || a === undefined || b === undefined || a === b ? [] : [[a, b] as const]
    })
  const selfRow = self === null ? undefined : all.rowOf.get(self)
  const decisions = matcher.decide(
    pairs,
    {
      apart: pairsSaid('apart'),
      ask: pairsSaid('ask'),
      careful: new Set(selfRow === undefined ? [] : [selfRow]),
    },
    settings,
  )
  const wanted = (position: number): number => {
    const row = all.rowOfIdentity.get(directory.identityIds[position]!)
    // Nobodies stay by themselves, under numbers that no row has.
    return row === undefined ? -1 - whose[position]! : decisions.clusterOf[row]!
  }
  const parted = await partPeople(context, directory, wanted)
  const present = parted > 0 ? await store.directory() : directory
  // A number that several give may still be with another of them; any other key tells who somebody is.
  const numbered = new Set(directory.identityIds.filter((_, at) => directory.keys[at]!.startsWith('phone:')))
  const anIdentity = (row: number): number => {
    const ids = all.identityIds[row]!
    return ids.find((id) => !numbered.has(id)) ?? ids[0]!
  }
  const { made, nowOf } = await joinPeople(
    context,
    present,
    [
      ...pairsSaid('same').map(([a, b]): Wanted => ({
        first: anIdentity(a),
        second: anIdentity(b),
        why: () => ({ reason: 'you said so before', by: 'user' }),
      })),
      ...decisions.merged.map(({ a, b, probability }): Wanted => ({
        first: anIdentity(a),
        second: anIdentity(b),
        why: () => ({ reason: whyAlike(matcher, a, b), by: 'match', probability }),
      })),
      ...heldTogether(directory, whose),
    ],
    me,
  )
  const questions = await ask(context, matcher, decisions, (row) => nowOf(anIdentity(row)))
  return { people: all.people.length, merged: made, parted, questions }
}

/** Joins of what keys, taken together, make one person. */
function* heldTogether({ keys, identityIds }: Directory, whose: Int32Array): Iterable<Wanted> {
  const first = new Map<number, number>()
  for (const [position, label] of whose.entries()) {
    const id = identityIds[position]!
    const known = first.get(label)
    if (known === undefined) first.set(label, id)
    else yield { first: known, second: id, why: () => byKeys(keys[position]!) }
  }
}

const whyAlike = (matcher: Matcher, a: number, b: number): string =>
  explainMatch(matcher.table, matcher.model, matcher.people, a, b)
    .parts.filter(({ bits }) => bits >= 1)
    .map(sentences.en.matching.part)
    .join('; ')

/** Reads in whose company those were who may be one, and compares them again. */
async function withCompany(
  context: Context,
  {
    matcher,
    all,
    candidates,
    directory,
    self,
  }: {
    readonly matcher: Matcher
    readonly all: PeopleToMatch
    readonly candidates: Candidates
    readonly directory: Directory
    readonly self: number | null
  },
): Promise<Candidates> {
  const prior = priorWeight(matcher.model, all.people.length)
  const rows = new Set<number>()
  for (let i = 0; i < candidates.length; i++)
    if (matchProbability(candidates.totalUnder(matcher.model, prior, i)) >= WORTH_READING)
      for (const row of [candidates.first(i), candidates.second(i)]) rows.add(row)
  if (rows.size === 0) return candidates
  const personOf = new Map(
    Array.from(directory.identityIds, (id, position) => [id, directory.personIds[position] as PersonId]),
  )
  const wanted = new Set([...rows].flatMap((row) => all.identityIds[row]!.map((id) => personOf.get(id)!)))
  const groups = await context.store.companyOf(context.owner, [...wanted])
  matcher.table.company = companyAmong(all, groups, self)
  return candidates.again(matcher.table, matcher.model)
}

async function ask(
  context: Context,
  matcher: Matcher,
  { review }: Decisions,
  nowOf: (row: number) => PersonId,
): Promise<number> {
  const pairs = review.map((match) => ({ ...match, first: nowOf(match.a), second: nowOf(match.b) }))
  // Whether two newsletters are one is no question worth anybody's time.
  const bulkOnly = await context.store.bulkOnly(context.owner, [
    ...new Set(pairs.flatMap(({ first, second }) => [first, second])),
  ])
  const rows = pairs
    .filter(({ first, second }) => first !== second && !bulkOnly.has(first) && !bulkOnly.has(second))
    .map(({ a, b, first, second, probability }) => ({
      first,
      second,
      probability,
      evidence: explainMatch(matcher.table, matcher.model, matcher.people, a, b),
    }))
  await context.store.saveQuestions(rows, null)
  return rows.length
}

/** Who the owner is by what all imports said, where an import was killed before it could tell. */
async function meOfHints(context: Context): Promise<void> {
  const { store, owner } = context
  if ((await store.owner(owner)).me !== null) return
  const all = await store.hints(owner)
  await settleMe(context, [], foundIn(all.flatMap(({ hints }) => hints)))
}

export const resolveIdentities = operation({
  name: 'resolve-identities',
  description:
    'kith does this by itself after every import. What is surely one person is merged, what may be is asked (kith review).',
  input: z.object({}),
  output: z.object({
    people: z.number().int(),
    merged: z.number().int(),
    parted: z
      .number()
      .int()
      .describe('Taken out of somebody whom what is known now no longer makes them part of'),
    questions: z.number().int(),
  }),
  examples: [{ title: 'After changing the thresholds', input: {} }],
  cli: {
    print: ({ people, merged, parted, questions }) =>
      `${count(people, 'person', 'people')} compared, ${count(merged, 'merge')} made${parted === 0 ? '' : `, ${parted} taken back`}, ${count(questions, 'question')} for kith review.`,
  },
  mcp: { readOnly: false },
  long: true,
  run: async (context) => {
    context.progress({ step: 'working out who is who', done: 0, total: null, unit: 'contacts' })
    const { store, owner } = context
    const leftOver = await store.isUnconcluded(owner, context.now())
    const brought = await store.brought(owner)
    if (leftOver) await meOfHints(context)
    const resolution = await resolveWho(context)
    await refreshProfiles(context)
    await refreshTouchpoints(context)
    if (leftOver) {
      await learnAfterImport(context)
      await store.setConcluded(owner, brought)
    }
    return resolution
  },
})
