import { z } from 'zod'
import { calibreBorderOf, marksOf, quadrantOf, quadrants, tallyQuadrants } from '#core/scoring/quadrants.ts'
import { allContacts } from './all-contacts.ts'
import { freshScores } from './fresh-scores.ts'
import { operation } from './operation.ts'
import { share } from './schemas.ts'

/** As many as the picture can tell apart. */
const MOST_MARKS = 4_000
/** Named of each field, beside the picture. */
const NAMED = 3
/** Finer than a pixel of the picture. */
const fine = (value: number): number => Math.round(value * 10_000) / 10_000

export const plotPeople = operation({
  name: 'plot-people',
  description:
    'Of contacts who would lie on one another, the one of the highest worth stands for all. The fields are divided at the mean of known calibre and at the closeness below which a tie is out of touch.',
  input: z.object({}),
  output: z.object({
    total: z.number().int().describe('Contacts in all'),
    calibreBorder: share,
    marks: z
      .object({
        id: z.array(z.number().int()),
        name: z.array(z.string()),
        closeness: z.array(share),
        calibre: z.array(share.nullable()).describe('Null is unknown'),
        field: z.array(z.enum(quadrants)),
        people: z.array(z.number().int()).describe('How many contacts lie there'),
      })
      .describe('As columns, the highest worth first'),
    fields: z.array(
      z.object({
        field: z.enum(quadrants),
        people: z.number().int(),
        best: z.array(z.object({ id: z.number().int(), name: z.string() })).describe('By worth'),
      }),
    ),
  }),
  examples: [],
  long: true,
  run: async (context) => {
    await freshScores(context)
    const people = (await allContacts(context)).map(({ personId: id, name, closeness, calibre, worth }) => ({
      id,
      name,
      closeness,
      calibre,
      worth,
    }))
    const calibreBorder = calibreBorderOf(people)
    const marks = marksOf(people, MOST_MARKS)
    return {
      total: people.length,
      calibreBorder,
      marks: {
        id: marks.map(({ id }) => id),
        name: marks.map(({ name }) => name),
        closeness: marks.map(({ closeness }) => fine(closeness)),
        calibre: marks.map(({ calibre }) => (calibre === null ? null : fine(calibre))),
        field: marks.map((mark) => quadrantOf(mark, calibreBorder)),
        people: marks.map((mark) => mark.people),
      },
      fields: tallyQuadrants(people, calibreBorder, NAMED).map(({ quadrant, people: here, best }) => ({
        field: quadrant,
        people: here,
        best: best.map(({ id, name }) => ({ id, name })),
      })),
    }
  },
})
