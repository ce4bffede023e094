import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvBlocks, firstRows, sniffDelimiter, type BrokenRow, type CsvRow } from './csv.ts'
import { memoryEntry } from './entries.ts'

const rowsOf = async (text: string, chunk = 65_536): Promise<(CsvRow | BrokenRow)[]> => {
  const rows: (CsvRow | BrokenRow)[] = []
  for await (const block of csvBlocks(memoryEntry('x.csv', text, chunk))) rows.push(...block.rows)
  return rows
}
const cellsOf = async (text: string, chunk?: number): Promise<unknown[]> =>
  (await rowsOf(text, chunk)).map((row) => ('cells' in row ? row.cells : row.broken))

test('cells may hold delimiters, line breaks and quotation marks', async () => {
  expect(await cellsOf('a,b\n"x, y","line 1\r\nline ""2"""\n')).toEqual([
    ['a', 'b'],
    ['x, y', 'line 1\nline "2"'],
  ])
})

test('a stray quotation mark within a cell is text', async () => {
  expect(await cellsOf('a,b\nsay "hi",5" nail\n"x"y,z\n')).toEqual([
    ['a', 'b'],
    ['say "hi"', '5" nail'],
    ['"x"y', 'z'],
  ])
})

test('a quotation mark that is never closed costs its row, not the rest of the file', async () => {
  const rows = await cellsOf('a,b\n1,"lost\n2,kept\n3,kept\n')
  expect(rows).toEqual([
    ['a', 'b'],
    'a quotation mark is opened and never closed',
    ['2', 'kept'],
    ['3', 'kept'],
  ])
})

test('semicolons, tabs, CRLF and lone CR work as well; the header decides', async () => {
  expect(sniffDelimiter('at;from;to\n1;a,b,c,d,e;f')).toBe(';')
  expect(sniffDelimiter('Notes:\n"a, b, c"\n\nx\ty')).toBe('\t')
  expect(await cellsOf('a;b\r\n1;2\r\n')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
  expect(await cellsOf('a,b\r1,2\r')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
})

test('rows are numbered as a spreadsheet shows them', async () => {
  const rows = await rowsOf('Notes:\n"two\nlines"\n\nHeader,x\nfirst,y')
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 4, 5])
  expect(firstRows('Notes:\n"two\nlines"\n\nHeader,x\nfirst,y', 3)).toEqual([['Notes:'], ['two\nlines']])
})

test('a line of many megabytes is one broken row', async () => {
  const rows = await cellsOf(`a,b\n${'x'.repeat(3_000_000)}\n1,2\n`)
  expect(rows).toEqual([['a', 'b'], 'a line longer than 1048576 characters', ['1', '2']])
})

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

test('what was written as CSV is read back, whatever the chunks', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', ' ', '🚀'), maxLength: 12 })
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, chunk) => {
      const text = `x,y,z\n${rows.map((row) => row.map(quote).join(',')).join('\n')}\n`
      expect(await cellsOf(text, chunk)).toEqual([['x', 'y', 'z'], ...rows])
    }),
  )
})
