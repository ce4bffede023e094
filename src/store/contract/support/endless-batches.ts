import type { SmallBatch } from './small-import.ts'

export const BATCH = 300

/** The batch of this number: each message goes to a friend of its own batch and to one whom all batches know. */
export const batchOf = (batch: number): SmallBatch => ({
  interactions: Array.from({ length: BATCH }, (_, index) => ({
    key: `${batch}/${index}`,
    at: (batch * BATCH + index) * 1_000,
    from: 'me@x.org',
    to: [`friend${index % 7}@x.org`, `new${batch}-${index % 11}@x.org`],
    subject: 'a subject to make the row longer',
  })),
})
