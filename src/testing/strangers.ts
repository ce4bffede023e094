import { mailIdentity } from '#core/identity/normalise.ts'
import type { SourceRecord } from '#core/model/records.ts'
import type { SyntheticContact, SyntheticNetwork } from './model.ts'
import { addressAt, DAY_MS } from './model.ts'
import { plainLetters } from './people.ts'
import { Random } from './random.ts'
import { ownerAddress } from './records.ts'
import { nameLists } from './words/names.ts'
import { firstWords, secondWords, trades } from './words/organisations.ts'
import { titlesFor } from './words/titles.ts'
import { topics } from './words/topics.ts'

/** Mails in which a contact names them, at the most, and contacts who know one of them, at the most. */
const MOST_MAILS = 4
const MOST_SPONSORS = 5
/** How far back a mail with one of them lies, at the most. */
const WITHIN_DAYS = 400

const mail = (address: string) => {
  const identity = mailIdentity(address)
  if (identity === null) throw new Error(`the synthetic network made "${address}", which is no mail address`)
  return identity
}

/**
 * People whom the owner has seen beside contacts and never exchanged a word with: in copy of mails that contacts wrote
 * to the owner. Whom one meets next follows common contacts, so that some of them are known to several.
 * The same network gives the same people.
 */
export function strangersBeside(network: SyntheticNetwork, count: number, seed: number): SourceRecord[] {
  const random = new Random(seed)
  const sponsors = network.contacts.filter(
    ({ kind, mails, truth }) => ['client', 'peer'].includes(kind) && mails.length > 0 && truth.trust > 0.3,
  )
  if (sponsors.length === 0) return []
  const records: SourceRecord[] = []
  for (let n = 0; n < count; n++) {
    const list = random.pick(nameLists)
    const name = `${random.pick(list.given)} ${random.pick(list.family)}`
    const organisation = `${random.pick(firstWords)}${random.pick(secondWords)} ${random.pick(random.pick(trades).suffixes)}`
    const local = plainLetters(name).toLowerCase().replaceAll(' ', '.')
    const identity = mail(`${local}@${plainLetters(organisation).toLowerCase().replaceAll(' ', '-')}.example`)
    const title = random.pick(
      titlesFor(2 + random.below(4), random.chance(0.5) ? 'field' : 'near', list.language),
    )
    records.push({ type: 'person', identities: [identity], name, organisation, title })
    for (const sponsor of random.sample(sponsors, 1 + random.below(MOST_SPONSORS)))
      for (let i = 0; i <= random.below(MOST_MAILS); i++)
        records.push(seenWith(network, sponsor, identity, name, `stranger.${n}.${sponsor.id}.${i}`, random))
  }
  return records
}

/** A mail of a contact's to the owner, with somebody in copy. */
function seenWith(
  network: SyntheticNetwork,
  sponsor: SyntheticContact,
  stranger: ReturnType<typeof mail>,
  name: string,
  key: string,
  random: Random,
): SourceRecord {
  const at = Math.floor(network.at - random.between(1, WITHIN_DAYS) * DAY_MS)
  const from = addressAt(sponsor, at) ?? sponsor.mails[0]?.address ?? ''
  const { subjects } = topics[random.pick(sponsor.topics)] ?? topics[0]!
  return {
    type: 'interaction',
    key: `${key}@sample.example`,
    at,
    timeQuality: 'exact',
    channel: 'mail',
    participants: [
      { identity: mail(from), role: 'from', name: sponsor.name },
      { identity: mail(ownerAddress(network, { sphere: 'work' })), role: 'to', name: network.owner.name },
      { identity: stranger, role: 'cc', name },
    ],
    bulk: false,
    subject: random.pick(subjects),
    words: 60,
    thread: key,
  }
}
