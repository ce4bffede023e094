import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { SOLE_OWNER } from '#core/model/ids.ts'
import type { CanonicalDump } from '#store/contract/support/canonical-dump.ts'
import { sqliteInMemory, type StoreKind } from '#store/contract/support/harness.ts'
import type { Store } from '#store/store.ts'
import { type ExportFile, exportFiles } from '#testing/files.ts'
import { syntheticNetwork } from '#testing/network.ts'
import { importFiles } from '../import-files.ts'
import type { Context } from '../operation.ts'
import { runOperation } from '../run.ts'
import type { ImportReport } from '../schemas.ts'
import { type Contact, contactsIn } from './compare.ts'

/** The present of all tests. */
export const NOW = Date.UTC(2026, 5, 1)

/** A small network with known truth: mail, LinkedIn, address book, calendar and calls of one consultant. */
export const network = syntheticNetwork({ seed: 7, at: NOW, contacts: 120, interactions: 1_500, years: 3 })
export const files: readonly ExportFile[] = exportFiles(network)

/** The context an operation runs in, on this store. */
export function contextOn(store: Store): Context {
  const context: Context = {
    store,
    owner: SOLE_OWNER,
    now: () => NOW,
    at: null,
    version: '0.0.0',
    progress: () => {},
    signal: new AbortController().signal,
    run: (other, input) => runOperation(other, context, input),
  }
  return context
}

export type Workspace = {
  readonly context: Context
  readonly importAll: (paths: readonly string[], me?: readonly string[]) => Promise<ImportReport>
  readonly dump: () => Promise<CanonicalDump>
  /** The same workspace as another process has it; null where data is in memory. */
  readonly another: (() => Promise<Store>) | null
  /** Everybody with all scores, by their keys. */
  readonly contacts: () => Promise<ReadonlyMap<string, Contact>>
}

/** A test on an empty workspace, which is deleted afterwards. */
export async function inWorkspace<T>(
  work: (workspace: Workspace) => Promise<T>,
  kind: StoreKind = sqliteInMemory,
): Promise<T> {
  const { store, dump, another, drop } = await kind.open()
  const context = contextOn(store)
  try {
    return await work({
      context,
      dump,
      another,
      importAll: (paths, me = []) => runOperation(importFiles, context, { paths, me }),
      contacts: () => contactsIn(store),
    })
  } finally {
    await drop()
  }
}

/** A folder with these files that is deleted by `drop`; what is not text is written as it is. */
export function folderWith(contents: Readonly<Record<string, string | Uint8Array>>): {
  readonly path: string
  readonly drop: () => void
} {
  const path = mkdtempSync(join(tmpdir(), 'kith-files-'))
  for (const [name, content] of Object.entries(contents)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  return { path, drop: () => rmSync(path, { recursive: true, force: true }) }
}

/** The exported files of the network as a folder. */
export const exportFolder = (): ReturnType<typeof folderWith> =>
  folderWith(Object.fromEntries(files.map(({ path, text }) => [path, text])))

/** Work on a workspace that holds the small network, and knows whose it is. */
export const withNetwork = (work: (context: Context) => Promise<void>): Promise<void> =>
  inWorkspace(async ({ context, importAll }) => {
    const { path, drop } = exportFolder()
    try {
      await importAll([path], [network.owner.mails[0] ?? ''])
      await work(context)
    } finally {
      drop()
    }
  })
