import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { foldersFor, put } from '#testing/folders.ts'
import { ZipFile } from 'yazl'
import type { ImportReport } from '#operations/schemas.ts'
import { runKith } from './testing/run-kith.ts'

const { newFolder, drop } = foldersFor('bad')
afterAll(drop)

/** Runs `kith import --json` on a new database beside the folder: the report, standard error and the exit code. */
async function importing(paths: readonly string[], ...options: string[]) {
  const { out, err, code } = await runKith(['import', ...paths, '--json', ...options], {
    env: { KITH_DB: join(newFolder(), 'kith.db') },
  })
  return { report: out === '' ? null : (JSON.parse(out) as ImportReport), err, code }
}

const zipOf = async (contents: Readonly<Record<string, string | Buffer>>): Promise<Buffer> => {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(contents)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return await buffer(zip.outputStream)
}
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le')

const events = 'at,from,to,channel\n2024-01-01T10:00:00Z,ada@x.example,bob@y.example,mail\n'
const letter = (n: number, headers = ''): string =>
  `From x Mon Jan  1 09:00:00 2024\nDate: Mon, ${n} Jan 2024 09:00:00 +0000\nMessage-ID: <${n}@x.example>\n` +
  `${headers}From: Ann Ashby <ann@x.example>\nTo: bob@y.example\nSubject: Letter ${n}\n\nHello Bob\n\n`
const connections =
  'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n' +
  'Zoë,Brändt,https://www.linkedin.com/in/zoe-braendt,,Café Müller,Geschäftsführerin,04 Jul 2023\n'
/** A spreadsheet begins with this entry; nothing else of one matters here. */
const spreadsheet = zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' })

type Expected = {
  /** Of the bad file alone. */
  readonly code?: number
  readonly source?: string
  readonly read: number
  readonly skipped: number
  /** What is said of it, as part of a sentence. */
  readonly reason?: RegExp
}

/** One bad file by name, what it holds, and what kith makes of it. */
const cases: readonly (readonly [string, string, string | Uint8Array | Promise<Buffer>, Expected])[] = [
  ['an empty file', 'empty.mbox', '', { code: 3, read: 0, skipped: 1, reason: /^The file is empty\.$/ }],
  [
    'a binary',
    'picture.png',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0, 1, 2, 3]),
    { code: 3, read: 0, skipped: 1, reason: /^No importer reads this; kith reads: / },
  ],
  [
    'a truncated zip',
    'export.zip',
    zipOf({ 'Connections.csv': connections.repeat(40) }).then((zip) => zip.subarray(0, zip.length - 60)),
    { code: 3, read: 0, skipped: 1, reason: /damaged or was cut off/ },
  ],
  [
    'a zip in a zip',
    'outer.zip',
    zipOf({ 'events.csv': events }).then((inner) => zipOf({ 'inner.zip': inner })),
    { code: 3, read: 0, skipped: 1, reason: /^It is an archive within an archive; unpack the outer one/ },
  ],
  [
    'a spreadsheet named .csv',
    'Connections.csv',
    spreadsheet,
    {
      source: 'linkedin',
      code: 3,
      read: 0,
      skipped: 1,
      reason: /is an Excel workbook under the name of a CSV file\. Open it in Excel/,
    },
  ],
  [
    'a LinkedIn file in windows-1252',
    'Connections.csv',
    Buffer.from(connections, 'latin1'),
    { source: 'linkedin', read: 1, skipped: 0 },
  ],
  [
    'a LinkedIn file in UTF-16',
    'Connections.csv',
    utf16(connections),
    { source: 'linkedin', read: 1, skipped: 0 },
  ],
  [
    'a LinkedIn file with other columns',
    'Connections.csv',
    'Vorname,Spitzname,Lieblingsfarbe\nZoë,Zo,blau\n',
    {
      code: 3,
      source: 'linkedin',
      read: 0,
      skipped: 1,
      reason: /its columns have changed: it lacks Last Name/,
    },
  ],
  [
    'a mailbox cut in mid-message',
    'cut.mbox',
    `${letter(1)}${letter(2)}`.slice(0, -60),
    { source: 'mbox', read: 2, skipped: 0 },
  ],
  [
    'a mailbox cut in mid-header',
    'cut.mbox',
    `${letter(1)}${letter(2).slice(0, 60)}`,
    { source: 'mbox', read: 1, skipped: 1, reason: /names no sender and no recipient/ },
  ],
  [
    'a date in year 0',
    'year-0.csv',
    `${events}0000-01-01T00:00:00Z,ada@x.example,bob@y.example,mail\n`,
    { source: 'events', read: 1, skipped: 1, reason: /./ },
  ],
  [
    'a message of year 0',
    'year-0.mbox',
    letter(1).replace('1 Jan 2024', '1 Jan 0000'),
    { source: 'mbox', read: 1, skipped: 0 },
  ],
  [
    'an address with a name of 10 kB',
    'long.mbox',
    letter(1).replace('Ann Ashby', `"${'Ann Ashby '.repeat(1_000)}"`),
    { source: 'mbox', read: 1, skipped: 0 },
  ],
  [
    'a name with a newline and letters of three scripts',
    'Ада\n日本 é.csv',
    events,
    { source: 'events', read: 1, skipped: 0 },
  ],
]

