import { linkedinIdentity, mailIdentity } from '#core/identity/normalise.ts'
import type { Identity } from '#core/model/identity.ts'
import type { Role, TimeQuality } from '#core/model/interaction.ts'
import type { InteractionRecord, Participant, PersonRecord, SourceRecord } from '#core/model/records.ts'
import type { Exchange, SyntheticContact, SyntheticNetwork } from './model.ts'
import { addressAt, OWNER } from './model.ts'
import { calendarZone, keywordsOf, linkedinConversation, offsetMinutes } from './text.ts'

/** About how many records a batch holds. */
export const SAMPLE_BATCH = 1_000

const mail = (address: string): Identity => {
  const identity = mailIdentity(address)
  if (!identity) throw new Error(`the synthetic network made "${address}", which is no mail address`)
  return identity
}
const profile = (slug: string): Identity => {
  const identity = linkedinIdentity(`https://www.linkedin.com/in/${slug}`)
  if (!identity) throw new Error(`the synthetic network made "${slug}", which is no profile`)
  return identity
}

/** The address of the owner's that an exchange goes through. */
export const ownerAddress = ({ owner }: SyntheticNetwork, { sphere }: Pick<Exchange, 'sphere'>): string =>
  owner.mails[sphere === 'work' ? 0 : 1]

/** What the owner's profile and accounts say of the owner. */
function ownerRecords(network: SyntheticNetwork): SourceRecord[] {
  const { owner, exchanges, invitations } = network
  const count = (fits: (exchange: Exchange) => boolean): number =>
    exchanges.filter((exchange) => exchange.channel === 'mail' && fits(exchange)).length
  const own = { type: 'owner', basis: 'own' } as const
  return [
    { ...own, name: owner.name, headline: owner.headline, industry: owner.industry, count: 1 },
    ...owner.mails.map((address) => ({ ...own, identity: mail(address), count: 1 })),
    { ...own, identity: profile(owner.linkedin), name: owner.name, count: Math.max(1, invitations.length) },
    ...owner.mails.flatMap((address): SourceRecord[] => [
      {
        type: 'owner',
        basis: 'sent',
        identity: mail(address),
        count: count((exchange) => exchange.from === OWNER && ownerAddress(network, exchange) === address),
      },
      {
        type: 'owner',
        basis: 'delivered',
        identity: mail(address),
        count: count((exchange) => exchange.from !== OWNER && ownerAddress(network, exchange) === address),
      },
    ]),
  ]
}

const work = ({ organisation, title }: SyntheticContact): Partial<PersonRecord> => ({
  ...(organisation === null ? {} : { organisation: organisation.name }),
  ...(title === null ? {} : { title }),
})

/** A card of the address book. */
function cardRecords(contact: SyntheticContact): SourceRecord[] {
  const { card, mails, linkedin, phone, name, place } = contact
  if (card === null) return []
  const identities: Identity[] = mails.map(({ address }) => mail(address))
  if (card.linkedin && linkedin !== null) identities.push(profile(linkedin))
  if (phone !== null) identities.push({ kind: 'phone', value: phone })
  const [main] = identities
  if (!main) return []
  return [
    { type: 'person', identities, name, ...work(contact), place },
    { type: 'declaration', kind: 'address-book', from: 'owner', to: main },
  ]
}

/** A row of the list of connections. */
function connectionRecords(contact: SyntheticContact, slug: string, connectedAt: number): SourceRecord[] {
  const me = profile(slug)
  const shown = contact.showsMail ? contact.mails.slice(-1).map(({ address }) => mail(address)) : []
  return [
    { type: 'person', identities: [me, ...shown], name: contact.name, ...work(contact), at: connectedAt },
    { type: 'declaration', kind: 'connection', from: 'owner', to: me, at: connectedAt },
  ]
}

/** What LinkedIn says of invitations, endorsements and recommendations. */
function* credentialRecords(network: SyntheticNetwork): Iterable<SourceRecord> {
  const { contacts, owner } = network
  const ends = (id: number, outward: boolean) => {
    const them = profile(contacts[id]!.linkedin!)
    return outward ? ({ from: 'owner', to: them } as const) : ({ from: them, to: 'owner' } as const)
  }
  for (const { contact, direction, at, note } of network.invitations) {
    const { from, to } = ends(contact, direction === 'outgoing')
    yield { type: 'declaration', kind: 'invitation', from, to, at }
    if (note === '') continue
    const nameOf = (someone: Identity | 'owner'): string =>
      someone === 'owner' ? owner.name : contacts[contact]!.name
    yield {
      type: 'interaction',
      key: `linkedin-invitation:${direction}|${contacts[contact]!.linkedin}|${at}`,
      at,
      timeQuality: 'local',
      channel: 'message',
      participants: [
        { identity: from, role: 'from', name: nameOf(from) },
        { identity: to, role: 'to', name: nameOf(to) },
      ],
      bulk: false,
      words: note.split(' ').length,
    }
  }
  for (const { contact, direction, skill, at } of network.endorsements) {
    yield { type: 'endorsement', kind: 'skill', ...ends(contact, direction === 'given'), topic: skill, at }
  }
  for (const { contact, direction, at } of network.recommendations) {
    yield { type: 'endorsement', kind: 'recommendation', ...ends(contact, direction === 'given'), at }
  }
}

