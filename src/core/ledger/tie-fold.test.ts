import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS } from '../stats/decay.ts'
import { byTie } from './by-tie.ts'
import type { TieLedger } from './by-tie.ts'
import { foldLedger } from './fold-ledger.ts'
import { LedgerBuilder } from './ledger.ts'
import type { TieColumns } from './tie-columns.ts'
import { columnsOfFold, emptyFold, foldOn } from './tie-fold.ts'
import { IN, OUT, TOGETHER, WEEK_MS } from './weights.ts'

const NOW = 1600 * WEEK_MS + 3 * DAY_MS
const TIES = 3

const anyLedger: fc.Arbitrary<TieLedger> = fc
  .array(
    fc.record({
      tie: fc.integer({ min: 0, max: TIES - 1 }),
      hoursAgo: fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 40_000 })),
      direction: fc.constantFrom(OUT, IN, TOGETHER),
      channel: fc.integer({ min: 0, max: 3 }),
      audience: fc.integer({ min: 1, max: 9 }),
      bulk: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((events) => {
    const builder = new LedgerBuilder()
    for (const { tie, hoursAgo, direction, channel, audience, bulk } of events)
      builder.push(tie, NOW - hoursAgo * 3_600_000, direction, channel, audience, bulk)
    return byTie(builder.finish(TIES))
  })

/** Every number of the columns, by name. */
const numbersOf = ({ detail, ...ties }: TieColumns): [string, number][] =>
  Object.entries({ ...ties, ...detail }).flatMap(([name, held]) => {
    const columns: unknown[] = Array.isArray(held) ? held : [held]
    return columns.flatMap((column) =>
      column instanceof Float64Array || column instanceof Int32Array
        ? Array.from(column, (value): [string, number] => [name, value])
        : [],
    )
  })

test('in steps or at once comes to the same, to the last digit', () => {
  fc.assert(
    fc.property(
      anyLedger,
      fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 4 }),
      (ledger, stops) => {
        const fold = emptyFold(TIES, NOW, true)
        const next = ledger.starts.slice(0, TIES)
        for (const hoursAgo of [...stops].sort((a, b) => b - a))
          foldOn(fold, ledger, next, NOW - hoursAgo * 3_600_000)
        foldOn(fold, ledger, next, NOW)
        expect(numbersOf(columnsOfFold(fold, NOW))).toEqual(numbersOf(foldLedger(ledger, NOW, true)))
      },
    ),
  )
})

test('a fold looked at from another time is the fold as of that time', () => {
  fc.assert(
    fc.property(anyLedger, fc.integer({ min: 0, max: 200 }), (ledger, days) => {
      // Later, after silence; and earlier, by what had been folded until then.
      const later = NOW + days * DAY_MS
      const earlier = NOW - days * DAY_MS
      const fold = emptyFold(TIES, NOW, true)
      const next = ledger.starts.slice(0, TIES)
      for (const at of [earlier, later]) {
        foldOn(fold, ledger, next, Math.min(at, NOW))
        const exact = numbersOf(foldLedger(ledger, at, true))
        numbersOf(columnsOfFold(fold, at)).forEach(([name, value], i) => {
          const of = exact[i]![1]
          expect([
            name,
            Math.abs(value - of) <= 1e-9 * Math.max(1, Math.abs(of)) || Object.is(value, of),
          ]).toEqual([name, true])
        })
      }
    }),
  )
})
