import { z } from 'zod'
import { introductionStates } from '#core/discover/introductions.ts'
import type { IntroductionState } from '#core/discover/introductions.ts'
import { KithError } from '#core/model/errors.ts'
import { introductionId } from '#core/model/ids.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { Sentences } from '#core/sentences/index.ts'
import { isoTime } from './dates.ts'
import { findAnybody } from './find-path.ts'
import { type Context, operation } from './operation.ts'
import { introduction } from './study/schemas.ts'
import type { Introduction } from './study/schemas.ts'
import { day, table } from './text.ts'
import { wordsOf } from './words.ts'

const words: Readonly<Record<IntroductionState, string>> = {
  asked: 'asked, no answer yet',
  made: 'introduced',
  declined: 'declined',
  met: 'met',
}

async function all(context: Context): Promise<Introduction[]> {
  const rows = await context.store.introductions(context.owner)
  const people = await context.store.profiles(rows.flatMap(({ to, via }) => [to, via]))
  const named = (id: PersonId) => ({ id, name: people.get(id)?.name ?? `person ${id}` })
  return rows.map((row) => ({
    id: row.id,
    to: named(row.to),
    via: named(row.via),
    state: row.state,
    askedAt: isoTime(row.askedAt),
    changedAt: isoTime(row.changedAt),
    note: row.note,
  }))
}

async function one(context: Context, id: number): Promise<Introduction> {
  const found = (await all(context)).find((each) => each.id === id)
  if (found === undefined) throw missing(id)
  return found
}

const missing = (id: number): KithError =>
  new KithError('not-found', `There is no introduction ${id}; kith introduction list shows those there are.`)

const line = (each: Introduction): string =>
  `Introduction ${each.id}: to ${each.to.name} through ${each.via.name}, ${words[each.state]}.`

export const askIntroduction = operation({
  name: 'ask-introduction',
  description:
    'kith sends nothing. What becomes of it teaches kith how likely people are to pass introductions on for you.',
  input: z.object({
    to: z.string().trim().min(1).max(300).describe('Whom you want to meet'),
    via: z.string().trim().min(1).max(300).describe('Whom you asked'),
    note: z.string().trim().max(500).optional().describe('For yourself'),
  }),
  output: introduction,
  examples: [
    { title: 'Asked Ada to introduce me to Grace', input: { to: 'Grace Hopper', via: 'Ada Lovelace' } },
  ],
  cli: { positionals: ['to'], variadic: true, print: line },
  mcp: { readOnly: false },
  run: async (context, { to, via, note }) => {
    const target = await findAnybody(context, to)
    const asked = await findAnybody(context, via)
    const { me } = await context.store.owner(context.owner)
    if (target === asked)
      throw new KithError(
        'invalid-input',
        'Whom you want to meet and whom you asked are the same person; name two.',
      )
    if (target === me || asked === me)
      throw new KithError(
        'invalid-input',
        'One of the two is yourself; name whom you want to meet and whom you asked.',
      )
    const known = (await context.store.introductions(context.owner)).find(
      (each) => each.to === target && each.via === asked && each.state === 'asked',
    )
    if (known !== undefined)
      throw new KithError(
        'conflict',
        `You asked for this introduction already (${known.id}). When it is decided: kith introduction set ${known.id} made, declined or met`,
      )
    const id = await context.store.addIntroduction(context.owner, {
      to: target,
      via: asked,
      state: 'asked',
      askedAt: context.now(),
      note: note ?? null,
    })
    return one(context, id)
  },
})

export const listIntroductions = operation({
  name: 'list-introductions',
  input: z.object({}),
  output: z.object({ introductions: z.array(introduction), text: z.string() }),
  examples: [],
  cli: {
    json: ({ introductions }) => introductions,
    print: ({ introductions, text }) =>
      introductions.length === 0
        ? text
        : `${table(
            ['id', 'to', 'through', 'state', 'asked', 'note'],
            introductions.map((each) => [
              String(each.id),
              each.to.name,
              each.via.name,
              words[each.state],
              day(each.askedAt),
              each.note ?? '',
            ]),
          )}\n${text}`,
  },
  mcp: { readOnly: true },
  run: async (context) => {
    const introductions = await all(context)
    return { introductions, text: told(introductions, wordsOf(context).discover) }
  },
})

function told(introductions: readonly Introduction[], words: Sentences['discover']): string {
  if (introductions.length === 0) return words.noIntroductions
  const of = (...states: readonly IntroductionState[]): number =>
    introductions.filter(({ state }) => states.includes(state)).length
  const open = of('asked')
  return words.introductions(of('made', 'met'), introductions.length - open, open)
}

export const setIntroduction = operation({
  name: 'set-introduction',
  input: z.object({
    id: z.coerce.number().int().min(1).describe('Number of the introduction'),
    state: z.enum(introductionStates).describe('How it stands now'),
  }),
  output: introduction,
  examples: [{ title: 'It was made', input: { id: 1, state: 'made' } }],
  cli: { positionals: ['id', 'state'], print: line },
  mcp: { readOnly: false },
  run: async (context, { id, state }) => {
    if (!(await context.store.setIntroduction(context.owner, introductionId(id), state, context.now())))
      throw missing(id)
    return one(context, id)
  },
})

export const removeIntroduction = operation({
  name: 'remove-introduction',
  input: z.object({ id: z.coerce.number().int().min(1).describe('Number of the introduction') }),
  output: z.object({ removed: introduction }),
  examples: [{ title: 'The first one', input: { id: 1 } }],
  cli: {
    positionals: ['id'],
    print: ({ removed }) => `Forgotten: to ${removed.to.name} through ${removed.via.name}.`,
  },
  mcp: { readOnly: false },
  run: async (context, { id }) => {
    const removed = await one(context, id)
    await context.store.removeIntroduction(context.owner, introductionId(id))
    return { removed }
  },
})
