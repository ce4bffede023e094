import { closenessColumn } from '#core/closeness/closeness.ts'
import { learnCloseness } from '#core/closeness/learn/learn.ts'
import type { Learned } from '#core/closeness/learn/learn.ts'
import { columnsAt } from '#core/closeness/learn/windows.ts'
import { networkCloseness } from '#core/closeness/model.ts'
import type { ClosenessModel } from '#core/closeness/model.ts'
import type { ScoringTimes } from '#core/scoring/end-of-data.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { Context } from '../operation.ts'
import { breathe } from '../run.ts'
import type { Gathered } from './gather.ts'
import { pastOfPairs } from './past-of-pairs.ts'
import type { PastOfPairs } from './past-of-pairs.ts'

/** Closeness of any pair of people of the files; 0 where they never had to do with each other. */
export type PairCloseness = (ego: PersonId, person: PersonId) => number

const closenessOfPairs = ({ past, tieOf }: PastOfPairs, model: ClosenessModel, at: number): PairCloseness => {
  const closeness = closenessColumn(columnsAt(past, at), model)
  return (from, to) => closeness[tieOf(from, to) ?? -1] ?? 0
}

/** Closeness by the shipped weights, where the files show what others do around a tie. */
export const shippedClosenessOfPairs = (gathered: Gathered, { at, until }: ScoringTimes): PairCloseness =>
  closenessOfPairs(
    pastOfPairs(gathered, () => true, until),
    networkCloseness,
    at,
  )

/**
 * Learns closeness from the past that files show, and scores every pair by it.
 *
 * One model for all egos: their pasts are pooled, because each of them alone has too little. Ties between others are
 * looked at for what goes on around a tie (contacts in common, who is still active), learned from are the egos' own.
 * @param ego whether somebody's network is asked for
 */
export async function learnedCloseness(
  context: Context,
  gathered: Gathered,
  ego: (person: PersonId) => boolean,
  { at, until, known }: ScoringTimes,
): Promise<{ readonly learned: Learned; readonly of: PairCloseness }> {
  const pairs = pastOfPairs(gathered, ego, until)
  await breathe(context.signal)
  const learned = await learnCloseness(pairs.past, known, async (done, of) => {
    context.progress({ step: 'learning from the past', done, total: of, unit: 'steps' })
    await breathe(context.signal)
  })
  return { learned, of: closenessOfPairs(pairs, learned.model, at) }
}
