import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { memoryEntry, memoryHead, readAll, type Everything } from '../text/entries.ts'
import { meta } from './meta.ts'

const options = { region: 'DE', timeZone: 'Europe/Berlin', until: Date.UTC(2026, 0) }
const read = (text: string, path = 'x.json'): Promise<Everything> =>
  readAll(meta, memoryEntry(path, text, 50), options)
const fixture = (name: string): Promise<Everything> =>
  read(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8'), name)
const instagram = (account: string) => ({ kind: 'handle', value: `instagram:${account}` })
const like = (account: string, at: number) => ({
  type: 'declaration',
  kind: 'like',
  from: 'owner',
  to: instagram(account),
  at,
})

test('comments go to whose post they stand under, whatever language their labels are in', async () => {
  const all = await fixture('2025/post_comments_1.json')
  expect(all.records).toMatchObject([
    {
      type: 'interaction',
      at: 1_750_000_200_000,
      timeQuality: 'exact',
      channel: 'post',
      participants: [
        { identity: 'owner', role: 'from' },
        { identity: instagram('amara.obi'), role: 'to' },
      ],
      words: 1,
    },
  ])
  expect(all.skipped).toEqual([{ where: 'row 2', reason: 'it names no account' }])
  expect((await fixture('2025/reels_comments.json')).records).toMatchObject([
    {
      participants: [{ identity: 'owner' }, { identity: instagram('bo_ek') }],
      keywords: ['nice', 'reel', 'sailing'],
    },
  ])
})

test('a comment that is a picture alone has its owner and no words', async () => {
  const item = '[{"string_map_data":{"Media-eigenaar":{"value":"bo_ek"},"Tijd":{"timestamp":1750000200}}}]'
  expect((await read(item, 'post_comments_2.json')).records).toMatchObject([
    { participants: [{ identity: 'owner' }, { identity: instagram('bo_ek') }], words: 0 },
  ])
})

test('one comment in the archives of 2020, 2022 and 2025 is one', async () => {
  const archives = [
    ['comments.json', '{"media_comments":[["2019-05-02T12:00:00+00:00","Bis bald im Hafen","lena"]]}'],
    [
      'post_comments.json',
      '{"comments_media_comments":[{"title":"lena","string_list_data":[{"value":"Bis bald im Hafen","timestamp":1556798400}]}]}',
    ],
    [
      'post_comments_1.json',
      '[{"string_map_data":{"Comment":{"value":"Bis bald im Hafen"},"Media Owner":{"value":"lena"},"Time":{"timestamp":1556798400}}}]',
    ],
  ] as const
  const keys = []
  for (const [path, text] of archives)
    for (const record of (await read(text, path)).records)
      if (record.type === 'interaction') keys.push(record.key)
  expect(keys).toHaveLength(3)
  expect(new Set(keys).size).toBe(1)
})

test('one message in an archive that names accounts and in one that names people is one', async () => {
  const old = await read(
    '[{"participants":["amara.obi","tomas"],"conversation":[{"sender":"amara.obi","created_at":"2019-05-02T09:15:00.123456+00:00","text":"x"}]}]',
  )
  const now = await read(
    '{"participants":[{"name":"Amara Obi"},{"name":"Tomás Farkas"}],"messages":[{"sender_name":"Amara Obi","timestamp_ms":1556788500123,"content":"x"}],"title":"Amara Obi","thread_path":"inbox/amara_1"}',
    'instagram-tomas.zip/inbox/amara_1/message_1.json',
  )
  const keys = [old, now].flatMap(({ records }) =>
    records.flatMap((record) => (record.type === 'interaction' ? [record.key] : [])),
  )
  expect(keys).toEqual(['instagram-moment:1556788500123|0', 'instagram-moment:1556788500123|0'])
})

test('a thread of Instagram is told from one of Facebook by the files of its archive, where its path says nothing', async () => {
  const thread =
    '{"participants":[{"name":"A B"},{"name":"C D"}],"messages":[{"sender_name":"A B","timestamp_ms":1705311000001,"content":"x"}],"title":"A B"}'
  const entry = memoryEntry('tomas_20220101.zip/messages/inbox/ab_1/message_1.json', thread)
  const within = (file: string) => ({
    ...entry,
    beside: (path: string) => (path === `../../../${file}` ? entry : null),
  })
  const networks = []
  for (const file of ['followers_and_following/following.json', 'friends/friends.json'])
    for (const record of (await readAll(meta, within(file), options)).records)
      if (record.type === 'person') networks.push(record.identities[0]?.value)
  expect(networks).toEqual(['instagram:a b', 'instagram:c d', 'facebook:a b', 'facebook:c d'])
})

test('likes of posts and stories in both forms; what was only seen is none', async () => {
  expect((await fixture('2025/liked_posts.json')).records).toEqual([
    { type: 'person', identities: [instagram('lena.fischer')], name: 'Léna' },
    like('lena.fischer', 1_750_000_000_000),
    { type: 'person', identities: [instagram('bo_ek')], name: 'Bo' },
    like('bo_ek', 1_750_000_100_000),
  ])
  expect((await fixture('2025/story_likes.json')).records).toEqual([like('amara.obi', 1_750_000_000_000)])
  const seen = '[{"timestamp":1750000000,"label_values":[{"label":"Username","value":"bo_ek"}]}]'
  expect(meta.detect(memoryHead('posts_viewed.json', seen))).toBe(0)
  expect(meta.detect(memoryHead('liked_comments.json', seen))).toBe(0.95)
})

test('the account says who the owner is, by the name that threads use, too', async () => {
  const owners = (records: Everything['records']) =>
    records.map((record) => (record.type === 'owner' ? [record.identity, record.name] : record))
  const name = 'Tomás Farkas'
  expect(owners((await fixture('2025/personal_information.json')).records)).toEqual([
    [instagram('tomas.farkas'), name],
    [{ kind: 'mail', value: 'tomas@farkas.example' }, name],
    [{ kind: 'phone', value: '+4915123456789' }, name],
    [{ kind: 'name', value: 'instagram:tomas farkas' }, name],
  ])
  expect(owners((await fixture('profile_information.json')).records)).toEqual([
    [{ kind: 'mail', value: 'tomas@farkas.example' }, name],
    [{ kind: 'phone', value: '+4915123456789' }, name],
    [{ kind: 'name', value: 'facebook:tomas farkas' }, name],
  ])
})

test('who follows on Facebook, and who was asked to be a contact', async () => {
  const jorg = { kind: 'name', value: 'facebook:jorg ørsted' }
  const all = await fixture('people_who_followed_you.json')
  expect(all.records[1]).toEqual({
    type: 'declaration',
    kind: 'follow',
    from: jorg,
    to: 'owner',
    at: 1_699_999_999_000,
  })
  expect(all.skipped).toEqual([{ where: 'row 2', reason: 'it names nobody' }])
  expect((await fixture('sent_friend_requests.json')).records[1]).toMatchObject({
    kind: 'invitation',
    from: 'owner',
    to: { value: 'facebook:cy orr' },
  })
})

test('who has left is nobody in any language', async () => {
  for (const gone of [
    'Facebook User',
    'Utilisateur Facebook',
    'Usuario de Facebook',
    'Instagram-gebruiker',
  ]) {
    const all = await read(
      `{"participants":[{"name":"A B"}],"messages":[{"sender_name":"${gone}","timestamp_ms":1705311000001,"content":"x"}],"title":"${gone}"}`,
    )
    expect(all.skipped).toEqual([{ where: 'message 1', reason: 'who wrote it has left, or is not named' }])
  }
})
