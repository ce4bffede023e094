import { execFile } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** What a room may import from another: nothing, types alone, or values too. Imports inside a room are free. */
type Arrow = 'types' | 'values'

/** web → (HTTP) → server | cli | mcp → operations → {importers, intake, connectors, store} → core, said once more in full. */
const arrows: Record<string, Record<string, Arrow>> = {
  core: {},
  importers: { core: 'values' },
  intake: { core: 'values', importers: 'types' },
  connectors: { core: 'values', importers: 'values' },
  store: { core: 'values' },
  testing: { core: 'values' },
  operations: {
    core: 'values',
    importers: 'values',
    intake: 'values',
    connectors: 'values',
    store: 'values',
    testing: 'values',
  },
  server: { core: 'values', operations: 'values', store: 'values' },
  mcp: { core: 'values', operations: 'values', store: 'values' },
  cli: { core: 'values', operations: 'values', store: 'values', server: 'values', mcp: 'values' },
  web: { core: 'values', operations: 'types' },
}
const rooms = Object.keys(arrows)

const read = "import { readFileSync } from 'node:fs'\nexport const text = readFileSync('x', 'utf8')\n"
const clock = 'export const now = Date.now()\n'
const dice = 'export const roll = Math.random()\n'

/** Planted violations other than arrows: path, text, and who must refuse it. */
const planted: readonly { path: string; text: string; refusedBy: readonly ('tsc' | 'oxlint')[] }[] = [
  { path: 'src/core/node.ts', text: read, refusedBy: ['tsc', 'oxlint'] },
  { path: 'src/core/package.ts', text: "export { z } from 'zod'\n", refusedBy: ['oxlint'] },
  { path: 'src/core/fetch.ts', text: "export const page = fetch('/')\n", refusedBy: ['tsc', 'oxlint'] },
  { path: 'src/core/process.ts', text: 'export const home = process.env\n', refusedBy: ['tsc', 'oxlint'] },
  {
    path: 'src/core/performance.ts',
    text: 'export const t = performance.now()\n',
    refusedBy: ['tsc', 'oxlint'],
  },
  { path: 'src/core/console.ts', text: "console.log('hello')\n", refusedBy: ['tsc', 'oxlint'] },
  { path: 'src/core/date.ts', text: 'export const day = new Date(0)\n', refusedBy: ['oxlint'] },
  { path: 'src/core/clock.ts', text: clock, refusedBy: ['oxlint'] },
  { path: 'src/core/dice.ts', text: dice, refusedBy: ['oxlint'] },
  { path: 'src/importers/node.ts', text: read, refusedBy: ['oxlint'] },
  { path: 'src/importers/fetch.ts', text: "export const page = fetch('/')\n", refusedBy: ['oxlint'] },
  { path: 'src/importers/clock.ts', text: clock, refusedBy: ['oxlint'] },
  { path: 'src/importers/new-date.ts', text: 'export const now = new Date()\n', refusedBy: ['oxlint'] },
  { path: 'src/importers/dice.ts', text: dice, refusedBy: ['oxlint'] },
  { path: 'src/testing/dice.ts', text: dice, refusedBy: ['oxlint'] },
  { path: 'src/operations/clock.ts', text: clock, refusedBy: ['oxlint'] },
  { path: 'src/operations/new-date.ts', text: 'export const now = new Date()\n', refusedBy: ['oxlint'] },
  { path: 'src/operations/dice.ts', text: dice, refusedBy: ['oxlint'] },
  { path: 'src/web/node.ts', text: read, refusedBy: ['tsc', 'oxlint'] },
  {
    path: 'src/web/bare-text.tsx',
    text: 'export const Bare = () => <p>Hello</p>\n',
    refusedBy: ['oxlint'],
  },
  {
    path: 'src/web/bare-choice.tsx',
    text: "export const Bare = ({ open }: { open: boolean }) => <p>{open ? 'Hide' : 'Show'}</p>\n",
    refusedBy: ['oxlint'],
  },
  {
    path: 'src/web/bare-label.tsx',
    text: 'export const Bare = () => <img src="a.png" alt="A picture" />\n',
    refusedBy: ['oxlint'],
  },
  {
    path: 'src/cli/sql.ts',
    text: "export { value } from '#store/sqlite/target.ts'\n",
    refusedBy: ['oxlint'],
  },
  {
    path: 'src/server/sql.ts',
    text: "export { value } from '#store/sqlite/target.ts'\n",
    refusedBy: ['oxlint'],
  },
  {
    path: 'src/mcp/sql.ts',
    text: "export { value } from '#store/sqlite/target.ts'\n",
    refusedBy: ['oxlint'],
  },
  { path: 'src/store/default.ts', text: 'export default 1\n', refusedBy: ['oxlint'] },
  {
    path: 'src/store/cycle-a.ts',
    text: "import { b } from './cycle-b.ts'\nexport const a = () => b\n",
    refusedBy: ['oxlint'],
  },
  { path: 'src/store/unknown.ts', text: 'export const first: number = [1][0]\n', refusedBy: ['tsc'] },
  { path: 'src/store/enum.ts', text: 'export enum Colour {\n  Red,\n}\n', refusedBy: ['tsc'] },
]

