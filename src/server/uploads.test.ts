import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { explainUpload, Uploads } from './uploads.ts'

let folder = ''
let uploads: Uploads
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-uploads-'))
  uploads = new Uploads(folder)
})
afterEach(async () => {
  await uploads.close()
  rmSync(folder, { recursive: true, force: true })
})

const store = (batch: string, path: string, text = 'x'): Promise<string> =>
  uploads.store(batch, path, new Blob([text]).stream() as never)

test('a batch that was read is removed, and no other', async () => {
  const first = await store('batch-0001', 'mail/inbox.mbox')
  const second = await store('batch-0002', 'inbox.mbox')
  await uploads.release([first])
  expect([existsSync(first), existsSync(second)]).toEqual([false, true])
})

test('nothing but whole batches of this process can be removed, whatever way the path takes', async () => {
  const batch = await store('batch-0001', 'mail/inbox.mbox')
  const root = dirname(batch)
  const victim = join(folder, 'victim')
  mkdirSync(victim)
  await uploads.release([
    `${batch}/../../victim`,
    `${batch}/..`,
    `${root}/./`,
    `${batch}/mail`,
    `${root}/batch-9999/../../victim`,
    victim,
    folder,
    '/',
    '',
    '..',
  ])
  expect(existsSync(victim)).toBe(true)
  expect(existsSync(join(batch, 'mail', 'inbox.mbox'))).toBe(true)
  await uploads.release([`${batch}/mail/../`])
  expect(existsSync(batch)).toBe(false)
})

test('what is dropped lies in a folder that is the user’s alone, beside the database', async () => {
  const root = dirname(await store('batch-0001', 'inbox.mbox'))
  expect(dirname(root)).toBe(folder)
  expect((statSync(root).mode & 0o777).toString(8)).toBe('700')
  await uploads.close()
  expect(existsSync(root)).toBe(false)
})

test('what a killed kith left behind is cleared, what a running one holds is not', async () => {
  const dead = spawnSync(process.execPath, ['--eval', '']).pid
  const left = (name: string): string => {
    mkdirSync(join(folder, name, 'batch-0001'), { recursive: true })
    writeFileSync(join(folder, name, 'batch-0001', 'inbox.mbox'), 'x')
    return name
  }
  left(`kith-drops-${dead}-abc`)
  // In a container the process that was killed had the number of this one.
  left(`kith-drops-${process.pid}-old`)
  const kept = [
    left(`kith-drops-${process.ppid}-abc`),
    left('kith-drops-abc'),
    left('my-mail'),
    dirname(await store('batch-0001', 'inbox.mbox')).slice(folder.length + 1),
  ]
  await uploads.clearLeftovers()
  expect(readdirSync(folder).sort()).toEqual(kept.sort())
})

test('a folder that is not there has nothing to clear', async () =>
  await expect(new Uploads(join(folder, 'nowhere')).clearLeftovers()).resolves.toBeUndefined())

test.each([
  ['a file where a folder has to be', ['a.eml', 'a.eml/b.eml']],
  ['a folder where a file has to be', ['a/b.eml', 'a']],
  ['a name of 300 characters', ['x'.repeat(300)]],
  ['a name of 200 letters that are 400 bytes', ['é'.repeat(200)]],
  [
    'a path of 4,000 bytes',
    [
      Array.from({ length: 14 }, () => '日'.repeat(70))
        .join('/')
        .slice(0, 990),
    ],
  ],
  ['a way out', ['../x']],
  ['nothing', ['/']],
])('%s is wrong input or fits', async (what, paths) => {
  const last = paths.pop() ?? ''
  for (const path of paths) await store('batch-0001', path)
  const outcome = await store('batch-0001', last).then(
    () => null,
    (error: unknown) => error,
  )
  // Three bytes a letter: whether this fits depends on how deep the folder of the database lies.
  if (what === 'a path of 4,000 bytes' && outcome === null) return
  expect(outcome).toMatchObject({
    code: 'invalid-input',
    message: expect.stringMatching(/^path: /) as string,
  })
  expect((outcome as Error).message.length).toBeLessThan(200)
})

test('a full disk, and a folder that may not be written to, are told as what they are', () => {
  const failing = (code: string): unknown => explainUpload(Object.assign(new Error('x'), { code }), 'a.mbox')
  expect(failing('ENOSPC')).toMatchObject({
    code: 'database',
    message: expect.stringContaining('disk is full'),
  })
  expect(failing('EACCES')).toMatchObject({
    code: 'database',
    message: expect.stringContaining('not allowed'),
  })
  const bug = new Error('a bug')
  expect(explainUpload(bug, 'a.mbox')).toBe(bug)
})
