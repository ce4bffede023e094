import { basename, isAbsolute } from 'node:path'
import { z } from 'zod'
import { isoTime } from './dates.ts'
import { freshScores } from './fresh-scores.ts'
import { listImports } from './imports.ts'
import { listMoves } from './moves.ts'
import { operation } from './operation.ts'
import { time } from './schemas.ts'
import { day, table } from './text.ts'
import { wordsOf } from './words.ts'

/** Imports and moves looked at, newest first. */
const LOOKED_AT = 100

const change = z.object({
  id: z.string().describe('Stays the same, so that a reader shows each change once'),
  at: time,
  title: z.string(),
  text: z.string(),
  person: z.number().int().nullable().describe('Whom it is about'),
})
type Change = z.output<typeof change>

/** A path's last part; what else names a source stays whole. */
const fileName = (path: string): string => (isAbsolute(path) ? basename(path) : path)

export const listChanges = operation({
  name: 'list-changes',
  input: z.object({
    limit: z.coerce.number().int().min(1).max(200).default(50).describe('How many at the most'),
  }),
  output: z.object({ changes: z.array(change) }),
  examples: [{ title: 'The latest', input: { limit: 10 } }],
  cli: {
    json: ({ changes }) => changes,
    print: ({ changes }) =>
      changes.length === 0
        ? 'Nothing yet. Import a mailbox or an export, and again some weeks later, to see what changes.'
        : table(
            ['when', 'what', ''],
            changes.map(({ at, title, text }) => [day(at), title, text]),
            80,
          ),
  },
  mcp: { readOnly: true },
  run: async (context, { limit }) => {
    await freshScores(context)
    const { changes: words } = wordsOf(context)
    const { moves } = await context.run(listMoves, { days: 36_525, limit: LOOKED_AT })
    const { imports } = await context.run(listImports, { limit: LOOKED_AT })
    const changes: Change[] = [
      ...moves.map((move) => ({
        id: `move-${move.person.id}-${move.noticedAt}`,
        at: move.noticedAt,
        title: move.person.name,
        text: move.text,
        person: move.person.id,
      })),
      ...imports
        .filter(({ state, new: brought }) => state === 'done' && brought > 0)
        .map((one) => ({
          id: `import-${one.id}`,
          at: one.finishedAt ?? isoTime(context.now()),
          title: words.import,
          text: words.brought(
            one.new,
            one.source === 'sample' ? words.sample : words.file(fileName(one.path)),
          ),
          person: null,
        })),
    ]
    return { changes: changes.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, limit) }
  },
})
