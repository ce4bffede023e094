import { matchProbability, type MatchModel, priorWeight } from './match-model.ts'
import type { Candidates } from './candidates.ts'
import { UNKNOWN } from './match-person.ts'

/** How many pairs the shipped parameters count as against what is seen. */
const PRIOR_PAIRS = 400
const ROUNDS = 5
/** What the fit reads of candidate pairs. */
export type FittedPairs = Pick<Candidates, 'length' | 'levelOf' | 'totalUnder'>

/** Bounds of the number of further records of a person. */
const FEWEST = 0.05
const MOST = 3

/**
 * Fits the model to the directory by expectation and maximisation: P of each candidate pair under the present
 * parameters, then
 *
 *   m(c, l) = (s·m₀(c, l) + Σ P·[level = l]) / (s + Σ P·[level known]),  s = 400 pairs
 *
 * and the number of further records likewise. u stays: it is known from how frequent values are. With few pairs the
 * shipped parameters stay almost as they are. Winkler 1988; priors keep it from drifting to another split of the data.
 */
export function fitModel(candidates: FittedPairs, shipped: MatchModel, people: number): MatchModel {
  let model = shipped
  for (let round = 0; round < ROUNDS; round++) model = step(candidates, shipped, model, people)
  return model
}

function step(candidates: FittedPairs, shipped: MatchModel, model: MatchModel, people: number): MatchModel {
  const seen = shipped.m.map((levels) => levels.map(() => 0))
  const prior = priorWeight(model, people)
  let matches = 0
  for (let i = 0; i < candidates.length; i++) {
    const probability = matchProbability(candidates.totalUnder(model, prior, i))
    matches += probability
    for (let c = 0; c < seen.length; c++) {
      const level = candidates.levelOf(i, c)
      if (level !== UNKNOWN) seen[c]![level]! += probability
    }
  }
  return {
    ...model,
    m: seen.map((levels, c) => {
      const known = levels.reduce((sum, count) => sum + count, 0)
      return levels.map(
        (count, level) => (PRIOR_PAIRS * shipped.m[c]![level]! + count) / (PRIOR_PAIRS + known),
      )
    }),
    duplicates: Math.min(
      MOST,
      Math.max(
        FEWEST,
        // A pair is one further record of either side.
        (PRIOR_PAIRS * shipped.duplicates + 2 * matches) / (PRIOR_PAIRS + people),
      ),
    ),
  }
}
