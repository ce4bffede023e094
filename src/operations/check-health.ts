import { z } from 'zod'
import type { ImportRow } from '#store/store.ts'
import { operation } from './operation.ts'
import { statusOf } from './status.ts'
import { status } from './schemas.ts'
import { count, day } from './text.ts'

export const checkHealth = operation({
  name: 'check-health',
  input: z.object({}),
  output: z.object({
    ok: z.boolean(),
    engine: z.string().describe('Name and version of the database program'),
    schemaVersion: z.number().int(),
    sizeBytes: z.number().nullable(),
    problems: z.array(z.string()),
    advice: z.array(z.string()).describe('What would make the scores better'),
    status,
  }),
  examples: [{ title: 'Is everything all right', input: {} }],
  cli: {
    exitCode: ({ ok }) => (ok ? 0 : 4),
    print: ({ ok, engine, schemaVersion, sizeBytes, problems, advice, status: held }) =>
      [
        ok ? 'All is well.' : 'Something is wrong:',
        ...problems.map((problem) => `  ${problem}`),
        '',
        `database      ${held.location}`,
        `engine        ${engine}, schema ${schemaVersion}${sizeBytes === null ? '' : `, ${(sizeBytes / 1e6).toFixed(1)} MB`}`,
        `people        ${held.counts.people.toLocaleString('en')}`,
        `interactions  ${held.counts.interactions.toLocaleString('en')}${held.counts.firstAt === null ? '' : `, ${day(held.counts.firstAt)} to ${day(held.counts.lastAt)}`}`,
        `you           ${held.me.identities.map((identity) => identity.value).join(', ') || 'not known yet'}`,
        ...(advice.length > 0 ? ['', ...advice] : []),
      ].join('\n'),
  },
  mcp: { readOnly: true },
  run: async (context) => {
    const { store, owner } = context
    const health = await store.health()
    const held = await statusOf(context)
    const imports = await store.imports(owner, 50)
    // Importing the same again completes it, as an import of its own.
    const completed = (row: ImportRow): boolean =>
      imports.some(
        (later) => later.importId > row.importId && later.path === row.path && later.state === 'done',
      )
    const unfinished = imports.filter(
      (row) => (row.state === 'running' || row.state === 'interrupted') && !completed(row),
    )
    const advice = [
      held.empty ? 'Nothing is imported yet: kith import <files>.' : null,
      !held.empty && held.me.id === null
        ? 'kith does not know who you are: kith me set <your addresses>.'
        : null,
      !held.empty && held.me.id !== null && !held.me.confirmed
        ? `kith takes you to be ${held.me.identities[0]?.value ?? 'somebody'}; confirm it with kith me set.`
        : null,
      held.field === null && !held.empty ? 'Say what your field is: kith field set "…".' : null,
      unfinished.length > 0
        ? `${count(unfinished.length, 'import was', 'imports were')} not finished (${[...new Set(unfinished.map((row) => row.path))].slice(0, 3).join(', ')}); import the same again to complete it.`
        : null,
    ].filter((text) => text !== null)
    return { ...health, problems: [...health.problems], advice, status: held }
  },
})
