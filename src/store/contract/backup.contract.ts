import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { importBatch, mail, startImport } from './support/small-import.ts'
import type { OpenedStore, StoreKind } from './support/harness.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER

/** Subjects that break a dump that is written carelessly. */
const subjects = [`it's; -- "so"`, 'line\nbreak \\ and \r tab\t', '', '日本語 😀', String.raw`\x41 E'a'`]

async function fill({ store }: OpenedStore): Promise<void> {
  await store.setMe(owner, [mail('me@x.example')], "O'Neil")
  const importId = await startImport(store, owner)
  await importBatch(store, owner, importId, {
    interactions: subjects.map((subject, i) => ({
      key: `key ${i}`,
      at: i === 0 ? null : 1_700_000_000_000 + i,
      subject,
      from: 'ann@x.example',
      to: ['me@x.example'],
    })),
    people: [{ mails: ['ann@x.example'], name: 'Ann "Lee"\\' }],
    connections: [{ to: 'ann@x.example', at: null }],
  })
  await store.addGoal(owner, goal, 5)
  await store.saveScores(owner, 7, [], { standing: { current: everyByte, settled: [] } })
}

/** Also those that no text holds, and that end a line. */
const everyByte = Uint8Array.from({ length: 256 }, (_, i) => i)

const goal = {
  kind: 'sales',
  target: 3,
  period: 'year',
  confidence: 0.8,
  weight: 1,
  baseRate: 0.012_345_678_901_234_5,
} as const

export function contractOfBackups(kind: StoreKind): void {
  const test = testWith(kind)
  const inFolder = async (work: (file: string) => Promise<void>): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), 'kith-backup-'))
    try {
      await work(join(folder, 'copy.backup'))
    } finally {
      rmSync(folder, { recursive: true })
    }
  }

  test('everything is deleted, nothing of it stays, and the database goes on working', async (opened) => {
    await fill(opened)
    const { store, dump } = opened
    const before = await dump()
    await store.clearAll()
    expect(Object.values(await dump()).flat()).toEqual([])
    expect(await store.goals(owner)).toEqual([])
    expect(await store.owner(owner)).toMatchObject({ me: null })
    await fill(opened)
    expect(await dump()).toEqual(before)
  })

  test('a backup restored over other data gives back everything to the letter', async (opened) => {
    await fill(opened)
    const { store, backend, dump } = opened
    await inFolder(async (file) => {
      const [before, goals] = [await dump(), await store.goals(owner)]
      const made = await store.backup(file)
      const { people } = await store.counts(owner)
      expect(made).toMatchObject({ interactions: subjects.length, people })
      expect(await store.verifyBackup(file)).toMatchObject({ schemaVersion: made.schemaVersion })
      if (backend.location === ':memory:') return
      await store.removeGoal(owner, goals[0]?.id as never)
      await store.setMe(owner, [mail('someone@else.example')], null)
      await store.restore(file)
      expect([await dump(), await store.goals(owner)]).toEqual([before, goals])
      expect([...((await store.standing(owner)) ?? [])]).toEqual([...everyByte])
      // And it is a store like any other: ids go on where they were.
      const id = await store.addGoal(owner, goal, 6)
      expect(id).toBeGreaterThan(Number(goals[0]?.id))
      expect((await store.health()).problems).toEqual([])
    })
  })

  test('a backup that is cut short, changed or no backup is refused, and nothing changes', async (opened) => {
    await fill(opened)
    const { store, dump } = opened
    await inFolder(async (file) => {
      const { bytes } = await store.backup(file)
      const before = await dump()
      const whole = readFileSync(file)
      const broken: [string, () => void][] = [
        ['cut', () => truncateSync(file, Math.floor(bytes / 2))],
        ['empty', () => truncateSync(file, 0)],
        ['text', () => writeFileSync(file, 'no backup at all\n')],
        [
          'changed',
          () => {
            const bent = Buffer.from(whole)
            // In the midst of the data, where no format has slack.
            bent.fill(0x58, Math.floor(bytes * 0.3), Math.floor(bytes * 0.6))
            writeFileSync(file, bent)
          },
        ],
      ]
      for (const [name, breakIt] of broken) {
        breakIt()
        // oxlint-disable-next-line no-await-in-loop -- one file, broken in turn
        await expect(store.restore(file), name).rejects.toMatchObject({ code: 'unreadable' })
      }
      await expect(store.restore(`${file}.gone`)).rejects.toMatchObject({ code: 'not-found' })
      expect(await dump()).toEqual(before)
    })
  })

  test('a backup that cannot be written says why and leaves a former one', async (opened) => {
    await inFolder(async (file) => {
      const { store } = opened
      await expect(store.backup(join(file, 'there', 'x'))).rejects.toMatchObject({ code: 'database' })
      await store.backup(file)
      await fill(opened)
      expect((await store.backup(file)).people).toBe(1)
      expect(existsSync(`${file}.partial`)).toBe(false)
    })
  })
}
