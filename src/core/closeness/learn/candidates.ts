import type { Feature } from '../features/feature.ts'
import { networkFeatures, tieFeatures } from '../features/index.ts'
import { defaultCloseness } from '../model.ts'
import type { ClosenessTerm } from '../model.ts'

/** Volumes and shares lie below 1 for most ties: ln(1 + 10·x) tells them apart. */
const SMALL_VALUES = /^(mutualVolume|volume|shareOf|receivedTogether)/

/** A feature as a model may use it, with the weight of the shipped default: 0 where that does not use it. */
const candidate = (feature: Feature): ClosenessTerm =>
  defaultCloseness.terms.find((term) => term.feature === feature) ?? {
    feature,
    scale: SMALL_VALUES.test(feature.name) ? 10 : 1,
    weight: 0,
  }

/**
 * What a learned model is made of.
 * @param network whether the data shows what others do around a tie
 */
export const candidateTerms = (network: boolean): readonly ClosenessTerm[] =>
  (network ? [...tieFeatures, ...networkFeatures] : tieFeatures).map(candidate)
