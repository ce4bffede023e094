import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mastodonServer } from '#connectors/testing/mastodon-server.ts'
import { runKith } from './testing/run-kith.ts'

const SECRET = 'tide-and-timetable-7731'
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-cli-secret-'))
  process.env['KITH_SECRETS'] = join(folder, 'secrets.json')
})
afterEach(() => {
  delete process.env['KITH_SECRETS']
  rmSync(folder, { recursive: true, force: true })
})

/** Runs `kith connect mastodon …`; everything it wrote, and its exit code. */
async function connect(
  words: readonly string[],
  {
    env = {},
    interactive = false,
    secret = SECRET,
  }: { env?: object; interactive?: boolean; secret?: string } = {},
): Promise<{ readonly code: number; readonly said: string; readonly asked: readonly string[] }> {
  const asked: string[] = []
  const { out, err, code } = await runKith(['connect', 'mastodon', 'lena@tide.example', ...words], {
    env: { KITH_DB: join(folder, 'kith.db'), ...env },
    interactive,
    readSecret: (from) => {
      asked.push(from)
      return Promise.resolve(secret)
    },
  })
  return { code, said: out + err, asked }
}

test('a password is asked for, read from standard input or taken from the environment, and never shown', async () => {
  const server = await mastodonServer({
    token: SECRET,
    statuses: [],
    notifications: [],
    following: [],
    followers: [],
    limitAt: null,
  })
  try {
    const words = ['--server', server.url, '--insecure']
    const ways = [
      await connect(words, { interactive: true }),
      await connect([...words, '--password-stdin']),
      await connect([...words, '--json'], { env: { KITH_PASSWORD: SECRET } }),
    ]
    expect(ways.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(ways.map(({ asked }) => asked)).toEqual([['person'], ['stdin'], []])
    const refused = await connect([...words, '--debug'], { interactive: true, secret: 'hunter2' })
    expect(refused.code).toBe(2)
    for (const { said } of ways) expect(said).not.toContain(SECRET)
    expect(refused.said).not.toContain('hunter2')
  } finally {
    await server.stop()
  }
})

test('it cannot be given as a word of the command, which other programs see', async () => {
  const { code, said } = await connect(['--secret', SECRET])
  expect(code).toBe(2)
  expect(said).toMatch(/unknown option '--secret'/)
  const nobody = await connect([])
  expect(nobody.code).toBe(2)
  expect(nobody.said).toMatch(/--password-stdin, or in KITH_PASSWORD/)
})
