import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import '#testing/postgres-setup.ts'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { postgresAt, sqliteFile } from '#store/contract/support/harness.ts'
import { ZipFile } from 'yazl'
import { importFiles } from './import-files.ts'
import { getMe, setMe } from './me.ts'
import { getPerson } from './get-person.ts'
import { getWorth } from './get-worth.ts'
import { listPeople } from './list-people.ts'
import { runOperation } from './run.ts'
import { differences, scoreDifferences } from './testing/compare.ts'
import { contextOn, exportFolder, files, folderWith, inWorkspace, network } from './testing/workspace.ts'

const postgresUrl = inject('postgresUrl') ?? null
const folder = exportFolder()
afterAll(() => {
  folder.drop()
  rmSync(linkedinZip, { force: true })
})

/** The LinkedIn files of the export in one archive, as LinkedIn hands them out. */
const linkedinZip = join(folder.path, '..', `kith-linkedin-${process.pid}.zip`)
beforeAll(async () => {
  const zip = new ZipFile()
  for (const { path, text } of files)
    if (path.startsWith('linkedin/'))
      zip.addBuffer(Buffer.from(text), path.slice('linkedin/'.length), { mtime: new Date(0) })
  zip.end()
  writeFileSync(linkedinZip, await buffer(zip.outputStream))
})

const inFolder = (...names: string[]): string[] => names.map((name) => join(folder.path, name))
const people = network.contacts.filter(({ kind }) => kind !== 'newsletter' && kind !== 'role')
const mine = [
  ...network.owner.mails.map((value) => ({ kind: 'mail', value })),
  { kind: 'linkedin', value: network.owner.linkedin },
]

test('an export folder: every file is read, the counts add up, and kith tells whose it is', () =>
  inWorkspace(async ({ context, importAll }) => {
    const report = await importAll([folder.path])
    const held = new Map(files.map(({ path, records }) => [join(folder.path, path), records]))
    expect(report.files.map(({ path }) => path).sort()).toEqual([...held.keys()].sort())
    for (const file of report.files) {
      expect(file.source, file.path).not.toBeNull()
      expect(file.read + file.skipped, file.path).toBe(held.get(file.path))
    }
    expect(report.totals.newInteractions).toBe(report.totals.interactions)
    expect(report.totals.newPeople).toBe(report.totals.people)
    expect(report.me).toMatchObject({ name: network.owner.name, confirmed: false })
    expect(report.me?.identities).toEqual(expect.arrayContaining(mine))
    expect((await runOperation(getMe, context, {})).reason).toMatch(/sent messages|export/)
  }))

test('copies count once: an archive of the inbox adds nothing', () =>
  inWorkspace(async ({ importAll }) => {
    await importAll(inFolder('mail/Inbox.mbox', 'mail/Sent.mbox'))
    const { files: told, totals } = await importAll(inFolder('mail/Archive.mbox'))
    expect(told).toMatchObject([{ source: 'mbox', new: 0 }])
    expect(told[0]?.read).toBeGreaterThan(20)
    expect(totals).toMatchObject({ newInteractions: 0, newPeople: 0 })
  }))

test('newsletters and machines are kept, marked, and nobody one knows', () =>
  inWorkspace(async ({ importAll, contacts, dump }) => {
    await importAll([folder.path])
    const shown = [...(await contacts()).keys()].join(' ').split(' ')
    const automatic = network.contacts.filter(({ kind }) => kind === 'newsletter' || kind === 'role')
    expect(automatic.length).toBeGreaterThan(2)
    for (const { mails } of automatic)
      for (const { address } of mails) expect(shown).not.toContain(`mail:${address}`)
    const { interactions } = await dump()
    expect((interactions as { bulk: number }[]).filter(({ bulk }) => bulk === 1).length).toBeGreaterThan(20)
  }))

