import { z } from 'zod'
import { chooseProfile } from '#core/identity/profile.ts'
import type { PersonId } from '#core/model/ids.ts'
import { type Identity, identityKinds } from '#core/model/identity.ts'
import { endOfData, scoringTimes } from '#core/scoring/end-of-data.ts'
import { isoTime, isoTimeOrNull } from './dates.ts'
import { statedTime } from './iso-time.ts'
import { operation } from './operation.ts'
import { identity, interactionCounts, problem, scores } from './schemas.ts'
import { assemble, egosOf, gather } from './score/gather.ts'
import { scoreEgos, timesOf } from './score/egos.ts'
import { learnedCloseness, shippedClosenessOfPairs } from './score/learned-closeness.ts'
import { count, day, percent, table } from './text.ts'
import { wordsOf } from './words.ts'

const line = z.object({
  ego: z.string().describe('Main address of whose network it is'),
  person: z.object({ name: z.string(), identities: z.array(identity) }),
  closeness: scores.closeness,
  trust: scores.trust,
  calibre: scores.calibre,
  worth: scores.worth,
  interactions: interactionCounts,
  lastAt: z.iso.datetime().nullable(),
})

/** Rows shown in the terminal; --json prints all. */
const SHOWN = 40

/** Skipped records said in the terminal. */
const SHOWN_PROBLEMS = 5

const order = (a: Identity, b: Identity): number =>
  identityKinds.indexOf(a.kind) - identityKinds.indexOf(b.kind) || (a.value < b.value ? -1 : 1)

export const scoreFiles = operation({
  name: 'score-files',
  description:
    'Reads the files into memory and prints one line a contact. Whoever the ego has any history with is listed, also who only ever sent bulk mail. With --me all everybody in the files is scored as an ego of their own, which serves analysts.',
  input: z.object({
    paths: z
      .array(z.string().min(1))
      .min(1, 'name at least one file or folder')
      .describe('Files, folders or zip archives'),
    as: z.string().optional().describe('Read every file as this source'),
    me: z
      .array(z.string().min(1))
      .default([])
      .describe('Whose network: addresses that are one person, or all'),
    at: z.string().optional().describe('Look at it as of this time; nothing later is seen'),
    field: z.string().default('').describe('The field that calibre is judged for, in words'),
    model: z
      .enum(['default', 'learned'])
      .default('default')
      .describe('Closeness by the shipped weights, or by weights learned from the past that the files show'),
  }),
  output: z.object({
    scoredAt: z.iso.datetime(),
    model: z.string().describe('What closeness was computed by, in words'),
    lines: z.array(line),
    skipped: z.number().int().describe('Records of the files that gave nothing'),
    problems: z.array(problem.extend({ path: z.string() })).describe('Why: the first hundred'),
  }),
  examples: [
    { title: 'A mailbox', input: { paths: ['mail.mbox'], me: ['jane@acme.example'] } },
    {
      title: 'Everybody in a log of events, as of a day',
      input: { paths: ['events.csv'], me: ['all'], at: '2001-09-01' },
    },
    {
      title: 'The same, with closeness learned from what came before that day',
      input: { paths: ['events.csv'], me: ['all'], at: '2001-09-01', model: 'learned' },
    },
  ],
  cli: {
    positionals: ['paths'],
    variadic: true,
    stateless: true,
    lines: ({ lines }) => lines,
    notes: ({ skipped, problems }) => [
      ...problems
        .slice(0, SHOWN_PROBLEMS)
        .map(({ path, where, reason }) => `skipped: ${path}, ${where}: ${reason}`),
      ...(skipped > SHOWN_PROBLEMS ? [`${count(skipped, 'record')} skipped in all.`] : []),
    ],
    exitCode: ({ skipped }, { strict }) => (strict && skipped > 0 ? 1 : 0),
    print: ({ lines, scoredAt, model }) =>
      `${table(
        ['whose', 'contact', 'calibre', 'closeness', 'trust', 'worth', 'last contact'],
        lines
          .slice(0, SHOWN)
          .map((score) => [
            score.ego,
            score.person.name,
            percent(score.calibre),
            percent(score.closeness),
            percent(score.trust),
            percent(score.worth),
            day(score.lastAt),
          ]),
      )}\n${Math.min(SHOWN, lines.length)} of ${lines.length}, as of ${day(scoredAt)}, closeness by ${model}${lines.length > SHOWN ? '; --json prints all' : ''}`,
  },
  long: true,
  run: async (context, input) => {
    const stated = input.at === undefined ? null : statedTime(input.at)
    const read = await gather(context, input.paths, input.as ?? null)
    const egos = egosOf(read, input.me, context.owner)
    const gathered = assemble(read)
    const times = scoringTimes(stated, endOfData(timesOf(gathered, egos), context.now()))
    const shown = (person: PersonId) => {
      const identities = [...(gathered.identitiesOf.get(person) ?? [])].sort(order)
      return { name: chooseProfile(gathered.factsOf.get(person) ?? [], identities).name, identities }
    }
    const egoNames = egos.map((people) => {
      const identities = people
        .flatMap((person) => shown(person).identities)
        .filter((i) => !i.value.startsWith('kith:'))
      return identities.sort(order)[0]?.value ?? 'me'
    })
    const isEgo = new Set(egos.flat())
    const learned =
      input.model === 'learned'
        ? await learnedCloseness(context, gathered, (person) => isEgo.has(person), times)
        : null
    // One owner's scores are those of the store, which shows what goes on around a tie to nobody yet.
    const shipped = egos.length > 1 ? shippedClosenessOfPairs(gathered, times) : null
    const results = scoreEgos(gathered, egos, input.field, times, learned?.of ?? shipped)
      .map((score) => ({ score, person: shown(score.person) }))
      .map(({ score, person }) => ({
        ego: egoNames[score.ego] ?? 'me',
        person,
        closeness: score.closeness,
        trust: score.trust,
        calibre: score.calibre,
        worth: score.worth,
        interactions: score.interactions,
        lastAt: isoTimeOrNull(score.lastAt),
      }))
    results.sort(
      (a, b) =>
        (a.ego === b.ego ? 0 : a.ego < b.ego ? -1 : 1) ||
        b.worth - a.worth ||
        b.closeness - a.closeness ||
        ((a.person.identities[0]?.value ?? '') < (b.person.identities[0]?.value ?? '') ? -1 : 1),
    )
    const words = wordsOf(context).learning
    const model = learned === null ? words.shipped : words.by(learned.learned)
    const { skipped } = read
    return {
      scoredAt: isoTime(times.until),
      model,
      lines: results,
      skipped: skipped.count,
      problems: [...skipped.problems],
    }
  },
})
