import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importers } from '../src/importers/index.ts'
import { emptyRow, formatsPage, yieldOf, type Row } from './formats-page.ts'

const page = readFileSync(new URL('../docs/formats.md', import.meta.url), 'utf8')

/** The first two cells of each row: the source, and what it yields. */
const listed = page
  .split('\n')
  .filter((line) => /^\| .*\(`/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, source = '', yields = '']) => [source, yields])

test('docs/formats.md has a row for every source with what it yields; else run npm run docs:formats', async () => {
  const now = await Promise.all(
    importers.map(async (importer) => [`${importer.title} (\`${importer.id}\`)`, await yieldOf(importer)]),
  )
  expect(listed).toEqual(now)
  for (const [, yields] of now) expect(yields).not.toBe('')
})

test('a source shows its reasons, the most frequent first, and says when it has no samples', async () => {
  const skipped = new Map([
    ['a draft', 1],
    ['no | time', 1_200],
  ])
  const row: Row = { ...emptyRow(), files: 2, read: 3, skipped, refused: new Map([['It is empty.', 1]]) }
  const made = await formatsPage(new Map([['mbox', row]]), 5)
  expect(made).toContain('| 2 | 3 | 1,201 | 1,200 × no \\| time; 1 × a draft; refused, 1 × It is empty. |')
  expect(made).toMatch(/\(`vcard`\) \|.*\| none \|/)
  expect(made).toContain('2 sample files were read; 5 more')
})
