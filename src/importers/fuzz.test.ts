import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KithError } from '#core/model/errors.ts'
import { fixturesOf } from '#testing/importing/fixtures.ts'
import { held, isCounted } from '#testing/importing/held.ts'
import type { ReadOptions } from './importer.ts'
import { importers } from './index.ts'
import { damaged, damages } from '#testing/importing/damage.ts'
import { memoryEntry, memoryHead, readAll, type Everything } from './text/entries.ts'

const options: ReadOptions = { region: 'DE', timeZone: 'Europe/Berlin', until: Date.UTC(2025, 0) }
/**
 * Damaged files a source. KITH_FUZZ=10002 is the long run (a third as many of junk): under three minutes a source, one
 * after the other with `-t '^msg '`. It once found a byte order mark within a tag (sms), which lost a record without a word.
 */
const RUNS = Number(process.env['KITH_FUZZ'] ?? 300)
/** A file of a few kilobytes that takes longer leads in a circle. Wide: the machine may be busy. */
const HANG_MS = 20_000
const LONG = 120_000 + RUNS * 200

/** What is read, or the sentence with which the file is refused. */
async function outcome(
  importer: (typeof importers)[number],
  name: string,
  bytes: Uint8Array,
  chunk: number,
): Promise<Everything | string> {
  try {
    return await readAll(importer, memoryEntry(name, bytes, chunk), options)
  } catch (error) {
    if (error instanceof KithError && error.code === 'unreadable') return error.message
    throw error
  }
}

describe.each(importers.map((importer) => [importer.id, importer] as const))('%s', (id, importer) => {
  const files = fixturesOf(id)

  test('whole files: read and skipped are the records that an independent count finds', async () => {
    for (const { path, bytes } of files) {
      const all = await outcome(importer, path, bytes, 1 << 20)
      if (typeof all === 'string') throw new Error(`${path}: ${all}`)
      const count = all.read + all.skipped.length
      expect([path, count]).toEqual([path, isCounted(id) ? held(id, path, bytes) : count])
    }
  })

  test(
    'damaged files end with records or a sentence, the same in chunks of any size, none lost or doubled',
    { timeout: LONG },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...files),
          damages,
          fc.integer({ min: 1, max: 200 }),
          async ({ path, bytes }, acts, chunk) => {
            const broken = acts.reduce(damaged, bytes)
            const sure = importer.detect(memoryHead(path, broken))
            expect(sure >= 0 && sure <= 1).toBe(true)
            const whole = await outcome(importer, path, broken, 1 << 20)
            expect(await outcome(importer, path, broken, chunk)).toEqual(whole)
            if (typeof whole === 'string') return
            const count = held(id, path, broken, bytes)
            if (count !== null) expect(whole.read + whole.skipped.length).toBe(count)
          },
        ),
        { numRuns: RUNS, interruptAfterTimeLimit: LONG - 10_000, timeout: HANG_MS, endOnFailure: true },
      )
    },
  )

  test('junk of any kind is refused or counted', { timeout: LONG }, async () => {
    const [first] = files
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), fc.boolean(), async (junk, withHead) => {
        const head = withHead ? (first?.bytes.subarray(0, 60) ?? new Uint8Array()) : new Uint8Array()
        await outcome(importer, 'x', Buffer.concat([head, junk]), 64)
      }),
      { numRuns: RUNS / 3, timeout: HANG_MS },
    )
  })

  test('bytes without any text are nobody’s', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 2_000 }), (junk) => {
        expect(
          importer.detect(memoryHead('x.csv', Buffer.concat([Uint8Array.of(0, 1, 0, 0, 2), junk]))),
        ).toBe(0)
      }),
      { numRuns: RUNS / 3 },
    )
  })
})
