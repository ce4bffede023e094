import { expect, test } from 'vitest'
import type { Exchange, SyntheticNetwork } from './network.ts'
import { addressAt, futureExchanges, isAutomatic, OWNER, syntheticNetwork, tieKinds } from './network.ts'

const DAY = 86_400_000
const at = Date.UTC(2026, 8, 1)
const large = syntheticNetwork({ seed: 1, at })
const small = syntheticNetwork({ seed: 2, at, contacts: 120, interactions: 2_500 })

/** The exchanges of each contact, bulk mail left out. */
function exchangesOf({ contacts }: SyntheticNetwork, exchanges: readonly Exchange[]): Exchange[][] {
  const byContact: Exchange[][] = contacts.map(() => [])
  for (const exchange of exchanges) {
    if (exchange.bulk) continue
    for (const who of [exchange.from, ...exchange.to, ...exchange.cc]) byContact[who]?.push(exchange)
  }
  return byContact
}
const ofLarge = exchangesOf(large, large.exchanges)
const ofKind = (kind: string) => large.contacts.filter((contact) => contact.kind === kind)

/** Whether an exchange goes out, comes in, or both at once, seen from the owner's tie with one contact. */
const goesOut = ({ channel, from }: Exchange): boolean =>
  channel === 'meeting' || channel === 'call' || from === OWNER
const comesIn = ({ channel, from }: Exchange, contact: number): boolean =>
  channel === 'meeting' || channel === 'call' || from === contact

test('the same seed gives the same network, another seed another', () => {
  const again = syntheticNetwork({ seed: 2, at, contacts: 120, interactions: 2_500 })
  expect(JSON.stringify(again)).toBe(JSON.stringify(small))
  const other = syntheticNetwork({ seed: 3, at, contacts: 120, interactions: 2_500 })
  expect(other.contacts.map(({ name }) => name)).not.toEqual(small.contacts.map(({ name }) => name))
})

test.each([
  [1, 3_000, 60_000],
  [4, 120, 2_500],
  [5, 40, 600],
  [6, 500, 20_000],
])('seed %i: %i contacts and %i interactions are as many as asked for', (seed, contacts, interactions) => {
  const network = syntheticNetwork({ seed, at, contacts, interactions })
  expect(network.contacts).toHaveLength(contacts)
  expect(network.exchanges).toHaveLength(interactions)
  for (const kind of tieKinds) expect(network.contacts.some((contact) => contact.kind === kind)).toBe(true)
})

test('more contacts than there is to say about are refused', () => {
  expect(() => syntheticNetwork({ seed: 1, at, contacts: 3_000, interactions: 1_000 })).toThrow(RangeError)
  expect(() => syntheticNetwork({ seed: 1, at, contacts: 10 })).toThrow(RangeError)
})

test('everything happens in order, before the present and after the beginning', () => {
  const times = large.exchanges.map((exchange) => exchange.at)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(times[0]!).toBeGreaterThanOrEqual(large.begin)
  expect(times.at(-1)!).toBeLessThan(at)
  expect(new Set(large.exchanges.map(({ key }) => key)).size).toBe(large.exchanges.length)
})

test('everybody has a truth, and machines have no calibre', () => {
  for (const [i, { id, kind, truth, mails, linkedin }] of large.contacts.entries()) {
    expect(id).toBe(i)
    expect(mails.length > 0 || linkedin !== null).toBe(true)
    for (const share of [truth.calibre, truth.trust, truth.closeness]) {
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(1)
    }
    expect(truth.seniority === null).toBe(isAutomatic(kind))
    if (isAutomatic(kind)) expect(truth.calibre).toBe(0)
  }
})

test('dormant ties were close, and had no exchange in the last 12 months', () => {
  const dormant = ofKind('dormant')
  let trusted = 0
  for (const { id } of dormant) {
    const weeks = new Map<number, { out: boolean; in: boolean }>()
    for (const exchange of ofLarge[id]!) {
      expect(at - exchange.at).toBeGreaterThan(365 * DAY)
      const number = Math.floor(exchange.at / (7 * DAY))
      const week = weeks.get(number) ?? { out: false, in: false }
      week.out ||= goesOut(exchange)
      week.in ||= comesIn(exchange, id)
      weeks.set(number, week)
    }
    // Trust by docs/the-maths/closeness.md: 1 − e^(−D/6) ≥ .5 from D = 4.16 on.
    let depth = 0
    for (const [number, week] of weeks) {
      if (week.out && week.in) depth += 2 ** (-(at - number * 7 * DAY) / (3 * 365.25 * DAY))
    }
    if (depth >= 4.16) trusted++
  }
  expect(trusted / dormant.length).toBeGreaterThan(0.75)
})

