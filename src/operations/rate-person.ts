import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { findPerson } from './find-person.ts'
import { freshScores } from './fresh-scores.ts'
import { operation } from './operation.ts'
import { share } from './schemas.ts'

/** A rating as people write it: 0 to 100, with or without a percent sign, or `clear`. */
const rating = z
  .union([z.number(), z.string().trim()])
  .transform((value, context) => {
    const text = String(value).toLowerCase().replace(/\s*%$/, '')
    if (text === 'clear') return null
    const percent = text === '' ? NaN : Number(text)
    if (percent >= 0 && percent <= 100) return percent / 100
    context.issues.push({ code: 'custom', message: 'has to be 0 to 100, or clear', input: value })
    return z.NEVER
  })
  .describe('0 to 100 (percent), or "clear" to take your rating back')

export const ratePerson = operation({
  name: 'rate-person',
  description:
    'Calibre is influence and credibility in your field, never the worth of a person. The evidence stays listed beside your rating, and clearing it brings the evidence back.',
  input: z.object({
    who: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .describe('Name or part of it, address, number, profile URL, or id'),
    rating,
  }),
  output: z.object({
    id: z.number().int(),
    name: z.string(),
    rating: share.nullable(),
    before: share.nullable().describe('Your rating before, to undo this one; null where there was none'),
    calibre: share.nullable().describe('Their calibre now'),
  }),
  examples: [
    { title: 'Rate somebody', input: { who: 'Ada Lovelace', rating: '90' } },
    { title: 'Take it back', input: { who: 'Ada Lovelace', rating: 'clear' } },
  ],
  cli: {
    positionals: ['who', 'rating'],
    print: ({ name, rating: now, calibre }) =>
      now === null
        ? `Your rating of ${name} is cleared; the evidence says ${calibre === null ? 'nothing yet' : `${Math.round(calibre * 100)} %`}.`
        : `You rate ${name}'s influence in your field at ${Math.round(now * 100)} %; it wins over all other evidence. kith rate "${name}" clear takes it back.`,
  },
  mcp: { readOnly: false },
  run: async (context, { who, rating: level }) => {
    await freshScores(context)
    const { store, owner } = context
    const id = await findPerson(context, who)
    const before = await store.rate(owner, id, level === null ? null : { level, at: context.now() })
    await freshScores(context)
    const person = await store.person(owner, id)
    if (person === null) throw new KithError('not-found', `${who} is nobody you are in touch with.`)
    return { id, name: person.name, rating: level, before: before?.level ?? null, calibre: person.calibre }
  },
})
