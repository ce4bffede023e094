import { z } from 'zod'
import { goalKinds, goalPeriods } from '#core/model/goal.ts'
import { channels, directions } from '#core/model/interaction.ts'
import { identityKinds } from '#core/model/identity.ts'
import { factFields } from '#store/store.ts'
import { timeOfIso } from './iso-time.ts'

/** Epoch milliseconds leave kith as ISO 8601 in UTC. */
export const time = z.iso.datetime().describe('ISO 8601, UTC')
export const share = z.number().min(0).max(1)

export const identity = z.object({ kind: z.enum(identityKinds), value: z.string() })

export const problem = z.object({
  where: z.string().describe('Place in the file, for example "message 812" or "row 17"'),
  reason: z.string(),
})

export const interactionCounts = z.object({
  in: z.number().int().describe('Messages they sent to you'),
  out: z.number().int().describe('Messages you sent to them'),
  together: z.number().int().describe('Meetings and calls'),
})

/** The scores of one contact; the same wherever a contact is shown. */
export const scores = {
  closeness: share.describe(
    'Probability of an exchange in both directions, or a meeting, within the next 30 days',
  ),
  trust: share.describe('Depth of the shared history, slow to fade'),
  calibre: share.nullable().describe('Influence and credibility in your field; null is unknown'),
  worth: share.describe('How much the probability of reaching your goals falls without this contact'),
  contribution: z
    .number()
    .min(0)
    .describe('Successes to expect from this contact for your goals, in one period'),
}

export const contact = z.object({
  id: z.number().int(),
  name: z.string(),
  organisation: z.string().nullable(),
  title: z.string().nullable(),
  ...scores,
  interactions: interactionCounts,
  lastAt: time.nullable(),
})
export type Contact = z.output<typeof contact>

export const calibreEvidence = z.object({
  kind: z.string(),
  text: z.string().describe('What the evidence is, in words'),
  level: share,
  weight: z.number().min(0),
  source: z.string(),
  at: time.nullable(),
})

export const closenessPart = z.object({
  feature: z.string(),
  text: z.string(),
  value: z.number().nullable(),
  contribution: z.number().describe('What it adds to the log-odds'),
})

export const timelineEntry = z.object({
  at: time,
  direction: z.enum(directions),
  channel: z.enum(channels),
  audience: z.number().int(),
  bulk: z.boolean(),
  subject: z.string().nullable(),
  words: z.number().int().nullable(),
})

export const personDetail = contact.extend({
  industry: z.string().nullable(),
  place: z.string().nullable(),
  identities: z.array(identity),
  facts: z.array(
    z.object({ field: z.enum(factFields), value: z.string(), source: z.string(), at: time.nullable() }),
  ),
  summary: z.string().describe('How the tie stands, in one sentence'),
  dormant: z.boolean().describe('Out of touch, still trusted'),
  closenessParts: z.array(closenessPart),
  trustText: z.string(),
  calibreEvidence: z.array(calibreEvidence),
  calibreText: z.string(),
  worthText: z.string(),
  declarations: z.array(z.object({ text: z.string(), at: time.nullable() })),
  timeline: z.array(timelineEntry),
  weeks: z
    .array(z.object({ start: time, in: z.number().int(), out: z.number().int(), together: z.number().int() }))
    .describe('Contact by week, oldest first, weeks without contact left out; bulk left out'),
})
export type PersonDetail = z.output<typeof personDetail>

/** A day, or a time, as people write it down. */
const dayText = z
  .string()
  .trim()
  .max(40)
  .refine((text) => text === '' || timeOfIso(text) !== null, 'has to be a date such as 2026-03-31')

/** The parts of a segment as fields of an input; an empty text takes a part away. */
const segmentFields = {
  industry: z.string().trim().max(120).optional().describe('Only contacts whose industry contains this'),
  organisation: z
    .string()
    .trim()
    .max(120)
    .optional()
    .describe('Only contacts at an organisation whose name contains this'),
  title: z.string().trim().max(120).optional().describe('Only contacts whose title contains this'),
  place: z.string().trim().max(120).optional().describe('Only contacts in a place whose name contains this'),
  tag: z.string().trim().max(60).optional().describe('Only contacts with this tag'),
  starts: dayText.optional().describe('First day of the goal, such as 2026-01-01'),
  ends: dayText.optional().describe('Day on which the goal ends, such as 2026-12-31'),
}
const goalFields = {
  kind: z.enum(goalKinds).describe('What you hope for'),
  target: z.coerce.number().int().min(1).max(1_000_000).describe('Successes wanted in one period'),
  per: z.enum(goalPeriods).describe('The period the target is for'),
  confidence: z.coerce
    .number()
    .min(1)
    .max(99)
    .describe('How sure you want to be to reach the target, in percent'),
  weight: z.coerce.number().positive().max(1000).describe('Importance beside your other goals'),
  baseRate: z.coerce
    .number()
    .gt(0)
    .lt(100)
    .describe('Your own estimate: chance in percent that a typical good contact brings one in a quarter'),
}

