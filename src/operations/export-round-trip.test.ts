import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { eventKinds } from '#importers/events/row.ts'
import { describeMe } from './describe-me.ts'
import { exportNetwork } from './export-network.ts'
import { addGoal, listGoals } from './goals.ts'
import { setMe } from './me.ts'
import { addNote, listNotes } from './notes.ts'
import { runOperation } from './run.ts'
import { addTag, listTags } from './tags.ts'
import { differences, scoreDifferences } from './testing/compare.ts'
import { inWorkspace, type Workspace } from './testing/workspace.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-round-trip-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ME = 'me@own.example'
const BO = 'bo@quay.example'
/** Whoever is only followed is nobody whom one knows. */
const MAIL = { at: '2024-01-01T10:00:00Z', from: ME, to: BO, channel: 'mail' }
const address = fc.constantFrom('ada@engine.example', BO, 'cy@quay.example', 'åsa@øst.example')
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((one) => one.trim() !== '')
const row = fc.record({
  at: fc
    .date({ min: new Date('2023-01-01'), max: new Date('2026-05-01'), noInvalidDate: true })
    .map((at) => at.toISOString()),
  from: fc.constantFrom(ME, BO),
  to: fc.uniqueArray(address, { minLength: 1, maxLength: 3 }).map((all) => all.join(';')),
  channel: fc.constantFrom('mail', 'call', 'meeting', 'message'),
  kind: fc.constantFrom(...eventKinds),
  subject: text,
  topic: text,
})
const told = fc.record({
  rows: fc.array(row, { maxLength: 25 }),
  name: fc.option(text),
  goals: fc.array(
    fc.record({ kind: fc.constantFrom('referrals', 'hires'), target: fc.integer({ min: 1, max: 9 }) }),
    {
      maxLength: 3,
    },
  ),
  notes: fc.array(fc.record({ text }), { maxLength: 3 }),
  tags: fc.uniqueArray(text, { maxLength: 2 }),
})

/** What an export has to keep, without the ids of a database. */
async function known({ context, dump, contacts }: Workspace) {
  const { goals } = await runOperation(listGoals, context, {})
  const { notes } = await runOperation(listNotes, context, {})
  const { tags } = await runOperation(listTags, context, {})
  const { name, identities } = await describeMe(context)
  return {
    dump: await dump(),
    contacts: await contacts(),
    me: { name, identities: identities.map(({ value }) => value).toSorted() },
    goals,
    notes: notes.map(({ at, text: said, about }) => ({ at, text: said, about: about?.name })),
    tags: tags.map(({ tag, people }) => [tag, people.map(({ name: called }) => called)]),
  }
}

test('whatever kith knows, an export imported into an empty database gives the same', async () => {
  await fc.assert(
    fc.asyncProperty(told, async ({ rows, name, goals, notes, tags }) => {
      await inWorkspace(async (here) => {
        const { context } = here
        const events = join(folder, 'events.jsonl')
        writeFileSync(events, [MAIL, ...rows].map((one) => `${JSON.stringify(one)}\n`).join(''))
        await here.importAll([events])
        await runOperation(setMe, context, { identities: [ME], ...(name === null ? {} : { name }) })
        for (const goal of goals) await runOperation(addGoal, context, goal)
        for (const note of notes) await runOperation(addNote, context, { who: BO, ...note })
        for (const tag of tags) await runOperation(addTag, context, { who: BO, tag })
        const file = join(folder, 'all.jsonl')
        await runOperation(exportNetwork, { ...context, file }, { format: 'json' })
        await inWorkspace(async (there) => {
          await there.importAll([file])
          const [before, after] = [await known(here), await known(there)]
          expect(differences(before.dump, after.dump)).toEqual([])
          expect(scoreDifferences(before.contacts, after.contacts)).toEqual([])
          const { me, goals: wanted, notes: noted, tags: tagged } = before
          expect(after).toMatchObject({ me, goals: wanted, notes: noted, tags: tagged })
        })
      })
    }),
    { numRuns: 8 },
  )
}, 120_000)
