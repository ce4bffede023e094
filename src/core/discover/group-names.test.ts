import { expect, test } from 'vitest'
import { domainInWords, nameGroups } from './group-names.ts'
import type { Member } from './group-names.ts'

const member = (
  organisation: string | null,
  topics: readonly string[] = [],
  domain: string | null = null,
): Member => ({
  organisation,
  domain,
  topics,
})
const only = (members: readonly Member[]) => nameGroups([members])[0]

test('by the organisations of most, then by what at least two talk about', () => {
  const name = only([
    member('Acme', ['storage', 'chess']),
    member('ACME', ['storage']),
    member('Beta', ['storage', 'acme']),
    member('Beta', ['acme']),
    member('Gamma'),
  ])
  expect(name).toEqual({
    organisations: [
      { name: 'Acme', members: 2 },
      { name: 'Beta', members: 2 },
    ],
    topics: ['Storage'],
    name: 'Acme and Beta: Storage',
  })
})

test('a domain stands in, in words, and counts with the organisation of that name', () => {
  expect(
    only([member('Enron'), member(null, [], 'enron.com'), member(null, [], 'enron.com')])?.organisations,
  ).toEqual([{ name: 'Enron', members: 3 }])
  expect(domainInWords('acme.co.uk')).toBe('Acme')
  expect(domainInWords('ibm.com')).toBe('IBM')
  expect(domainInWords('rolls-royce.com')).toBe('Rolls-Royce')
})

test('what everybody talks about names no group; what sets one apart does', () => {
  const [traders, lawyers] = nameGroups([
    [
      member('Acme', ['meeting', 'pipeline']),
      member('Acme', ['meeting', 'pipeline']),
      member('Acme', ['meeting']),
    ],
    [
      member('Acme', ['meeting', 'contract']),
      member('Acme', ['meeting', 'contract']),
      member('Acme', ['meeting']),
    ],
  ])
  expect([traders?.name, lawyers?.name]).toEqual(['Acme: Pipeline, Meeting', 'Acme: Contract, Meeting'])
})

test('codes and abbreviations are no words', () => {
  const topics = ['dpr', 'q3', 'xkcdqw', 'b2b', 'größe', '会議室で']
  expect(only([member(null, topics), member(null, topics), member(null, topics)])?.topics).toEqual([
    'Größe',
    '会議室で',
  ])
})

test('where nothing is shared the name says how many they are', () => {
  expect(only([member('Acme', ['chess']), member('Beta', ['rowing']), member(null)])).toEqual({
    organisations: [],
    topics: [],
    name: '3 people',
  })
  expect(nameGroups([])).toEqual([])
})
