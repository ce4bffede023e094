import { z } from 'zod'
import { Candidates } from '#core/identity/matching/candidates.ts'
import type { Decisions } from '#core/identity/matching/cluster.ts'
import { explainMatch, matchPartInWords } from '#core/identity/matching/explain-match.ts'
import { matchProbability, priorWeight } from '#core/identity/matching/match-model.ts'
import { Matcher } from '#core/identity/matching/match-people.ts'
import { sharedCompany } from '#core/identity/matching/shared-company.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { Merge, VerdictRow } from '#store/store.ts'
import { refreshProfiles, refreshTouchpoints } from '../import/derive.ts'
import { type Context, operation } from '../operation.ts'
import { breathe } from '../run.ts'
import { count } from '../text.ts'
import { identitySettings } from './identity-settings.ts'
import { type PeopleToMatch, peopleToMatch } from './people-to-match.ts'

/** Up to so many people everybody is compared anew after each import; above, those who are new. */
const COMPARED_ANEW = 20_000
/** Pairs below this probability are not worth reading their company for. */
const WORTH_READING = 0.02
/** Merges written in one transaction. */
const WRITTEN_TOGETHER = 2_000
const SEEN = 'identity-seen'

export type Resolution = { readonly people: number; readonly merged: number; readonly questions: number }

/**
 * Works out who is who by probability and acts on it: merges what is sure, and keeps the rest as questions. Everything
 * is compared anew, or in a large directory whoever got an identity since the last time.
 */
export async function resolveWho(context: Context, everybody = false): Promise<Resolution> {
  const { store, owner } = context
  const directory = await store.directory()
  const facts = await store.facts()
  await breathe(context.signal)
  const all = peopleToMatch(directory, facts)
  const { me } = await store.owner(owner)
  const settings = await identitySettings(context)
  const verdicts = await store.verdicts()
  await breathe(context.signal)
  const seenUpTo = Number((await store.setting(owner, SEEN)) ?? 0)
  const anew = everybody || all.people.length <= COMPARED_ANEW || seenUpTo === 0
  const { matcher, order, candidates } = compared(all, anew ? null : seenUpTo)
  await breathe(context.signal)
  const pairs = await withCompany(context, matcher, order, all, candidates, me)
  await breathe(context.signal)
  const at = (pair: readonly [number, number]): readonly [number, number] => [
    order.of(pair[0]),
    order.of(pair[1]),
  ]
  const pairsSaid = (word: VerdictRow['verdict']): (readonly [number, number])[] =>
    verdicts.flatMap(({ first, second, verdict }) => {
      const [a, b] = [all.rowOfIdentity.get(first), all.rowOfIdentity.get(second)]
      return verdict !== word || a === undefined || b === undefined || a === b ? [] : [at([a, b])]
    })
  const mine = me === null ? undefined : all.rowOf.get(me)
  const decisions = matcher.decide(
    pairs,
    {
      apart: pairsSaid('apart'),
      ask: pairsSaid('ask'),
      careful: new Set(mine === undefined ? [] : [order.of(mine)]),
    },
    settings,
  )
  const remembered = pairsSaid('same').map(([a, b]) => ({ a, b, probability: null }))
  const merged = await merge(context, matcher, order, all, [...remembered, ...decisions.merged], me)
  const questions = await ask(context, matcher, order, all, decisions, anew ? null : seenUpTo, me)
  if (directory.nextIdentityId !== seenUpTo) await store.setSetting(owner, SEEN, directory.nextIdentityId)
  return { people: all.people.length, merged, questions }
}

/** Positions in the matcher against rows of the directory: whoever is new comes last. */
type Order = { readonly of: (row: number) => number; readonly row: (position: number) => number }

function compared(
  all: PeopleToMatch,
  seenUpTo: number | null,
): { readonly matcher: Matcher; readonly order: Order; readonly candidates: Candidates } {
  if (seenUpTo === null) {
    const matcher = new Matcher(all.people)
    const same = (n: number): number => n
    return { matcher, order: { of: same, row: same }, candidates: matcher.candidates() }
  }
  const rows = all.people.map((_, row) => row)
  const isNew = (row: number): boolean => all.newest[row]! >= seenUpTo
  const ordered = [...rows.filter((row) => !isNew(row)), ...rows.filter(isNew)]
  const positions = new Int32Array(ordered.length)
  for (const [position, row] of ordered.entries()) positions[row] = position
  const old = ordered.filter((row) => !isNew(row)).map((row) => all.people[row]!)
  const matcher = new Matcher(old)
  const candidates = matcher.add(ordered.slice(old.length).map((row) => all.people[row]!))
  return {
    matcher,
    order: { of: (row) => positions[row]!, row: (position) => ordered[position]! },
    candidates,
  }
}

