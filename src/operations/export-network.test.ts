import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { parquetReadObjects } from 'hyparquet'
import { SaxesParser } from 'saxes'
import { afterAll, expect, test } from 'vitest'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { sqliteInMemory } from '#store/contract/support/harness.ts'
import { exportNetwork } from './export-network.ts'
import { setField } from './field.ts'
import { addGoal } from './goals.ts'
import { runOperation } from './run.ts'
import { differences, scoreDifferences } from './testing/compare.ts'
import { type Workspace, exportFolder, inWorkspace } from './testing/workspace.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-export-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Format = 'csv' | 'json' | 'vcard' | 'graphml' | 'gexf' | 'parquet'

async function exported({ context }: Workspace, format: Format, scores = false): Promise<Buffer> {
  const file = join(folder, `network.${format}`)
  const { bytes } = await runOperation(exportNetwork, { ...context, file }, { format, scores })
  const written = readFileSync(file)
  expect(bytes).toBe(written.length)
  return written
}

const { path: source, drop } = exportFolder()
afterAll(drop)

/** A workspace filled with the synthetic network, a field and a goal. */
async function fill(workspace: Workspace): Promise<void> {
  await workspace.importAll([source])
  await runOperation(setField, workspace.context, { text: 'marketing' })
  await runOperation(addGoal, workspace.context, { kind: 'referrals', target: 3 })
}

test('everything exported and imported elsewhere gives the same data and the same scores', async () => {
  await inWorkspace(async (here) => {
    await fill(here)
    const file = join(folder, 'all.jsonl')
    writeFileSync(file, await exported(here, 'json'))
    await inWorkspace(async (there) => {
      const report = await there.importAll([file])
      expect(report.files).toMatchObject([{ source: 'kith', skipped: 0 }])
      expect(differences(await here.dump(), await there.dump())).toEqual([])
      expect(scoreDifferences(await here.contacts(), await there.contacts())).toEqual([])
      const { store } = there.context
      expect(await store.setting(SOLE_OWNER, 'field')).toEqual(
        await here.context.store.setting(SOLE_OWNER, 'field'),
      )
      expect(await store.goals(SOLE_OWNER)).toEqual(await here.context.store.goals(SOLE_OWNER))
      // The mailbox it came from holds nothing new, nor does the export itself.
      expect((await there.importAll([source])).totals.newInteractions).toBe(0)
      expect((await there.importAll([file])).totals.newInteractions).toBe(0)
      expect(await store.goals(SOLE_OWNER)).toHaveLength(1)
    })
  }, sqliteInMemory)
}, 60_000)

test('a table of people holds everybody once, the same in CSV and Parquet', async () => {
  await inWorkspace(async (workspace) => {
    await fill(workspace)
    const rows = parse(await exported(workspace, 'csv'), { columns: true }) as Record<string, string>[]
    const people = await workspace.contacts()
    expect(rows).toHaveLength(people.size)
    const parquet = await exported(workspace, 'parquet')
    const buffer = parquet.buffer.slice(
      parquet.byteOffset,
      parquet.byteOffset + parquet.length,
    ) as ArrayBuffer
    const objects = await parquetReadObjects({ file: buffer })
    expect(objects.map(({ name, closeness }) => [name, closeness])).toEqual(
      rows.map(({ name, closeness }) => [name, Number(closeness)]),
    )
    expect(objects.some(({ calibre }) => calibre === null || calibre === undefined)).toBe(true)
    expect(objects[0]?.['last_at'] ?? null).toSatisfy((at: unknown) => at === null || at instanceof Date)
  })
}, 60_000)

test('an address book exported and imported elsewhere knows the same people', async () => {
  await inWorkspace(async (here) => {
    await fill(here)
    const file = join(folder, 'people.vcf')
    const cards = await exported(here, 'vcard')
    writeFileSync(file, cards)
    expect(cards.toString()).not.toContain('X-KITH')
    expect((await exported(here, 'vcard', true)).toString()).toMatch(/X-KITH-CLOSENESS:0\.\d{4}\r\n/)
    for (const line of cards.toString().split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    await inWorkspace(async (there) => {
      const report = await there.importAll([file], ['me@own.example'])
      const people = (await here.contacts()).size
      expect(report.files).toMatchObject([{ source: 'vcard', read: people }])
      const names = async ({ contacts }: Workspace) =>
        new Set([...(await contacts()).values()].map((contact) => contact['name']))
      const [mine, theirs] = [await names(here), await names(there)]
      expect([...theirs].filter((name) => !mine.has(name))).toEqual([])
    })
  })
}, 60_000)

test.each(['graphml', 'gexf'] as const)(
  '%s is well-formed, and every edge joins two nodes',
  async (format) => {
    await inWorkspace(async (workspace) => {
      await fill(workspace)
      const nodes = new Set<string>()
      const edges: [string, string][] = []
      const parser = new SaxesParser()
      parser.on('opentag', ({ name, attributes }) => {
        if (name === 'node') nodes.add(attributes['id'] ?? '')
        if (name === 'edge') edges.push([attributes['source'] ?? '', attributes['target'] ?? ''])
      })
      parser.on('error', (error) => {
        throw error
      })
      parser.write((await exported(workspace, format)).toString()).close()
      expect(nodes.size).toBe((await workspace.contacts()).size + 1)
      expect(edges.length).toBeGreaterThan(nodes.size - 2)
      expect(edges.every((ends) => ends.every((end) => nodes.has(end)))).toBe(true)
    })
  },
  60_000,
)

test('a cell that a spreadsheet would take for a formula is made safe', async () => {
  await inWorkspace(async (workspace) => {
    const file = join(folder, 'evil.vcf')
    writeFileSync(
      file,
      'BEGIN:VCARD\nVERSION:3.0\nFN:=HYPERLINK("http://evil.example")\nORG:+cmd\nEMAIL:a@x.example\nEND:VCARD\n',
    )
    await workspace.importAll([file], ['me@own.example'])
    const [row] = parse(await exported(workspace, 'csv'), { columns: true }) as Record<string, string>[]
    expect(row).toMatchObject({ name: expect.stringMatching(/^'=HYPERLINK/), organisation: "'+cmd" })
  })
})

test('an empty network exports as empty files', async () => {
  await inWorkspace(async (workspace) => {
    expect((await exported(workspace, 'csv')).toString().split('\r\n')).toHaveLength(2)
    expect((await exported(workspace, 'vcard')).length).toBe(0)
    expect((await exported(workspace, 'graphml')).toString()).toContain('<node id="me">')
    expect((await exported(workspace, 'json')).toString()).toContain('"kith":"export"')
  })
})
