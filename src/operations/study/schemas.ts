import { z } from 'zod'
import { introductionStates } from '#core/discover/introductions.ts'
import { share, time } from '../schemas.ts'

/** Somebody by name, to link to their page. */
export const named = z.object({ id: z.number().int(), name: z.string() })

/**
 * Whether there is anything to show, and if not, why: `unknown-me`: kith does not know whose network this is; `empty`:
 * nobody in it; `no-ties`: people, but nothing seen among them; `nothing`: looked, and found none; `studying`: kith is
 * looking for the first time.
 */
const networkState = z.enum(['ok', 'unknown-me', 'empty', 'no-ties', 'nothing', 'studying'])
export type NetworkState = z.output<typeof networkState>

/** What is told of every view of a study. */
export const studyShown = {
  state: networkState,
  text: z.string().describe('What is the case, in a sentence'),
  at: time.nullable().describe('As of when; null where there is nothing yet'),
  old: z.boolean().describe('Something changed since; kith looks again, and a later answer has it'),
}

export const introductionPath = z.object({
  probability: share.describe('Chance that it comes about, over all steps'),
  steps: z
    .array(
      named.extend({
        closeness: share.describe('How alive the tie to the one before is; the first one is your own'),
        willing: share
          .nullable()
          .describe('Chance that they pass it on; null for the last, whom you want to meet'),
        evidence: z.string().describe('What this tie was seen from'),
      }),
    )
    .describe('One or two intermediaries, then the person'),
  message: z.string().describe('A request to send to the first of them'),
  asked: z.enum(introductionStates).nullable().describe('How your request to the first of them stands'),
  introductionId: z.number().int().nullable(),
})
export type IntroductionPath = z.output<typeof introductionPath>

export const personToMeet = z.object({
  id: z.number().int(),
  name: z.string(),
  organisation: z.string().nullable(),
  title: z.string().nullable(),
  calibre: share.nullable().describe('Influence in your field; null is unknown'),
  commonContacts: z.number().int(),
  common: z.array(named).describe('The best-placed common contacts, at most five'),
  sharedTopics: z.array(z.string()),
  evidence: z.array(z.string()).describe('Why kith proposes them, a sentence each'),
  probability: share.nullable().describe('Of the best introduction; null when there is none'),
  paths: z.array(introductionPath).describe('The best introductions, no two with the same intermediary'),
})
export type PersonToMeet = z.output<typeof personToMeet>

export const introduction = z.object({
  id: z.number().int(),
  to: named,
  via: named,
  state: z.enum(introductionStates),
  askedAt: time,
  changedAt: time,
  note: z.string().nullable(),
})
export type Introduction = z.output<typeof introduction>
