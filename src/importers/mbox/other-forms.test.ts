import { expect, test } from 'vitest'
import { memoryEntry, memoryHead, readAll } from '../text/entries.ts'
import { mbox } from './mbox.ts'

const options = { region: null, timeZone: 'UTC', until: Date.UTC(2025, 0) }
const message = (n: number): string =>
  `From: Ann <ann@firm.example>\nTo: bo@home.example\nSubject: Plan ${n}\nDate: Mon, 0${n} Jan 2024 10:00:00 +0000\nMessage-ID: <${n}@firm.example>\n\nText.\nFrom the quay it is far.\nFrom ann Mon Jan  1 10:00:00 2024\nSubject: quoted\n`
const usual = [1, 2]
  .map(
    (n) =>
      `From ann@firm.example Mon Jan  1 10:00:00 2024\n${message(n).replace('\nFrom ann Mon', '\n From ann Mon')}\n`,
  )
  .join('')
const fence = '\u0001\u0001\u0001\u0001\n'
const mmdf = `${fence}${message(1)}${fence}${fence}From ann@firm.example Mon Jan  1 10:00:00 2024\n${message(2)}${fence}`

test.each([
  ['lines end as on old Macintoshes', usual.replaceAll('\n', '\r')],
  ['messages stand between fences (MMDF)', mmdf],
  ['fences end with a carriage return, too', mmdf.replaceAll('\n', '\r\n')],
])('a mailbox in which %s is read as any other', async (_, text) => {
  const { records } = await readAll(mbox, memoryEntry('all.mbox', usual), options)
  expect(records.filter(({ type }) => type === 'interaction')).toHaveLength(2)
  expect(mbox.detect(memoryHead('Inbox', text))).toBe(0.95)
  for (const chunk of [3, 1 << 20]) {
    const all = await readAll(mbox, memoryEntry('all.mbox', text, chunk), options)
    expect(all.skipped).toEqual([])
    expect(all.records).toEqual(records)
  }
})

test('control characters alone are no mailbox', () => {
  expect(mbox.detect(memoryHead('x', '\u0001\u0001\u0001\u0001\nplain text\n'))).toBe(0)
  expect(mbox.detect(memoryHead('x', 'From here\rto there\r'))).toBe(0)
})
