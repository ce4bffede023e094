import { expect, test } from 'vitest'
import { fixturesOf } from '#testing/importing/fixtures.ts'
import { member, only, reader } from './testing/reading.ts'

const fixture = reader(fixturesOf('linkedin'))

test('invitations: both ways, with their message; the inviter of an outgoing one is the owner', async () => {
  const all = await fixture('Invitations.csv')
  expect([all.read, all.skipped.length]).toEqual([2, 2])
  expect(only(all, 'declaration')).toEqual([
    {
      type: 'declaration',
      kind: 'invitation',
      from: 'owner',
      to: member('grete-sandvik'),
      at: Date.UTC(2024, 5, 14, 3, 57),
    },
    {
      type: 'declaration',
      kind: 'invitation',
      from: member('tomasferreira'),
      to: 'owner',
      at: Date.UTC(2022, 0, 31, 22, 20),
    },
  ])
  expect(only(all, 'interaction')).toMatchObject([{ channel: 'message', words: 7 }])
  expect(only(all, 'owner')).toEqual([
    { type: 'owner', basis: 'own', identity: member('lena-okafor'), name: 'Lena Okafor', count: 3 },
  ])
})
