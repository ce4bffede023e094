import { z } from 'zod'
import { importers } from '#importers/index.ts'
import { KithError } from '#core/model/errors.ts'
import { importId } from '#core/model/ids.ts'
import { isoTime, isoTimeOrNull } from './dates.ts'
import { operation } from './operation.ts'
import { importRow, problem, source } from './schemas.ts'
import { endOf, table } from './text.ts'
import { problemInWords, wordsOf } from './words.ts'

export const listSources = operation({
  name: 'list-sources',
  input: z.object({}),
  output: z.object({ sources: z.array(source) }),
  examples: [{ title: 'What can I import', input: {} }],
  cli: {
    json: ({ sources }) => sources,
    print: ({ sources }) =>
      sources
        .map(
          ({ id, title, reads, howToExport }) =>
            `${title} (${id})\n  ${reads}\n${howToExport.map((step, i) => `  ${i + 1}. ${step}`).join('\n')}`,
        )
        .join('\n\n'),
  },
  mcp: { readOnly: true },
  run: (context) => {
    const { translated } = wordsOf(context)
    return Promise.resolve({
      sources: importers.map(({ id, title, reads, howToExport }) => ({
        id,
        title: translated(title),
        reads: translated(reads),
        howToExport: howToExport.map(translated),
      })),
    })
  },
})

export const listImports = operation({
  name: 'list-imports',
  input: z.object({
    limit: z.coerce.number().int().min(1).max(1_000).default(50).describe('How many at the most'),
  }),
  output: z.object({ imports: z.array(importRow) }),
  examples: [{ title: 'The last ones', input: {} }],
  cli: {
    json: ({ imports }) => imports,
    print: ({ imports }) =>
      imports.length === 0
        ? 'Nothing was imported yet.'
        : table(
            ['id', 'when', 'source', 'state', 'read', 'new', 'skipped', 'path'],
            imports.map((row) => [
              String(row.id),
              row.startedAt.slice(0, 16).replace('T', ' '),
              row.source,
              row.state,
              String(row.read),
              String(row.new),
              String(row.skipped),
              endOf(row.path, 60),
            ]),
            60,
          ),
  },
  run: async ({ store, owner }, { limit }) => ({
    imports: (await store.imports(owner, limit)).map((row) => ({
      id: row.importId,
      run: row.runId,
      path: row.path,
      source: row.source,
      startedAt: isoTime(row.startedAt),
      finishedAt: isoTimeOrNull(row.finishedAt),
      state: row.state,
      read: row.read,
      new: row.new,
      skipped: row.skipped,
    })),
  }),
})

export const listSkipped = operation({
  name: 'list-skipped',
  input: z.object({
    id: z.coerce.number().int().positive().describe('Number of the import'),
    limit: z.coerce.number().int().min(1).max(1_000).default(200).describe('How many at the most'),
  }),
  output: z.object({ skipped: z.array(problem) }),
  examples: [{ title: 'What was left out of import 1', input: { id: 1 } }],
  cli: {
    positionals: ['id'],
    json: ({ skipped }) => skipped,
    print: ({ skipped }) =>
      skipped.length === 0
        ? 'Nothing was skipped.'
        : table(
            ['where', 'reason'],
            skipped.map(({ where, reason }) => [where, reason]),
            100,
          ),
  },
  run: async (context, { id, limit }) => {
    const { store, owner } = context
    const skipped = await store.skips(owner, importId(id), limit)
    if (skipped.length === 0) {
      const known = await store.imports(owner, Number.MAX_SAFE_INTEGER)
      if (!known.some((row) => row.importId === id))
        throw new KithError('not-found', `There is no import ${id}; kith imports lists them.`)
    }
    return { skipped: skipped.map((one) => problemInWords(context, one)) }
  },
})
