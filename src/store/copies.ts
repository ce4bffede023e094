import { plainTextOrNull } from './plain-text.ts'

/** What is known of one interaction, from one copy or several; times, channels and roles as codes of the model. */
export type Known = {
  readonly at: number | null
  /** Position in `timeQualities`: the lower, the better. */
  readonly timeQuality: number
  readonly channel: number
  readonly bulk: boolean
  readonly subject: string | null
  readonly words: number | null
  readonly thread: string | null
  /** Who took part as what, each as participantCode() makes it, ascending, each once. */
  readonly participants: readonly number[]
}

const ROLES = 16

/** An identity and what it did, as one number. */
export const participantCode = (identity: number, role: number): number => identity * ROLES + role
export const identityOfCode = (code: number): number => Math.floor(code / ROLES)
export const roleOfCode = (code: number): number => code % ROLES

/** The same with texts that every engine stores as they are, and the participants in order. */
export function knownFrom<Told extends Known>(told: Told): Told {
  const subject = plainTextOrNull(told.subject)
  const thread = plainTextOrNull(told.thread)
  const participants = ascending(told.participants)
  return subject === told.subject && thread === told.thread && participants === told.participants
    ? told
    : { ...told, subject, thread, participants }
}

/** Up to so many numbers are put in their places one by one: most interactions have few participants. */
const FEW = 16

/** The numbers in order, each once; the list itself where it is so already. */
export function ascending(numbers: readonly number[]): readonly number[] {
  for (let i = 1; i < numbers.length; i++)
    if (numbers[i - 1]! >= numbers[i]!)
      return numbers.length <= FEW ? inPlaces(numbers) : [...new Set(numbers)].sort((a, b) => a - b)
  return numbers
}

function inPlaces(numbers: readonly number[]): number[] {
  const ordered: number[] = []
  for (const number of numbers) {
    let place = ordered.length
    while (place > 0 && ordered[place - 1]! > number) place--
    if (place > 0 && ordered[place - 1] === number) continue
    for (let i = ordered.length; i > place; i--) ordered[i] = ordered[i - 1]!
    ordered[place] = number
  }
  return ordered
}

/**
 * What two copies say together. Commutative, associative and idempotent, so that no order of imports matters:
 * participants unite, bulk marks are joined by OR, the greater word count and the better time stay (of two equally
 * good ones the earlier). Of different subjects or threads the first by spelling stays: no better than the other,
 * but the same in every order.
 */
export function unite(a: Known, b: Known): Known {
  const time = betterTime(a, b) ? a : b
  return {
    at: time.at,
    timeQuality: time.timeQuality,
    channel: Math.min(a.channel, b.channel),
    bulk: a.bulk || b.bulk,
    subject: firstBySpelling(a.subject, b.subject),
    words: a.words === null || b.words === null ? (a.words ?? b.words) : Math.max(a.words, b.words),
    thread: firstBySpelling(a.thread, b.thread),
    participants: sameNumbers(a.participants, b.participants)
      ? a.participants
      : ascending([...a.participants, ...b.participants]),
  }
}

function betterTime(a: Known, b: Known): boolean {
  if (a.at === null || b.at === null)
    return b.at === null && (a.at !== null || a.timeQuality <= b.timeQuality)
  return a.timeQuality === b.timeQuality ? a.at <= b.at : a.timeQuality < b.timeQuality
}

const sameNumbers = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i])

const firstBySpelling = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? (a ?? b) : a <= b ? a : b

/** Whether touchpoints made from one hold for the other. */
export const seenAlike = (a: Known, b: Known): boolean =>
  a.at === b.at && a.channel === b.channel && a.bulk === b.bulk && sameNumbers(a.participants, b.participants)

/** Whether nothing differs that is stored beside the participants. */
export const toldAlike = (a: Known, b: Known): boolean =>
  a.at === b.at &&
  a.timeQuality === b.timeQuality &&
  a.channel === b.channel &&
  a.bulk === b.bulk &&
  a.subject === b.subject &&
  a.words === b.words &&
  a.thread === b.thread
