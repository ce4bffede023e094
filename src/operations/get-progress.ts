import { z } from 'zod'
import { operation } from './operation.ts'
import { share } from './schemas.ts'
import { wordsOf } from './words.ts'

export const getProgress = operation({
  name: 'get-progress',
  description:
    'For whoever waits for an answer that long work goes before: the study of a network after an import, the plan.',
  input: z.object({}),
  output: z.object({
    running: z.array(
      z.object({
        operation: z.string(),
        stage: z.string().describe('What is going on'),
        share: share.nullable().describe('How much of it is done; null is unknown'),
      }),
    ),
  }),
  examples: [],
  run: (context) => {
    const { translated } = wordsOf(context)
    const running = (context.underWay?.() ?? []).map(({ operation: name, progress }) => ({
      operation: name,
      stage: translated(progress.step),
      share: progress.total ? Math.min(1, progress.done / progress.total) : null,
    }))
    return Promise.resolve({ running })
  },
})
