import { z } from 'zod'
import { refreshTouchpoints } from './import/derive.ts'
import { operation } from './operation.ts'
import { scoreEverybody } from './score/score-everybody.ts'
import { scoreTouched } from './score/score-touched.ts'

export const scoreNetwork = operation({
  name: 'score-network',
  description:
    'kith does this by itself after every import and change; the scores are those of the end of the data, or of the time asked for.',
  input: z.object({}),
  output: z.object({
    contacts: z.number().int(),
    scoredAt: z.iso.datetime().nullable().describe('Null while it is not known whose network this is'),
  }),
  examples: [],
  long: true,
  run: async (context) => {
    await refreshTouchpoints(context)
    return (await scoreTouched(context)) ?? scoreEverybody(context)
  },
})
