import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cuttingProxy } from '#connectors/testing/cutting-proxy.ts'
import { type Dovecot, dovecotIsHere, startDovecot } from '#connectors/testing/dovecot.ts'
import { asMbox, invitation, messages, withAttachment } from '#connectors/testing/messages.ts'
import { tnefFile } from '#importers/outlook/testing/tnef-file.ts'
import { inWorkspace, type Workspace } from '../testing/workspace.ts'
import { listImports } from '../imports.ts'
import { listInteractions } from '../list-interactions.ts'
import { runOperation } from '../run.ts'
import { undoImport } from '../undo-import.ts'
import { connectAccount } from './connect.ts'
import { keepUp } from './keep-up.ts'
import { disconnectAccount } from './disconnect.ts'
import { listAccounts } from './list.ts'
import { syncAccount } from './sync.ts'

const MANY = 20_000

if (!dovecotIsHere)
  process.stderr.write('No Dovecot here: the tests of IMAP are skipped. Install dovecot-imapd.\n')

describe.skipIf(!dovecotIsHere)('IMAP against a real Dovecot (skipped where there is none)', () => {
  let dovecot: Dovecot
  let folder: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kith-imap-'))
    process.env['KITH_SECRETS'] = join(folder, 'secrets.json')
    dovecot = await startDovecot()
  })
  afterAll(async () => {
    delete process.env['KITH_SECRETS']
    rmSync(folder, { recursive: true, force: true })
    await dovecot?.stop()
  })

  const connect = ({ context }: Workspace, more: object = {}, server = dovecot.server) =>
    runOperation(connectAccount, context, {
      kind: 'imap',
      user: dovecot.user,
      secret: dovecot.password,
      server,
      insecure: true,
      ...more,
    })
  const sync = async ({ context }: Workspace, more: object = {}) => {
    const { accounts } = await runOperation(syncAccount, context, more)
    return accounts[0]
  }
  const counts = ({ context }: Workspace) => context.store.counts(context.owner)

  test('twenty thousand messages, then changes of every kind', async () => {
    const all = messages(MANY)
    dovecot.deliver('INBOX', all)
    await inWorkspace(async (workspace) => {
      const { context } = workspace
      // Cut in the middle: what came before stays.
      const proxy = await cuttingProxy(dovecot.port, 4_000_000)
      await connect(workspace, {}, `127.0.0.1:${proxy.port}`)
      const cut = await sync(workspace)
      expect(cut?.error).toMatch(/was cut|did not answer/)
      const { interactions: before } = await counts(workspace)
      expect(before).toBeGreaterThan(0)
      expect(before).toBeLessThan(MANY)
      expect((await runOperation(listAccounts, context, {})).accounts[0]?.problem).toBe(cut?.error)
      const rest = await sync(workspace)
      expect(rest).toMatchObject({ error: null, read: MANY - before, new: MANY - before })
      expect((await counts(workspace)).interactions).toBe(MANY)
      await proxy.close()
    })
    await inWorkspace(async (workspace) => {
      await connect(workspace)
      expect(await sync(workspace)).toMatchObject({ error: null, read: MANY, new: MANY, skipped: 0 })
      expect(await sync(workspace)).toMatchObject({ error: null, import: null })
      // A flag.
      dovecot.admin('flags', 'add', '-u', dovecot.user, '\\Flagged', 'mailbox', 'INBOX', 'uid', '7')
      expect(await sync(workspace)).toMatchObject({ error: null, import: null })
      // An expunge: what happened stays in the history.
      dovecot.remove('INBOX', 10)
      expect(await sync(workspace)).toMatchObject({ error: null, import: null })
      expect((await counts(workspace)).interactions).toBe(MANY)
      // New mail: only that is read.
      dovecot.deliver('INBOX', messages(3, MANY))
      expect(await sync(workspace)).toMatchObject({ error: null, read: 3, new: 3 })
      // Other numbers for all: read again, nothing doubled.
      dovecot.renumber('INBOX', 77_777)
      expect(await sync(workspace)).toMatchObject({ error: null, read: MANY + 2, new: 0 })
      expect((await counts(workspace)).interactions).toBe(MANY + 3)
    })
  }, 120_000)

  test('the same messages from a mailbox file are the same: none is doubled, and all scores are equal', async () => {
    const all = [...messages(600), invitation('meet-1'), ...messages(50, 600)]
    dovecot.deliver('Projects', all)
    const file = join(folder, 'all.mbox')
    writeFileSync(file, asMbox(all))
    await inWorkspace(async (byImap) => {
      await connect(byImap, { folders: ['Projects'] })
      expect(await sync(byImap)).toMatchObject({ error: null, read: 651, new: 651 })
      await inWorkspace(async (byFile) => {
        await byFile.importAll([file], [dovecot.user])
        expect(await byImap.contacts()).toEqual(await byFile.contacts())
        // And the other way about.
        await connect(byFile, { folders: ['Projects'] })
        expect(await sync(byFile)).toMatchObject({ error: null, read: 651, new: 0 })
      })
      const { totals } = await byImap.importAll([file])
      expect(totals).toMatchObject({ newInteractions: 0, newPeople: 0 })
    })
  })

  test('what mail carries as an invitation is a meeting, as in a mailbox file', async () => {
    const winmail = (kind: string) =>
      tnefFile(kind, {
        properties: { 0x0037: 'Harbour review' },
        named: [
          {
            set: 'meeting',
            lid: 3,
            value: Buffer.from(`040000008200E00074C5B7101A82E008${'00'.repeat(16)}`, 'hex'),
          },
          { set: 'appointment', lid: 0x820d, value: new Date('2026-04-10T09:00:00Z') },
        ],
      })
    const packet = winmail('IPM.Microsoft Schedule.MtgReq')
    const calendar = Buffer.from(
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:attached\nDTSTART:20260411T090000Z\nORGANIZER:mailto:person1@firm1.example\nATTENDEE:mailto:jane@acme.example\nEND:VEVENT\nEND:VCALENDAR\n',
    )
    const all = [
      withAttachment('tnef', 'application/ms-tnef; name="winmail.dat"', packet),
      withAttachment('by-name', 'application/octet-stream; name="WINMAIL.DAT"', packet),
      withAttachment('note', 'application/ms-tnef', winmail('IPM.Microsoft Mail.Note')),
      withAttachment('damaged', 'application/ms-tnef', Buffer.from('no packet')),
      withAttachment('attached', 'application/ics; name="a.ics"', calendar),
      withAttachment('forwarded', 'message/rfc822', Buffer.from(invitation('meet-2'))),
    ]
    dovecot.deliver('Invitations', all)
    const file = join(folder, 'invitations.mbox')
    writeFileSync(file, asMbox(all))
    for (const bodies of [false, true])
      await inWorkspace(async (byImap) => {
        await connect(byImap, { folders: ['Invitations'], bodies })
        // Two packets are one meeting.
        expect(await sync(byImap)).toMatchObject({ error: null, read: 6, new: 5 })
        const { totals } = await byImap.importAll([file])
        expect(totals).toMatchObject({ newInteractions: 0, newPeople: 0 })
        const question = { who: 'person1@firm1.example', channel: 'meeting' } as const
        const { interactions } = await runOperation(listInteractions, byImap.context, question)
        expect(interactions.map(({ at, subject }) => [at, subject])).toEqual([
          ['2026-04-11T09:00:00.000Z', null],
          ['2026-04-10T09:00:00.000Z', 'Harbour review'],
        ])
      })
  })

  test('drafts wait until they are sent', async () => {
    dovecot.deliver('Later', messages(2, 40_000), 'D')
    await inWorkspace(async (workspace) => {
      await connect(workspace, { folders: ['Later'] })
      expect(await sync(workspace)).toMatchObject({ read: 0, error: null })
      dovecot.admin('flags', 'remove', '-u', dovecot.user, '\\Draft', 'mailbox', 'Later', 'uid', '1')
      expect(await sync(workspace)).toMatchObject({ read: 1, new: 1, error: null })
      expect(await sync(workspace)).toMatchObject({ import: null, error: null })
    })
  })

  test('bodies are read only when asked for', async () => {
    dovecot.deliver('Words', messages(3, 50_000))
    const words = async (bodies: boolean) =>
      await inWorkspace(async (workspace) => {
        await connect(workspace, { folders: ['Words'], bodies })
        await sync(workspace)
        const { store, owner } = workspace.context
        const people = await store.people(owner, {
          sort: 'name',
          reverse: false,
          search: '',
          limit: 10,
          offset: 0,
        })
        const rows = await Promise.all(people.rows.map(({ personId }) => store.timeline(owner, personId, 5)))
        return rows.flat().map((row) => row.words)
      })
    expect(new Set(await words(false))).toEqual(new Set([null]))
    expect(new Set(await words(true))).toEqual(new Set([9]))
  })

  test('junk and drafts are left out; a folder that is not there is named', async () => {
    await inWorkspace(async (workspace) => {
      const { found } = await connect(workspace)
      expect(found.filter(({ chosen }) => !chosen).map(({ name }) => name)).toEqual(
        expect.arrayContaining(['Drafts', 'Junk']),
      )
      await expect(connect(workspace, { folders: ['Nowhere'] })).rejects.toThrow(/has no Nowhere; it has/)
    })
  })

  test('a reading is an import that can be undone, and brought back', async () => {
    dovecot.deliver('Undo', messages(20, 60_000))
    await inWorkspace(async (workspace) => {
      const { context } = workspace
      await connect(workspace, { folders: ['Undo'] })
      const first = await sync(workspace)
      const { imports } = await runOperation(listImports, context, {})
      expect(imports).toMatchObject([{ id: first?.import, source: 'imap', state: 'done', read: 20, new: 20 }])
      await runOperation(undoImport, context, { id: first?.import ?? 0 })
      expect((await counts(workspace)).interactions).toBe(0)
      expect(await sync(workspace)).toMatchObject({ import: null })
      expect(await sync(workspace, { full: true })).toMatchObject({ read: 20, new: 20 })
      await runOperation(disconnectAccount, context, { account: '1', removeData: true })
      expect((await counts(workspace)).interactions).toBe(0)
      expect((await runOperation(listAccounts, context, {})).accounts).toEqual([])
    })
  })

  test('stopped by the user, it goes on from there the next time', async () => {
    dovecot.deliver('Stop', messages(1_600, 70_000))
    await inWorkspace(async (workspace) => {
      await connect(workspace, { folders: ['Stop'] })
      const controller = new AbortController()
      const stopping: Workspace = {
        ...workspace,
        context: {
          ...workspace.context,
          signal: controller.signal,
          progress: ({ done }) => {
            if (done >= 500) controller.abort()
          },
        },
      }
      await expect(sync(stopping)).rejects.toMatchObject({ code: 'interrupted' })
      const { interactions } = await counts(workspace)
      expect(interactions).toBeGreaterThanOrEqual(500)
      expect(interactions).toBeLessThan(1_600)
      expect(await sync(workspace)).toMatchObject({ read: 1_600 - interactions, error: null })
      expect((await counts(workspace)).interactions).toBe(1_600)
    })
  })

  test('the server tells of new mail by itself (IDLE), and the account is read before it is due', async () => {
    dovecot.deliver('Quiet', messages(1, 79_999))
    await inWorkspace(async (workspace) => {
      const { store, owner, now } = workspace.context
      await connect(workspace, { folders: ['Quiet'] })
      await sync(workspace)
      const controller = new AbortController()
      const read: string[] = []
      let delivered = 0
      await keepUp({
        accounts: async () => {
          // At every look one more, since only what comes while somebody waits is told.
          if (read.length === 0) dovecot.deliver('INBOX', messages(1, 80_000 + delivered++))
          return await store.accounts(owner)
        },
        sync: ({ user }) => {
          read.push(user)
          controller.abort()
          return Promise.resolve()
        },
        now,
        random: () => 0,
        signal: controller.signal,
        tickMs: 100,
      })
      expect(read).toEqual([dovecot.user])
    })
  })

  test('a wrong password, a wrong port, no encryption: a sentence each, without the password', async () => {
    await inWorkspace(async (workspace) => {
      const sentence = async (more: object, server?: string): Promise<string> => {
        const error: unknown = await connect(workspace, more, server).catch((caught: unknown) => caught)
        const all =
          error instanceof Error ? `${error.message} ${error.stack ?? ''} ${JSON.stringify(error)}` : ''
        expect(all).not.toContain('hunter2')
        return error instanceof Error ? error.message : ''
      }
      expect(await sentence({ secret: 'hunter2-wrong' })).toMatch(/refuses to let jane@acme.example in/)
      expect(await sentence({ secret: 'hunter2' }, '127.0.0.1:1')).toMatch(/refuses the connection/)
      // The server has no TLS: kith does not send the password.
      expect(await sentence({ secret: 'hunter2', insecure: false })).not.toBe('')
      expect(await sentence({ secret: 'hunter2' }, 'imap.acme.example')).toMatch(/with encryption only/)
      expect((await runOperation(listAccounts, workspace.context, {})).accounts).toEqual([])
    })
  })
})
