import { readdirSync, readFileSync, statSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KithError } from '#core/model/errors.ts'
import { bluesky } from './bluesky/bluesky.ts'
import { contactsCsv } from './contacts-csv/contacts-csv.ts'
import { events } from './events/events.ts'
import { icalendar } from './icalendar/icalendar.ts'
import type { Importer, ReadOptions } from './importer.ts'
import { linkedin } from './linkedin/linkedin.ts'
import { mastodon } from './mastodon/mastodon.ts'
import { decodeText } from './text/decode.ts'
import { memoryEntry, memoryHead, readAll, type Everything } from './text/entries.ts'
import { whatsapp } from './whatsapp/whatsapp.ts'
import { telegram } from './telegram/telegram.ts'
import { slack } from './slack/slack.ts'
import { meta } from './meta/meta.ts'
import { sms } from './sms/sms.ts'
import { vcard } from './vcard/vcard.ts'
import { x } from './x/x.ts'

const options: ReadOptions = { region: 'DE', timeZone: 'Europe/Berlin', until: Date.UTC(2025, 0) }
const RUNS = 300

const fixtures = ({ id }: Importer): readonly { name: string; bytes: Uint8Array }[] => {
  const folder = new URL(`${id}/fixtures/`, import.meta.url)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(new URL(name, folder)).isFile())
    .map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }))
}

/** One act of damage: cut, flip a bit, remove a stretch, repeat a stretch, put in junk. Places are shares of the length. */
type Damage = {
  readonly kind: 'cut' | 'flip' | 'remove' | 'repeat' | 'junk'
  readonly at: number
  readonly size: number
}

/** Even over the length: `fc.double` draws nearly all of its numbers so close to 0 that they mean the first byte. */
const share = fc.noBias(fc.integer({ min: 0, max: 1_000_000 })).map((part) => part / 1_000_000)

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('cut', 'flip', 'remove', 'repeat', 'junk'),
  at: share,
  size: fc.integer({ min: 0, max: 255 }),
})

const JUNK = [
  '"',
  '\0',
  '\r',
  '\n',
  '=',
  ';',
  ':',
  'BEGIN:VCARD\n',
  'END:VEVENT\n',
  '\uFEFF',
  'é',
  '9'.repeat(40),
  ' \n ',
]

function damaged(bytes: Uint8Array, { kind, at, size }: Damage): Uint8Array {
  const place = Math.floor(at * bytes.length)
  switch (kind) {
    case 'cut':
      return bytes.slice(0, place)
    case 'flip': {
      // `slice` of a Buffer would share its memory, and the damage stay for all runs after.
      const copy = Uint8Array.from(bytes)
      copy[place] = (copy[place] ?? 0) ^ (1 << (size % 8))
      return copy
    }
    case 'remove':
      return Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + size)])
    case 'repeat':
      return Buffer.concat([bytes.subarray(0, place + size), bytes.subarray(place)])
    case 'junk':
      return Buffer.concat([
        bytes.subarray(0, place),
        Buffer.from(JUNK[size % JUNK.length] ?? ''),
        bytes.subarray(place),
      ])
  }
}

/** What is read, or the sentence with which the file is refused. */
const outcome = async (
  importer: Importer,
  name: string,
  bytes: Uint8Array,
  chunk: number,
): Promise<Everything | string> => {
  try {
    return await readAll(importer, memoryEntry(name, bytes, chunk), options)
  } catch (error) {
    if (error instanceof KithError && error.code === 'unreadable') return error.message
    throw error
  }
}

/** Lines that begin an event, counted without regard to what stands around them; names forgive spaces as ever. */
const events0 = (bytes: Uint8Array): number => {
  const word = (text: string): string => decodeText(Buffer.from(text, 'latin1')).trim().toUpperCase()
  const lines = Buffer.from(bytes)
    .toString('latin1')
    .replace(/\r*\n[ \t]/g, '')
    .split('\n')
  return lines.filter((line) => {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).split(';')[0]?.split('.').at(-1) ?? ''
    return word(name) === 'BEGIN' && word(line.slice(colon + 1)) === 'VEVENT'
  }).length
}

describe.each([
  linkedin,
  vcard,
  icalendar,
  events,
  whatsapp,
  telegram,
  slack,
  meta,
  sms,
  contactsCsv,
  x,
  mastodon,
  bluesky,
])('damaged files, $id', (importer) => {
  const held = fixtures(importer)

  test(
    'end with records or with a sentence, the same in chunks of any size',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...held),
          fc.array(damage, { minLength: 1, maxLength: 4 }),
          fc.integer({ min: 1, max: 200 }),
          async ({ name, bytes }, acts, chunk) => {
            const broken = acts.reduce(damaged, bytes)
            const sure = importer.detect(memoryHead(name, broken))
            expect(sure >= 0 && sure <= 1).toBe(true)
            const whole = await outcome(importer, name, broken, 1 << 20)
            expect(await outcome(importer, name, broken, chunk)).toEqual(whole)
            if (typeof whole === 'string') return
            if (importer === icalendar && !broken.includes(0)) {
              expect(whole.read + whole.skipped.length).toBe(events0(broken))
            }
          },
        ),
        { numRuns: RUNS },
      )
    },
  )

  test('junk of any kind is refused or counted', { timeout: 120_000 }, async () => {
    const [first] = held
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), fc.boolean(), async (junk, withHead) => {
        const head = withHead ? (first?.bytes.subarray(0, 60) ?? new Uint8Array()) : new Uint8Array()
        await outcome(importer, 'x', Buffer.concat([head, junk]), 64)
      }),
      { numRuns: RUNS },
    )
  })

  test('bytes without any text are nobody’s', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 2_000 }), (junk) => {
        expect(
          importer.detect(memoryHead('x.csv', Buffer.concat([Uint8Array.of(0, 1, 0, 0, 2), junk]))),
        ).toBe(0)
      }),
      { numRuns: RUNS },
    )
  })
})
