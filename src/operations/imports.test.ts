import { expect, test } from 'vitest'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { sources } from '#core/sentences/translated/sources.ts'
import { networkSources } from '#core/sentences/translated/sources-networks.ts'
import { importers } from '#importers/index.ts'
import { listSkipped, listSources } from './imports.ts'
import { runOperation } from './run.ts'
import { inWorkspace } from './testing/workspace.ts'

test('an import that skipped nothing differs from one that never was', () =>
  inWorkspace(async ({ context }) => {
    const id = await context.store.startImport(SOLE_OWNER, { path: 'a.mbox', source: 'mbox', at: 0 })
    expect(await runOperation(listSkipped, context, { id })).toEqual({ skipped: [] })
    await expect(runOperation(listSkipped, context, { id: 9_999 })).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is no import 9999; kith imports lists them.',
    })
  }))

test('sources and the steps to each export are told in German as well', () =>
  inWorkspace(async ({ context }) => {
    const { sources: told } = await runOperation(listSources, { ...context, language: 'de' }, {})
    expect(told.find(({ id }) => id === 'whatsapp')).toMatchObject({
      title: 'Chat von WhatsApp',
      howToExport: expect.arrayContaining([expect.stringMatching(/^Den Namen der Datei so lassen/)]),
    })
    const { sources: english } = await runOperation(listSources, context, {})
    expect(english.find(({ id }) => id === 'whatsapp')?.title).toBe('WhatsApp chat')
  }))

test('no German is kept of a sentence that no importer says any more', () => {
  const said = importers.flatMap(({ title, reads, howToExport }) => [title, reads, ...howToExport])
  const kept = [...sources, ...networkSources].map(([english]) => english)
  expect(kept.filter((english) => !said.includes(english))).toEqual([])
})
