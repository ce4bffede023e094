import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { memoryEntry, memoryHead, readAll } from '../text/entries.ts'
import { lists } from './lists.ts'

const options = { region: 'DE', timeZone: 'Europe/Berlin', until: Date.UTC(2025, 0) }
const read = (text: string) => readAll(lists, memoryEntry('list.csv', text), options)
const fixture = readFileSync(new URL('./fixtures/speakers.csv', import.meta.url), 'utf8')

test('lines with a key name the person, lines without one the name', async () => {
  const { records, skipped, read: lines } = await read(fixture)
  expect(records).toEqual([
    {
      type: 'listing',
      list: 'Analytics Days speakers',
      name: 'Ada Lovelace',
      identity: { kind: 'mail', value: 'ada@engine.example' },
      field: 'data science',
      year: 2024,
    },
    {
      type: 'listing',
      list: 'Compiler Hall of Fame',
      name: 'Hopper, Grace',
      identity: { kind: 'linkedin', value: 'grace-hopper' },
      level: 0.95,
      field: 'software',
      year: 2023,
    },
    { type: 'listing', list: 'Top 100 Makers', name: 'Jane Roe', level: 0.8, field: 'design', year: 2022 },
    {
      type: 'listing',
      list: 'Top 100 Makers',
      name: '',
      identity: { kind: 'profile', value: 'x.com/maker' },
      level: 0.6,
      field: 'design',
      year: 2022,
    },
  ])
  expect(lines).toBe(4)
  expect(skipped).toEqual([
    { where: 'row 6', reason: 'it does not say which list it is of' },
    { where: 'row 7', reason: 'its level "120" is no number from 0 to 100' },
  ])
})

test('other names of columns, semicolons and commas in numbers', async () => {
  const { records } = await read(
    'Name;E-Mail;Liste;Stufe;Jahr\nJane Doe;jane@acme.example;Beste 50;87,5;2024\n',
  )
  expect(records).toMatchObject([
    { list: 'Beste 50', level: 0.875, year: 2024, identity: { kind: 'mail', value: 'jane@acme.example' } },
  ])
})

test.each([
  ['Jane,,Top,,,1850', 'its year "1850" is none from 1900 to 2099'],
  [',nothing,Top,,,', '"nothing" is no mail address, profile URL or telephone number'],
  [',,Top,,,', 'it names nobody'],
])('%s is skipped: %s', async (line, reason) => {
  const { records, skipped } = await read(`name,key,list,level,field,year\n${line}\n`)
  expect(records).toEqual([])
  expect(skipped).toEqual([{ where: 'row 2', reason }])
})

test('it is told by its columns: a list, whom it names, and what the list says of them', () => {
  const sure = (header: string): number => lists.detect(memoryHead('x.csv', `${header}\n`))
  expect(sure('name,key,list,level,field,year')).toBe(0.9)
  expect(sure('list,email,year')).toBe(0.9)
  expect(sure('name,list')).toBe(0)
  expect(sure('name,key,level,field,year')).toBe(0)
  expect(sure('First Name,Last Name,URL,Company,Position,Connected On')).toBe(0)
})
