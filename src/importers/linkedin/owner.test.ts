import { expect, test } from 'vitest'
import { fixturesOf } from '#testing/importing/fixtures.ts'
import { only, read, reader } from './testing/reading.ts'

const fixture = reader(fixturesOf('linkedin'))

test('what the export says of the owner', async () => {
  const owner = async (name: string) => only(await fixture(name), 'owner')
  expect(await owner('Profile.csv')).toEqual([
    {
      type: 'owner',
      basis: 'own',
      name: 'Lena Okafor',
      headline: 'Brand strategy for makers, not for slides',
      industry: 'Marketing Services',
      count: 1,
    },
  ])
  expect(await owner('Positions.csv')).toMatchObject([{ headline: 'Founder at Okafor & Partner' }])
  expect(only(await fixture('Positions.csv'), 'position')).toEqual([
    {
      type: 'position',
      of: 'owner',
      organisation: 'Okafor & Partner',
      title: 'Founder',
      startedAt: Date.UTC(2018, 5, 1),
    },
    {
      type: 'position',
      of: 'owner',
      organisation: 'Brightwell',
      title: 'Consultant',
      startedAt: Date.UTC(2012, 4, 1),
      endedAt: Date.UTC(2018, 4, 1),
    },
  ])
  expect(await owner('Email Addresses.csv')).toMatchObject([
    { identity: { kind: 'mail', value: 'lena@okafor.example' } },
  ])
  expect(await owner('PhoneNumbers.csv')).toMatchObject([
    { identity: { kind: 'phone', value: '+494033445566' } },
    { identity: { kind: 'phone', value: '+494033445577' } },
  ])
})

test('the profile gives the accounts on X as identities of the owner', async () => {
  const { records } = await read(
    'First Name,Last Name,Headline,Industry,Twitter Handles\nLena,Okafor,Planner,Rail,"[LenaHafen, @tides]"\n',
    'Profile.csv',
  )
  expect(records.slice(1)).toEqual(
    ['x.com/lenahafen', 'x.com/tides'].map((value) => ({
      type: 'owner',
      basis: 'own',
      identity: { kind: 'profile', value },
      count: 1,
    })),
  )
})
