import { expect, test } from 'vitest'
import { KithError } from '#core/model/errors.ts'
import { loadAll } from '#operations/index.ts'
import { runOperation } from '#operations/run.ts'
import { contextOn, withNetwork } from '#operations/testing/workspace.ts'
import type { Store } from '#store/store.ts'
import { whereaboutsOf } from './whereabouts.ts'

const list = await loadAll()
const reading = list.filter(({ method }) => method === 'get')
const here = reading.filter((declared) => whereaboutsOf(declared) === 'here')

/** What reads a row of everybody, or more. */
const wide = new Set<keyof Store>([
  'people',
  'contacts',
  'personIds',
  'peopleFacets',
  'scoredColumns',
  'interactions',
  'attention',
  'directory',
  'trends',
])
/** What reads everybody's where it is not told whose. */
const wideUnlessNamed = new Set<keyof Store>(['facts', 'ledger', 'endorsements', 'declarations'])
const peopleAt: Partial<Record<keyof Store, number>> = { facts: 0 }

/** The same store, which tells what was read of everybody. */
function watched(store: Store): { readonly store: Store; readonly read: Set<string> } {
  const read = new Set<string>()
  const proxy = new Proxy(store, {
    get: (target, name) => {
      const member = Reflect.get(target, name) as unknown
      if (typeof member !== 'function') return member
      return (...given: unknown[]): unknown => {
        const method = name as keyof Store
        if (wide.has(method)) read.add(method)
        if (wideUnlessNamed.has(method) && given[peopleAt[method] ?? 1] === undefined) read.add(method)
        return Reflect.apply(member, target, given)
      }
    },
  })
  return { store: proxy, read }
}

test('what is read without being told otherwise does not run on the serving thread', () => {
  expect(whereaboutsOf({ ...list[0]!, name: 'list-something-new', method: 'get', long: false })).toBe(
    'readers',
  )
})

test.each([
  'list-people',
  'choose-people',
  'count-people',
  'list-trends',
  'list-changes',
  'list-moves',
  'list-organisations',
  'suggest-field',
  'sizing-curve',
  'what-if',
])('%s, which reads a row of everybody, runs in a thread of its own', (name) => {
  expect(whereaboutsOf(list.find((each) => each.name === name)!)).toBe('readers')
})

test('nothing that is answered on the serving thread reads a row of everybody', () =>
  withNetwork(async (context) => {
    const people = await context.store.contacts(context.owner)
    const told: [string, string[]][] = []
    for (const declared of here) {
      const { store, read } = watched(context.store)
      try {
        await runOperation(declared, contextOn(store), { who: String(people[0]?.personId), id: 'none' })
      } catch (error) {
        if (!(error instanceof KithError)) throw error
      }
      if (read.size > 0) told.push([declared.name, [...read]])
    }
    expect(here.length).toBeGreaterThan(10)
    expect(told).toEqual([])
  }))
