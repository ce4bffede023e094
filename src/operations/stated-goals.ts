import type { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { type Goal, goalState } from '#core/model/goal.ts'
import { isEverybody, type Segment, segmentParts } from '#core/model/segment.ts'
import { type Sentences, sentences } from '#core/sentences/index.ts'
import { goalPresets } from '#core/worth/presets.ts'
import { ratesOf } from '#core/worth/rates.ts'
import { isoTimeOrNull } from './dates.ts'
import { timeOfIso } from './iso-time.ts'
import type { goal, goalInput } from './schemas.ts'

const DAY_MS = 86_400_000

/** A goal as kith shows it outside: percent for people, the preset where no rate is stated. */
export const goalOf = (
  stored: Goal & { readonly id: number | null },
  now: number,
  words: Sentences = sentences.en,
): z.output<typeof goal> => ({
  id: stored.id,
  kind: stored.kind,
  target: stored.target,
  per: stored.period,
  confidence: Math.round(stored.confidence * 1000) / 10,
  weight: stored.weight,
  baseRate: Math.round(ratesOf(stored).baseRate * 100_000) / 1000,
  baseRateAssumed: stored.baseRate === null,
  segment: stored.segment ?? null,
  segmentText: words.worth.segment(stored.segment),
  startsAt: isoTimeOrNull(stored.startsAt ?? null),
  endsAt: isoTimeOrNull(stored.endsAt ?? null),
  state: goalState(stored, now),
})

type Stated = Partial<Record<(typeof segmentParts)[number] | 'starts' | 'ends', string | undefined>>

/** The segment and the dates of a goal after what was stated: an empty text takes away, nothing stated leaves. */
export function bounded(before: Goal, stated: Stated): Goal {
  const segment: Record<string, string | undefined> = { ...before.segment }
  for (const part of segmentParts) {
    const value = stated[part]
    if (value === '') delete segment[part]
    else if (value !== undefined) segment[part] = value
  }
  const dayOf = (text: string | undefined, known: number | null | undefined, endOfDay: boolean) => {
    if (text === undefined) return known ?? null
    if (text === '') return null
    const at = timeOfIso(text) ?? Number.NaN
    // A bare day ends when it is over.
    return endOfDay && /^\d{4}-\d{2}-\d{2}$/.test(text) ? at + DAY_MS : at
  }
  const startsAt = dayOf(stated.starts, before.startsAt, false)
  const endsAt = dayOf(stated.ends, before.endsAt, true)
  if (startsAt !== null && endsAt !== null && endsAt <= startsAt)
    throw new KithError('invalid-input', 'A goal has to end after it starts; change starts or ends.')
  const { segment: _, startsAt: _s, endsAt: _e, ...rest } = before
  return {
    ...rest,
    ...(isEverybody(segment as Segment) ? {} : { segment: segment as Segment }),
    ...(startsAt === null ? {} : { startsAt }),
    ...(endsAt === null ? {} : { endsAt }),
  }
}

/** @throws KithError 'invalid-input' for a goal that lies wholly in the past */
export function notOver(stated: Goal, now: number): Goal {
  if (goalState(stated, now) === 'over')
    throw new KithError(
      'invalid-input',
      'This goal would lie in the past: ends has to be a day to come, or be left out.',
    )
  return stated
}

/** The goals that an input asks for. */
export function goalsFrom(input: z.output<typeof goalInput>, now: number): Goal[] {
  if (input.preset !== undefined) {
    const preset = goalPresets.find((one) => one.id === input.preset)
    if (preset === undefined)
      throw new KithError(
        'invalid-input',
        `There is no preset ${input.preset}; there are ${goalPresets.map((one) => one.id).join(', ')}.`,
      )
    const goals = preset.goals.filter((one) => input.kind === undefined || one.kind === input.kind)
    if (goals.length === 0)
      throw new KithError(
        'invalid-input',
        `The preset ${preset.id} has no goal of ${input.kind}; it has ${preset.goals.map((one) => one.kind).join(', ')}.`,
      )
    return goals.map((one) => notOver(bounded({ ...one, target: input.target ?? one.target }, input), now))
  }
  if (input.kind === undefined || input.target === undefined)
    throw new KithError(
      'invalid-input',
      'A goal needs a kind and a target, such as "referrals 5", or a preset: kith goal presets lists them.',
    )
  const stated: Goal = {
    kind: input.kind,
    target: input.target,
    period: input.per,
    confidence: input.confidence / 100,
    weight: input.weight,
    baseRate: input.baseRate === undefined ? null : input.baseRate / 100,
  }
  return [notOver(bounded(stated, input), now)]
}
