import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '#connectors/testing/free-port.ts'
import { type Radicale, radicaleIsHere, startRadicale } from '#connectors/testing/radicale.ts'
import { runOperation } from '../run.ts'
import { inWorkspace, NOW, type Workspace } from '../testing/workspace.ts'
import { findPerson } from '../find-person.ts'
import { connectAccount } from './connect.ts'
import { editCardOperation } from './edit-card.ts'
import { syncAccount } from './sync.ts'

if (!radicaleIsHere)
  process.stderr.write('No Radicale here: the tests of CardDAV and CalDAV are skipped. Install radicale.\n')

const card = (name: string, address: string, title = 'Buyer'): string =>
  [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:${address}`,
    `FN:${name}`,
    `N:${name.split(' ').toReversed().join(';')};;;`,
    `EMAIL:${address}`,
    'ORG:Acme GmbH',
    `TITLE:${title}`,
    'END:VCARD',
    '',
  ].join('\r\n')

const stamp = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')
const meeting = (uid: string, at: number, more: readonly string[] = []): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp(at)}`,
    `DTSTART:${stamp(at)}`,
    `DTEND:${stamp(at + 3_600_000)}`,
    'SUMMARY:Review',
    'ORGANIZER:mailto:jane@acme.example',
    'ATTENDEE;CN=Ann Lee;PARTSTAT=ACCEPTED:mailto:ann@b.example',
    ...more,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')

const DAY = 86_400_000

describe.skipIf(!radicaleIsHere)(
  'CardDAV and CalDAV against a real Radicale (skipped where there is none)',
  // A hundred cards are put one after the other into a server that shares the machine.
  { timeout: 90_000 },
  () => {
    let radicale: Radicale
    let folder: string

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'kith-dav-'))
      process.env['KITH_SECRETS'] = join(folder, 'secrets.json')
      radicale = await startRadicale()
    })
    afterAll(async () => {
      delete process.env['KITH_SECRETS']
      rmSync(folder, { recursive: true, force: true })
      await radicale?.stop()
    })

    const connect = ({ context }: Workspace, kind: 'carddav' | 'caldav', more: object = {}) =>
      runOperation(connectAccount, context, {
        kind,
        user: radicale.user,
        secret: radicale.password,
        server: radicale.server,
        insecure: true,
        ...more,
      })
    const sync = async ({ context }: Workspace, more: object = {}) =>
      (await runOperation(syncAccount, context, more)).accounts[0]
    /** The same workspace some days later. */
    const later = (workspace: Workspace, days: number): Workspace => ({
      ...workspace,
      context: { ...workspace.context, now: () => NOW + days * DAY },
    })
    const titles = async ({ context }: Workspace): Promise<Record<string, string | null>> => {
      const { rows } = await context.store.people(context.owner, {
        sort: 'name',
        reverse: false,
        search: '',
        limit: 100,
        offset: 0,
      })
      return Object.fromEntries(rows.map(({ name, title }) => [name, title]))
    }

    test('an address book is found, read, and kept up with: new, changed, deleted', async () => {
      await radicale.make('contacts', 'addressbook')
      for (let i = 0; i < 120; i++)
        await radicale.put('contacts', `c${i}.vcf`, card(`Person ${i} Number`, `p${i}@b.example`))
      await radicale.put('contacts', 'ann.vcf', card('Ann Lee', 'ann@b.example'))
      await inWorkspace(async (workspace) => {
        const { found } = await connect(workspace, 'carddav')
        expect(found).toEqual([{ name: 'contacts', chosen: true }])
        expect(await sync(workspace)).toMatchObject({ error: null, read: 121, skipped: 0 })
        expect((await titles(workspace))['Ann Lee']).toBe('Buyer')
        expect(await sync(workspace)).toMatchObject({ error: null, import: null })
        await radicale.put('contacts', 'ann.vcf', card('Ann Lee', 'ann@b.example', 'Head of Purchasing'))
        await radicale.put('contacts', 'ben.vcf', card('Ben Okoye', 'ben@b.example'))
        await radicale.remove('contacts', 'c7.vcf')
        expect(await sync(workspace)).toMatchObject({ error: null, read: 2 })
        const now = await titles(workspace)
        expect(now['Ben Okoye']).toBe('Buyer')
        // What was known of somebody stays: the history is the user's.
        expect(now['Person 7 Number']).toBe('Buyer')
        expect(await sync(workspace)).toMatchObject({ error: null, import: null })
        // From the beginning again: nothing is doubled.
        const before = await workspace.context.store.counts(workspace.context.owner)
        expect(await sync(workspace, { full: true })).toMatchObject({ error: null, read: 121, new: 0 })
        expect(await workspace.context.store.counts(workspace.context.owner)).toEqual(before)
      })
    })

    test('a card is changed from its known version; changed elsewhere, the user chooses', async () => {
      await radicale.make('team', 'addressbook')
      const file = 'cleo.vcf'
      const there = (): Promise<string> => radicale.get('team', file)
      await radicale.put(
        'team',
        file,
        card('Cleo Ruiz', 'cleo@b.example').replace('END:', 'X-PET:Tom\r\nEND:'),
      )
      await inWorkspace(async (workspace) => {
        const { context } = workspace
        await connect(workspace, 'carddav', { folders: ['team'] })
        await sync(workspace)
        const edit = (input: object) =>
          runOperation(editCardOperation, context, { who: 'cleo@b.example', ...input })
        expect(await edit({ name: 'Cleo Ruiz-Lee', phone: '+49 30 1234567' })).toMatchObject({
          state: 'written',
          card: { name: 'Cleo Ruiz-Lee', mails: ['cleo@b.example'], phones: ['+49 30 1234567'] },
        })
        expect(await there()).toMatch(/^FN:Cleo Ruiz-Lee\r?$/m)
        // What others wrote into it stays.
        expect(await there()).toMatch(/^X-PET:Tom\r?$/m)
        const identities = await context.store.identitiesOf(await findPerson(context, 'cleo@b.example'))
        expect(identities).toContainEqual({ kind: 'phone', value: '+49301234567' })
        // Nothing changes, nothing is written.
        expect(await edit({ phone: '+49301234567' })).toMatchObject({ state: 'unchanged' })
        // Changed on another device since.
        await radicale.put('team', file, (await there()).replace('FN:Cleo Ruiz-Lee', 'FN:Cleo R.'))
        const before = await there()
        const conflict = await edit({ name: 'Cleo Lee' })
        expect(conflict).toMatchObject({
          state: 'conflict',
          mine: { name: 'Cleo Lee' },
          theirs: { name: 'Cleo R.' },
        })
        expect(await there()).toBe(before)
        expect(await edit({ name: 'Cleo Lee', choose: 'theirs' })).toMatchObject({
          state: 'kept-theirs',
          card: { name: 'Cleo R.' },
        })
        expect(await there()).toBe(before)
        await radicale.put('team', file, (await there()).replace('FN:Cleo R.', 'FN:C. Ruiz'))
        expect(await edit({ name: 'Cleo Lee', choose: 'mine' })).toMatchObject({ state: 'written' })
        expect(await there()).toMatch(/^FN:Cleo Lee\r?$/m)
        expect(await edit({ note: 'Met in Leeds; likes chess,\nand tea' })).toMatchObject({
          state: 'written',
        })
        expect(await there()).toContain('NOTE:Met in Leeds\\; likes chess\\,\\nand tea')
        await expect(edit({})).rejects.toThrow(/Say what to change/)
      })
    })

    test('a calendar is read; what was still to come counts once it has been', async () => {
      await radicale.make('work', 'calendar')
      await radicale.put('work', 'past.ics', meeting('past', NOW - 10 * DAY))
      await radicale.put('work', 'next.ics', meeting('next', NOW + 3 * DAY))
      await radicale.put('work', 'weekly.ics', meeting('weekly', NOW - 15 * DAY, ['RRULE:FREQ=WEEKLY']))
      await inWorkspace(async (workspace) => {
        const meetings = async (): Promise<number> =>
          (await workspace.context.store.counts(workspace.context.owner)).interactions
        await connect(workspace, 'caldav')
        expect(await sync(workspace)).toMatchObject({ error: null, skipped: 0 })
        expect(await meetings()).toBe(1 + 3)
        expect(await sync(workspace)).toMatchObject({ error: null, import: null })
        expect(await meetings()).toBe(4)
        expect(await sync(later(workspace, 7))).toMatchObject({ error: null })
        expect(await meetings()).toBe(4 + 2)
        await radicale.remove('work', 'weekly.ics')
        expect(await sync(later(workspace, 30))).toMatchObject({ error: null })
        expect(await meetings()).toBe(6)
      })
    })

    test('a wrong password, another host, no encryption: a sentence each, without the password', async () => {
      await inWorkspace(async (workspace) => {
        const sentence = async (more: object): Promise<string> => {
          const error: unknown = await connect(workspace, 'carddav', more).catch((caught: unknown) => caught)
          const all =
            error instanceof Error ? `${error.message} ${error.stack ?? ''} ${JSON.stringify(error)}` : ''
          expect(all).not.toContain('hunter2')
          return error instanceof Error ? error.message : ''
        }
        expect(await sentence({ secret: 'hunter2' })).toMatch(/refuses to let jane@acme.example in/)
        expect(await sentence({ secret: 'hunter2', server: 'http://dav.acme.example' })).toMatch(
          /with encryption only/,
        )
        expect(await sentence({ secret: 'hunter2', server: `http://127.0.0.1:${await freePort()}` })).toMatch(
          /refuses the connection/,
        )
        expect(await sentence({ folders: ['nowhere'] })).toMatch(/has no nowhere/)
      })
    })
  },
)
