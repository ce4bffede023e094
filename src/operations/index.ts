import { catalogue, type Described, type Entry } from './catalogue.ts'
import { data } from './contents/data.ts'
import { discover } from './contents/discover.ts'
import { field } from './contents/field.ts'
import { identity } from './contents/identity.ts'
import { people } from './contents/people.ts'
import { plan } from './contents/plan.ts'
import { sources } from './contents/sources.ts'
import { worth } from './contents/worth.ts'

/**
 * Everything a person can ask kith to do, by name. Commands, routes, tools and the web client's types are made from
 * this; what an operation needs is loaded when it is asked for.
 */
export const operations = catalogue({
  ...sources,
  ...people,
  ...field,
  ...worth,
  ...plan,
  ...discover,
  ...identity,
  ...data,
})

export const entries = Object.values(operations) as readonly Entry[]

/** All operations, for faces that describe every one. */
export const loadAll = (): Promise<readonly Described[]> => Promise.all(entries.map((entry) => entry.load()))
