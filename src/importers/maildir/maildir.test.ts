import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { eml } from '../eml/eml.ts'
import type { ReadOptions } from '../importer.ts'
import { memoryEntry, memoryHead, readAll } from '../text/entries.ts'
import { maildir } from './maildir.ts'

const options: ReadOptions = { region: null, timeZone: 'UTC', until: 0 }
const fixture = (path: string): Buffer => readFileSync(new URL(`fixtures/Maildir/${path}`, import.meta.url))
const read = (path: string, content: Uint8Array) =>
  readAll(maildir, memoryEntry(`Maildir/${path}`, content), options)

const LIST = 'cur/1710000000.M1P1.host,S=310;2,S'
const NEW = 'new/1710000100.M2P1.host'
const SENT = '.Sent/cur/1710000200.M3P1.host;2,S'

test('a message in cur or new is surer of a Maildir than of a message by itself', () => {
  for (const path of ['Maildir/cur/1.host:2,S', 'all.zip/Maildir/new/1.host', 'cur/1']) {
    const head = memoryHead(path, fixture(NEW))
    expect(maildir.detect(head)).toBeGreaterThan(eml.detect(head))
  }
  for (const path of ['Maildir/tmp/1.host', 'Maildir/1.host', 'recurring/1', 'cur'])
    expect([path, maildir.detect(memoryHead(path, fixture(NEW)))]).toEqual([path, 0])
  expect(maildir.detect(memoryHead('Maildir/cur/1.host', 'no mail'))).toBe(0)
})

test('mail through a list is bulk, and whom it reached is in it', async () => {
  const { records } = await read(LIST, fixture(LIST))
  const mail = records.find((record) => record.type === 'interaction')
  expect(mail).toMatchObject({ bulk: true })
  expect(mail?.participants.at(-1)).toEqual({
    identity: { kind: 'mail', value: 'mira@holm.example' },
    role: 'bcc',
  })
})

test('the folder of sent mail tells whose mail it is', async () => {
  const owners = async (path: string) =>
    (await read(path, fixture(path))).records.flatMap((record) =>
      record.type === 'owner' && record.basis === 'sent' ? [record.identity?.value] : [],
    )
  expect(await owners(SENT)).toEqual(['mira@holm.example'])
  expect(await owners(NEW)).toEqual([])
})
