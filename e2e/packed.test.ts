import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startKith } from './kith.ts'

// What a stranger gets from `npm install kith`: packed here, installed into an empty folder, started there.
const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'kith-packed-'))
const installed = join(folder, 'node_modules', 'kith')
const kith = join(folder, 'node_modules', '.bin', 'kith')

const npm = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  })

let packed: readonly string[] = []

beforeAll(() => {
  const [report] = JSON.parse(npm(root, 'pack', '--json', '--silent', '--pack-destination', folder)) as [
    { filename: string; files: readonly { path: string }[] },
  ]
  packed = report.files.map(({ path }) => path)
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  npm(
    folder,
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    `./${report.filename}`,
  )
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the pack holds the built program, the web app and the licence, and no sources, tests or fixtures', () => {
  expect(packed).toEqual(
    expect.arrayContaining([
      'LICENSE',
      'bin/kith.js',
      'dist/run/main.js',
      'dist/web/index.html',
      'dist/web/api-docs/openapi-explorer.min.js',
      'package.json',
    ]),
  )
  expect(packed.filter((path) => /^src\/|\.tsx?$|\.test\.|fixtures\/|^e2e\/|^bench\//.test(path))).toEqual([])
})

test('installing it runs no script and brings no test tool', () => {
  expect(readdirSync(join(folder, 'node_modules'))).not.toContain('vitest')
  expect(readdirSync(installed)).not.toContain('src')
})

test('the installed kith tells its version', () => {
  const version = execFileSync(kith, ['--version'], { cwd: folder, encoding: 'utf8' }).trim()
  expect(version).toBe(JSON.parse(npm(root, 'pkg', 'get', 'version')) as string)
})

test('the installed kith serves the web app and answers over HTTP, from an empty folder', async () => {
  const running = await startKith({ command: [kith] })
  try {
    const page = await fetch(running.url)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<title>kith')
    const health = await fetch(`${running.url}/api/v1/health`, {
      headers: { authorization: `Bearer ${running.token}` },
    })
    expect(health.status).toBe(200)
    expect(await health.json()).toMatchObject({ ok: true, problems: [] })
  } finally {
    expect(await running.stop()).toBeLessThanOrEqual(130)
  }
  expect(running.log()).not.toContain('Warning')
})
