import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { KithError } from '#core/model/errors.ts'
import { exportFolder, NOW } from '../testing/workspace.ts'
import { readElsewhere } from './read-elsewhere.ts'
import { readHere, type SourceEvent } from './read-sources.ts'

const folder = exportFolder()
afterAll(() => folder.drop())
const options = { region: null, timeZone: 'UTC', until: NOW }
async function all(events: AsyncIterable<SourceEvent>): Promise<SourceEvent[]> {
  const seen: SourceEvent[] = []
  for await (const event of events)
    // From another thread a batch comes packed.
    if (event.type === 'batch') {
      const { records, skipped, read, bytes } = event.batch
      seen.push({ type: 'batch', batch: { records, skipped, read, bytes } })
    } else seen.push(event)
  return seen
}

test('read in another thread, files give the same as in this one', async () => {
  const reading = { paths: [folder.path], as: null, options, before: [], stamp: '' }
  expect(await all(readElsewhere(reading))).toEqual(await all(readHere(reading)))
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
