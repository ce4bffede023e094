import { z } from 'zod'
import { closenessColumn } from '#core/closeness/closeness.ts'
import { columnsFor } from '#core/closeness/columns-for.ts'
import { fingerprintOf } from '#core/closeness/learn/fingerprint.ts'
import { type Learned, learnCloseness } from '#core/closeness/learn/learn.ts'
import type { ClosenessModel } from '#core/closeness/model.ts'
import { modelOfText, modelText } from '#core/closeness/model-text.ts'
import { byTie, type TieLedger } from '#core/ledger/by-tie.ts'
import { ledgerByPerson } from '#core/ledger/ledger.ts'
import { inOwnOrder } from '#core/ledger/own-order.ts'
import { endOfData, scoringTimes } from '#core/scoring/end-of-data.ts'
import { closenessModelOf } from './closeness-model.ts'
import { isoTimeOrNull } from './dates.ts'
import { refreshTouchpoints } from './import/derive.ts'
import { type Context, operation } from './operation.ts'
import { breathe } from './run.ts'
import { wordsOf } from './words.ts'

/** A change of closeness smaller than this is not worth a word. */
const NOTABLE_CHANGE = 0.05

/** What is kept beside a model: how it was judged, and what changed with it. */
export type ModelReport = Pick<Learned, 'pairs' | 'exchanges' | 'trials'> & {
  readonly heldOutAt: number | null
  /** Against the scores by the model before it. */
  readonly changed: {
    readonly contacts: number
    /** How many of them moved by .05 or more, and by how much all did on average. */
    readonly moved: number
    readonly meanChange: number
    readonly most: { readonly personId: number; readonly from: number; readonly to: number } | null
  }
}

function changeBetween(
  before: ClosenessModel,
  after: ClosenessModel,
  ledger: TieLedger,
  people: (tie: number) => number,
  at: number,
): ModelReport['changed'] {
  const from = closenessColumn(columnsFor(before, ledger, at), before)
  const to = closenessColumn(columnsFor(after, ledger, at), after)
  let contacts = 0
  let moved = 0
  let sum = 0
  let most = -1
  const change = (tie: number): number => Math.abs((to[tie] ?? 0) - (from[tie] ?? 0))
  for (let tie = 0; tie < to.length; tie++) {
    if (to[tie] === 0 && from[tie] === 0) continue
    contacts++
    sum += change(tie)
    if (change(tie) >= NOTABLE_CHANGE) moved++
    if (most === -1 || change(tie) > change(most)) most = tie
  }
  return {
    contacts,
    moved,
    meanChange: contacts > 0 ? sum / contacts : 0,
    most:
      moved === 0 || most === -1
        ? null
        : { personId: people(most), from: from[most] ?? 0, to: to[most] ?? 0 },
  }
}

type OwnPast = {
  readonly ledger: TieLedger
  /** Person id of a tie. */
  readonly person: (tie: number) => number
  /** Of whole days, so that further messages of a day are no reason to learn anew; epoch milliseconds. */
  readonly at: number
}

/**
 * What the owner did up to the end of the data; null where nothing has a date. A function of its own, so that the rows in
 * the order of the store are not held while learning, which takes most of an import's memory.
 */
async function pastOf({ store, owner, now }: Context): Promise<OwnPast | null> {
  const columns = await store.ledger(owner)
  if (columns.length === 0) return null
  const { known: at } = scoringTimes(null, endOfData(columns.at, now()))
  const { ledger: asStored, people } = ledgerByPerson(columns)
  const { ledger, was } = inOwnOrder(byTie(asStored))
  return { ledger, person: (tie) => people[was[tie] ?? 0] ?? 0, at }
}

export const learnClosenessNow = operation({
  name: 'learn-closeness',
  description:
    'kith does this by itself after every import. What is learned is tried on the last 30 days, which it has not seen, and used only where it foretells them better than the shipped weights. Nothing leaves the machine.',
  input: z.object({}),
  output: z.object({
    version: z.number().int().nullable().describe('Null while there is nothing to learn from'),
    changed: z.boolean().describe('False where the data is the same as last time'),
    text: z.string(),
    dataAt: z.iso.datetime().nullable(),
  }),
  examples: [{ title: 'Learn anew', input: {} }],
  cli: { print: ({ text }) => text },
  long: true,
  run: async (context) => {
    const { store, owner } = context
    await refreshTouchpoints(context)
    const { me } = await store.owner(owner)
    const nothing = (text: string) => ({ version: null, changed: false, text, dataAt: null })
    if (me === null)
      return nothing('Nothing to learn from: it is not known whose network this is (kith me set <address>).')
    const learnedBy = await learnedToday(context)
    if (learnedBy !== null) return learnedBy
    const past = await pastOf(context)
    if (past === null) return nothing('Nothing to learn from: no dated interaction is imported.')
    const { ledger, person, at } = past
    await breathe(context.signal)
    const fingerprint = fingerprintOf(ledger, at)
    const [newest] = await store.closenessModels(owner, 1)
    if (newest?.fingerprint === fingerprint && modelOfText(newest.model) !== null)
      return {
        version: newest.version,
        changed: false,
        text: 'Nothing new to learn from since last time.',
        dataAt: isoTimeOrNull(newest.dataAt),
      }
    const learned = await learnCloseness({ ledger, network: null, learnFrom: null }, at, async (done, of) => {
      context.progress({ step: 'learning from your past', done, total: of, unit: 'steps' })
      await breathe(context.signal)
    })
    const { model: before } = await closenessModelOf(context)
    const { pairs, exchanges, trials, heldOutAt } = learned
    const report: ModelReport = {
      pairs,
      exchanges,
      trials,
      heldOutAt,
      changed: changeBetween(before, learned.model, ledger, person, at),
    }
    const version = await store.addClosenessModel(owner, {
      kind: learned.kind,
      fittedAt: context.now(),
      dataAt: at,
      fingerprint,
      model: modelText(learned.model),
      report,
    })
    return {
      version,
      changed: true,
      text: wordsOf(context).learning.now(wordsOf(context).learning.by(learned)),
      dataAt: isoTimeOrNull(at),
    }
  },
})

/**
 * What was learned last, where nothing came since but what belongs to the day after; null where the data has to be
 * looked at.
 */
async function learnedToday({ store, owner }: Context) {
  const [newest] = await store.closenessModels(owner, 1)
  const row = await store.owner(owner)
  const touched = await store.touched(owner, row.changes)
  if (newest === undefined || touched === null || row.scoredAt === null) return null
  const { known } = scoringTimes(null, row.scoredAt)
  if (newest.dataAt !== known || touched.since < known || modelOfText(newest.model) === null) return null
  // A later day ends what is learned from later.
  const { lastAt } = await store.counts(owner)
  if (lastAt !== null && lastAt >= row.scoredAt) return null
  return {
    version: newest.version,
    changed: false,
    text: 'Nothing new to learn from since last time.',
    dataAt: isoTimeOrNull(newest.dataAt),
  }
}

/** Learns anew where an import brought something; scores that are made next are by what was learned. */
export async function learnAfterImport(context: Context): Promise<void> {
  await context.run(learnClosenessNow, {})
}
