import { expect, test } from 'vitest'
import { DAY_MS } from '../stats/decay.ts'
import { byTie } from './by-tie.ts'
import { foldLedger } from './fold-ledger.ts'
import { LedgerBuilder } from './ledger.ts'
import type { Ledger } from './ledger.ts'
import { networkColumns, receivedTogetherOf } from './network-columns.ts'
import type { DetailColumns } from './tie-detail.ts'
import { IN, OUT, TOGETHER, WEEK_MS } from './weights.ts'

const NOW = 1600 * WEEK_MS

const foldDetail = (ledger: Ledger, at: number): DetailColumns => foldLedger(ledger, at, true).detail!

test('each half-life halves its own volume', () => {
  const builder = new LedgerBuilder()
  builder.push(0, NOW - 7 * DAY_MS, OUT, 0, 1, false)
  builder.push(1, NOW - 120 * DAY_MS, IN, 0, 4, false)
  const detail = foldDetail(byTie(builder.finish()), NOW)
  expect(detail.volumeOut[0]![0]).toBeCloseTo(0.5, 12)
  expect(detail.volumeIn[1]![1]).toBeCloseTo(0.25, 12)
  expect(detail.volumeIn[0]![0]).toBe(0)
})

test('ten messages without an answer are one turn; an answer in between makes three', () => {
  const builder = new LedgerBuilder()
  for (let i = 1; i <= 10; i++) builder.push(0, NOW - i, OUT, 0, 1, false)
  for (const [tie, direction] of [OUT, IN, OUT].entries())
    builder.push(1, NOW - 10 + tie, direction, 0, 1, false)
  builder.push(2, NOW - 2, TOGETHER, 1, 1, false)
  builder.push(2, NOW - 1, TOGETHER, 1, 1, false)
  const { turnsOut, turnsIn } = foldDetail(byTie(builder.finish()), NOW)
  const rounded = (column: Float64Array): number[] =>
    [...column].map((value) => Math.round(value * 1e6) / 1e6)
  expect(rounded(turnsOut[0]!)).toEqual([1, 2, 2])
  expect(rounded(turnsIn[0]!)).toEqual([0, 1, 2])
})

test('a week counts as both ways when both wrote in it, or met in a small round', () => {
  const builder = new LedgerBuilder()
  builder.push(0, NOW - 1, OUT, 0, 1, false)
  builder.push(0, NOW - 2, IN, 0, 1, false)
  builder.push(1, NOW - 1, OUT, 0, 1, false)
  builder.push(1, NOW - 8 * DAY_MS, IN, 0, 1, false)
  builder.push(2, NOW - 1, TOGETHER, 1, 5, false)
  builder.push(3, NOW - 1, TOGETHER, 1, 6, false)
  expect([...foldDetail(byTie(builder.finish()), NOW).weeksBoth[1]!]).toEqual([1, 0, 1, 0])
})

test('kinds of contact are counted once each, and bulk is none', () => {
  const builder = new LedgerBuilder()
  for (const channel of [0, 0, 1, 3]) builder.push(0, NOW - 1, IN, channel, 1, false)
  builder.push(0, NOW - 1, IN, 2, 1, true)
  expect([...foldDetail(byTie(builder.finish()), NOW).channels]).toEqual([3])
})

test('what others do around a tie, by hand', () => {
  // People 0, 1, 2; everybody writes to everybody just now, but 1 has been silent for 60 days toward 2.
  const pairs = [
    [0, 1],
    [1, 0],
    [0, 2],
    [2, 0],
    [1, 2],
    [2, 1],
  ] as const
  const builder = new LedgerBuilder()
  pairs.forEach(([from], tie) => {
    const age = from === 1 ? 60 * DAY_MS : 0
    builder.push(tie, NOW - 1 - age, OUT, 0, 1, false)
  })
  const ledger = byTie(builder.finish(pairs.length))
  const columns = foldLedger(ledger, NOW, true)
  const tieOf = (ego: number, alter: number): number =>
    pairs.findIndex(([one, other]) => one === ego && other === alter)
  const received = receivedTogetherOf(
    [
      { at: NOW - 1, recipients: [0, 1] },
      { at: NOW + 1, recipients: [0, 1] },
      { at: NOW - 1, recipients: [2] },
      { at: NOW - 1, recipients: Array.from({ length: 31 }, (_, i) => i) },
    ],
    pairs.length,
    tieOf,
  )
  const ends = {
    people: 3,
    ego: Int32Array.from(pairs, ([ego]) => ego),
    alter: Int32Array.from(pairs, ([, alter]) => alter),
  }
  const network = networkColumns(columns, ends, received)
  // 0 and 1 have 2 in common: min(1, volume 0–2) = 1 and volume 1–2, 60 days old: 2^(−60/30).
  expect(network.common[1]![0]).toBeCloseTo(0.25, 6)
  expect(network.receivedTogether[0]![0]).toBeCloseTo(0.5, 6)
  expect(network.egoVolume[0]).toBeCloseTo(2, 6)
  expect(network.alterVolume[0]).toBeCloseTo(0.5, 6)
  expect((NOW - network.alterLastMs[0]!) / DAY_MS).toBeCloseTo(60, 6)
  expect(NOW - network.alterLastMs[1]!).toBe(1)
})
