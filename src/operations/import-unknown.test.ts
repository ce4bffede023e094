import { expect, test } from 'vitest'
import { importFiles } from './import-files.ts'
import { folderWith, inWorkspace } from './testing/workspace.ts'

const card = 'BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\nEMAIL:ann@a.example\nEND:VCARD\n'
const unknown = Array.from({ length: 300 }, (_, i) => [`logs/${i}.log`, `line ${i}\n`] as const)

test.each(['', '/'])(
  'files of no known format in a folder are counted each and told of once (named with "%s")',
  (end) =>
    inWorkspace(async ({ importAll }) => {
      const { path, drop } = folderWith({ 'ann.vcf': card, 'empty.txt': '', ...Object.fromEntries(unknown) })
      try {
        const report = await importAll([`${path}${end}`])
        const [cards, empty, ...rest] = report.files
        expect(cards).toMatchObject({ source: 'vcard', read: 1, skipped: 0 })
        expect(empty).toMatchObject({ source: null, skipped: 1 })
        expect(rest.map((file) => file.skipped)).toEqual([...Array.from({ length: 10 }, () => 1), 290])
        expect(rest.at(-1)).toMatchObject({ path: `${path}${end}`, source: null, read: 0 })
        expect(rest.at(-1)?.problems).toHaveLength(100)
        expect(report.totals.skipped).toBe(301)
        const lines = importFiles.cli?.print?.(report).split('\n') ?? []
        expect(lines.filter((line) => line.startsWith('skipped: '))).toEqual([
          `skipped: ${path}/empty.txt: The file is empty.`,
          expect.stringContaining(
            `skipped: ${path}/logs/0.log and 9 others: No importer reads this; kith reads: `,
          ),
          expect.stringMatching(
            /^skipped: .*, logs\/\d+\.log and 289 others: No importer reads this either\.$/,
          ),
        ])
      } finally {
        drop()
      }
    }),
)

test('a few files of no known format are told of one by one, with what kith reads', () =>
  inWorkspace(async ({ importAll }) => {
    const { path, drop } = folderWith({ 'a.log': 'line\n', 'b.log': 'line\n' })
    try {
      for (const paths of [[path], [`${path}/a.log`, `${path}/b.log`]]) {
        const { files } = await importAll(paths)
        expect(files.map(({ path: of, source, skipped }) => [of, source, skipped])).toEqual([
          [`${path}/a.log`, null, 1],
          [`${path}/b.log`, null, 1],
        ])
        expect(files[0]?.problems[0]?.reason).toMatch(
          /^No importer reads this; kith reads: Mailbox \(mbox\), /,
        )
      }
    } finally {
      drop()
    }
  }))

test('of a page for browsers it is said what to export instead', () =>
  inWorkspace(async ({ importAll }) => {
    const { path, drop } = folderWith({ 'messages.html': '<!DOCTYPE html><div class="page_wrap">' })
    try {
      const { files } = await importAll([path])
      expect(files[0]?.problems[0]?.reason).toBe(
        'It is the page for browsers that Telegram exports: export again and choose "Machine-readable JSON".',
      )
    } finally {
      drop()
    }
  }))
