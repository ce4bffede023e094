import { z } from 'zod'
import { importId } from '#core/model/ids.ts'
import { StaleDirectoryError } from '#store/store.ts'
import type { UndoResult } from '#store/store.ts'
import { freshScores } from './fresh-scores.ts'
import { resolveWho } from './identity/resolve-identities.ts'
import { learnAfterImport } from './learn-closeness.ts'
import { freshOrganisations } from './organisations/fresh.ts'
import { refreshProfiles, refreshTouchpoints } from './import/derive.ts'
import { planUndo } from './import/plan-undo.ts'
import { type Context, operation } from './operation.ts'
import { breathe } from './run.ts'
import { count } from './text.ts'

/** Times it is planned anew when other processes keep changing who is who meanwhile. */
const ATTEMPTS = 20

async function undo(context: Context, id: number): Promise<UndoResult> {
  for (let attempt = 1; ; attempt++) {
    await breathe(context.signal)
    const plan = await planUndo(context, importId(id))
    try {
      return await context.store.undoImport(context.owner, importId(id), plan)
    } catch (error) {
      if (!(error instanceof StaleDirectoryError) || attempt === ATTEMPTS) throw error
    }
  }
}

export const undoImport = operation({
  name: 'undo-import',
  description:
    'People, messages and facts that no other import brought are removed; what another import brought, too, and whatever you entered or decided yourself stays. It happens at once or not at all; importing the file again brings everything back.',
  input: z.object({
    id: z.coerce.number().int().positive().describe('Number of the import; kith imports lists them'),
    together: z
      .boolean()
      .default(false)
      .describe('Also the other files that were imported in the same go, such as those of one archive'),
  }),
  output: z.object({
    undone: z.array(z.number().int()).describe('Numbers of the imports that are gone'),
    removed: z.object({
      interactions: z.number().int(),
      people: z.number().int(),
      facts: z.number().int().describe('Names, titles, organisations and the like'),
      ties: z.number().int().describe('Connections, follows and endorsements'),
    }),
    kept: z.number().int().describe('Interactions that another import brought, too: they stay'),
  }),
  examples: [
    { title: 'Take import 3 back', input: { id: 3 } },
    { title: 'With all files of the same go', input: { id: 3, together: true } },
  ],
  cli: {
    positionals: ['id'],
    print: ({ undone, removed, kept }) =>
      `${undone.length === 1 ? `Import ${undone[0]} is` : `${undone.length} imports are`} undone: ${count(removed.interactions, 'interaction')}, ${count(removed.people, 'person', 'people')}, ` +
      `${count(removed.facts, 'fact')} and ${count(removed.ties, 'stated tie')} went.` +
      (kept === 0 ? '' : ` ${count(kept, 'interaction')} that other imports brought, too, stayed.`),
  },
  long: true,
  run: async (context, { id, together }) => {
    const { store, owner } = context
    const before = await store.counts(owner)
    const runId = (await store.imports(owner, Number.MAX_SAFE_INTEGER)).find(
      (row) => row.importId === id,
    )?.runId
    const ids = [id]
    if (together && runId !== null && runId !== undefined)
      for (const row of await store.imports(owner, Number.MAX_SAFE_INTEGER))
        if (row.runId === runId && row.importId !== id) ids.push(row.importId)
    const gone = { interactions: 0, facts: 0, ties: 0 }
    let kept = 0
    for (const [done, one] of ids.entries()) {
      context.progress({ step: 'undoing the import', done, total: ids.length, unit: 'records' })
      const result = await undo(context, one)
      gone.interactions += result.interactions
      gone.facts += result.facts
      gone.ties += result.ties
      // What one file of the run leaves to another goes with that one.
      kept = result.keptInteractions
    }
    // What is derived says by itself that it is old: killed here, the next one who needs it derives it again.
    await resolveWho(context)
    await refreshProfiles(context)
    await refreshTouchpoints(context)
    await freshOrganisations(context)
    await learnAfterImport(context)
    await freshScores(context)
    const after = await store.counts(owner)
    return {
      undone: ids,
      removed: { ...gone, people: Math.max(0, before.people - after.people) },
      kept,
    }
  },
})
