import { z } from 'zod'
import { modelOfText } from '#core/closeness/model-text.ts'
import { personId } from '#core/model/ids.ts'
import type { ClosenessModelRow } from '#store/store.ts'
import { closenessModelOf, MODEL_SETTING } from './closeness-model.ts'
import { isoTime } from './dates.ts'
import type { ModelReport } from './learn-closeness.ts'
import { type Context, operation } from './operation.ts'
import { share, time } from './schemas.ts'
import { wordsOf } from './words.ts'

const trial = z.object({
  logLoss: z.number().describe('Mean −ln of the probability given to what happened; lower is better'),
  centredLogLoss: z.number().describe('The same with the mean set right'),
  auc: share.nullable(),
})

const version = z.object({
  version: z.number().int(),
  kind: z.enum(['default', 'bias', 'learned']),
  learnedAt: time,
  dataAt: time.describe('Up to when the data went'),
  fingerprint: z.string().describe('Of the data it was learned from'),
  text: z.string().describe('What changed, and why'),
  pairs: z.number().int().describe('Resolved cases of the past'),
  exchanges: z.number().int().describe('How many of them ended in an exchange'),
  heldOutAt: time.nullable().describe('When the 30 days began that it was tried on'),
  trials: z.object({ default: trial.optional(), bias: trial.optional(), learned: trial.optional() }),
  moved: z.number().int().describe('Contacts whose closeness changed by .05 or more'),
  weights: z.array(
    z.object({ feature: z.string(), text: z.string(), weight: z.number(), direction: z.string() }),
  ),
})

async function textOf(context: Context, row: ClosenessModelRow, report: ModelReport): Promise<string> {
  const { changed, trials, pairs } = report
  const { basics, learning } = wordsOf(context)
  // Only learnClosenessNow writes it.
  const kind = row.kind as 'default' | 'bias' | 'learned'
  const by = learning.since(basics.day(row.fittedAt, context.now()), learning.by({ kind, pairs }))
  const better =
    kind === 'learned' && trials.learned !== undefined && trials.default !== undefined
      ? learning.better(trials.learned.centredLogLoss, trials.default.centredLogLoss)
      : ''
  if (changed.moved === 0) return by + better + learning.unmoved
  const { moved, contacts, most } = changed
  const person = most === null ? null : await context.store.person(context.owner, personId(most.personId))
  const named = most === null || person === null ? null : learning.mostOf(person.name, most.from, most.to)
  return by + better + learning.moved({ moved, contacts, most: named })
}

async function versionOf(context: Context, row: ClosenessModelRow): Promise<z.input<typeof version>> {
  // Only learnClosenessNow writes it.
  const report = row.report as ModelReport
  return {
    version: row.version,
    kind: row.kind as 'default' | 'bias' | 'learned',
    learnedAt: isoTime(row.fittedAt),
    dataAt: isoTime(row.dataAt),
    fingerprint: row.fingerprint,
    text: await textOf(context, row, report),
    pairs: report.pairs,
    exchanges: report.exchanges,
    heldOutAt: report.heldOutAt === null ? null : isoTime(report.heldOutAt),
    trials: report.trials,
    moved: report.changed.moved,
    weights: (modelOfText(row.model)?.terms ?? []).map(({ feature, weight }) => ({
      feature: feature.name,
      text: wordsOf(context).feature(feature),
      weight,
      direction: feature.direction,
    })),
  }
}

export const getClosenessModel = operation({
  name: 'get-closeness-model',
  input: z.object({
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(50)
      .default(5)
      .describe('How many changes to tell, newest first'),
  }),
  output: z.object({
    using: z.enum(['default', 'learned']).describe('Whether the user keeps to the shipped default'),
    version: z.number().int().nullable().describe('The version in use; null for the shipped default'),
    changes: z.array(version),
  }),
  examples: [{ title: 'What changed lately', input: {} }],
  cli: {
    print: ({ using, changes }) =>
      [
        using === 'default'
          ? 'Closeness is computed by the shipped default, as you chose (kith model use learned).'
          : changes.length === 0
            ? 'Closeness is computed by the shipped default; nothing has been learned yet (kith model learn).'
            : `Closeness model, version ${changes[0]?.version ?? 0}:`,
        ...changes.map((change) => `  ${change.version}. ${change.text}`),
      ].join('\n'),
  },
  mcp: { readOnly: true },
  run: async (context, { limit }) => {
    const { store, owner } = context
    const rows = await store.closenessModels(owner, limit)
    const kept = (await store.setting(owner, MODEL_SETTING)) === 'default'
    const changes = []
    for (const row of rows) changes.push(await versionOf(context, row))
    return {
      using: kept ? ('default' as const) : ('learned' as const),
      version: (await closenessModelOf(context)).version,
      changes,
    }
  },
})

export const useClosenessModel = operation({
  name: 'use-closeness-model',
  input: z.object({
    use: z.enum(['default', 'learned']).describe('learned is what kith does by itself'),
  }),
  output: z.object({ using: z.enum(['default', 'learned']), text: z.string() }),
  examples: [{ title: 'Keep to the shipped weights', input: { use: 'default' } }],
  cli: { positionals: ['use'], print: ({ text }) => text },
  run: async (context, { use }) => {
    await context.store.setSetting(context.owner, MODEL_SETTING, use === 'default' ? 'default' : null)
    return {
      using: use,
      text: use === 'default' ? wordsOf(context).learning.useShipped : wordsOf(context).learning.useLearned,
    }
  },
})
