import { expect, test } from 'vitest'
import { fixturesOf } from '#testing/importing/fixtures.ts'
import { KithError } from '#core/model/errors.ts'
import { memoryHead } from '../text/entries.ts'
import { linkedin } from './linkedin.ts'
import { read, reader } from './testing/reading.ts'

const fixture = reader(fixturesOf('linkedin'))

test('tables that say nothing about ties are read, and give nothing', async () => {
  for (const [name, rows] of [
    ['Skills.csv', 2],
    ['Education.csv', 1],
  ] as const) {
    expect(await fixture(name)).toEqual({ read: rows, records: [], skipped: [] })
  }
})

test.each([
  ['Votes.csv', 'Date,Link,OptionText\n2024-01-01 10:00:00,https://www.linkedin.com/feed/update/1,Yes\n', 1],
  ['Hashtag_Follows.csv', 'Hashtag,Followed On\n#ai,Tue Jun 18 12:03:31 UTC 2024\n', 1],
  ['Publications.csv', 'Name,Published On,Description,Publisher,Url\nPaper,Jan 2020,,Press,\n', 1],
  ['LearningCoachMessages.csv', 'No conversations found', 0],
])('%s of a complete export is known, and gives nothing', async (name, text, rows) => {
  expect(linkedin.detect(memoryHead(name, text))).toBeGreaterThan(0.3)
  expect(await read(text, name)).toEqual({ read: rows, records: [], skipped: [] })
})

test.each(['Notes:', 'Remarques\u00a0:', '注意：'])('a table below the note "%s" is told', (note) => {
  const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On'
  const table = `${note}\n"…"\n\n${header}\nAude,Marchand,https://www.linkedin.com/in/aude-m,,Port SA,Directrice,05 Jan 2024\n`
  expect(linkedin.detect(memoryHead('Connections.csv', table))).toBeGreaterThan(0.5)
})

test('a table whose needed columns are gone is refused with their names; missing others do not matter', async () => {
  await expect(read('First,Connected On\nAda,04 Jul 2023\n', 'Connections.csv')).rejects.toThrow(
    /it lacks First Name and Last Name, or URL, or Email Address/,
  )
  await expect(read('Last Name,Company,Job Title,Text,Creation Date.1,Status\n')).rejects.toThrow(
    /lacks First Name/,
  )
  const all = await read('URL,Connected On\nlinkedin.com/in/ada,04 Jul 2023\n')
  expect(all).toMatchObject({ read: 1, skipped: [] })
})

test('a workbook under the name of a CSV file is refused in plain words', async () => {
  const workbook = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0])
  const error: unknown = await read(workbook, 'Reactions.csv').catch((cause: unknown) => cause)
  expect(error).toBeInstanceOf(KithError)
  expect((error as KithError).message).toMatch(/^Reactions\.csv is an Excel workbook.*save it as "CSV UTF-8"/)
  expect(linkedin.detect(memoryHead('Reactions.csv', workbook))).toBeGreaterThan(0)
})

test('files of others are left to others', async () => {
  const other = [
    'Name\nAda\n',
    'a,b,c\n1,2,3\n',
    'First Name,Last Name,Phone\nA,B,1\n',
    'at,from,to\n',
    '',
    '{"a":1}',
  ]
  for (const content of other) expect(linkedin.detect(memoryHead('contacts.csv', content))).toBe(0)
  await expect(read('a,b,c\n1,2,3\n')).rejects.toThrow(KithError)
  await expect(read('')).rejects.toThrow(/is empty/)
})
