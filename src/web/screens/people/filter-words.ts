import { percent } from '../../format.ts'
import { t } from '../../texts/texts.ts'
import type { PeopleFilters } from './people-search.ts'

/** A filter as a chip says it, and what is left of all of them without it. */
export type Chip = { readonly text: string; readonly rest: PeopleFilters }

const rangeText = (score: string, from: number | undefined, to: number | undefined): string | null =>
  from === undefined
    ? to === undefined
      ? null
      : t('people.filter.atMost', { score, to: percent(to) })
    : to === undefined
      ? t('people.filter.atLeast', { score, from: percent(from) })
      : t('people.filter.between', { score, from: percent(from), to: percent(to) })

/** The filters in use, in words, one chip each. */
export const chipsOf = (filters: PeopleFilters): Chip[] => {
  const { closenessFrom, closenessTo, ...noCloseness } = filters
  const { calibreFrom, calibreTo, ...noCalibreRange } = filters
  const { calibre, ...noCalibre } = filters
  const { organisation, ...noOrganisation } = filters
  const { channel, ...noChannel } = filters
  const { dormant, ...noDormant } = filters
  const { tag, ...noTag } = filters
  const { topic, ...noTopic } = filters
  const { promise, ...noPromise } = filters
  const chips: readonly (readonly [string | null, PeopleFilters])[] = [
    [rangeText(t('words.closeness'), closenessFrom, closenessTo), noCloseness],
    [rangeText(t('words.calibre'), calibreFrom, calibreTo), noCalibreRange],
    [
      calibre === undefined
        ? null
        : calibre === 'known'
          ? t('people.filter.calibreKnown')
          : t('people.filter.calibreUnknown'),
      noCalibre,
    ],
    [organisation === undefined ? null : t('people.filter.at', { organisation }), noOrganisation],
    [channel === undefined ? null : t(`people.filter.by.${channel}`), noChannel],
    [dormant === undefined ? null : t('people.filter.dormant'), noDormant],
    [tag === undefined ? null : t('people.filter.tagged', { tag }), noTag],
    [topic === undefined ? null : t('people.filter.about', { topic }), noTopic],
    [promise === undefined ? null : t(`people.filter.promise.${promise}`), noPromise],
  ]
  return chips.flatMap(([text, rest]) => (text === null ? [] : [{ text, rest }]))
}