/** Reads in whose company those were who may be one, and compares them again. */
async function withCompany(
  context: Context,
  matcher: Matcher,
  order: Order,
  all: PeopleToMatch,
  candidates: Candidates,
  me: PersonId | null,
): Promise<Candidates> {
  const prior = priorWeight(matcher.model, all.people.length)
  const wanted = new Set<PersonId>()
  for (let i = 0; i < candidates.length; i++)
    if (matchProbability(candidates.totalUnder(matcher.model, prior, i)) >= WORTH_READING)
      for (const position of [candidates.first(i), candidates.second(i)])
        wanted.add(all.ids[order.row(position)]!)
  if (wanted.size === 0) return candidates
  const groups = await context.store.companyOf(context.owner, [...wanted])
  matcher.table.company = sharedCompany(
    groups,
    (person) => {
      const row = all.rowOf.get(person)
      return row === undefined ? -1 : order.of(row)
    },
    me,
  )
  return candidates.again(matcher.table, matcher.model)
}

async function merge(
  context: Context,
  matcher: Matcher,
  order: Order,
  all: PeopleToMatch,
  matches: readonly { readonly a: number; readonly b: number; readonly probability: number | null }[],
  me: PersonId | null,
): Promise<number> {
  const merges = matches.map(({ a, b, probability }): Merge => {
    const [first, second] = [all.ids[order.row(a)]!, all.ids[order.row(b)]!]
    // The owner stays who they are, otherwise whoever is known for longest.
    const kept = first === me || (second !== me && first < second) ? first : second
    const gone = kept === first ? second : first
    if (probability === null)
      return { kept, gone, reason: 'you said so before', by: 'user', at: context.now() }
    const { parts } = explainMatch(matcher.table, matcher.model, matcher.people, a, b)
    const reason = parts
      .filter(({ bits }) => bits >= 1)
      .map(matchPartInWords)
      .join('; ')
    return { kept, gone, reason, by: 'match', probability, at: context.now() }
  })
  for (let start = 0; start < merges.length; start += WRITTEN_TOGETHER) {
    await breathe(context.signal)
    await context.store.joinPeople(context.owner, merges.slice(start, start + WRITTEN_TOGETHER))
  }
  return merges.length
}

/** Who somebody is after the merges: the owner, or whoever of the cluster is known for longest. */
function peopleAfter(
  order: Order,
  all: PeopleToMatch,
  { clusterOf }: Decisions,
  me: PersonId | null,
): (position: number) => PersonId {
  const kept = new Map<number, PersonId>()
  for (const [position, root] of clusterOf.entries()) {
    const person = all.ids[order.row(position)]!
    const held = kept.get(root)
    if (held === undefined || person === me || (held !== me && person < held)) kept.set(root, person)
  }
  return (position) => kept.get(clusterOf[position]!)!
}

async function ask(
  context: Context,
  matcher: Matcher,
  order: Order,
  all: PeopleToMatch,
  decisions: Decisions,
  seenUpTo: number | null,
  me: PersonId | null,
): Promise<number> {
  const nowOf = peopleAfter(order, all, decisions, me)
  const rows = decisions.review.map(({ a, b, probability }) => ({
    first: nowOf(a),
    second: nowOf(b),
    probability,
    evidence: explainMatch(matcher.table, matcher.model, matcher.people, a, b),
  }))
  const about = seenUpTo === null ? null : all.ids.filter((_, row) => all.newest[row]! >= seenUpTo)
  await context.store.saveQuestions(rows, about)
  return rows.length
}

export const resolveIdentities = operation({
  name: 'resolve-identities',
  summary: 'Works out anew who is who among everybody.',
  description:
    'kith does this by itself after every import. What is surely one person is merged, what may be is asked (kith review).',
  input: z.object({}),
  output: z.object({
    people: z.number().int(),
    merged: z.number().int(),
    questions: z.number().int(),
  }),
  examples: [{ title: 'After changing the thresholds', input: {} }],
  http: { method: 'post', path: '/identity/resolve' },
  cli: {
    command: ['resolve'],
    print: ({ people, merged, questions }) =>
      `${count(people, 'person', 'people')} compared, ${count(merged, 'merge')} made, ${count(questions, 'question')} for kith review.`,
  },
  mcp: { readOnly: false },
  long: true,
  run: async (context) => {
    context.progress({ step: 'working out who is who', done: 0, total: null, unit: 'contacts' })
    const resolution = await resolveWho(context, true)
    await refreshProfiles(context)
    await refreshTouchpoints(context)
    return resolution
  },
})
