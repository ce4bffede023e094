import { expect, test } from 'vitest'
import { syntheticNetwork } from './network.ts'
import { strangersBeside } from './strangers.ts'

const network = syntheticNetwork({ seed: 3, at: Date.UTC(2026, 0, 1), contacts: 200, interactions: 2_500 })

test('strangers are in copy of what contacts write to the owner, and say nothing themselves', () => {
  const records = strangersBeside(network, 20, 1)
  const people = records.filter((record) => record.type === 'person')
  const mails = records.filter((record) => record.type === 'interaction')
  expect(people).toHaveLength(20)
  const strangers = new Set(people.flatMap(({ identities }) => identities.map(({ value }) => value)))
  for (const { participants, at } of mails) {
    expect(participants.map(({ role }) => role)).toEqual(['from', 'to', 'cc'])
    const [from, , cc] = participants.map(({ identity }) => (identity === 'owner' ? '' : identity.value))
    expect([strangers.has(cc ?? ''), strangers.has(from ?? '')]).toEqual([true, false])
    expect(at).toBeLessThan(network.at)
  }
})

test('some are known to several contacts, and the same seed gives the same people', () => {
  const records = strangersBeside(network, 30, 2)
  const knownTo = Map.groupBy(
    records.filter((record) => record.type === 'interaction'),
    ({ participants }) => JSON.stringify(participants[2]?.identity),
  )
  expect(
    Math.max(
      ...[...knownTo.values()].map(
        (mails) => new Set(mails.map((m) => JSON.stringify(m.participants[0]))).size,
      ),
    ),
  ).toBeGreaterThan(1)
  expect(strangersBeside(network, 30, 2)).toEqual(records)
})