test.each(cases)(
  '%s: a plain sentence or a counted skip, and the rest goes on',
  async (_, name, bad, expected) => {
    const folder = newFolder()
    put(folder, name, await bad)
    const alone = await importing([folder])
    expect(alone.code).toBe(expected.code ?? 0)
    expect(alone.err).toBe('')
    const [file] = alone.report?.files ?? []
    const inArchive = (file?.path ?? '').startsWith(`${join(folder, name)}/`)
    expect(inArchive || file?.path === join(folder, name)).toBe(true)
    expect(file).toMatchObject({
      source: expected.source ?? null,
      read: expected.read,
      skipped: expected.skipped,
    })
    expect(file?.problems.length).toBe(expected.skipped)
    if (expected.reason) expect(file?.problems[0]?.reason).toMatch(expected.reason)
    for (const { reason } of file?.problems ?? [])
      expect(reason).not.toMatch(/\n|\bat \S+:\d+|undefined|\[object/)

    put(folder, 'zz-good.csv', events)
    const together = await importing([folder], '--strict')
    expect(together.code).toBe(expected.skipped > 0 ? 1 : 0)
    expect(together.report?.files).toHaveLength(2)
    expect(together.report?.files.at(-1)).toMatchObject({ source: 'events', read: 1, skipped: 0 })
    expect(together.report?.totals.skipped).toBe(expected.skipped)
  },
)

test('letters beyond ASCII arrive whole in either encoding', async () => {
  for (const content of [Buffer.from(connections, 'latin1'), utf16(connections), connections]) {
    const folder = newFolder()
    put(folder, 'Connections.csv', content)
    const kith = (...words: string[]) => runKith(words, { env: { KITH_DB: join(folder, 'kith.db') } })
    expect((await kith('import', join(folder, 'Connections.csv'), '--me', 'me@x.example')).code).toBe(0)
    expect(JSON.parse((await kith('people', '--json')).out)).toMatchObject([
      { name: 'Zoë Brändt', organisation: 'Café Müller', title: 'Geschäftsführerin' },
    ])
  }
})

test('a name of 10 kB is kept short', async () => {
  const folder = newFolder()
  put(folder, 'long.mbox', letter(1).replace('Ann Ashby', `"${'Ann Ashby '.repeat(1_000)}"`))
  const db = join(folder, 'kith.db')
  await importing([join(folder, 'long.mbox')], '--db', db, '--me', 'bob@y.example')
  expect(readFileSync(db).includes('Ann Ashby '.repeat(40))).toBe(false)
})

test('a path that is not there is wrong usage, before anything is stored', async () => {
  const folder = newFolder()
  put(folder, 'good.csv', events)
  const { report, err, code } = await importing([join(folder, 'good.csv'), join(folder, 'nowhere.mbox')])
  expect([report, code]).toEqual([null, 2])
  expect(err).toMatch(/^kith: There is no file or folder .*nowhere\.mbox; check the spelling\.\n$/)
})

test('a folder without files says so', async () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'a', 'b'), { recursive: true })
  const { report, err, code } = await importing([folder])
  expect([report, code]).toEqual([null, 3])
  expect(err).toBe(`kith: There is no file in ${folder}.\n`)
})

test('a source that does not exist is wrong usage, and names those that do', async () => {
  const folder = newFolder()
  put(folder, 'good.csv', events)
  const { err, code } = await importing([folder], '--as', 'excel')
  expect(code).toBe(2)
  expect(err).toMatch(/^kith: There is no source "excel"; kith knows .*mbox.*\n$/)
})

test('a file read as what it is not', async () => {
  const folder = newFolder()
  put(folder, 'good.csv', events)
  const { report, err, code } = await importing([folder], '--as', 'mbox')
  expect([err, code]).toEqual(['', 3])
  expect(report?.files).toMatchObject([{ read: 0, skipped: 1, problems: [{ where: 'file' }] }])
  expect(report?.files[0]?.problems[0]?.reason).toMatch(/^No message begins in /)
})

test('links that lead in a circle are followed once', async () => {
  const folder = newFolder()
  put(folder, 'a/good.csv', events)
  symlinkSync('..', join(folder, 'a', 'up'))
  symlinkSync('self', join(folder, 'self'))
  const { report, code } = await importing([folder])
  expect(code).toBe(0)
  expect(report?.files.filter(({ source }) => source !== null)).toMatchObject([{ read: 1 }])
  expect(report?.files.find(({ source }) => source === null)?.problems[0]?.reason).toMatch(/circle/)
})

test('300 folders within each other: the deep file is told, not read', async () => {
  const folder = newFolder()
  put(folder, 'good.csv', events)
  const deep = join(folder, ...Array.from({ length: 300 }, () => 'd'))
  put(deep, 'deep.csv', events)
  const { report, code } = await importing([folder])
  expect(code).toBe(0)
  expect(report?.files).toMatchObject([
    { source: null, skipped: 1, problems: [{ reason: expect.stringMatching(/too deep/) as string }] },
    { source: 'events', read: 1 },
  ])
  expect((await importing([deep])).report?.totals.newInteractions).toBe(1)
})

const rootReads = process.getuid?.() === 0 || process.platform === 'win32'
test.skipIf(rootReads)('a file one may not read', async () => {
  const folder = newFolder()
  put(folder, 'good.csv', events)
  put(folder, 'locked.csv', events)
  chmodSync(join(folder, 'locked.csv'), 0)
  const { report, code } = await importing([folder])
  expect(code).toBe(0)
  expect(report?.files[1]).toMatchObject({ source: null, skipped: 1 })
  expect(report?.files[1]?.problems[0]?.reason).toMatch(/you may not read it/)
})

const device = '/dev/null'
test.skipIf(!existsSync(device))('a device is no file', async () => {
  const { report, code } = await importing([device])
  expect(code).toBe(3)
  expect(report?.files[0]?.problems[0]?.reason).toMatch(/no file but a device/)
})
