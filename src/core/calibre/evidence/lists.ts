import { DAY_MS, decayed } from '../../stats/decay.ts'
import { EVIDENCE_HALF_LIFE_DAYS } from './evidence.ts'
import type { ListsEvidence } from './evidence.ts'

/** A list that names somebody: speakers, award winners, fellows, a "top 100". */
export type Listing = {
  readonly list: string
  /** How high it puts them, in [0, 1], where the list has grades; null: as high as lists in general. */
  readonly level: number | null
  /** How near its field is to the user's, in [0, 1]; null is unknown. */
  readonly relevance: number | null
  /** The year it is of; null where it does not say. */
  readonly year: number | null
}

/** A list without grades: whom others name stands above the field's middle. An assumption, as are the weights. */
const LISTED_LEVEL = 0.8
/** One list weighs half as much as a title: somebody chose, though nobody known. */
const LISTED_RELIABILITY = 1.5
/** However many lists, together they weigh no more than a title. */
export const MOST_LISTS_RELIABILITY = 3

/** The middle of a year, epoch milliseconds, without a calendar: exact to a day or two. */
const middleOf = (year: number): number => (year - 1970 + 0.5) * 365.2425 * DAY_MS

/**
 * Being named by others on lists, as evidence; null where no list names the person.
 *
 * level = mean over the lists, each by its grade; how many there are enters only the weight. A list counts once a
 * name however many years it has; the latest year stands for it. Lists of years after `now` are ignored.
 */
export function listsEvidence(listings: readonly Listing[], now: number): ListsEvidence | null {
  const latest = new Map<string, Listing>()
  for (const each of listings) {
    if (each.year !== null && (each.year - 1970) * 365.2425 * DAY_MS >= now) continue
    const known = latest.get(each.list)
    if (known === undefined || later(each, known)) latest.set(each.list, each)
  }
  const lists = [...latest.values()].sort((a, b) => (a.list < b.list ? -1 : 1))
  if (lists.length === 0) return null
  const mean = (of: (each: Listing) => number): number =>
    lists.reduce((sum, each) => sum + of(each), 0) / lists.length
  const relevant = lists.filter((each) => each.relevance !== null)
  const years = lists.flatMap(({ year }) => (year === null ? [] : [year]))
  return {
    kind: 'lists',
    lists: lists.map(({ list, year }) => (year === null ? list : `${list} (${year})`)),
    level: mean((each) => each.level ?? LISTED_LEVEL),
    reliability: Math.min(MOST_LISTS_RELIABILITY, LISTED_RELIABILITY * lists.length),
    relevance:
      relevant.length === 0
        ? null
        : relevant.reduce((sum, each) => sum + (each.relevance ?? 0), 0) / relevant.length,
    recency: mean(({ year }) =>
      year === null ? 1 : decayed(Math.max(0, (now - middleOf(year)) / DAY_MS), EVIDENCE_HALF_LIFE_DAYS),
    ),
    at: years.length === 0 ? null : Math.min(now, middleOf(Math.max(...years))),
  }
}

/** Of two years of one list: the later, then the higher grade, then the nearer to the field. */
function later(one: Listing, other: Listing): boolean {
  const key = (each: Listing): readonly number[] => [
    each.year ?? -Infinity,
    each.level ?? LISTED_LEVEL,
    each.relevance ?? -1,
  ]
  const [a, b] = [key(one), key(other)]
  const differing = a.findIndex((value, i) => value !== b[i])
  return differing >= 0 && a[differing]! > b[differing]!
}
