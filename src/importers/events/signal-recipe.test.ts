import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { memoryEntry, memoryHead, readAll } from '../text/entries.ts'
import { events } from './events.ts'

const page = readFileSync(new URL('../../../docs/how-to/import-signal.md', import.meta.url), 'utf8')
const query = page.split('\n```sql\n')[1]?.split('\n```')[0] ?? ''

/** As `sqlite3 -header -csv` prints it. */
function csv(rows: readonly Readonly<Record<string, string | number | null>>[]): string {
  const line = (cells: readonly (string | number | null)[]): string =>
    cells.map((cell) => String(cell ?? '')).join(',')
  return [line(Object.keys(rows[0] ?? {})), ...rows.map((row) => line(Object.values(row)))].join('\r\n')
}

test('what the page asks of a backup of Signal becomes messages between those who wrote and got them', async () => {
  const db = new DatabaseSync(':memory:')
  db.exec(`
    create table recipient (_id integer primary key, e164 text, aci text, group_id text);
    create table thread (_id integer primary key, recipient_id integer);
    create table group_membership (_id integer primary key, group_id text, recipient_id integer);
    create table message (_id integer primary key, date_sent integer, thread_id integer,
      from_recipient_id integer, to_recipient_id integer, type integer, body text);
    insert into recipient values (1, '+4915112345678', 'aci-me', null), (2, '+494033445566', 'aci-ada', null),
      (3, null, 'aci-bo', null), (4, null, null, 'group!');
    insert into thread values (1, 2), (2, 4);
    insert into group_membership values (1, 'group!', 1), (2, 'group!', 2), (3, 'group!', 3);
    insert into message values
      (1, 1700000000000, 1, 2, 1, 10485780, 'Hello'),
      (2, 1700000060000, 1, 1, 2, 10485783, null),
      (3, 1700000120000, 2, 3, 1, 10485780, 'To all'),
      (4, 1700000180000, 2, 1, 4, 10551319, 'a change of the group'),
      (5, 1700000240000, 1, 1, 2, 10485784, 'could not be sent');
  `)
  const text = csv(db.prepare(query).all() as Record<string, string | number | null>[])
  expect(events.detect(memoryHead('signal.csv', text))).toBeGreaterThan(0.8)
  const options = { region: null, timeZone: 'UTC', until: Date.UTC(2025, 0) }
  const all = await readAll(events, memoryEntry('signal.csv', text), options)
  const [me, ada] = ['+4915112345678', '+494033445566'].map((value) => ({ kind: 'phone', value }))
  const bo = { kind: 'label', value: 'aci-bo' }
  const messages = all.records.filter((record) => record.type === 'interaction')
  expect(
    messages.map(({ at, channel, participants }) => [at, channel, participants.map((one) => one.identity)]),
  ).toEqual([
    [1_700_000_000_000, 'message', [ada, me]],
    [1_700_000_060_000, 'message', [me, ada]],
    [1_700_000_120_000, 'message', [bo, me, ada]],
  ])
  expect(all.skipped).toEqual([])
})
