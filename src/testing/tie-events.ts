import fc from 'fast-check'
import { IN, OUT, TOGETHER } from '#core/ledger/weights.ts'

/**
 * One event of a tie before `now`: some close together, so that weeks are shared, others up to ten years back.
 * @param most the largest audience
 */
export const anyTieEvent = (now: number, most = 50) =>
  fc.record({
    atMs: fc
      .oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 87_600 }))
      .map((hours) => now - hours * 3_600_000),
    direction: fc.constantFrom(OUT, IN, TOGETHER),
    audience: fc.integer({ min: 1, max: most }),
    bulk: fc.boolean(),
  })
