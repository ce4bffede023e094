import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { operation } from './operation.ts'
import { checkCancelled } from './run.ts'
import { count } from './text.ts'

const facts = {
  engine: z.string().describe('Database program the backup is of'),
  schemaVersion: z.number().int(),
  interactions: z.number().int(),
  people: z.number().int(),
}
const held = ({ interactions, people }: { readonly interactions: number; readonly people: number }): string =>
  `${count(interactions, 'interaction')} and ${count(people, 'person', 'people')}`

export const backupDatabase = operation({
  name: 'backup-database',
  description:
    'Safe while kith is in use. An SQLite database gives an SQLite file; a PostgreSQL database gives SQL that psql reads, too. A file of that name is replaced once the copy is whole.',
  input: z.object({}),
  output: z.object({ ...facts, bytes: z.number().int() }),
  examples: [{ title: 'A copy to keep elsewhere', input: {} }],
  pageOnly: true,
  gives: { fileName: () => 'kith-backup', mediaType: () => 'application/octet-stream' },
  cli: {
    needsFile: true,
    print: (made) =>
      `The backup is whole: ${held(made)}, ${(made.bytes / 1e6).toFixed(1)} MB. kith restore <file> brings it back.`,
  },
  long: true,
  run: async (context) => {
    if (context.file === undefined) throw new Error('a backup needs a file to write')
    const report = (done: number, total: number): void => {
      context.progress({ step: 'copying', done, total, unit: 'records' })
    }
    return await context.store.backup(context.file, report)
  },
})

export const restoreBackup = operation({
  name: 'restore-backup',
  description:
    'The backup is checked first; where it is damaged, or of another kind of database or a newer kith, nothing changes. What there is now is gone afterwards unless you back it up before: kith asks for --replace where there is something.',
  input: z.object({
    paths: z.array(z.string().min(1)).length(1, 'name one backup').describe('The backup'),
    replace: z.boolean().default(false).describe('Replace what is there now'),
  }),
  output: z.object(facts),
  examples: [
    { title: 'Into an empty database', input: { paths: ['kith-2026-01-31.backup'] } },
    { title: 'Back to yesterday', input: { paths: ['yesterday.backup'], replace: true } },
  ],
  pageOnly: true,
  cli: {
    positionals: ['paths'],
    variadic: true,
    print: (found) => `Restored: ${held(found)}.`,
  },
  long: true,
  run: async (context, { paths, replace }) => {
    const { store, owner } = context
    const [file = ''] = paths
    await store.verifyBackup(file)
    const { changes } = await store.owner(owner)
    const now = await store.counts(owner)
    if (!replace && (changes > 0 || now.people > 0))
      throw new KithError(
        'conflict',
        `${store.location} holds ${held(now)}, which restoring would replace. Back it up first (kith backup <file>), then add --replace.`,
      )
    checkCancelled(context.signal)
    return await store.restore(file, (done, total) => {
      context.progress({ step: 'restoring', done, total, unit: 'records' })
    })
  },
})
