import { expect, test } from 'vitest'
import type { Identity } from '#core/model/identity.ts'
import type { InteractionRecord, SourceRecord, Someone } from '#core/model/records.ts'
import { importers } from '#importers/index.ts'
import { exportFiles, type ExportFile } from './files.ts'
import { syntheticNetwork } from './network.ts'
import { sampleRecords } from './records.ts'
import { bodyOf, wrap } from './text.ts'

const at = Date.UTC(2026, 8, 1)
const options = { seed: 7, at, contacts: 120, interactions: 2_500 }
const network = syntheticNetwork(options)
const files = exportFiles(network)

/** Reads a file with the importer that is surest of it. */
async function read({ path, text }: ExportFile) {
  const bytes = new TextEncoder().encode(text)
  const head = { path, bytes: bytes.subarray(0, 65_536), size: bytes.length }
  const [importer] = importers.toSorted((a, b) => b.detect(head) - a.detect(head))
  const entry = {
    path,
    size: bytes.length,
    bytes: async function* () {
      yield bytes
    },
  }
  const records: SourceRecord[] = []
  const skipped: string[] = []
  let count = 0
  for await (const batch of importer!.read(entry, { region: null, timeZone: 'UTC', until: at })) {
    records.push(...batch.records)
    skipped.push(...batch.skipped.map(({ reason }) => reason))
    count += batch.read
  }
  return { path, importer: importer!.id, records, skipped, count: count + skipped.length }
}
const readings = await Promise.all(files.map(read))

const nameOf = (who: Someone): string => (who === 'owner' ? who : `${who.kind}:${who.value}`)
const isInteraction = (record: SourceRecord): record is InteractionRecord => record.type === 'interaction'
/** Importers put a hash of the text into the keys of LinkedIn messages: those are told apart by what else they say. */
const keyOf = (record: InteractionRecord): string =>
  record.channel === 'message'
    ? `${record.at}|${nameOf(record.participants[0]!.identity)}|${record.words}`
    : record.key

test('the same network gives the same files', () => {
  expect(exportFiles(syntheticNetwork(options))).toEqual(files)
})

test('each file is recognised, and holds as many records as it says', () => {
  expect(readings.map(({ path, importer, count }) => [path, importer, count])).toEqual(
    files.map(({ path, records }) => {
      const folder = path.split('/')[0]!
      const importer = {
        mail: 'mbox',
        'contacts.vcf': 'vcard',
        'calendar.ics': 'icalendar',
        'events.csv': 'events',
      }
      return [path, folder in importer ? importer[folder as keyof typeof importer] : 'linkedin', records]
    }),
  )
})

test('only what stands for nobody is left out', () => {
  const skipped = new Map(readings.map(({ path, skipped }) => [path, skipped.length]))
  const some = [...skipped].filter(([, count]) => count > 0).map(([path]) => path)
  expect(some).toEqual(['linkedin/Connections.csv', 'linkedin/messages.csv', 'calendar.ics'])
  expect(skipped.get('linkedin/messages.csv')).toBe(2)
  expect(skipped.get('calendar.ics')).toBe(2)
})

test('importers read from the files what sampleRecords says of the network', () => {
  const said = new Map(
    [...sampleRecords(network)]
      .flat()
      .filter(isInteraction)
      .map((record) => [keyOf(record), record]),
  )
  const found = new Map(
    readings.flatMap(({ records }) => records.filter(isInteraction)).map((record) => [keyOf(record), record]),
  )
  expect([...found.keys()].toSorted()).toEqual([...said.keys()].toSorted())
  const gist = ({
    at: time,
    timeQuality,
    channel,
    bulk,
    subject,
    thread,
    participants,
  }: InteractionRecord) => ({
    time,
    timeQuality,
    channel,
    bulk,
    subject,
    thread,
    people: participants.map(({ identity, role }) => `${role} ${nameOf(identity)}`),
  })
  for (const [key, record] of said) expect(gist(found.get(key)!)).toEqual(gist(record))
})

test('the words of a mail are counted without what it quotes', () => {
  const said = new Map(network.exchanges.map((exchange) => [`mail:${exchange.key}`, exchange]))
  const mails = readings
    .flatMap(({ records }) => records.filter(isInteraction))
    .filter(({ channel }) => channel === 'mail')
  let compared = 0
  for (const { thread, words, at: time } of mails) {
    const first = said.get(thread ?? '')
    // Only a thread's first mail can be found by its thread. In mailboxes a line that begins with "From " has a `>`
    // before it, which some readers take for a quotation.
    if (first?.at !== time || /^From /m.test(wrap(bodyOf(first)))) continue
    expect(words).toBe(first.words)
    compared++
  }
  expect(compared).toBeGreaterThan(300)
})

test('the address book joins addresses, profiles and numbers', () => {
  const cards = readings
    .find(({ path }) => path === 'contacts.vcf')!
    .records.filter((record) => record.type === 'person')
  const keys = (identities: readonly Identity[]): string[] => identities.map(nameOf).toSorted()
  const said = [...sampleRecords(network)]
    .flat()
    .filter((record) => record.type === 'person' && record.place !== undefined)
    .map((record) => (record.type === 'person' ? keys(record.identities) : []))
  expect(cards.map(({ identities }) => keys(identities))).toEqual(said)
  expect(said.some((identities) => identities.length === 3)).toBe(true)
})

test('an archive holds copies of the inbox, byte for byte', () => {
  const [inbox, , archive] = files
  const messages = archive!.text.split(/^(?=From \S+@)/m)
  expect(messages).toHaveLength(archive!.records)
  for (const message of messages) expect(inbox!.text).toContain(message)
})

test('names beyond ASCII are encoded words, and lines that look like separators are marked', () => {
  const [inbox] = files
  expect(inbox!.text).toMatch(/^From: =\?UTF-8\?B\?/m)
  expect(inbox!.text).toMatch(/^>From what I hear/m)
  // Nothing but ASCII in mail: all else is encoded.
  expect(new TextEncoder().encode(inbox!.text)).toHaveLength(inbox!.text.length)
})