/** Neighbours of the planted ones that must pass: a rule that refuses everything proves nothing. */
const innocent: Record<string, string> = {
  'src/importers/date-of.ts': 'export const at = (text: string): number => new Date(text).getTime()\n',
  'src/importers/package.ts': "export { z } from 'zod'\n",
  'src/intake/node.ts': read,
  'src/web/given-text.tsx':
    'export const Given = ({ text }: { text: string }) => <p title={text}>{text} · 3</p>\n',
  'src/store/sqlite/target.ts': 'export const value = 1\n',
  'src/core/deep/inside.ts': "import { value } from '../target.ts'\nexport const twice = value * 2\n",
}

const root = dirname(import.meta.dirname)
let house = ''
let refused: Record<'tsc' | 'oxlint', Set<string>>

beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), 'kith-architecture-'))
  buildHouse()
  refused = {
    tsc: filesIn(await run('typescript/bin/tsc', '-b', '--pretty', 'false')),
    oxlint: filesIn(await run('oxlint/bin/oxlint', '--format=unix', '.')),
  }
})
afterAll(() => rmSync(house, { recursive: true, force: true }))

test('every room of src has its line in the table', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )
  expect(folders.map((folder) => folder.name).sort()).toEqual([...rooms].sort())
})

test.each(rooms)('the project references of %s are its arrows', (room) => {
  expect(references(room).sort()).toEqual(Object.keys(arrows[room] ?? {}).sort())
})

describe.each(rooms)('%s', (room) => {
  const others = rooms.filter((other) => other !== room)
  const allowed = arrows[room] ?? {}

  test('imports the values it may', () => {
    for (const other of others.filter((name) => allowed[name] === 'values')) {
      expect(refused.oxlint, `${room} → ${other}`).not.toContain(`src/${room}/value-of-${other}.ts`)
      expect(refused.tsc, `${room} → ${other}`).not.toContain(`src/${room}/value-of-${other}.ts`)
    }
  })

  test('imports the types it may', () => {
    for (const other of others.filter((name) => name in allowed)) {
      expect(refused.oxlint, `${room} → ${other}`).not.toContain(`src/${room}/type-of-${other}.ts`)
      expect(refused.tsc, `${room} → ${other}`).not.toContain(`src/${room}/type-of-${other}.ts`)
    }
  })

  test('is refused every other value, and every other type', () => {
    const values = others.filter((other) => allowed[other] !== 'values')
    const types = others.filter((other) => !(other in allowed))
    for (const other of values) expect(refused.oxlint).toContain(`src/${room}/value-of-${other}.ts`)
    for (const other of types) expect(refused.oxlint).toContain(`src/${room}/type-of-${other}.ts`)
  })

  test('is refused by the compiler too, upwards and sideways', () => {
    // TypeScript lets a project see what its references refer to, so only the linter stops web → store.
    const visible = reachable(room)
    for (const other of others.filter((name) => !visible.has(name))) {
      expect(refused.tsc).toContain(`src/${room}/value-of-${other}.ts`)
      expect(refused.tsc).toContain(`src/${room}/type-of-${other}.ts`)
    }
  })

  test('does not climb into another room by a relative path', () => {
    for (const other of others) expect(refused.oxlint).toContain(`src/${room}/climb-to-${other}.ts`)
  })
})

