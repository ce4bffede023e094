import { readdirSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { de } from './de/index.ts'
import { en } from './en/index.ts'
import { languageOf, localeOf } from './language.ts'
import { speak, t } from './texts.ts'

type Tree = { readonly [name: string]: string | Tree }

const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[path + name, value] as [string, string]] : flat(value, `${path}${name}.`),
  )
/** Names in braces and tags of a text, in the order of the alphabet. */
const marks = (text: string): string[] => [...new Set(text.match(/\{\{.*?\}\}|<\/?\w+>/g))].toSorted()

const english = new Map(flat(en))
const german = flat(de)

beforeEach(() => speak('en'))

test.each(german)('%s says in German what it says in English, with the same names and tags', (key, text) => {
  expect(marks(text)).toEqual(marks(english.get(key) ?? ''))
})

test('no text is empty, and none is left in English', () => {
  const same = german.filter(([key, text]) => text === english.get(key) && text.split(' ').length > 3)
  expect(same).toEqual([])
  expect([...english, ...german].filter(([, text]) => text.trim() === '')).toEqual([])
})

test('every plural has both forms', () => {
  const ones = [...english.keys()].filter((key) => key.endsWith('_one'))
  expect(ones.filter((key) => !english.has(key.replace(/_one$/, '_other')))).toEqual([])
})

test('each file of a catalogue is in its index', () => {
  for (const language of ['en', 'de'] as const) {
    const files = readdirSync(new URL(language, import.meta.url)).filter((name) => name !== 'index.ts')
    expect(files.length).toBe(Object.keys(language === 'en' ? en : de).length)
  }
})

test('one is one and the rest are many, with the numbers of the language', async () => {
  expect(t('common.people', { count: 1 })).toBe('1 person')
  expect(t('common.people', { count: 12_345 })).toBe('12,345 people')
  await speak('de')
  expect(t('common.people', { count: 1 })).toBe('1 Person')
  expect(t('common.people', { count: 12_345 })).toBe('12.345 Personen')
})

test('what a user typed is shown as typed, even if it looks like a variable', () => {
  expect(t('people.nobodyFits', { query: '<b>{{count}}</b>' })).toBe('Nobody fits “<b>{{count}}</b>”')
})

test('the browser’s languages decide, in their order, and English where kith speaks none', () => {
  expect(languageOf(['fr-FR', 'de-AT', 'en'])).toBe('de')
  expect(languageOf(['fr'])).toBe('en')
  expect(localeOf('de', ['en-US', 'de-CH'])).toBe('de-CH')
  expect(localeOf('de', ['en-US'])).toBe('de')
  expect(localeOf('en', ['en-US@posix', 'en-GB'])).toBe('en-GB')
  expect(localeOf('en', ['en-US@posix'])).toBe('en')
})

test('a wrong address, a missing name and a missing number are type errors', () => {
  // @ts-expect-error -- no such text
  t('common.nothing')
  // @ts-expect-error -- the text names a query
  t('people.nobodyFits')
  // @ts-expect-error -- a plural needs its number
  t('common.people')
  // @ts-expect-error -- the text has no such name
  expect(t('common.people', { count: 1, number: 2 })).toBe('1 person')
})
