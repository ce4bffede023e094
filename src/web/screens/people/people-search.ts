import type { Input } from '../../client.ts'

type Asked = Input<'list-people'>

/** The order of the people; the same words as the operation's. */
export type PeopleSort = NonNullable<Asked['sort']>
export type ChannelName = NonNullable<Asked['channel']>
export type PromiseSide = NonNullable<Asked['promise']>

export const sorts = [
  'worth',
  'closeness',
  'calibre',
  'trust',
  'name',
  'recent',
] as const satisfies readonly PeopleSort[]
export const channelNames = [
  'mail',
  'meeting',
  'message',
  'post',
  'call',
] as const satisfies readonly ChannelName[]

export const promiseSides = ['i-owe', 'they-owe'] as const satisfies readonly PromiseSide[]

/** What the list is narrowed by; a filter that is left out does not narrow it. The words are the operation's own. */
export type PeopleFilters = {
  readonly closenessFrom?: number
  readonly closenessTo?: number
  readonly calibreFrom?: number
  readonly calibreTo?: number
  readonly calibre?: 'known' | 'unknown'
  readonly organisation?: string
  readonly channel?: ChannelName
  readonly dormant?: true
  readonly tag?: string
  readonly topic?: string
  readonly promise?: PromiseSide
}

/** What the address of the people screen may hold; left out where it is the usual. */
export type PeopleSearch = PeopleFilters & {
  readonly q?: string
  readonly sort?: PeopleSort
  readonly reverse?: true
}

const oneOf = <Word extends string>(words: readonly Word[], value: unknown): Word | undefined =>
  words.find((word) => word === value)

const share = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined

/** A search for a number arrives as one. */
const text = (value: unknown, most: number): string | undefined =>
  (typeof value === 'string' && value !== '') || typeof value === 'number'
    ? `${value}`.slice(0, most)
    : undefined

const yes = (value: unknown): true | undefined => (value === true ? true : undefined)

/** Leaves out what is not set, so that addresses stay short and alike. */
export const withoutGaps = <T extends object>(fields: T): { [Key in keyof T]: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>
  }

/** Reads an address that anybody may have typed: whatever makes no sense is passed over. */
export const readSearch = (search: Readonly<Record<string, unknown>>): PeopleSearch =>
  withoutGaps({
    q: text(search['q'], 200),
    sort: oneOf(sorts, search['sort']),
    reverse: yes(search['reverse']),
    closenessFrom: share(search['closenessFrom']),
    closenessTo: share(search['closenessTo']),
    calibreFrom: share(search['calibreFrom']),
    calibreTo: share(search['calibreTo']),
    calibre: oneOf(['known', 'unknown'] as const, search['calibre']),
    organisation: text(search['organisation'], 500),
    channel: oneOf(channelNames, search['channel']),
    dormant: yes(search['dormant']),
    tag: text(search['tag'], 60),
    topic: text(search['topic'], 100),
    promise: oneOf(promiseSides, search['promise']),
  }) as PeopleSearch

/** The filters of an address, without search and order. */
export const filtersOf = ({
  q: _q,
  sort: _sort,
  reverse: _reverse,
  ...filters
}: PeopleSearch): PeopleFilters => filters

/** The list of people that an address shows. */
export const viewOf = (search: PeopleSearch) => ({
  sort: search.sort ?? ('worth' as const),
  reverse: search.reverse ?? false,
  search: search.q ?? '',
  ...filtersOf(search),
})
