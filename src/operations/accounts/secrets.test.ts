import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { fileVault, openVault } from '#connectors/vault.ts'
import { mastodonServer, type MastodonWorld } from '#connectors/testing/mastodon-server.ts'
import { openStore } from '#store/open-store.ts'
import { backupDatabase } from '../backup.ts'
import { exportNetwork } from '../export-network.ts'
import { runOperation } from '../run.ts'
import { contextOn } from '../testing/workspace.ts'
import { connectAccount } from './connect.ts'
import { disconnectAccount } from './disconnect.ts'
import { listAccounts } from './list.ts'
import { syncAccount } from './sync.ts'

const SECRET = 'tide-and-timetable-7731'
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-secrets-'))
  process.env['KITH_SECRETS'] = join(folder, 'kept', 'secrets.json')
})
afterEach(() => {
  delete process.env['KITH_SECRETS']
  rmSync(folder, { recursive: true, force: true })
})

const emptyWorld = (): MastodonWorld => ({
  token: SECRET,
  statuses: [],
  notifications: [],
  following: [],
  followers: [],
  limitAt: null,
})

/** Files below a folder that hold a text. */
const filesWith = (place: string, text: string): string[] =>
  readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(place, name)
    return statSync(path).isFile() && readFileSync(path).includes(text)
  })

test('a password is in the vault and nowhere else: not in the database, a backup, an export or an answer', async () => {
  const server = await mastodonServer(emptyWorld())
  const store = await openStore(join(folder, 'kith.db'))
  try {
    const context = contextOn(store)
    const said: unknown[] = []
    const told = { ...context, progress: (progress: unknown) => void said.push(progress) }
    said.push(
      await runOperation(connectAccount, told, {
        kind: 'mastodon',
        user: 'lena@tide.example',
        secret: SECRET,
        server: server.url,
        insecure: true,
      }),
      await runOperation(syncAccount, told, {}),
      await runOperation(listAccounts, told, {}),
      await store.keptRows(SOLE_OWNER),
    )
    await runOperation(backupDatabase, { ...told, file: join(folder, 'kith.backup') }, {})
    for (const format of ['csv', 'json', 'vcard', 'graphml'] as const)
      await runOperation(exportNetwork, { ...told, file: join(folder, `export.${format}`) }, { format })
    expect(JSON.stringify(said)).not.toContain(SECRET)
    expect(filesWith(folder, SECRET)).toEqual([join('kept', 'secrets.json')])
    await runOperation(disconnectAccount, told, { account: '1' })
    expect(filesWith(folder, SECRET)).toEqual([])
  } finally {
    await store.close()
    await server.stop()
  }
})

test.skipIf(process.platform === 'win32')(
  'the file is for its owner alone, also where it was laid open',
  async () => {
    const path = join(folder, 'kept', 'secrets.json')
    const vault = await openVault()
    expect(vault.place).toBe(path)
    await vault.set('one', SECRET)
    await vault.set('two', 'other')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'kept')).mode & 0o777).toBe(0o700)
    const { chmodSync } = await import('node:fs')
    chmodSync(path, 0o644)
    expect(await vault.get('one')).toBe(SECRET)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    await vault.remove('one')
    expect(await vault.get('one')).toBeNull()
    expect(await vault.get('two')).toBe('other')
    expect(readdirSync(join(folder, 'kept'))).toEqual(['secrets.json'])
  },
)

test('a damaged file is said in a sentence, without what stands in it', async () => {
  const { writeFileSync } = await import('node:fs')
  const path = join(folder, 'secrets.json')
  writeFileSync(path, `{"one":"${SECRET}`)
  const error: unknown = await fileVault(path)
    .get('one')
    .catch((caught: unknown) => caught)
  expect(String(error)).toMatch(/is damaged/)
  expect(
    error instanceof Error ? `${error.stack ?? ''}${JSON.stringify(error)}${String(error.cause)}` : '',
  ).not.toContain(SECRET)
})
