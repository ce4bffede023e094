import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { importFiles } from '#operations/import-files.ts'
import type { Context } from '#operations/operation.ts'
import { runOperation } from '#operations/run.ts'
import { openStore } from '#store/open-store.ts'
import type { Store } from '#store/store.ts'

const ME = 'me@own.example'
const DAY_MS = 86_400_000

/** Mails with Ada, who answers until January, and with Ben, an old acquaintance who fell silent years ago. */
function events(): string {
  const lines = ['at,from,to,channel,subject']
  const exchange = (at: number, other: string, subject: string): void => {
    lines.push(`${new Date(at).toISOString()},${ME},${other},mail,${subject}`)
    lines.push(`${new Date(at + DAY_MS).toISOString()},${other},${ME},mail,Re: ${subject}`)
  }
  const end = Date.UTC(2026, 0, 1)
  for (let week = 0; week < 20; week++) exchange(end - week * 7 * DAY_MS, 'ada@engine.example', 'engine')
  for (let week = 0; week < 30; week++)
    exchange(Date.UTC(2023, 0, 1) + week * 7 * DAY_MS, 'ben@old.example', 'the fair')
  return lines.join('\n')
}

/** A store in memory with a network of two, known to be seen from `me@own.example`. */
export async function smallNetwork(): Promise<Store> {
  const store = await openStore(':memory:')
  const context: Context = {
    store,
    owner: SOLE_OWNER,
    now: () => Date.UTC(2026, 0, 10),
    at: null,
    version: '0.0.0',
    progress: () => {},
    signal: new AbortController().signal,
    run: (other, input) => runOperation(other, context, input),
  }
  const folder = mkdtempSync(join(tmpdir(), 'kith-mcp-'))
  const path = join(folder, 'events.csv')
  writeFileSync(path, events())
  await runOperation(importFiles, context, { paths: [path], me: [ME] })
  rmSync(folder, { recursive: true })
  return store
}
