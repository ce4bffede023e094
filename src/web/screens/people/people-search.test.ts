import { expect, test } from 'vitest'
import { filtersOf, readSearch } from './people-search.ts'

test('what an address may hold is kept', () => {
  const search = {
    q: 'ada',
    sort: 'closeness',
    reverse: true,
    closenessFrom: 0.2,
    calibre: 'unknown',
    organisation: 'Acme',
    channel: 'call',
    dormant: true,
    tag: 'Leeds meetup',
    topic: 'pricing',
    promise: 'i-owe',
  }
  expect(readSearch(search)).toEqual(search)
})

test('whatever makes no sense is passed over', () => {
  expect(
    readSearch({
      q: '',
      sort: 'size',
      reverse: 'true',
      closenessFrom: 7,
      closenessTo: 'many',
      calibre: 'low',
      organisation: {},
      channel: 'pigeon',
      dormant: false,
      tag: '',
      topic: [],
      promise: 'nobody',
      nonsense: 1,
    }),
  ).toEqual({})
})

test('a search for a number arrives as one, and is text', () => {
  expect(readSearch({ q: 2026, organisation: 1 })).toEqual({ q: '2026', organisation: '1' })
})

test('filters are what is left without search and order', () => {
  expect(filtersOf({ q: 'a', sort: 'name', reverse: true, dormant: true })).toEqual({ dormant: true })
})
