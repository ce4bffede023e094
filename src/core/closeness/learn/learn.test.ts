import { expect, test } from 'vitest'
import { byTie } from '../../ledger/by-tie.ts'
import { LedgerBuilder } from '../../ledger/ledger.ts'
import { IN, OUT } from '../../ledger/weights.ts'
import { DAY_MS } from '../../stats/decay.ts'
import { seededRng } from '../../stats/rng.ts'
import { defaultCloseness } from '../model.ts'
import { learnCloseness } from './learn.ts'
import { exchangedAfter } from './windows.ts'
import type { Past } from './windows.ts'

const DAYS = 400
const NOW = 20_000 * DAY_MS

/**
 * A past in which each tie has its own steady rate: an exchange (out, and an answer the next day) on average every
 * `gap` days. The busiest tie has the shortest gap.
 */
function steadyPast(ties: number, seed = 1): Past {
  const rng = seededRng(seed)
  const builder = new LedgerBuilder()
  for (let tie = 0; tie < ties; tie++) {
    const gap = 4 + (300 * tie) / ties
    for (let day = rng() * gap; day < DAYS; day += -Math.log(1 - rng()) * gap) {
      const at = NOW - (DAYS - day) * DAY_MS
      builder.push(tie, at, OUT, 0, 1, false)
      builder.push(tie, at + DAY_MS, IN, 0, 1, false)
    }
  }
  return { ledger: byTie(builder.finish(ties)), network: null, learnFrom: null }
}

test('with too little past the shipped default stands, unchanged', async () => {
  const none = await learnCloseness({ ...steadyPast(0) }, NOW)
  expect(none).toMatchObject({ kind: 'default', pairs: 0, heldOutAt: null })
  expect(none.model).toEqual(defaultCloseness)
  const few = await learnCloseness(steadyPast(10), NOW)
  expect(few.kind).not.toBe('learned')
  expect(few.model.terms).toBe(defaultCloseness.terms)
})

test('a past that the default misreads is learned, and foretells the held-out month better', async () => {
  const learned = await learnCloseness(steadyPast(300), NOW)
  expect(learned.pairs).toBeGreaterThan(200)
  expect(learned.kind).toBe('learned')
  expect(learned.heldOutAt).toBe(NOW - 30 * DAY_MS)
  const { trials } = learned
  expect(trials.learned!.centredLogLoss).toBeLessThan(trials.default!.centredLogLoss)
  expect(trials.learned!.auc).toBeGreaterThan(trials.default!.auc!)
})

test('no weight turns its sign', async () => {
  const { model } = await learnCloseness(steadyPast(300), NOW)
  expect(model.calibration.slope).toBeGreaterThan(0)
  for (const { feature, weight } of model.terms)
    expect(Math.sign(weight)).toBe(feature.direction === 'raises' ? 1 : -1)
})

test('the same past gives the same model, to the last digit', async () => {
  expect(await learnCloseness(steadyPast(120), NOW)).toEqual(await learnCloseness(steadyPast(120), NOW))
})

test('nothing at or after the time is learned from', async () => {
  const past = steadyPast(120)
  const at = NOW - 60 * DAY_MS
  const builder = new LedgerBuilder()
  const { ledger } = past
  for (let row = 0; row < ledger.length; row++)
    if (ledger.atMs[row]! < at)
      builder.push(ledger.tie[row]!, ledger.atMs[row]!, ledger.direction[row]!, 0, 1, false)
  const cut = { ...past, ledger: byTie(builder.finish(120)) }
  expect((await learnCloseness(past, at)).model).toEqual((await learnCloseness(cut, at)).model)
})

test('only the ties that are asked for teach', async () => {
  const past = steadyPast(300)
  const none = await learnCloseness({ ...past, learnFrom: new Uint8Array(300) }, NOW)
  expect(none).toMatchObject({ kind: 'default', pairs: 0 })
})

test('a caller can stop between steps', async () => {
  await expect(
    learnCloseness(steadyPast(50), NOW, () => {
      throw new Error('stopped')
    }),
  ).rejects.toThrow('stopped')
})

test('an exchange is both directions, or a meeting, from the time on and within thirty days', () => {
  const builder = new LedgerBuilder()
  const at = NOW
  // Tie 0: both. 1: one side only. 2: the answer comes on day 31. 3: out before the time. 4: bulk.
  builder.push(0, at, OUT, 0, 1, false)
  builder.push(0, at + 29 * DAY_MS, IN, 0, 1, false)
  builder.push(1, at, OUT, 0, 1, false)
  builder.push(2, at, OUT, 0, 1, false)
  builder.push(2, at + 30 * DAY_MS, IN, 0, 1, false)
  builder.push(3, at - 1, OUT, 0, 1, false)
  builder.push(3, at, IN, 0, 1, false)
  builder.push(4, at, OUT, 0, 1, true)
  builder.push(4, at, IN, 0, 1, false)
  expect([...exchangedAfter(byTie(builder.finish(5)), at)]).toEqual([1, 0, 0, 0, 0])
})
