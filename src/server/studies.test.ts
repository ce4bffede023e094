import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { discoverPeople } from '#operations/discover-people.ts'
import { getProgress } from '#operations/get-progress.ts'
import { importFiles } from '#operations/import-files.ts'
import { studyNetwork } from '#operations/study-network.ts'
import { IdleStudies } from './idle-studies.ts'
import { openWorkspace } from './workspace.ts'
import { writeFileSync } from 'node:fs'

const folder = mkdtempSync(join(tmpdir(), 'kith-studies-'))
const workspace = openWorkspace(join(folder, 'kith.db'), '0.0.0')

const mails = (from: number, to: number): string =>
  [
    'at,from,to,channel',
    ...Array.from({ length: to - from }, (_, i) => {
      const at = new Date(Date.UTC(2025, 0, 1 + from + i)).toISOString()
      return `${at},me@self.example,ann@x.example;person${from + i}@y.example,mail`
    }),
  ].join('\n')

const bring = async (name: string, from: number, to: number): Promise<void> => {
  const file = join(folder, name)
  writeFileSync(file, mails(from, to))
  await workspace.run(importFiles, { paths: [file], me: ['me@self.example'] }, {})
}

const look = async (): Promise<{ state: string; old: boolean }> =>
  JSON.parse(await workspace.read(discoverPeople, {}, {})) as { state: string; old: boolean }

beforeAll(() => bring('first.csv', 0, 10))
afterAll(async () => {
  await workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a page does not wait for a study: it is told of one under way, then of one of before, until it is made', async () => {
  expect(await look()).toMatchObject({ state: 'studying', old: true, at: null })
  await workspace.run(studyNetwork, {}, {})
  expect(await look()).toMatchObject({ old: false })
  await bring('second.csv', 10, 20)
  expect(await look()).toMatchObject({ old: true, at: expect.any(String) })
  await workspace.run(studyNetwork, {}, {})
  expect(await look()).toMatchObject({ old: false })
})

type Underway = { readonly running: readonly { operation: string; stage: string; share: number }[] }

test('whoever waits for a study may ask which stage it is at and how much of it is done, in their language', async () => {
  const asked: Promise<string>[] = []
  const ask = (language: 'en' | 'de'): Promise<string> => workspace.read(getProgress, {}, { language })
  await workspace.run(
    studyNetwork,
    { study: 'structure' },
    { progress: () => asked.length === 0 && asked.push(ask('en'), ask('de')) },
  )
  const [english, german] = (await Promise.all(asked)).map((json) => JSON.parse(json) as Underway)
  expect(english?.running).toEqual([
    { operation: 'study-network', stage: 'seeing who knows whom', share: expect.any(Number) },
  ])
  expect(german?.running[0]?.stage).toBe('es wird gelesen, wer wen kennt')
  expect(JSON.parse(await ask('en'))).toEqual({ running: [] })
})

test('a study that was never made is begun while whoever looks is still being answered', async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const studies = new IdleStudies(() => {
    begin()
    return Promise.resolve(null)
  })
  const answered = studies.during(async () => {
    studies.now('topics')
    await begun
    return 'answered'
  })
  expect(await answered).toBe('answered')
  studies.stop()
})

test('whoever looks at a network that was never studied, again and again, is shown it', async () => {
  const other = openWorkspace(join(folder, 'other.db'), '0.0.0')
  const file = join(folder, 'other.csv')
  writeFileSync(file, mails(0, 10))
  await other.run(importFiles, { paths: [file], me: ['me@self.example'] }, {})
  await expect
    .poll(async () => JSON.parse(await other.read(discoverPeople, {}, {})) as { old: boolean }, {
      timeout: 30_000,
    })
    .toMatchObject({ old: false })
  await other.close()
})
