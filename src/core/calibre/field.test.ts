import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NO_SHARED_WORD, fieldRelevance, fieldTerms, fieldWeights } from './field.ts'

test('who works in the field is fully relevant', () => {
  const near = fieldRelevance('energy trading')
  expect(near(['VP Trading', 'Northern Power Ltd'])).toBe(1)
  expect(near(['Gas Trader', null])).toBe(1)
})

test('half of what describes the field is half of the way', () => {
  expect(fieldRelevance('marketing for biotech startups')(['Head of Marketing', 'Acme'])).toBeCloseTo(
    0.25 + 0.75 / 2,
    12,
  )
})

test('another line of work is of little relevance, yet not of none', () => {
  expect(fieldRelevance('energy trading')(['HR Manager', 'Acme'])).toBe(NO_SHARED_WORD)
})

test('the languages understand each other', () => {
  const law = fieldRelevance('Recht')
  for (const title of [
    'Rechtsanwältin',
    'Attorney',
    'Avocat',
    'Abogada',
    'General Counsel',
    'Avvocato',
    'Advocaat',
  ]) {
    expect(law([title]), title).toBe(1)
  }
  expect(fieldRelevance('vertrieb')(['Sales Director'])).toBe(1)
})

test('words that no table knows are compared without their endings', () => {
  expect(fieldRelevance('beekeeping')(['Beekeeper'])).toBe(1)
})

test('what says nothing about a line of work leaves relevance unknown', () => {
  const near = fieldRelevance('energy trading')
  expect(near(['CEO', 'Acme Ltd'])).toBeNull()
  expect(near([null, undefined, ''])).toBeNull()
  expect(fieldRelevance('')(['VP Trading'])).toBeNull()
  expect(fieldRelevance('the company')(['VP Trading'])).toBeNull()
})

test('what everybody of the network does tells less than what few do', () => {
  const people = [...Array.from({ length: 98 }, () => ['Energy Analyst']), ['Solar Beekeeper'], ['Baker']]
  const weights = fieldWeights('energy beekeeping', people)
  expect(weights.get('#energy')).toBe(0.2)
  expect(weights.get('beekeep')).toBeCloseTo(Math.log(101 / 2) / Math.log(101), 12)
  const near = fieldRelevance('energy beekeeping', weights)
  expect(near(['Beekeeper'])!).toBeGreaterThan(near(['Energy Analyst'])!)
  expect(near(['Energy', 'Beekeeper'])).toBe(1)
  expect(fieldWeights('surgery energy', people).get('surger')).toBe(0.2)
  expect([...fieldWeights('energy', []).values()]).toEqual([1])
  expect(fieldWeights('', people).size).toBe(0)
})

test('a field is understood by its meanings, each with the word that has it', () => {
  expect(fieldTerms('B2B marketing and Werbung for beekeepers')).toEqual([
    { term: 'b2b', meaning: 'b2b', known: false },
    { term: 'marketing', meaning: '#marketing', known: true },
    { term: 'beekeepers', meaning: 'beekeep', known: false },
  ])
  expect(fieldTerms('the of and')).toEqual([])
})

test('whatever the texts, it is unknown or between .25 and 1, and more text in the field never lowers it', () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...Array.from('aeoäßÉıİﬁ中😀.,-/&()\u0000\u0301 ')) }),
    fc.constantFrom('Sales', 'Trader', 'Chef', 'Energy', 'CFO'),
  )
  fc.assert(
    fc.property(text, fc.array(text), (field, texts) => {
      const near = fieldRelevance(field)
      const found = near(texts)
      if (found === null) return
      expect(found).toBeGreaterThanOrEqual(NO_SHARED_WORD)
      expect(found).toBeLessThanOrEqual(1)
      expect(near([...texts, field])).toBeGreaterThanOrEqual(found)
    }),
    { numRuns: 30 },
  )
})
