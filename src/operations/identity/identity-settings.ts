import { z } from 'zod'
import { DEFAULT_THRESHOLDS, type Thresholds } from '#core/identity/matching/cluster.ts'
import { KithError } from '#core/model/errors.ts'
import type { Context } from '../operation.ts'
import { operation } from '../operation.ts'

const stored = z.object({
  automatic: z.number().min(0).max(1),
  review: z.number().min(0).max(1),
  region: z.string().nullable(),
})
const SETTING = 'identity'

/** From which probability on kith merges by itself, and asks; the region of numbers written without one. */
export type IdentitySettings = Thresholds & { readonly region: string | null }

/** The settings as the user left them; the shipped thresholds and no region where there are none that can be read. */
export async function identitySettings({ store, owner }: Context): Promise<IdentitySettings> {
  const parsed = stored.safeParse(await store.setting(owner, SETTING))
  return parsed.success ? parsed.data : { ...DEFAULT_THRESHOLDS, region: null }
}

const shown = z.object({
  automatic: z.number().describe('Merged without asking from this probability on, in percent'),
  review: z.number().describe('Asked about from this probability on, in percent'),
  region: z.string().nullable().describe('Country of phone numbers written without one; null: the machine’s'),
})
const inPercent = ({ automatic, review, region }: IdentitySettings): z.output<typeof shown> => ({
  automatic: Math.round(automatic * 1000) / 10,
  review: Math.round(review * 1000) / 10,
  region,
})
const print = ({ automatic, review, region }: z.output<typeof shown>): string =>
  `Merged without asking from ${automatic} % on, asked about from ${review} % on. ` +
  `Phone numbers without a country are read as of ${region ?? 'the country of this machine'}.`

export const getIdentitySettings = operation({
  name: 'get-identity-settings',
  input: z.object({}),
  output: shown,
  examples: [{ title: 'Show them', input: {} }],
  cli: { print },
  mcp: { readOnly: true },
  run: async (context) => inPercent(await identitySettings(context)),
})

export const setIdentitySettings = operation({
  name: 'set-identity-settings',
  description:
    'Percent of certainty. With 100, kith never merges by itself. What is merged already stays; kith undo takes it back.',
  input: z.object({
    automatic: z.coerce.number().min(90).max(100).optional().describe('Merge without asking from here on'),
    review: z.coerce.number().min(1).max(100).optional().describe('Ask from here on'),
    region: z
      .string()
      .regex(/^(?:[A-Za-z]{2})?$/, 'write a country as two letters, such as DE')
      .optional()
      .describe('Country of phone numbers written without one, as two letters; empty for the machine’s'),
  }),
  output: shown,
  examples: [
    { title: 'Ask about everything', input: { automatic: 100 } },
    { title: 'Numbers without a country are German', input: { region: 'DE' } },
  ],
  cli: { print },
  mcp: { readOnly: false },
  run: async (context, input) => {
    const before = await identitySettings(context)
    const settings = {
      automatic: input.automatic === undefined ? before.automatic : input.automatic / 100,
      review: input.review === undefined ? before.review : input.review / 100,
      region: input.region === undefined ? before.region : input.region.toUpperCase() || null,
    }
    if (settings.review > settings.automatic)
      throw new KithError(
        'invalid-input',
        'kith cannot ask later than it merges; set review below automatic.',
      )
    await context.store.setSetting(context.owner, SETTING, settings)
    return inPercent(settings)
  },
})
