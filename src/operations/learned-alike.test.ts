import { describe, expect, inject, test } from 'vitest'
import '#testing/postgres-setup.ts'
import { modelOfText } from '#core/closeness/model-text.ts'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { seededRng } from '#core/stats/rng.ts'
import { postgresAt, type StoreKind, sqliteFile, sqliteInMemory } from '#store/contract/support/harness.ts'
import { folderWith, inWorkspace } from './testing/workspace.ts'

const postgresUrl = inject('postgresUrl') ?? null
const DAY = 86_400_000
const START = Date.UTC(2024, 0, 1)
const ME = 'me@self.example'

/**
 * A past to learn from, which the shipped weights misjudge: projects of forty busy days that end for good, and people
 * who write every fourth week for years.
 */
function past(): string[] {
  const rows: string[] = []
  for (let who = 0; who < 90; who++) {
    const project = who % 3 !== 0
    const [begin, end, step] = project ? [who * 7, who * 7 + 40, 2] : [who % 26, 700, 26]
    for (let day = begin; day < end; day += step)
      for (const [from, to, hours] of [
        [ME, `p${who}@x.example`, 0],
        [`p${who}@x.example`, ME, 5 + (who % 40)],
      ] as const)
        rows.push(`${new Date(START + day * DAY + hours * 3_600_000).toISOString()},${from},${to},mail`)
  }
  return rows
}

/** The same lines in another order. */
function shuffled(rows: readonly string[], seed: number): string[] {
  const rng = seededRng(seed)
  return rows
    .map((row) => ({ row, place: rng() }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row)
}

const HEADER = 'at,from,to,channel'

/** The model that is learned from these files, imported one after the other, and everybody's closeness by it. */
function learnedFrom(kind: StoreKind, files: readonly (readonly string[])[]) {
  const folder = folderWith(
    Object.fromEntries(files.map((rows, i) => [`${i}.csv`, [HEADER, ...rows].join('\n')])),
  )
  return inWorkspace(async ({ context, importAll, contacts }) => {
    try {
      for (let i = 0; i < files.length; i++) await importAll([`${folder.path}/${i}.csv`], [ME])
      const [newest] = await context.store.closenessModels(SOLE_OWNER, 1)
      const people = await contacts()
      return {
        model: newest === undefined ? null : modelOfText(newest.model),
        fingerprint: newest?.fingerprint,
        closeness: new Map([...people].map(([key, one]) => [key, one['closeness']])),
      }
    } finally {
      folder.drop()
    }
  }, kind)
}

const rows = past()

test('there is something learned here, not the shipped weights alone', async () => {
  const { model, closeness } = await learnedFrom(sqliteInMemory, [rows])
  expect(model?.terms.length).toBeGreaterThan(4)
  expect(new Set(closeness.values()).size).toBeGreaterThan(20)
})

test('lines in another order, and in several imports, teach the same to the last digit', async () => {
  const whole = await learnedFrom(sqliteInMemory, [rows])
  for (const seed of [1, 2]) {
    const mixed = shuffled(rows, seed)
    expect(await learnedFrom(sqliteInMemory, [mixed])).toEqual(whole)
    const third = Math.floor(mixed.length / 3)
    expect(await learnedFrom(sqliteInMemory, [mixed.slice(third), mixed.slice(0, 2 * third)])).toEqual(whole)
  }
})

test('a file teaches the same as memory', async () => {
  expect(await learnedFrom(sqliteFile, [rows])).toEqual(await learnedFrom(sqliteInMemory, [rows]))
})

describe.skipIf(postgresUrl === null)('PostgreSQL (skipped where there is none)', () => {
  test('learns the same coefficients, to the last digit, whatever the order of the lines', async () => {
    const here = await learnedFrom(sqliteInMemory, [rows])
    expect(await learnedFrom(postgresAt(postgresUrl ?? ''), [shuffled(rows, 3)])).toEqual(here)
  })
})
