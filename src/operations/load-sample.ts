import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import type { Goal } from '#core/model/goal.ts'
import { syntheticNetwork } from '#testing/network.ts'
import { sampleRecords } from '#testing/records.ts'
import { strangersBeside } from '#testing/strangers.ts'
import { BatchWriter } from './import/batch-writer.ts'
import { refreshProfiles, refreshTouchpoints } from './import/derive.ts'
import { nothingFound, settleMe } from './import/settle-me.ts'
import { learnAfterImport } from './learn-closeness.ts'
import { operation } from './operation.ts'
import { breathe } from './run.ts'
import { status } from './schemas.ts'
import { scoreNetwork } from './score-network.ts'
import { SAMPLE_SETTING, statusOf } from './status.ts'
import { count } from './text.ts'

const SEED = 5178
/** People seen beside contacts, for whom an introduction would be worth asking. */
const STRANGERS = 140
const DAY_MS = 86_400_000

/** What the invented consultant hopes for: one goal a little out of reach, one within. */
const sampleGoals: readonly Goal[] = [
  { kind: 'referrals', target: 15, period: 'quarter', confidence: 0.8, weight: 2, baseRate: null },
  { kind: 'partnerships', target: 4, period: 'year', confidence: 0.8, weight: 1, baseRate: null },
]

export const loadSample = operation({
  name: 'load-sample',
  description:
    'About 3,000 contacts and 60,000 interactions, made up from a fixed seed and marked as a sample wherever they show. The database has to be empty, so that invented people never mix with real ones.',
  input: z.object({}),
  output: status,
  examples: [{ title: 'Try kith without any data of your own', input: {} }],
  cli: {
    print: ({ counts, location }) =>
      `A sample network of ${count(counts.people, 'invented person', 'invented people')} and ${count(counts.interactions, 'interaction')} is in ${location}. Look at it with kith --db ${location} worth.`,
  },
  long: true,
  run: async (context) => {
    const { store, owner } = context
    const before = await statusOf(context)
    if (!before.empty && !before.sample)
      throw new KithError(
        'conflict',
        `${store.location} holds real data; give the sample a database of its own: kith sample --db sample.db.`,
      )
    // A sample that was cut off is completed: the seed and the day it was begun on are the same.
    const begun = await store.setting(owner, 'sample-at')
    const at = typeof begun === 'number' ? begun : Math.floor(context.now() / DAY_MS) * DAY_MS
    if (before.sample && before.scoredAt !== null && (await store.setting(owner, 'sample-done')) === true)
      return before
    await store.setSetting(owner, 'sample-at', at)
    await store.setSetting(owner, SAMPLE_SETTING, true)
    const network = syntheticNetwork({ seed: SEED, at })
    const total = network.exchanges.length
    // Known from the start, so that every batch is seen from their side at once.
    await settleMe(context, [], {
      ...nothingFound,
      me: [
        ...network.owner.mails.map((value) => ({ kind: 'mail' as const, value })),
        { kind: 'linkedin', value: network.owner.linkedin },
      ],
      name: network.owner.name,
      reason: 'it is the sample’s invented owner',
    })
    await refreshTouchpoints(context)
    const writer = await BatchWriter.open(context)
    const report = { path: 'sample network', source: 'sample', read: 0, new: 0, skipped: 0, problems: [] }
    const importId = await store.startImport(owner, {
      path: report.path,
      source: report.source,
      at: context.now(),
    })
    let records = 0
    for (const batch of [...sampleRecords(network), strangersBeside(network, STRANGERS, SEED)]) {
      await breathe(context.signal)
      const read = batch.length
      await writer.write({ records: batch, skipped: [], read, bytes: 0 }, 'sample', importId, report, null)
      records += batch.filter((record) => record.type === 'interaction').length
      context.progress({ step: 'inventing people', done: records, total, unit: 'records', records })
    }
    await writer.flush()
    await store.finishImport(owner, importId, context.now(), 'done')
    await store.setSetting(owner, 'field', network.owner.field)
    if ((await store.goals(owner)).length === 0)
      for (const goal of sampleGoals) await store.addGoal(owner, goal, at)
    await refreshProfiles(context)
    await refreshTouchpoints(context)
    // As after any import: the first visit shows a model that has been tried on the sample's own past.
    await learnAfterImport(context)
    // Invented people are who they are: nothing is left to find out.
    await store.setConcluded(owner)
    await store.setSetting(owner, 'sample-done', true)
    await context.run(scoreNetwork, {})
    return await statusOf(context)
  },
})