test('one person in mail, address book and LinkedIn is one', () =>
  inWorkspace(async ({ context, importAll, dump }) => {
    await importAll([folder.path])
    const { people: merged } = await dump()
    const everywhere = people.filter(
      ({ mails, linkedin, card, connectedAt }) =>
        mails.length > 0 && linkedin !== null && card?.linkedin === true && connectedAt !== null,
    )
    expect(everywhere.length).toBeGreaterThan(3)
    for (const { mails, linkedin } of everywhere)
      expect(merged).toContainEqual(
        expect.arrayContaining([`linkedin:${linkedin}`, ...mails.map(({ address }) => `mail:${address}`)]),
      )
    const [first] = everywhere
    const detail = await runOperation(getPerson, context, { who: first?.mails[0]?.address })
    expect(detail.name).toBe(first?.name)
    expect(detail.identities).toContainEqual({ kind: 'linkedin', value: first?.linkedin })
  }))

test('a LinkedIn archive gives what the folder gives', async () => {
  const unpacked = await inWorkspace(async ({ importAll, dump, contacts }) => {
    await importAll(inFolder('linkedin'))
    return { dump: await dump(), contacts: await contacts() }
  })
  await inWorkspace(async ({ importAll, dump, contacts }) => {
    const report = await importAll([linkedinZip])
    expect(report.me?.identities).toContainEqual(mine[0])
    expect(differences(unpacked.dump, await dump())).toEqual([])
    expect(scoreDifferences(unpacked.contacts, await contacts())).toEqual([])
  })
})

test('everything again adds nothing and changes no answer', () =>
  inWorkspace(async ({ context, importAll, dump, contacts }) => {
    await importAll([folder.path])
    const answers = async () => ({
      dump: await dump(),
      contacts: await contacts(),
      people: await runOperation(listPeople, context, { limit: 50 }),
      worth: await runOperation(getWorth, context, {}),
      person: await runOperation(getPerson, context, {
        who: people.find(({ mails }) => mails.length > 0)?.mails[0]?.address,
      }),
      me: await runOperation(getMe, context, {}),
    })
    const before = await answers()
    const again = await importAll([folder.path])
    expect(again.totals).toMatchObject({ newInteractions: 0, newPeople: 0 })
    expect(again.files.map((file) => file.new)).toEqual(again.files.map(() => 0))
    expect(await answers()).toEqual(before)
  }))

test('another order of files, one at a time, gives the same people and scores', async () => {
  const together = await inWorkspace(async ({ importAll, dump, contacts }) => {
    await importAll([folder.path])
    return { dump: await dump(), contacts: await contacts() }
  })
  await inWorkspace(async ({ importAll, dump, contacts }) => {
    for (const { path } of [...files].reverse()) await importAll(inFolder(path))
    expect(differences(together.dump, await dump())).toEqual([])
    expect(scoreDifferences(together.contacts, await contacts())).toEqual([])
  })
})

test('who one is can be said afterwards', async () => {
  const all = inFolder('mail', 'linkedin', 'contacts.vcf')
  const said = await inWorkspace(async ({ importAll, dump, contacts }) => {
    await importAll(all, network.owner.mails)
    return { dump: await dump(), contacts: await contacts() }
  })
  await inWorkspace(async ({ context, importAll, dump, contacts }) => {
    await importAll(all)
    await importAll(inFolder('mail/Archive.mbox'), network.owner.mails)
    expect(differences(said.dump, await dump())).toEqual([])
    expect(scoreDifferences(said.contacts, await contacts())).toEqual([])
    expect(await runOperation(getMe, context, {})).toMatchObject({ confirmed: true })
  })
})

test('a further address of one’s own joins, and everything is seen from both', async () => {
  const [work, home] = network.owner.mails as [string, string]
  const both = await inWorkspace(async ({ importAll, dump, contacts }) => {
    await importAll(inFolder('mail'), [work, home])
    return { dump: await dump(), contacts: await contacts() }
  })
  await inWorkspace(async ({ context, importAll, dump, contacts }) => {
    await importAll(inFolder('mail'), [work])
    const before = (await dump()).touchpoints.length
    await runOperation(setMe, context, { identities: [home] })
    expect((await dump()).touchpoints.length).toBeGreaterThan(before)
    expect((await dump()).me).toEqual(both.dump.me)
    expect(differences(both.dump, await dump())).toEqual([])
    expect(scoreDifferences(both.contacts, await contacts())).toEqual([])
  })
})