test('LinkedIn-only connections never wrote, and acquaintances had one conversation', () => {
  for (const { id, linkedin, connectedAt } of ofKind('connection')) {
    expect(ofLarge[id]).toEqual([])
    expect(linkedin).not.toBeNull()
    expect(connectedAt).not.toBeNull()
  }
  for (const { id } of ofKind('acquaintance')) {
    expect(new Set(ofLarge[id]!.map(({ thread }) => thread)).size).toBe(1)
  }
})

test('sellers, newsletters and machines write, and nobody answers', () => {
  for (const exchange of large.exchanges) {
    if (exchange.bulk) continue
    for (const who of [...exchange.to, ...exchange.cc]) {
      if (who !== OWNER) expect(['seller', 'newsletter', 'role']).not.toContain(large.contacts[who]!.kind)
    }
  }
  for (const { truth } of [...ofKind('seller'), ...ofKind('newsletter')]) expect(truth.closeness).toBe(0)
})

test('most contacts are weak and a few hold most of the exchanges', () => {
  const counts = ofLarge.map((list) => list.length).toSorted((a, b) => b - a)
  const all = counts.reduce((sum, count) => sum + count, 0)
  const top = counts.slice(0, 30).reduce((sum, count) => sum + count, 0)
  expect(top / all).toBeGreaterThan(0.35)
  expect(counts[1_500]).toBeLessThanOrEqual(2)
  // In a median mailbox 10 of 217 contacts are two-way partners in the next month; here most never wrote.
  const partners = large.contacts.reduce((sum, { truth }) => sum + truth.closeness, 0)
  expect(partners).toBeGreaterThan(60)
  expect(partners).toBeLessThan(250)
})

test('collaborators are closest, and calibre is another axis than closeness', () => {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const closeness = (kind: string): number => mean(ofKind(kind).map(({ truth }) => truth.closeness))
  expect(closeness('collaborator')).toBeGreaterThan(0.9)
  expect(closeness('peer')).toBeGreaterThan(closeness('acquaintance'))
  const tied = [...ofKind('peer'), ...ofKind('client')]
  const split = (close: boolean): number =>
    mean(tied.filter(({ truth }) => truth.closeness > 0.4 === close).map(({ truth }) => truth.calibre))
  expect(Math.abs(split(true) - split(false))).toBeLessThan(0.1)
})

test('true closeness is how often futures drawn from the network bring an exchange both ways', () => {
  const draws = 200
  const hits = small.contacts.map(() => 0)
  for (let seed = 0; seed < draws; seed++) {
    const drawn = exchangesOf(small, futureExchanges(small, 30, seed))
    for (const [id, list] of drawn.entries()) {
      if (list.some(goesOut) && list.some((exchange) => comesIn(exchange, id))) hits[id]!++
    }
  }
  for (const { id, truth } of small.contacts) {
    const share = hits[id]! / draws
    const error = Math.sqrt((truth.closeness * (1 - truth.closeness)) / draws)
    expect(Math.abs(share - truth.closeness)).toBeLessThan(4 * error + 0.05)
  }
})

test('whoever moved is reached at the new address from that day on', () => {
  const moved = large.contacts.filter(({ mails }) => mails.length === 2)
  expect(moved.length).toBeGreaterThan(5)
  for (const contact of moved) {
    const [before, after] = contact.mails
    expect(addressAt(contact, before!.until - 1)).toBe(before!.address)
    expect(addressAt(contact, before!.until)).toBe(after!.address)
  }
})

test('all domains are reserved for examples', () => {
  const addresses = large.contacts.flatMap(({ mails }) => mails.map(({ address }) => address))
  for (const address of [...addresses, ...large.owner.mails])
    expect(address).toMatch(/^[a-z0-9.-]+@[a-z0-9.-]+\.example$/)
  expect(new Set(addresses).size).toBe(addresses.length)
})
