import { expect, test } from 'vitest'
import { sentences } from './index.ts'
import { wishedLanguage } from './language.ts'

test('the first language that kith speaks of those a browser wishes for is taken', () => {
  expect(wishedLanguage('de-AT, en;q=0.5')).toBe('de')
  expect(wishedLanguage('fr-FR, de;q=0.8')).toBe('de')
  expect(wishedLanguage('fr')).toBe('en')
  expect(wishedLanguage(null)).toBe('en')
})

test('numbers, days and spans are written as the language writes them', () => {
  const at = Date.UTC(2026, 2, 3)
  const { en, de } = { en: sentences.en.basics, de: sentences.de.basics }
  expect([en.share(0.0812), de.share(0.0812)]).toEqual(['8.1 %', '8,1 %'])
  expect([en.share(0.99999), de.share(0.00001)]).toEqual(['over 99.9 %', 'unter 0,1 %'])
  expect([en.day(at, at), de.day(at, at)]).toEqual(['3 March', '3. März'])
  expect([en.ago(0.5), de.ago(0.5)]).toEqual(['today', 'heute'])
  expect([en.ago(130), de.ago(130)]).toEqual(['4 months ago', 'vor 4 Monaten'])
  expect([en.times(1_200), de.times(1_200)]).toEqual(['1,200 times', '1.200-mal'])
})

test('a goal is named in either language', () => {
  const goal = { kind: 'referrals', target: 5, period: 'quarter', segment: { place: 'Leeds' } } as const
  expect(sentences.en.worth.goal(goal)).toBe('5 referrals a quarter (in Leeds)')
  expect(sentences.de.worth.goal(goal)).toBe('5 Empfehlungen pro Quartal (in Leeds)')
})

test('who wrote how often is told the same way in German', () => {
  const { exchange } = sentences.de.closeness
  expect(exchange(14, 12, 2)).toBe(
    'Sie schrieben 14-mal, die andere Seite antwortete 12-mal und Sie trafen oder sprachen sich zweimal',
  )
  expect(exchange(0, 3, 0)).toBe('die andere Seite schrieb 3-mal, Sie nie')
})