test('an address that is not one’s own can be taken away again', async () => {
  const [work, home] = network.owner.mails as [string, string]
  const one = await inWorkspace(async ({ importAll, contacts }) => {
    await importAll(inFolder('mail'), [work])
    return await contacts()
  })
  await inWorkspace(async ({ context, importAll, contacts }) => {
    await importAll(inFolder('mail'), [work, home])
    await runOperation(setMe, context, { identities: [work], only: true })
    expect(await runOperation(getMe, context, {})).toMatchObject({ identities: [{ value: work }] })
    expect(scoreDifferences(one, await contacts())).toEqual([])
  })
})

test('a guess at who one is gives way to what one says; the two are not taken for one', () =>
  inWorkspace(async ({ context, importAll, dump }) => {
    const letter = (n: number, from: string, to: string): string =>
      `From x Mon Jan  1 09:00:00 2024\nDate: Mon, ${n} Jan 2024 09:00:00 +0000\nMessage-ID: <${n}@x.example>\n` +
      `Delivered-To: boss@a.example\nFrom: ${from}\nTo: ${to}\nSubject: ${n}\n\nHello\n\n`
    const mail = folderWith({
      'mail.mbox': [1, 2, 3]
        .map((n) => letter(n, `Quentin Quill <quill@c.example>`, 'boss@a.example'))
        .join(''),
    })
    try {
      const guessed = await importAll([mail.path])
      expect(guessed.me).toMatchObject({ identities: [{ kind: 'mail', value: 'boss@a.example' }] })
      await runOperation(setMe, context, { identities: ['quill@c.example'] })
      expect(await runOperation(getMe, context, {})).toMatchObject({
        identities: [{ kind: 'mail', value: 'quill@c.example' }],
        confirmed: true,
      })
      expect((await dump()).people).toEqual([
        ['handle:kith:owner-1', 'mail:quill@c.example'],
        ['mail:boss@a.example'],
      ])
      expect((await runOperation(listPeople, context, {})).people).toMatchObject([
        { name: 'boss@a.example', interactions: { out: 3, in: 0 } },
      ])
    } finally {
      mail.drop()
    }
  }))

test('two imports at once, and the owner settled in their midst: as one after the other', async () => {
  const together = await inWorkspace(async ({ importAll, dump, contacts }) => {
    await importAll([folder.path], network.owner.mails)
    return { dump: await dump(), contacts: await contacts() }
  })
  await inWorkspace(async ({ context, importAll, dump, contacts, another }) => {
    const second = await another?.()
    const third = await another?.()
    if (second === undefined || third === undefined) throw new Error('the store has to be a file')
    try {
      await Promise.all([
        importAll(inFolder('mail', 'calendar.ics')),
        runOperation(importFiles, contextOn(second), {
          paths: inFolder('linkedin', 'contacts.vcf', 'events.csv'),
        }),
        runOperation(setMe, contextOn(third), { identities: [...network.owner.mails] }),
      ])
    } finally {
      await second.close()
      await third.close()
    }
    await runOperation(listPeople, context, {})
    expect(await runOperation(getMe, context, {})).toMatchObject({ confirmed: true })
    expect(differences(together.dump, await dump())).toEqual([])
    expect(scoreDifferences(together.contacts, await contacts())).toEqual([])
  }, sqliteFile)
})

test.skipIf(postgresUrl === null)('SQLite and PostgreSQL give the same scores', async () => {
  const on = (kind: typeof sqliteFile) =>
    inWorkspace(async ({ context, importAll, dump, contacts }) => {
      const { totals } = await importAll([folder.path])
      const { goals } = await runOperation(getWorth, context, {})
      return { totals, dump: await dump(), contacts: await contacts(), goals }
    }, kind)
  const sqlite = await on(sqliteFile)
  const postgres = await on(postgresAt(postgresUrl ?? ''))
  expect(postgres.totals).toEqual(sqlite.totals)
  expect(differences(sqlite.dump, postgres.dump)).toEqual([])
  expect(scoreDifferences(sqlite.contacts, postgres.contacts)).toEqual([])
  for (const [i, goal] of sqlite.goals.entries())
    expect(postgres.goals[i]?.probability).toBeCloseTo(goal.probability, 9)
})
