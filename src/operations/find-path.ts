import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import type { PersonId } from '#core/model/ids.ts'
import { personId } from '#core/model/ids.ts'
import type { Sentences } from '#core/sentences/index.ts'
import { percent as probabilityInWords } from '#core/worth/wording.ts'
import { isoTimeOrNull } from './dates.ts'
import type { Context } from './operation.ts'
import { operation } from './operation.ts'
import { share } from './schemas.ts'
import { networkGraph, twoWay } from './study/network-graph.ts'
import { pathsTo } from './study/paths.ts'
import { introductionPath, named, studyShown } from './study/schemas.ts'
import { withoutStudy } from './study/words.ts'
import { wordsOf } from './words.ts'

/** People named when a word fits several. */
const SHOWN = 5

/**
 * The one person, contact or not, whom a user means by an id, an address, a profile URL or (part of) a name.
 * @throws KithError 'not-found' when nobody fits; 'conflict' that names them when several do
 */
export async function findAnybody(context: Context, who: string): Promise<PersonId> {
  const { store } = context
  const word = who.trim()
  const { input: words } = wordsOf(context)
  if (/^\d{1,9}$/.test(word)) {
    const id = personId(Number(word))
    if ((await store.profiles([id])).has(id)) return id
  }
  const found = await store.findAnybody(word, SHOWN + 1)
  const [first, ...others] = found
  if (first === undefined) throw new KithError('not-found', words.nobodyInData(word))
  if (others.length === 0) return first.personId
  const exact = found.filter((row) => row.name.toLowerCase() === word.toLowerCase())
  if (exact.length === 1 && exact[0] !== undefined) return exact[0].personId
  const names = found.slice(0, SHOWN).map((row) => `${row.name} (${row.personId})`)
  throw new KithError('conflict', words.severalFit(word, names, found.length > SHOWN))
}

export const findPath = operation({
  name: 'find-path',
  description:
    'The most probable introductions over one or two intermediaries, no two of which share one. The probability of a path is your closeness to the first, times how willing each is to pass it on, times how alive each further tie is.',
  input: z.object({
    who: z.string().trim().min(1).max(300).describe('Name or part of it, address, profile URL, or id'),
    count: z.coerce.number().int().min(1).max(10).default(3).describe('How many paths at the most'),
  }),
  output: z.object({
    person: named.extend({ organisation: z.string().nullable(), title: z.string().nullable() }),
    known: z.boolean().describe('True when you are in touch both ways already'),
    closeness: share.nullable().describe('Of your own tie; null when there is none'),
    ...studyShown,
    paths: z.array(introductionPath),
  }),
  examples: [{ title: 'Who can introduce me to Grace Hopper', input: { who: 'Grace Hopper' } }],
  cli: {
    positionals: ['who'],
    variadic: true,
    json: ({ paths }) => paths,
    print: ({ text, paths }) =>
      [
        text,
        ...paths.flatMap((path, i) => [
          '',
          `${i + 1}. ${['you', ...path.steps.map(({ name }) => name)].join(' → ')}: ${probabilityInWords(path.probability)}${path.asked === null ? '' : ` (${path.asked})`}`,
          ...path.steps.map(
            (step) =>
              `   ${step.evidence} Tie ${probabilityInWords(step.closeness)}${step.willing === null ? '' : `, passes it on ${probabilityInWords(step.willing)}`}.`,
          ),
          `   “${path.message}”`,
        ]),
        ...(paths[0] === undefined
          ? []
          : [
              '',
              `Once you have asked: kith introduction ask ${paths[0].steps.at(-1)?.id ?? ''} --via ${paths[0].steps[0]?.id ?? ''}`,
            ]),
      ].join('\n'),
  },
  mcp: { readOnly: true, name: 'find_introduction' },
  long: true,
  run: async (context, { who, count }) => {
    const network = await networkGraph(context)
    const words = wordsOf(context)
    if (network === 'unknown-me') throw new KithError('not-found', words.discover.unknownMe)
    const id = await findAnybody(context, who)
    const { me } = await context.store.owner(context.owner)
    if (id === me) throw new KithError('invalid-input', 'That is yourself; name somebody you want to meet.')
    const profile = (await context.store.profiles([id])).get(id)
    const name = profile?.name ?? who
    const person = { id, name, organisation: profile?.organisation ?? null, title: profile?.title ?? null }
    if (network === 'studying') {
      const row = await context.store.person(context.owner, id)
      const known = row !== null && twoWay(row)
      return {
        person,
        known,
        closeness: row?.closeness ?? null,
        ...withoutStudy(network, words.discover),
        paths: [],
      }
    }
    const node = network.nodeOf.get(id)
    const row = node === undefined ? undefined : network.contact(node)
    const known = row !== undefined && twoWay(row)
    const asked = await context.store.introductions(context.owner)
    const shared = node === undefined ? [] : network.topicsInCommon(node)
    const paths = node === undefined ? [] : pathsTo(network, node, count, asked, shared, words)
    return {
      person,
      known,
      closeness: row?.closeness ?? null,
      state: 'ok' as const,
      text: told(name, known, row?.closeness ?? 0, paths, words.discover),
      at: isoTimeOrNull(network.facts.at),
      old: network.old,
      paths,
    }
  },
})

function told(
  name: string,
  known: boolean,
  closeness: number,
  paths: readonly { readonly probability: number }[],
  words: Sentences['discover'],
): string {
  const best = paths[0]
  if (!known) return best === undefined ? words.noPath(name) : words.bestPath(name, best.probability)
  const own = words.knownYourself(name, closeness)
  return best === undefined || best.probability <= closeness
    ? own
    : `${own}${words.introductionLikelier(best.probability)}`
}
