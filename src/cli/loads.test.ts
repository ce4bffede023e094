import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'kith-loads-'))
const database = join(folder, 'kith.db')
const events = join(folder, 'events.csv')
/** Writes down every module that a process loads. */
const watcher = join(folder, 'watcher.mjs')
const loaded = join(folder, 'loaded.txt')
const main = join(import.meta.dirname, 'main.ts')

/** What kith's own modules a command loads, by their paths below src. */
function loadedBy(...words: string[]): string[] {
  writeFileSync(loaded, '')
  execFileSync(process.execPath, ['--import', pathToFileURL(watcher).href, main, ...words], {
    env: { ...process.env, KITH_DB: database, KITH_LOADED: loaded },
    stdio: 'pipe',
  })
  return readFileSync(loaded, 'utf8')
    .split('\n')
    .flatMap((url) => /(?<!node_modules\/.*)\/src\/(.+\.ts)$/.exec(url)?.[1] ?? [])
}

beforeAll(() => {
  writeFileSync(
    watcher,
    `import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
registerHooks({
  load: (url, context, next) => {
    appendFileSync(process.env.KITH_LOADED, url + '\\n')
    return next(url, context)
  },
})
`,
  )
  writeFileSync(
    events,
    'at,from,to,channel\n2026-01-05T10:00:00Z,me@home.example,ada@engine.example,mail\n2026-01-06T10:00:00Z,ada@engine.example,me@home.example,mail\n',
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('kith --version loads no operation, no database and none of core but its errors', () => {
  const modules = loadedBy('--version')
  expect(modules).toContain('cli/main.ts')
  const none =
    /^(web|importers|intake|connectors|store|mcp)\/|^core\/(?!model\/)|^operations\/(?!contents\/|index|catalogue)|^server\/(?!package-root)/
  expect(modules.filter((path) => none.test(path))).toEqual([])
})

test('kith people loads no importer, no scoring, no server and no web app, once there are scores', () => {
  expect(loadedBy('import', events, '--me', 'me@home.example', '--quiet')).toContain('importers/index.ts')
  const modules = loadedBy('people')
  expect(modules).toContain('operations/list-people.ts')
  const none =
    /^(web|connectors|intake|mcp)\/|^importers\/(?!text\/)|^operations\/(score|import)\/|^operations\/score-(network|files)|^server\/(?!package-root)/
  expect(modules.filter((path) => none.test(path))).toEqual([])
})