/** Turns exchanges into interactions; participants are made once for each person, role and address. */
function interactionMaker(network: SyntheticNetwork): (exchange: Exchange) => InteractionRecord {
  const { contacts, owner } = network
  const made = new Map<string, Participant>()
  const participant = (who: number, role: Role, exchange: Exchange): Participant => {
    const contact = who === OWNER ? null : contacts[who]!
    const linkedin = exchange.channel === 'message'
    const handle = contact
      ? linkedin
        ? contact.linkedin!
        : addressAt(contact, exchange.at)!
      : linkedin
        ? owner.linkedin
        : ownerAddress(network, exchange)
    const key = `${role} ${handle}`
    let known = made.get(key)
    if (!known) {
      const identity = linkedin ? profile(handle) : mail(handle)
      known = { identity, role, name: contact?.name ?? owner.name }
      made.set(key, known)
    }
    return known
  }

  const all = (exchange: Exchange, from: Role, to: Role): Participant[] => [
    participant(exchange.from, from, exchange),
    ...exchange.to.map((who) => participant(who, to, exchange)),
    ...exchange.cc.map((who) => participant(who, 'cc', exchange)),
    ...exchange.bcc.map((who) => participant(who, 'bcc', exchange)),
  ]

  return (exchange) => {
    const { key, at, channel, subject, thread, words, bulk, from } = exchange
    const keywords = keywordsOf(exchange)
    const common = {
      type: 'interaction',
      at,
      channel,
      bulk,
      subject,
      ...(keywords.length > 0 ? { keywords } : {}),
    } as const
    if (channel === 'meeting') {
      const uid = thread === key ? key : thread
      const timeQuality: TimeQuality = thread === key && calendarZone(exchange) !== null ? 'offset' : 'exact'
      const participants = all(exchange, 'organiser', 'attendee')
      return { ...common, key: `event:${uid}|${new Date(at).toISOString()}`, timeQuality, participants }
    }
    if (channel === 'call') {
      const participants = all(exchange, 'organiser', 'attendee')
      return { ...common, key: `events:${key}`, timeQuality: 'exact', participants }
    }
    const participants = all(exchange, 'from', 'to')
    if (channel === 'message') {
      const conversation = linkedinConversation(exchange)
      const stated = `linkedin-message:${conversation}|${at}|${key}`
      return {
        ...common,
        key: stated,
        timeQuality: 'exact',
        participants,
        words,
        thread: `linkedin:${conversation}`,
      }
    }
    const [author] = participants
    const sender = author === undefined || author.identity === 'owner' ? '' : author.identity.value
    return {
      ...common,
      key: `mail:${sender}|${Math.floor(at / 1000)}|${subject.toLowerCase()}`,
      timeQuality: offsetMinutes(from) === 0 ? 'exact' : 'offset',
      participants,
      words,
      thread: `mail:${thread}`,
    }
  }
}

function* everyRecord(network: SyntheticNetwork): Iterable<SourceRecord> {
  yield* ownerRecords(network)
  for (const contact of network.contacts) {
    yield* cardRecords(contact)
    const { linkedin, connectedAt } = contact
    if (linkedin !== null && connectedAt !== null) yield* connectionRecords(contact, linkedin, connectedAt)
  }
  yield* credentialRecords(network)
  const told = new Set<Participant>()
  const toInteraction = interactionMaker(network)
  for (const exchange of network.exchanges) {
    const record = toInteraction(exchange)
    for (const one of record.participants) {
      if (told.has(one) || one.identity === 'owner' || one.name === undefined) continue
      told.add(one)
      if (one.role === 'from' || one.role === 'to')
        yield { type: 'person', identities: [one.identity], name: one.name }
    }
    yield record
  }
}

/**
 * The records that importers would give of the network's mail, LinkedIn export, address book, calendar and call
 * log, in batches of SAMPLE_BATCH, interactions last and in the order of time. Two things importers cannot know:
 * recommendations carry the profile instead of a name, and interactions carry the keywords of their topic.
 */
export function* sampleRecords(network: SyntheticNetwork): Generator<readonly SourceRecord[]> {
  let batch: SourceRecord[] = []
  for (const record of everyRecord(network)) {
    batch.push(record)
    if (batch.length === SAMPLE_BATCH) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}
