import { expect, test } from 'vitest'
import { fixturesOf } from '#testing/importing/fixtures.ts'
import { member, only, reader } from './testing/reading.ts'

const fixture = reader(fixturesOf('linkedin'))

test('endorsements and recommendations point the right way', async () => {
  const received = only(await fixture('Endorsement_Received_Info.csv'), 'endorsement')
  expect(received).toEqual([
    {
      type: 'endorsement',
      kind: 'skill',
      from: member('amara-nwosu-41b2'),
      to: 'owner',
      topic: 'Brand Strategy',
      at: Date.UTC(2024, 1, 24, 14, 3, 38),
    },
    {
      type: 'endorsement',
      kind: 'skill',
      from: { kind: 'name', value: 'linkedin:old friend' },
      to: 'owner',
      topic: 'Negotiation',
      at: Date.UTC(2022, 7, 11, 11, 0, 31),
    },
  ])
  expect(only(await fixture('Endorsement_Given_Info.csv'), 'endorsement')).toMatchObject([
    { from: 'owner', to: member('grete-sandvik') },
  ])
  expect(only(await fixture('Recommendations_Received.csv'), 'endorsement')).toMatchObject([
    { kind: 'recommendation', from: { kind: 'name', value: 'linkedin:amara nwosu' }, to: 'owner' },
  ])
  expect(only(await fixture('Recommendations_Given.csv'), 'endorsement')).toMatchObject([
    { kind: 'recommendation', from: 'owner', to: { kind: 'name', value: 'linkedin:tomas ferreira' } },
  ])
})
