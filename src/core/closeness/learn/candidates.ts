import { networkFeatures, tieFeatures } from '../features/index.ts'
import { defaultCloseness, networkCloseness } from '../model.ts'
import type { ClosenessModel, ClosenessTerm } from '../model.ts'

/** Volumes and shares lie below 1 for most ties: ln(1 + 10·x) tells them apart. */
const SMALL_VALUES = /^(mutualVolume|volume|shareOf|receivedTogether)/

/** The shipped weights for what the data shows. */
export const shippedCloseness = (network: boolean): ClosenessModel =>
  network ? networkCloseness : defaultCloseness

/**
 * What a learned model is made of: each feature with its shipped weight, 0 where the shipped model does not use it.
 * @param network whether the data shows what others do around a tie
 */
export const candidateTerms = (network: boolean): readonly ClosenessTerm[] =>
  (network ? [...tieFeatures, ...networkFeatures] : tieFeatures).map(
    (feature) =>
      shippedCloseness(network).terms.find((term) => term.feature === feature) ?? {
        feature,
        scale: SMALL_VALUES.test(feature.name) ? 10 : 1,
        weight: 0,
      },
  )
