import { expect, test } from 'vitest'
import { memoryEntry, memoryHead, readAll } from '../text/entries.ts'
import { mastodon } from './mastodon.ts'

const options = { region: null, timeZone: 'UTC', until: 0 }
const note = (more: object): object => ({
  id: '9abc',
  text: '@bo@quay.example The ferry @ada sails, see https://sea.example/@cy@far.example',
  createdAt: '2025-03-12T10:00:00.000Z',
  fileIds: [],
  replyId: null,
  renoteId: null,
  cw: null,
  visibility: 'public',
  visibleUserIds: [],
  localOnly: false,
  ...more,
})
const read = (text: string) => {
  expect(mastodon.detect(memoryHead('file', text))).toBe(0.95)
  return readAll(mastodon, memoryEntry('file', text, 50), options)
}
const notes = (...all: readonly object[]) => read(JSON.stringify(all))
const bo = { kind: 'profile', value: 'quay.example/@bo' }

test('a note of Misskey is a post, with those whom it names by server', async () => {
  const { records } = await notes(note({}))
  expect(records).toMatchObject([
    { type: 'person', identities: [bo], name: 'bo' },
    {
      channel: 'post',
      at: Date.UTC(2025, 2, 12, 10),
      participants: [
        { identity: 'owner', role: 'from' },
        { identity: bo, role: 'mentioned' },
      ],
    },
  ])
})

test('one for those named alone is a message; a renote without words gives nothing', async () => {
  const all = await notes(
    note({ visibility: 'specified' }),
    note({ id: 'b', text: null, renoteId: '9abd' }),
    note({ id: '' }),
  )
  expect(all.read).toBe(2)
  expect(all.skipped).toEqual([{ where: 'note 3', reason: 'it has no id' }])
  expect(all.records.slice(1)).toMatchObject([{ channel: 'message', participants: [{}, { role: 'to' }] }])
})

test('whom one follows on Misskey stands in lines without a header', async () => {
  const all = await read('bo@quay.example,withReplies=false\nada@sea.example\nnobody\n')
  expect(all.read).toBe(2)
  expect(all.records.filter(({ type }) => type === 'declaration')).toMatchObject([
    { kind: 'follow', from: 'owner', to: bo },
    { kind: 'follow', from: 'owner', to: { value: 'sea.example/@ada' } },
  ])
})

test('a list of addresses, and lists of other programs, are none', () => {
  for (const text of ['bo@quay.example\nada@sea.example\n', '[{"id":"1","text":"x","createdAt":"2025"}]'])
    expect(mastodon.detect(memoryHead('file', text))).toBe(0)
})
