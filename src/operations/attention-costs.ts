import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { DEFAULT_COSTS } from '#core/worth/attention.ts'
import { operation } from './operation.ts'
import type { Context } from './operation.ts'
import { table } from './text.ts'

const SETTING = 'attention-costs'
const MOST_LAYERS = 8
const MOST_CONTACTS = 5_000
const MOST_MINUTES = 10_000

const stored = z.object({
  layers: z.array(z.object({ upTo: z.number().int(), minutes: z.number() })).min(1),
  further: z.number(),
})

const costs = z.object({
  layers: z
    .array(
      z.object({
        upTo: z.number().int().describe('Up to so many contacts in all, the closest first'),
        minutes: z.number().describe('Minutes a quarter that keeping up one of them takes'),
      }),
    )
    .describe('Ascending; nobody beyond the last is kept up'),
  further: z.number().describe('Minutes a quarter that every further contact takes by being there'),
  assumed: z.boolean().describe('True while these are the assumptions kith comes with'),
})
type Costs = z.infer<typeof costs>

/** What keeping ties up takes by the user's own numbers, or the assumed ones. */
export async function attentionCostsOf({ store, owner }: Pick<Context, 'store' | 'owner'>): Promise<Costs> {
  const own = stored.safeParse(await store.setting(owner, SETTING))
  return own.success
    ? { ...own.data, assumed: false }
    : { layers: [...DEFAULT_COSTS.layers], further: DEFAULT_COSTS.further, assumed: true }
}

function print({ layers, further, assumed }: Costs): string {
  const rows = layers.map(({ upTo, minutes }, i) => [
    i === 0 ? `the closest ${upTo}` : `up to ${upTo.toLocaleString('en')}`,
    `${minutes} min`,
  ])
  return [
    table(['contacts', 'each, a quarter'], [...rows, ['every further one', `${further} min`]]),
    '',
    assumed
      ? 'These are assumptions. Set your own: kith worth costs set 5:60 15:20 50:8 150:3 --further 0.2'
      : 'Your own numbers. Back to the assumptions: kith worth costs reset',
  ].join('\n')
}

export const getAttentionCosts = operation({
  name: 'get-attention-costs',
  description: 'The attention curve and what-if with minutes are made with these.',
  input: z.object({}),
  output: costs,
  examples: [{ title: 'The costs in use', input: {} }],
  cli: { print },
  mcp: { readOnly: true },
  run: (context) => attentionCostsOf(context),
})

/** Reads `5:60` as: up to 5 contacts, 60 minutes a quarter each. */
function layerOf(text: string): { upTo: number; minutes: number } {
  const [, upTo, minutes] = /^(\d+):(\d+(?:\.\d+)?)$/.exec(text.trim()) ?? []
  const layer = { upTo: Number(upTo), minutes: Number(minutes) }
  if (!(layer.upTo >= 1 && layer.upTo <= MOST_CONTACTS && layer.minutes <= MOST_MINUTES))
    throw new KithError(
      'invalid-input',
      `"${text}" is no layer: write contacts and minutes a quarter as 15:20, at most ${MOST_CONTACTS.toLocaleString('en')} contacts and ${MOST_MINUTES.toLocaleString('en')} minutes.`,
    )
  return layer
}

export const setAttentionCosts = operation({
  name: 'set-attention-costs',
  description:
    'Each layer says up to how many contacts, the closest first, and how many minutes a quarter one of them takes. Nobody beyond the last layer is kept up.',
  input: z.object({
    layers: z
      .array(z.string())
      .min(1)
      .max(MOST_LAYERS)
      .describe('Contacts and minutes, such as 5:60 15:20 50:8 150:3'),
    further: z.coerce
      .number()
      .min(0)
      .max(MOST_MINUTES)
      .optional()
      .describe('Minutes a quarter for every contact beyond (default: as it is)'),
  }),
  output: costs,
  examples: [
    {
      title: 'Half an hour a month for the closest five, less for the others',
      input: { layers: ['5:90', '15:20', '50:8', '150:3'], further: 0.1 },
    },
  ],
  cli: { positionals: ['layers'], variadic: true, print },
  mcp: { readOnly: false },
  run: async (context, { layers: written, further }) => {
    const layers = written.map(layerOf)
    for (const [i, { upTo }] of layers.entries())
      if (i > 0 && upTo <= layers[i - 1]!.upTo)
        throw new KithError(
          'invalid-input',
          `The layers count contacts in all, so each goes further than the one before: ${upTo} does not follow ${layers[i - 1]!.upTo}.`,
        )
    const before = await attentionCostsOf(context)
    const own = { layers, further: further ?? before.further }
    await context.store.setSetting(context.owner, SETTING, own)
    return { ...own, assumed: false }
  },
})

export const resetAttentionCosts = operation({
  name: 'reset-attention-costs',
  input: z.object({}),
  output: costs,
  examples: [{ title: 'The assumptions', input: {} }],
  cli: { print },
  mcp: { readOnly: false },
  run: async (context) => {
    await context.store.setSetting(context.owner, SETTING, null)
    return attentionCostsOf(context)
  },
})
