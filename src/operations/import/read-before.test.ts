import { appendFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { KithError } from '#core/model/errors.ts'
import { importFiles } from '../import-files.ts'
import { listImports } from '../imports.ts'
import { runOperation } from '../run.ts'
import { folderWith, inWorkspace } from '../testing/workspace.ts'
import { undoImport } from '../undo-import.ts'

const message = (n: number): string =>
  `From: Ann Ash <ann@firm.example>
To: robin@home.example
Delivered-To: robin@home.example
Subject: Plan ${n}
Date: Mon, 0${n} Jan 2024 10:00:00 +0000
Message-ID: <${n}@firm.example>

Text.
`

const maildir = () =>
  folderWith({
    'Maildir/cur/1700000001.M1P1.host,S=200:2,S': message(1),
    'Maildir/cur/1700000002.M2P1.host:2,': message(2),
    'Maildir/new/1700000003.M3P1.host': message(3),
  })

/** What the report says of each folder. */
const seen = (files: readonly { path: string; read: number; new: number; skipped: number }[], root: string) =>
  files.map(({ path, read, new: fresh, skipped }) => [path.slice(root.length + 1), read, fresh, skipped])

test('messages that were read before are left alone, also when they were seen meanwhile; new ones are read', () =>
  inWorkspace(async ({ importAll, context, dump }) => {
    const { path, drop } = maildir()
    try {
      const first = await importAll([path])
      expect(seen(first.files, path)).toEqual([
        ['Maildir/cur', 2, 2, 0],
        ['Maildir/new', 1, 1, 0],
      ])
      const rows = await dump()
      renameSync(
        join(path, 'Maildir/new/1700000003.M3P1.host'),
        join(path, 'Maildir/cur/1700000003.M3P1.host;2,RS'),
      )
      // Would be skipped with a reason if it were opened.
      writeFileSync(join(path, 'Maildir/cur/1700000002.M2P1.host:2,'), 'no mail any more')
      const again = await importAll([join(path, 'Maildir/')])
      expect(seen(again.files, path)).toEqual([['Maildir/cur', 3, 0, 0]])
      expect(again.me).toEqual(first.me)
      expect(await dump()).toEqual(rows)
      expect((await runOperation(listImports, context, {})).imports).toHaveLength(2)

      writeFileSync(join(path, 'Maildir/new/1700000004.M4P1.host'), message(4))
      const more = await importAll([path])
      expect(seen(more.files, path)).toEqual([
        ['Maildir/cur', 3, 0, 0],
        ['Maildir/new', 1, 1, 0],
      ])
      expect(more.me).toEqual({
        ...first.me,
        reason: '4 messages were delivered to robin@home.example',
      })
      expect((await runOperation(listImports, context, {})).imports).toHaveLength(3)
    } finally {
      drop()
    }
  }))

test('undoing an import forgets what it has read, so that the next one reads it again', () =>
  inWorkspace(async ({ importAll, context, dump }) => {
    const { path, drop } = maildir()
    try {
      const first = await importAll([path])
      const rows = await dump()
      for (const { id } of (await runOperation(listImports, context, {})).imports)
        await runOperation(undoImport, context, { id })
      const again = await importAll([path])
      expect(again.totals).toEqual(first.totals)
      expect(await dump()).toEqual(rows)
    } finally {
      drop()
    }
  }))

test('an import that was cut off has read nothing for good', () =>
  inWorkspace(async ({ importAll, context }) => {
    const { path, drop } = maildir()
    try {
      const stop = new AbortController()
      const cut = { ...context, signal: stop.signal, progress: () => stop.abort() }
      await expect(runOperation(importFiles, cut, { paths: [path] })).rejects.toBeInstanceOf(KithError)
      expect(await context.store.readFolders(context.owner)).toEqual([])
      expect((await importAll([path])).totals.interactions).toBe(3)
    } finally {
      drop()
    }
  }))

test('only what lies in a Maildir on this machine is remembered, and read as something else it is read', () =>
  inWorkspace(async ({ context }) => {
    const { path, drop } = maildir()
    try {
      writeFileSync(join(path, 'loose.eml'), message(5))
      await runOperation(importFiles, context, { paths: [path] })
      const known = await context.store.readFolders(context.owner)
      expect(
        known
          .map(({ names }) => names.split('\n'))
          .flat()
          .sort(),
      ).toEqual(['1700000001.M1P1.host,S=200', '1700000002.M2P1.host', '1700000003.M3P1.host'])
      rmSync(join(path, 'Maildir/cur/1700000002.M2P1.host:2,'))
      const { files } = await runOperation(importFiles, context, {
        paths: [join(path, 'Maildir/cur')],
        as: 'eml',
      })
      expect(files.map(({ read }) => read)).toEqual([1])
    } finally {
      drop()
    }
  }))

const mailbox = (count: number, subject = 'Plan'): string =>
  Array.from(
    { length: count },
    (_, n) => `From ann@firm.example Mon Jan  1 10:00:00 2024
From: Ann Ash <ann@firm.example>
To: robin@home.example
Delivered-To: robin@home.example
Subject: ${subject} ${String(n).padStart(4, '0')}
Date: Mon, 01 Jan 2024 10:${String(n % 60).padStart(2, '0')}:00 +0000

Text.

`,
  ).join('')

/** Files as they are once they have lain about for a while: what was just written may be written again. */
const LONG_AGO = new Date('2024-02-01T10:00:00Z')

const inMailbox = (
  work: (file: string, given: Parameters<Parameters<typeof inWorkspace>[0]>[0]) => Promise<void>,
) =>
  inWorkspace(async (given) => {
    const { path, drop } = folderWith({ 'all.mbox': mailbox(500) })
    try {
      const file = join(path, 'all.mbox')
      utimesSync(file, LONG_AGO, LONG_AGO)
      await work(file, given)
    } finally {
      drop()
    }
  })

test('a mailbox that did not change is left alone, and counts as read', () =>
  inMailbox(async (file, { importAll, context, dump }) => {
    const first = await importAll([file])
    const rows = await dump()
    const again = await importAll([file])
    expect(again.files).toEqual([{ ...first.files[0], new: 0 }])
    expect(again.me).toEqual(first.me)
    expect(await dump()).toEqual(rows)
    expect((await runOperation(listImports, context, {})).imports).toHaveLength(1)
  }))

test('a mailbox that was added to, or changed in place at the same size and time, is read again', () =>
  inMailbox(async (file, { importAll }) => {
    await importAll([file])
    appendFileSync(file, mailbox(1, 'More'))
    expect((await importAll([file])).totals.newInteractions).toBe(1)
    const { size } = statSync(file)
    utimesSync(file, LONG_AGO, LONG_AGO)
    await importAll([file])
    writeFileSync(file, (mailbox(500, 'Planned') + mailbox(1, 'More')).slice(0, size))
    utimesSync(file, LONG_AGO, LONG_AGO)
    expect((await importAll([file])).totals.newInteractions).toBeGreaterThan(400)
  }))

test('a mailbox is read again after its import was undone, by another kith, and as something else', () =>
  inMailbox(async (file, { importAll, context, dump }) => {
    const first = await importAll([file])
    const rows = await dump()
    const [{ id } = { id: NaN }] = (await runOperation(listImports, context, {})).imports
    await runOperation(undoImport, context, { id })
    const again = await importAll([file])
    expect(again.totals).toEqual(first.totals)
    expect(await dump()).toEqual(rows)
    await runOperation(importFiles, { ...context, version: 'next' }, { paths: [file] })
    expect((await runOperation(listImports, context, {})).imports).toHaveLength(2)
    expect((await runOperation(importFiles, context, { paths: [file], as: 'eml' })).files).toMatchObject([
      { source: 'eml' },
    ])
  }))

test('a mailbox that was just written is read again: it may still be written to', () =>
  inMailbox(async (file, { context }) => {
    const now = new Date(context.now() - 500)
    utimesSync(file, now, now)
    await runOperation(importFiles, context, { paths: [file] })
    expect(await context.store.readFolders(context.owner)).toEqual([])
  }))

/** An invitation to a meeting every Monday at ten, from the first of January 2024 on. */
const weekly = `From: Ann Ash <ann@firm.example>
To: robin@home.example
Delivered-To: robin@home.example
Subject: Monday round
Date: Sun, 31 Dec 2023 10:00:00 +0000
Message-ID: <round@firm.example>
MIME-Version: 1.0
Content-Type: text/calendar; method=REQUEST; charset=utf-8

BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VEVENT
UID:round@firm.example
DTSTART:20240101T100000Z
RRULE:FREQ=WEEKLY
SUMMARY:Monday round
ORGANIZER;CN=Ann Ash:mailto:ann@firm.example
ATTENDEE;PARTSTAT=ACCEPTED:mailto:robin@home.example
END:VEVENT
END:VCALENDAR

`

test.each([
  [
    'of a mailbox',
    { 'all.mbox': `${mailbox(500)}From ann@firm.example Sun Dec 31 10:00:00 2023\n${weekly}` },
    'all.mbox',
  ],
  [
    'of a Maildir',
    { 'Maildir/cur/1700000001.M1P1.host:2,S': weekly, 'Maildir/cur/2.M2.host:2,': message(2) },
    '',
  ],
] as const)('later meetings that a mail %s invites to are added as they take place', (_, files, named) =>
  inWorkspace(async ({ context }) => {
    const { path, drop } = folderWith(files)
    try {
      const file = join(path, named)
      utimesSync(file, LONG_AGO, LONG_AGO)
      const importOn = async (day: string) => {
        const now = () => Date.parse(`${day}T12:00:00Z`)
        return (await runOperation(importFiles, { ...context, now }, { paths: [file] })).totals
          .newInteractions
      }
      const others = named === '' ? 1 : 500
      // Mondays: the 4th and 11th of March, and three later.
      expect(await importOn('2024-03-04')).toBe(10 + others)
      expect(await importOn('2024-03-10')).toBe(0)
      const imports = async () => (await runOperation(listImports, context, {})).imports.length
      const before = await imports()
      expect(await importOn('2024-03-11')).toBe(1)
      expect(await importOn('2024-04-01')).toBe(3)
      // Left alone on the tenth, where nothing had come: a mailbox in one file as a whole.
      expect([before, await imports()]).toEqual(named === '' ? [2, 4] : [1, 3])
    } finally {
      drop()
    }
  }),
)
