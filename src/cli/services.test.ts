import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runKith } from './testing/run-kith.ts'
import { serveCommand } from './services.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-serve-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What `kith serve` prints until it listens; then it is stopped. */
async function serving(interactive: boolean, ...words: string[]) {
  const controller = new AbortController()
  let out = ''
  const { code } = await runKith(
    ['serve', '--port', '0', ...words],
    {
      out: (text) => {
        out += text
        controller.abort()
      },
      env: { KITH_DB: join(folder, 'kith.db') },
      signal: controller.signal,
      interactive,
    },
    [serveCommand],
  )
  expect(code).toBe(0)
  return out
}

const url = expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string

test('serve --json prints where it listens and nothing else', async () => {
  expect(JSON.parse(await serving(false, '--json'))).toEqual({ listening: url })
  expect(JSON.parse(await serving(true, '--json'))).toEqual({ listening: url })
})

test('where nobody looks, serve prints the same line', async () =>
  expect(JSON.parse(await serving(false))).toEqual({ listening: url }))

test('the token is printed only when it is asked for', async () => {
  const told = { listening: url, token: expect.stringMatching(/^[\w-]{32}$/) as string }
  expect(JSON.parse(await serving(false, '--json', '--show-token'))).toEqual(told)
  expect(JSON.parse(await serving(false, '--show-token'))).toEqual(told)
  expect(await serving(true)).toMatch(/^kith is at http:\S+ \(Ctrl-C stops it\)\n$/)
  expect(await serving(true, '--show-token')).toMatch(/^kith is at .*\nIts token is [\w-]{32}\n$/)
})
