import { z } from 'zod'
import { describeMe } from './describe-me.ts'
import { isoTimeOrNull } from './dates.ts'
import { describedField } from './field.ts'
import { type Context, operation } from './operation.ts'
import { summaryOf } from './score-summary.ts'
import { status } from './schemas.ts'

/** Setting that marks a database as the sample network. */
export const SAMPLE_SETTING = 'sample'

/** What is in the database, how much of it, and whose it is: what every face shows first. Nothing is scored for it. */
export async function statusOf(context: Context): Promise<z.output<typeof status>> {
  const { store, owner } = context
  const counts = await store.counts(owner)
  return {
    version: context.version,
    location: store.location,
    sample: (await store.setting(owner, SAMPLE_SETTING)) === true,
    empty: counts.people === 0 && counts.interactions === 0,
    me: await describeMe(context),
    field: (await describedField(context)).text,
    counts: {
      people: counts.people,
      interactions: counts.interactions,
      declarations: counts.declarations,
      endorsements: counts.endorsements,
      firstAt: isoTimeOrNull(counts.firstAt),
      lastAt: isoTimeOrNull(counts.lastAt),
    },
    scoredAt: summaryOf(await store.owner(owner))?.reports.en.scoredAt ?? null,
  }
}

export const getStatus = operation({
  name: 'get-status',
  input: z.object({}),
  output: status,
  examples: [],
  mcp: { readOnly: true },
  run: statusOf,
})
