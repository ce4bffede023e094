import { expect, test } from 'vitest'
import { mailIdentity, linkedinIdentity } from '#core/identity/normalise.ts'
import { isRoleAddress } from '#core/identity/roles.ts'
import type { Identity } from '#core/model/identity.ts'
import { BULK_AUDIENCE } from '#core/model/interaction.ts'
import type { InteractionRecord, Someone, SourceRecord } from '#core/model/records.ts'
import { isAutomatic, syntheticNetwork } from './network.ts'
import { SAMPLE_BATCH, sampleRecords } from './records.ts'

const at = Date.UTC(2026, 8, 1)
const network = syntheticNetwork({ seed: 1, at })
const batches = [...sampleRecords(network)]
const records = batches.flat()
const interactions = records.filter((record) => record.type === 'interaction')

/** Everybody a record names. */
function named(record: SourceRecord): Someone[] {
  switch (record.type) {
    case 'person':
      return [...record.identities]
    case 'interaction':
      return record.participants.map(({ identity }) => identity)
    case 'owner':
      return record.identity ? [record.identity] : []
    case 'listing':
      return record.identity ? [record.identity] : []
    case 'position':
    case 'fact':
      return [record.of]
    case 'declaration':
    case 'endorsement':
      return [record.from, record.to]
    case 'kept':
      return []
  }
}

test('batches are full but for the last, and the same every time', () => {
  for (const batch of batches.slice(0, -1)) expect(batch).toHaveLength(SAMPLE_BATCH)
  const small = { seed: 9, at, contacts: 100, interactions: 2_000 }
  const once = JSON.stringify([...sampleRecords(syntheticNetwork(small))])
  expect(JSON.stringify([...sampleRecords(syntheticNetwork(small))])).toBe(once)
})

test('every identity is in its normal form', () => {
  const normal = ({ kind, value }: Identity): boolean => {
    if (kind === 'mail') return mailIdentity(value)?.value === value
    if (kind === 'linkedin') {
      return linkedinIdentity(`linkedin.com/in/${encodeURIComponent(value)}`)?.value === value
    }
    return kind === 'phone' && /^\+44\d{10}$/.test(value)
  }
  const strange = records.flatMap(named).filter((who) => who !== 'owner' && !normal(who))
  expect(strange).toEqual([])
})

test('each exchange gives one interaction under a key of its own', () => {
  const notes = network.invitations.filter(({ note }) => note !== '').length
  expect(interactions).toHaveLength(network.exchanges.length + notes)
  expect(new Set(interactions.map(({ key }) => key)).size).toBe(interactions.length)
})

test('every interaction has two participants or more, one of them the owner', () => {
  const own = new Set<string>([...network.owner.mails, network.owner.linkedin])
  const isOwner = (who: Someone): boolean => who === 'owner' || own.has(who.value)
  const fits = ({ participants }: InteractionRecord): boolean =>
    participants.length >= 2 && participants.some(({ identity }) => isOwner(identity))
  expect(interactions.filter((record) => !fits(record))).toEqual([])
})

test('mail to many and from machines is bulk, and nothing else', () => {
  for (const { participants, bulk } of interactions) {
    const [author] = participants
    const role =
      author !== undefined &&
      author.identity !== 'owner' &&
      author.identity.kind === 'mail' &&
      isRoleAddress(author.identity.value)
    expect(bulk).toBe(role || participants.length - 1 > BULK_AUDIENCE)
  }
})

test('role addresses are those of machines, and no person has one', () => {
  for (const { kind, mails } of network.contacts) {
    for (const { address } of mails)
      expect([address, isRoleAddress(address)]).toEqual([address, isAutomatic(kind)])
  }
})

test('the records tell who the owner is', () => {
  const owners = records.filter((record) => record.type === 'owner')
  expect(owners.some(({ basis, name }) => basis === 'own' && name === 'Robin Ashdale')).toBe(true)
  const sent = owners
    .filter(({ basis }) => basis === 'sent')
    .map(({ identity, count }) => [identity?.value, count > 0])
  expect(sent).toEqual(network.owner.mails.map((address) => [address, true]))
})

test('most of those one is close to are one person across mail and LinkedIn, thanks to the address book', () => {
  const joined = new Set(
    records
      .filter((record) => record.type === 'person')
      .filter(({ identities }) => identities.some(({ kind }) => kind === 'mail'))
      .flatMap(({ identities }) =>
        identities.flatMap(({ kind, value }) => (kind === 'linkedin' ? [value] : [])),
      ),
  )
  const close = network.contacts.filter(({ kind, linkedin }) => kind === 'client' && linkedin !== null)
  expect(close.filter(({ linkedin }) => joined.has(linkedin!)).length / close.length).toBeGreaterThan(0.5)
})