export const goalInput = z.object({
  kind: goalFields.kind.optional(),
  target: goalFields.target.optional(),
  per: goalFields.per.default('quarter'),
  confidence: goalFields.confidence.default(80),
  weight: goalFields.weight.default(1),
  baseRate: goalFields.baseRate.optional(),
  ...segmentFields,
  preset: z
    .string()
    .trim()
    .max(60)
    .optional()
    .describe('Adds the goals assumed for a profession instead: see goal presets'),
})
export const goalChange = z.object({
  id: z.coerce.number().int().positive().describe('Number of the goal, as goal list shows it'),
  target: goalFields.target.optional(),
  per: goalFields.per.optional(),
  confidence: goalFields.confidence.optional(),
  weight: goalFields.weight.optional(),
  baseRate: goalFields.baseRate.optional(),
  ...segmentFields,
})
export const goal = z.object({
  id: z.number().int().nullable().describe('Null for the goal kith assumes until you set one'),
  kind: z.enum(goalKinds),
  target: z.number().int(),
  per: z.enum(goalPeriods),
  confidence: z.number().describe('Percent'),
  weight: z.number(),
  baseRate: z.number().describe('Percent of typical good contacts that bring one in a quarter'),
  baseRateAssumed: z.boolean().describe('True while the rate is a preset, not your own'),
  segment: z
    .object({
      industry: z.string(),
      organisation: z.string(),
      title: z.string(),
      place: z.string(),
      tag: z.string(),
    })
    .partial()
    .nullable()
    .describe('Whom the goal is about; null is everybody'),
  segmentText: z.string().describe('The segment in words; empty for everybody'),
  startsAt: time.nullable(),
  endsAt: time.nullable(),
  state: z.enum(['current', 'upcoming', 'over']),
})

export const pillar = z.object({
  value: share.nullable().describe('Null when kith cannot know it yet'),
  text: z.string(),
})

export const goalWorth = z.object({
  goal,
  assumed: z.boolean().describe('True when you have set no goal and kith shows an example'),
  rateAssumed: z.boolean().describe('True while the rates are assumed, not learned from your outcomes'),
  rateText: z.string().describe('Where the rates come from, in one sentence'),
  bottleneckText: z.string(),
  probability: share.describe('Probability of reaching the target with the network as it is'),
  expected: z.number().describe('Successes to expect in a period'),
  have: z.number().int().describe('Contacts who can contribute: a two-way tie, calibre not nought'),
  needed: z.number().int().nullable().describe('Contacts it takes, best first; null when out of reach'),
  shortfall: z.number().int().nullable().describe('Contacts like your best tenth still missing; 0 is enough'),
  bottleneck: z.enum(['calibre', 'closeness', 'number']).nullable(),
  gains: z
    .object({ calibre: z.number(), closeness: z.number(), number: z.number() })
    .describe('What a tenth more of each pillar would add to the probability'),
  text: z.string(),
})

export const worth = z.object({
  worth: share.nullable().describe('Mean probability over your goals by weight; null on an empty network'),
  pillars: z.object({ calibre: pillar, closeness: pillar, number: pillar }),
  goals: z.array(goalWorth),
  ended: z.array(z.object({ goal, text: z.string() })).describe('Goals that do not count any more, and why'),
  bottleneck: z.object({
    pillar: z.enum(['calibre', 'closeness', 'number']).nullable(),
    text: z.string().describe('The one sentence that matters'),
  }),
  sizing: z
    .array(z.object({ value: share, contacts: z.number().int().nullable() }))
    .describe('How many contacts of one value it takes for 3 successes at 80 %'),
  curve: z
    .array(z.object({ contacts: z.number().int(), probability: share }))
    .describe('Probability of the first goal with your n best contacts'),
  unknownCalibre: z
    .number()
    .int()
    .describe('Contacts counted with the mean calibre because theirs is unknown'),
  meanCalibre: share,
  scoredAt: time.nullable(),
})
export type Worth = z.output<typeof worth>

export const importReport = z.object({
  files: z.array(
    z.object({
      path: z.string(),
      source: z.string().nullable().describe('What kith read it as; null when nothing reads it'),
      read: z.number().int(),
      new: z.number().int().describe('Interactions, connections and endorsements that were not known before'),
      skipped: z.number().int(),
      problems: z.array(problem).describe('The first hundred'),
    }),
  ),
  totals: z.object({
    interactions: z.number().int(),
    newInteractions: z.number().int(),
    people: z.number().int(),
    newPeople: z.number().int(),
    skipped: z.number().int(),
  }),
  me: z
    .object({
      name: z.string().nullable(),
      identities: z.array(identity),
      reason: z.string(),
      confirmed: z.boolean(),
    })
    .nullable()
    .describe('Who kith takes to be you, and why; null when it cannot tell'),
  seconds: z.number(),
})
export type ImportReport = z.output<typeof importReport>

export const me = z.object({
  id: z.number().int().nullable(),
  name: z.string().nullable(),
  identities: z.array(identity),
  /** False while kith has concluded it from the sources and nobody has confirmed it. */
  confirmed: z.boolean(),
  reason: z.string().nullable(),
})

export const status = z.object({
  version: z.string(),
  location: z.string(),
  sample: z.boolean().describe('True when this is the sample network, not real data'),
  empty: z.boolean(),
  me,
  field: z.string().nullable(),
  counts: z.object({
    people: z.number().int(),
    interactions: z.number().int(),
    declarations: z.number().int(),
    endorsements: z.number().int(),
    firstAt: time.nullable(),
    lastAt: time.nullable(),
  }),
  scoredAt: time.nullable(),
})

export const source = z.object({
  id: z.string(),
  title: z.string(),
  reads: z.string(),
  howToExport: z.array(z.string()),
})

export const importRow = z.object({
  id: z.number().int(),
  run: z
    .number()
    .int()
    .nullable()
    .describe('The same for all files that were imported in one go; null where it was cut off'),
  path: z.string(),
  source: z.string(),
  startedAt: time,
  finishedAt: time.nullable(),
  state: z.enum(['running', 'done', 'failed', 'interrupted']),
  read: z.number().int(),
  new: z.number().int(),
  skipped: z.number().int(),
})
