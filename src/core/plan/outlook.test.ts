import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closenessColumn } from '../closeness/closeness.ts'
import { trustColumn } from '../closeness/trust.ts'
import { foldLedger } from '../ledger/fold-ledger.ts'
import { LedgerBuilder } from '../ledger/ledger.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { IN, OUT, TOGETHER } from '../ledger/weights.ts'
import { DAY_MS } from '../stats/decay.ts'
import { HORIZON_DAYS, touchOutlook } from './outlook.ts'

const AT = Date.UTC(2026, 5, 1)

type Event = {
  readonly tie: number
  readonly daysAgo: number
  readonly direction: number
  readonly audience?: number
  readonly bulk?: boolean
}

function ledgerOf(events: readonly Event[], ties: number): Ledger {
  const builder = new LedgerBuilder()
  for (const { tie, daysAgo, direction, audience = 1, bulk = false } of events)
    builder.push(tie, AT - daysAgo * DAY_MS, direction, 0, audience, bulk)
  return builder.finish(ties)
}

const event = fc.record({
  tie: fc.integer({ min: 0, max: 3 }),
  daysAgo: fc.integer({ min: -20, max: 900 }),
  direction: fc.constantFrom(OUT, IN, TOGETHER),
  audience: fc.integer({ min: 1, max: 12 }),
  bulk: fc.boolean(),
})

/** The slow way: the events before the time, and one message each way, measured at the horizon. */
function slowly(events: readonly Event[], tie: number, touched: boolean) {
  const before = events.filter((each) => each.tie === tie && each.daysAgo > 0)
  const added = touched ? [OUT, IN].map((direction) => ({ tie, daysAgo: 0, direction })) : []
  const mine = [...before, ...added].map((each) => ({ ...each, tie: 0 }))
  const columns = foldLedger(ledgerOf(mine, 1), AT + HORIZON_DAYS * DAY_MS)
  return { closeness: closenessColumn(columns)[0], trust: trustColumn(columns)[0] }
}

test('ties are looked at as measures see them at the horizon, with and without one message each way', () => {
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 40 }),
      // One beyond the ledger has no events; one may be asked for twice.
      fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 6 }),
      (events, ties) => {
        const { silent, touched } = touchOutlook(ledgerOf(events, 4), ties, AT)
        ties.forEach((tie, k) => {
          expect({ closeness: silent.closeness[k], trust: silent.trust[k] }).toEqual(
            slowly(events, tie, false),
          )
          expect({ closeness: touched.closeness[k], trust: touched.trust[k] }).toEqual(
            slowly(events, tie, true),
          )
        })
      },
    ),
  )
})

test('a touch never makes a tie less alive than silence', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      const ties = [0, 1, 2, 3]
      const { silent, touched } = touchOutlook(ledgerOf(events, 4), ties, AT)
      for (const k of ties) {
        expect(touched.closeness[k]).toBeGreaterThanOrEqual(silent.closeness[k]!)
        expect(touched.trust[k]).toBeGreaterThanOrEqual(silent.trust[k]!)
      }
    }),
  )
})

test('what is still to come at the time is not seen', () => {
  const past: Event = { tie: 0, daysAgo: 10, direction: IN }
  // A moment later, or at that very time.
  for (const daysAgo of [-3, 0])
    expect(touchOutlook(ledgerOf([past, { tie: 0, daysAgo, direction: TOGETHER }], 1), [0], AT)).toEqual(
      touchOutlook(ledgerOf([past], 1), [0], AT),
    )
})