test.each(planted)('$path is refused by $refusedBy', ({ path, refusedBy }) => {
  for (const tool of refusedBy) expect(refused[tool]).toContain(path)
})

test.each(Object.keys(innocent))('%s passes', (path) => {
  expect(refused.tsc).not.toContain(path)
  expect(refused.oxlint).not.toContain(path)
})

/** A house with the rooms and rules of this one, and one planted file for each thing to refuse or to let pass. */
function buildHouse(): void {
  for (const name of ['package.json', 'tsconfig.base.json', '.oxlintrc.json', 'scripts/oxlint-plugin.js']) {
    mkdirSync(dirname(join(house, name)), { recursive: true })
    cpSync(join(root, name), join(house, name))
  }
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
  put(
    'tsconfig.json',
    JSON.stringify({ files: [], references: rooms.map((room) => ({ path: `src/${room}` })) }),
  )
  for (const room of rooms) {
    put(`src/${room}/tsconfig.json`, readFileSync(join(root, 'src', room, 'tsconfig.json'), 'utf8'))
    put(`src/${room}/target.ts`, 'export const value = 1\nexport type Shape = number\n')
    for (const other of rooms.filter((name) => name !== room)) {
      const from = (specifier: string): string =>
        `import { value } from '${specifier}'\nexport const seen = value\n`
      // package.json gives no name #web: 'cannot find module' is a refusal as well.
      put(`src/${room}/value-of-${other}.ts`, from(`#${other}/target.ts`))
      put(
        `src/${room}/type-of-${other}.ts`,
        `import type { Shape } from '#${other}/target.ts'\nexport type Seen = Shape\n`,
      )
      put(`src/${room}/climb-to-${other}.ts`, from(`../${other}/target.ts`))
    }
  }
  for (const { path, text } of planted) put(path, text)
  for (const [path, text] of Object.entries(innocent)) put(path, text)
  put('src/store/cycle-b.ts', "import { a } from './cycle-a.ts'\nexport const b = (): unknown => a\n")
}

function put(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true })
  writeFileSync(join(house, path), text)
}

function run(tool: string, ...args: readonly string[]): Promise<string> {
  const script = fileURLToPath(new URL(`../node_modules/${tool}`, import.meta.url))
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [script, ...args],
      { cwd: house, maxBuffer: 64 * 1024 * 1024 },
      (_error, stdout, stderr) => resolve(`${stdout}\n${stderr}`),
    )
  })
}

/** The files that a report complains about. tsc names the other importers of a refused file below the first. */
function filesIn(report: string): Set<string> {
  const places = /^(src\/[\w/-]+\.tsx?)[:(]\d+|Imported via .* from file '[^']*?(src\/[\w/-]+\.tsx?)'/gm
  return new Set([...report.matchAll(places)].map((match) => match[1] ?? match[2] ?? ''))
}

function references(room: string): string[] {
  const text = readFileSync(join(root, 'src', room, 'tsconfig.json'), 'utf8')
  const { references: list } = JSON.parse(text) as { references: readonly { path: string }[] }
  return list.map(({ path }) => path.replace('../', ''))
}

function reachable(room: string): Set<string> {
  const seen = new Set<string>()
  const visit = (name: string): void => {
    for (const next of Object.keys(arrows[name] ?? {})) {
      if (!seen.has(next)) {
        seen.add(next)
        visit(next)
      }
    }
  }
  visit(room)
  return seen
}
