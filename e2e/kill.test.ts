import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { contactsIn, differences, scoreDifferences } from '#operations/testing/compare.ts'
import { canonicalDump } from '#store/contract/support/canonical-dump.ts'
import { openBackend } from '#store/open-store.ts'
import { sqlStore } from '#store/sql-store.ts'
import { bigMbox } from '#testing/big-mbox.ts'
import { Random } from '#testing/random.ts'
import { kithCommand } from './kith.ts'

const MESSAGES = 20_000
const folder = mkdtempSync(join(tmpdir(), 'kith-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const mailbox = join(folder, 'all.mbox')
const database = (name: string): string => join(folder, `${name}.db`)

type Ended = { readonly code: number | null; readonly signal: string | null; readonly err: string }

/** `kith import` of the mailbox in a process of its own. */
function startImport(name: string): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(kithCommand, ['import', mailbox, '--db', database(name), '--quiet'], {
    stdio: ['ignore', 'inherit', 'pipe'],
    shell: process.platform === 'win32',
  })
  let err = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, err }))
  })
  return { child, ended }
}

/** Looks again and again until something holds, or the import has ended. */
async function until(child: ChildProcess, holds: () => boolean): Promise<void> {
  while (!holds() && child.exitCode === null) await setImmediate()
}

/** Rows of a table as another process sees them; 0 before there is one. */
function rowsIn(name: string): (table: string) => number {
  let db: DatabaseSync | null = null
  return (table) => {
    try {
      db ??= new DatabaseSync(database(name), { readOnly: true, timeout: 1_000 })
      return Number(db.prepare(`select count(*) as rows from ${table}`).get()?.['rows'])
    } catch {
      db?.close()
      db = null
      return 0
    }
  }
}

/** Changes of a file seen so far. */
function changesOf(file: string): () => number {
  let last = -1
  let changes = -1
  return () => {
    const time = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? -1
    if (time !== last) changes++
    last = time
    return changes
  }
}

async function contentsOf(name: string) {
  const backend = await openBackend(database(name))
  try {
    const store = sqlStore(backend)
    expect(await store.health()).toMatchObject({ ok: true, problems: [] })
    return {
      dump: await canonicalDump(backend.db),
      contacts: await contactsIn(store),
      imports: await store.imports(SOLE_OWNER, 100),
      owner: await store.owner(SOLE_OWNER),
    }
  } finally {
    await backend.close()
  }
}
type Contents = Awaited<ReturnType<typeof contentsOf>>

let whole: Contents
beforeAll(async () => {
  const text = bigMbox({ messages: MESSAGES, seed: 3, at: Date.UTC(2026, 0, 1), people: 800 })
  await pipeline(Readable.from(text), createWriteStream(mailbox))
  await startImport('whole').ended
  whole = await contentsOf('whole')
})

test('an import without interruption stores every message', () => {
  expect(whole.dump.interactions).toHaveLength(MESSAGES)
  expect(whole.contacts.size).toBeGreaterThan(500)
  expectSame(whole)
})

function expectSame(contents: Contents): void {
  expect(differences(whole.dump, contents.dump)).toEqual([])
  expect(scoreDifferences(whole.contacts, contents.contacts)).toEqual([])
  expect(contents.owner).toMatchObject({ touchpointsReady: true })
  expect(contents.imports[0]).toMatchObject({ state: 'done', read: MESSAGES })
}

test('killed five times at random moments, then finished: as if nothing had happened', async () => {
  const random = new Random(11)
  const rows = rowsIn('killed')
  const [some, most] = [random.between(0.05, 0.4), random.between(0.45, 0.75)]
  const derived = random.between(0.1, 0.6)
  // While a batch is being written, between two, and while the view of the owner and the scores are derived.
  const moments: readonly (() => () => boolean)[] = [
    () => {
      const seen = changesOf(`${database('killed')}-wal`)
      const nth = 2 + random.below(6)
      return () => seen() >= nth
    },
    () => () => rows('interactions') >= some * MESSAGES,
    () => {
      const seen = changesOf(`${database('killed')}-wal`)
      const nth = 2 + random.below(6)
      return () => seen() >= nth
    },
    () => () => rows('interactions') >= most * MESSAGES,
    () => () => rows('touchpoints') >= derived * whole.dump.touchpoints.length,
  ]
  for (const moment of moments) {
    const { child, ended } = startImport('killed')
    await until(child, moment())
    child.kill('SIGKILL')
    expect(await ended).toMatchObject({ signal: 'SIGKILL' })
  }
  expect(await startImport('killed').ended).toEqual({ code: 0, signal: null, err: '' })
  const contents = await contentsOf('killed')
  expect(contents.imports.filter(({ state }) => state === 'running').length).toBeGreaterThan(1)
  expectSame(contents)
})

test('Ctrl-C ends with a sentence and 130; the next run completes it', async () => {
  const rows = rowsIn('stopped')
  const { child, ended } = startImport('stopped')
  await until(child, () => rows('interactions') > 0)
  child.kill('SIGINT')
  expect(await ended).toEqual({
    code: 130,
    signal: null,
    err: 'kith: Stopped. What was done so far is stored; run it again to go on.\n',
  })
  const contents = await contentsOf('stopped')
  expect(contents.imports).toMatchObject([{ state: 'interrupted' }])
  expect(contents.dump.interactions.length).toBeGreaterThan(0)
  expect(contents.dump.interactions.length).toBeLessThan(MESSAGES)
  expect(await startImport('stopped').ended).toEqual({ code: 0, signal: null, err: '' })
  expectSame(await contentsOf('stopped'))
})
