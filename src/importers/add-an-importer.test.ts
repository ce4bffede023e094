import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import type { Importer } from './importer.ts'
import { memoryEntry, memoryHead, readAll } from './text/entries.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const page = readFileSync(`${root}docs/how-to/add-an-importer.md`, 'utf8')
/** Beside the sources, so that `#importers/…` means the same there. */
const place = `${root}.cache/how-to-${process.pid}`

afterAll(() => rmSync(place, { recursive: true, force: true }))

/** The blocks of code of the page that begin with this fence. */
const blocks = (fence: string): string[] =>
  page
    .split(`\n\`\`\`${fence}\n`)
    .slice(1)
    .map((part) => part.split('\n```')[0] ?? '')

test('the importer that the page shows runs as it stands, and reads the log that the page shows', async () => {
  const [log = ''] = page.split('`calls.tsv`:\n\n```\n')[1]?.split('\n```') ?? []
  const [code = '', example = ''] = blocks('ts')
  mkdirSync(place, { recursive: true })
  writeFileSync(`${place}/calls.ts`, code.replaceAll("from '../", "from '#importers/"))
  const { calls } = (await import(pathToFileURL(`${place}/calls.ts`).href)) as { readonly calls: Importer }
  const options = { region: 'DE', timeZone: 'UTC', until: 0 }

  expect(calls.detect(memoryHead('x', log))).toBe(0.95)
  expect(calls.detect(memoryHead('x', 'time,price\n'))).toBe(0)
  const all = await readAll(calls, memoryEntry('calls.tsv', log), options)
  expect(all.records).toEqual([
    {
      type: 'interaction',
      key: `calls:${Date.UTC(2024, 0, 15, 9, 30)}|+4930901820`,
      at: Date.UTC(2024, 0, 15, 9, 30),
      timeQuality: 'exact',
      channel: 'call',
      participants: [
        { identity: 'owner', role: 'organiser' },
        { identity: { kind: 'phone', value: '+4930901820' }, role: 'attendee' },
      ],
      bulk: false,
    },
    { type: 'person', identities: [{ kind: 'phone', value: '+4930901820' }], name: 'Ada Low' },
  ])
  expect(all.skipped).toEqual([{ where: 'row 3', reason: 'the number is hidden or not complete' }])
  const [, shown = ''] = /const log = '(.*)'\n/.exec(example) ?? []
  const single = await readAll(
    calls,
    memoryEntry('calls.tsv', shown.replaceAll('\\t', '\t').replaceAll('\\n', '\n')),
    options,
  )
  expect(example).toContain(
    `toEqual([{ where: '${single.skipped[0]?.where}', reason: '${single.skipped[0]?.reason}' }])`,
  )
})

test('every file of src/importers that the page offers is there', () => {
  const offered = page.split('Ready to use in `src/importers/text/`')[1]?.split('\n')[0] ?? ''
  const names = [...offered.matchAll(/`([\w-]+\.ts)`/g)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(3)
  expect(names.filter((name) => !existsSync(`${root}src/importers/text/${name}`))).toEqual([])
})
