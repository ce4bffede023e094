import { expect, test } from 'vitest'
import { discoverPeople } from './discover-people.ts'
import { findPath } from './find-path.ts'
import { getAttentionCurve, sizingCurve } from './worth-curves.ts'
import { getClosenessModel } from './closeness-models.ts'
import { getClosenessTrend } from './trends.ts'
import { getMap } from './get-map.ts'
import { getPerson } from './get-person.ts'
import { getReturn } from './get-return.ts'
import { getStatus } from './status.ts'
import { getStructure } from './get-structure.ts'
import { getWorth } from './get-worth.ts'
import { listChanges } from './list-changes.ts'
import { listEdits } from './identity/journal.ts'
import { listIntroductions } from './introductions.ts'
import { listMoves } from './moves.ts'
import { listPeople } from './list-people.ts'
import { listQuestions } from './identity/list-questions.ts'
import { listTopics } from './list-topics.ts'
import { outcomeRates } from './outcome-rates.ts'
import { suggestOutcomes } from './outcomes.ts'
import { weeklyPlan } from './plan/weekly-plan.ts'
import { whatIf } from './what-if.ts'
import type { Context, Operation } from './operation.ts'
import { runOperation } from './run.ts'
import { exportFolder, inWorkspace, network } from './testing/workspace.ts'

/** Fields of answers that hold sentences of kith's own. */
const spoken: ReadonlySet<string> = new Set(
  'text why summary trustText calibreText worthText rateText bottleneckText evidence message body facts reason words'.split(
    ' ',
  ),
)

/** Facts of a person are data where they are objects, and sentences in a draft, where they are words. */
function* sentencesIn(value: unknown, field = ''): Iterable<string> {
  if (typeof value === 'string') {
    if (spoken.has(field) && value.includes(' ')) yield value
  } else if (Array.isArray(value)) for (const one of value) yield* sentencesIn(one, field)
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) yield* sentencesIn(one, name)
}

const inGerman = (context: Context): Context => {
  const german: Context = {
    ...context,
    language: 'de',
    run: (other, input) => runOperation(other, german, input),
  }
  return german
}

/** Words that no German sentence has. "was" and "in" are German, too. */
const english = /\b(?:the|you|your|they|their|with|and|of|would|is|are|has|wrote|contacts?|people)\b/i
/** What a source said is quoted as it is. */
const unquoted = (sentence: string): string => sentence.replaceAll(/[“„][^“”]*[“”]|\/\S+/g, '')

const asked: readonly (readonly [Operation, (who: string) => object])[] = [
  [getWorth, () => ({})],
  [weeklyPlan, () => ({ minutes: 600 })],
  [getPerson, (who) => ({ who })],
  [getClosenessTrend, (who) => ({ who })],
  [findPath, (who) => ({ who })],
  [discoverPeople, () => ({})],
  [getStructure, () => ({})],
  [getMap, () => ({})],
  [listTopics, () => ({})],
  [listIntroductions, () => ({})],
  [whatIf, () => ({ more: 5, minutes: 60 })],
  [sizingCurve, () => ({})],
  [getAttentionCurve, () => ({})],
  [outcomeRates, () => ({})],
  [getReturn, () => ({})],
  [suggestOutcomes, () => ({})],
  [listMoves, () => ({})],
  [listChanges, () => ({})],
  [getClosenessModel, () => ({})],
  [listQuestions, () => ({})],
  [listEdits, () => ({})],
  [getStatus, () => ({})],
]

test('asked in German, every sentence is German, and says as much as in English', async () => {
  await inWorkspace(async ({ context, importAll }) => {
    const { path, drop } = exportFolder()
    try {
      await importAll([path], [network.owner.mails[0] ?? ''])
      const german = inGerman(context)
      const { people } = await runOperation(listPeople, context, { sort: 'worth', limit: 12 })
      const left: string[] = []
      let told = 0
      for (const { id } of people)
        for (const [operation, inputFor] of asked) {
          const input = inputFor(String(id))
          const own = [...sentencesIn(await runOperation(operation, context, input))]
          const said = [...sentencesIn(await runOperation(operation, german, input))]
          expect(said.length).toBe(own.length)
          told += said.length
          left.push(
            ...said
              .filter((sentence) => english.test(unquoted(sentence)))
              .map((sentence) => `${operation.name}: ${sentence}`),
          )
        }
      expect(told).toBeGreaterThan(500)
      expect([...new Set(left)]).toEqual([])
    } finally {
      drop()
    }
  })
})
