import { expect, test } from 'vitest'
import { csvOf } from './people-csv.ts'

const ada = {
  id: 1,
  name: 'Byron, "Ada"',
  organisation: '=HYPERLINK("http://x")',
  title: null,
  closeness: 0.5,
  trust: 0,
  calibre: null,
  worth: 0.01,
  contribution: 0,
  interactions: { in: 0, out: 0, together: 0 },
  lastAt: null,
}

test('quotes and commas are kept, unknown is empty, and nothing computes in a spreadsheet', () => {
  expect(csvOf([ada]).split('\r\n')).toEqual([
    'name,title,organisation,calibre,closeness,trust,worth,last contact',
    `"Byron, ""Ada""",,"'=HYPERLINK(""http://x"")",,0.5,0,0.01,`,
  ])
})
