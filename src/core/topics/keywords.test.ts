import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_KEYWORD_LENGTH, MAX_KEYWORDS, keywordKey, keywordsOf } from './keywords.ts'

test('a subject without its reply marks and small words', () => {
  expect(keywordsOf('RE: AW: Fwd: Pricing for the new packages')).toEqual(['pricing', 'packages'])
})

test('small words of other languages say nothing either', () => {
  expect(keywordsOf('Einladung zum Workshop über die Energiewende am Montag')).toEqual([
    'workshop',
    'energiewende',
  ])
  expect(keywordsOf('Réunion sur la stratégie de marque avec vous')).toEqual(['stratégie', 'marque'])
  expect(keywordsOf('Propuesta para el contrato de suministro')).toEqual([
    'propuesta',
    'contrato',
    'suministro',
  ])
  expect(keywordsOf('Proposta per il contratto di fornitura')).toEqual(['proposta', 'contratto', 'fornitura'])
  expect(keywordsOf('Voorstel voor het onderzoek naar zonnepanelen')).toEqual([
    'voorstel',
    'onderzoek',
    'zonnepanelen',
  ])
})

test('hashtags come first, then what occurs most often', () => {
  expect(keywordsOf('Hydrogen storage: cheap storage wins. #Energy #gridstorage')).toEqual([
    'energy',
    'gridstorage',
    'storage',
    'hydrogen',
    'cheap',
    'wins',
  ])
})

test('numbers, dates, codes, links and addresses are no topics', () => {
  expect(
    keywordsOf('Invoice 4711 of 2024-05-01, AB12CD34, see https://x.example/tax and bob@tax.example'),
  ).toEqual(['invoice'])
  expect(keywordsOf('B2B in Q3')).toEqual(['b2b'])
})

test('abbreviations name no topic, but for fields that everybody knows by two capitals', () => {
  expect(keywordsOf('What AI does to HR')).toEqual(['ai', 'hr'])
  expect(keywordsOf('FYI: GL of the DB, ETA EOD, pls RSVP re PO and misc. mtg')).toEqual([])
  expect(keywordsOf('GO TO IT NOW AUDIT')).toEqual(['audit'])
})

test('words written without spaces are told apart', () => {
  expect(keywordsOf('東京の会議')).toContain('東京')
})

test('the plural, another case and accents make no other word', () => {
  expect(keywordsOf('Contract, contracts, CONTRACT')).toEqual(['contract'])
  expect(keywordKey('Café')).toBe(keywordKey('CAFE'))
  expect(keywordKey('Anlagen')).toBe(keywordKey('Anlage'))
})

test('names can be left out', () => {
  expect(keywordsOf('Budget with Ada Lovelace', new Set(['ada', 'lovelace']))).toEqual(['budget'])
})

test('nothing telling gives nothing', () => {
  for (const text of ['', '   ', 'Re: Re:', '??? !!!', 'Hello and thanks', '#1 #2'])
    expect(keywordsOf(text)).toEqual([])
})

test('whatever the text, the answer is short, lower case, distinct, and the same again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 3_000 }), (text) => {
      const found = keywordsOf(text)
      expect(found.length).toBeLessThanOrEqual(MAX_KEYWORDS)
      expect(found.every((word) => word !== '' && word.length <= MAX_KEYWORD_LENGTH * 2)).toBe(true)
      expect(new Set(found.map(keywordKey)).size).toBe(found.length)
      expect(keywordsOf(text)).toEqual(found)
    }),
  )
})
