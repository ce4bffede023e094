import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { KithError } from '#core/model/errors.ts'
import type { SourceRecord } from '#core/model/records.ts'
import { exportFolder, NOW } from '../testing/workspace.ts'
import { Packer, Unpacker } from './pack-batch.ts'
import { type PackedEvent, readElsewhere } from './read-elsewhere.ts'
import { readHere, type SourceEvent } from './read-sources.ts'
import { recordsOf } from './testing/unpack.ts'

const folder = exportFolder()
afterAll(() => folder.drop())
const options = { region: null, timeZone: 'UTC', until: NOW }
async function all<Event>(events: AsyncIterable<Event>): Promise<Event[]> {
  const seen: Event[] = []
  for await (const event of events) seen.push(event)
  return seen
}

/** What is told of each file: what happens to it, and its records, however many came together. */
function told(events: readonly (SourceEvent | PackedEvent)[]): object[] {
  const packer = new Packer()
  const unpacker = new Unpacker()
  const seen: object[] = []
  let records: SourceRecord[] = []
  for (const event of events) {
    if (event.type === 'pack') records.push(...recordsOf(event.pack))
    else if (event.type === 'batch') {
      packer.add(event.batch)
      records.push(...recordsOf(unpacker.unpack(packer.take())))
    } else {
      seen.push({ records }, event)
      records = []
    }
  }
  return seen
}

test('read in another thread, files give the same as in this one', async () => {
  const reading = { paths: [folder.path], as: null, options, before: [], stamp: '' }
  expect(told(await all(readElsewhere(reading)))).toEqual(told(await all(readHere(reading))))
})

test('what cannot be read says so from there, too', async () => {
  const missing = { paths: [join(folder.path, 'nothing')], as: null, options, before: [], stamp: '' }
  await expect(all(readElsewhere(missing))).rejects.toBeInstanceOf(KithError)
  const events = await all(
    readElsewhere({ paths: [join(folder.path, 'contacts.vcf')], as: 'mbox', options, before: [], stamp: '' }),
  )
  expect(events.map(({ type }) => type)).toEqual(['file', 'broken', 'end'])
})

test('who stops listening ends the thread', async () => {
  for await (const event of readElsewhere({
    paths: [folder.path],
    as: null,
    options,
    before: [],
    stamp: '',
  })) {
    expect(event.type).toBe('file')
    break
  }
})
