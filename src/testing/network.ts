import type { Draft } from './people.ts'
import { kindCounts, makeOrganisations, makePeople } from './people.ts'
import { Random } from './random.ts'
import { drawMailing, drawSeries, drawStream } from './exchanges.ts'
import { makeSeries, makeStreams } from './ties.ts'
import type {
  Exchange,
  Invitation,
  Mailing,
  Recommendation,
  SyntheticEndorsement,
  SyntheticNetwork,
  SyntheticOwner,
} from './model.ts'
import { DAY_MS, isAutomatic, OWNER } from './model.ts'
import { trueCloseness } from './truth.ts'
import { newsletters, roleSenders } from './words/organisations.ts'
import { invitationNotes, recommendations, topics } from './words/topics.ts'

export type * from './model.ts'
export { addressAt, isAutomatic, OWNER, tieKinds } from './model.ts'

export type NetworkOptions = {
  readonly seed: number
  /** The present in epoch milliseconds; everything happens before. */
  readonly at: number
  /** People, lists and machines together; at least 40. */
  readonly contacts?: number
  /** Exchanges before `at`, bulk mail among them; about ten times the contacts or more. */
  readonly interactions?: number
  /** Length of the history; at least 2, so that ties can have fallen dormant. */
  readonly years?: number
}

const owner: SyntheticOwner = {
  name: 'Robin Ashdale',
  mails: ['robin@ashdale-advisory.example', 'robin.ashdale@posthouse.example'],
  linkedin: 'robin-ashdale-sample',
  headline: 'Independent marketing consultant for industrial firms',
  industry: 'Marketing and Advertising',
  field: 'B2B marketing and sales',
  place: 'Bristol',
}

/** Share of all exchanges that people make; it gives way where a draw exceeds it. */
const PEOPLE_SHARE = 0.76
/** Least number of recipients of the letter that the owner sends round each quarter. */
const ROUND_LETTER_LEAST = 60

/** The owner's own quarterly letter, blind copies to all. It is bulk and brings nobody nearer. */
function roundLetters(contacts: readonly Draft[], begin: number, at: number, prefix: string): Exchange[] {
  const reached = contacts
    .filter(({ kind, mails }) => ['client', 'peer', 'acquaintance'].includes(kind) && mails.length > 0)
    .filter(({ kind }, i) => kind !== 'acquaintance' || i % 8 === 0)
    .map(({ id }) => id)
  if (reached.length < ROUND_LETTER_LEAST) return []
  const letters: Exchange[] = []
  for (let n = 0, time = begin + 30 * DAY_MS; time < at; n++, time += 91 * DAY_MS) {
    const key = `${prefix}.letter.${n}@ashdale-advisory.example`
    letters.push({
      key,
      at: Math.floor(time / 1000) * 1000,
      channel: 'mail',
      from: OWNER,
      to: [OWNER],
      cc: [],
      bcc: reached,
      thread: key,
      answers: null,
      subject: `A letter for the season, number ${n + 1}`,
      words: 220,
      bulk: true,
      topic: null,
      sphere: 'work',
    })
  }
  return letters
}

/** Mailings that bring exactly `count` issues before `at`, newsletters more often than machines. */
function makeMailings(contacts: readonly Draft[], begin: number, at: number, count: number, random: Random) {
  const senders = contacts.filter(({ kind }) => isAutomatic(kind))
  const weights = senders.map(({ kind }) => random.heavyTail(0.5) * (kind === 'newsletter' ? 1 : 0.4))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const made: { mailing: Mailing; count: number }[] = []
  let left = count - senders.length
  let weightLeft = sum
  for (const [i, sender] of senders.entries()) {
    const weight = weights[i]!
    const extra = i === senders.length - 1 ? left : Math.round((left * weight) / weightLeft)
    left -= extra
    weightLeft -= weight
    const from = begin + random.between(0, 0.5) * (at - begin)
    const everyDays = (at - from) / DAY_MS / (1 + extra)
    const phrases = sender.kind === 'newsletter' ? newsletters : roleSenders
    const phrase = phrases.find(({ name }) => sender.name.endsWith(name)) ?? phrases[0]!
    made.push({ mailing: { sender: sender.id, from, everyDays, subject: phrase.subject }, count: 1 + extra })
  }
  return made
}

/** Who vouched for whom, and who asked whom to connect. Credible people are endorsed more often. */
function makeCredentials(contacts: readonly Draft[], at: number, random: Random) {
  const invitations: Invitation[] = []
  const endorsements: SyntheticEndorsement[] = []
  const written: Recommendation[] = []
  for (const { id, kind, linkedin, connectedAt, topics: mine, truth } of contacts) {
    if (linkedin === null || connectedAt === null) continue
    const later = (): number => Math.floor(random.between(connectedAt, at) / 1000) * 1000
    const known = truth.trust > 0.3
    const direction = () => (random.chance(0.5) ? 'given' : 'received')
    if (connectedAt > at - 2 * 365 * DAY_MS) {
      // A note is a message: only from those who write at all, and lately.
      const note = known && kind !== 'dormant' && random.chance(0.2) ? random.pick(invitationNotes) : ''
      const sent = Math.max(connectedAt - random.between(0, 5) * DAY_MS, at - 2 * 365 * DAY_MS)
      const side = random.chance(0.45) ? 'outgoing' : 'incoming'
      invitations.push({ contact: id, direction: side, at: Math.floor(sent / 60_000) * 60_000, note })
    }
    const skills = mine.flatMap((topic) => (topics[topic]!.sphere === 'work' ? [topics[topic]!.skill] : []))
    for (const skill of skills) {
      const chance = (known ? 0.7 : kind === 'connection' ? 0.06 : 0.15) * (0.1 + truth.calibre)
      if (random.chance(chance))
        endorsements.push({ contact: id, direction: direction(), skill, at: later() })
    }
    if (known && random.chance(0.5 * truth.calibre)) {
      written.push({ contact: id, direction: direction(), text: random.pick(recommendations), at: later() })
    }
  }
  const byTime = (a: { at: number }, b: { at: number }): number => a.at - b.at
  return {
    invitations: invitations.toSorted(byTime),
    endorsements: endorsements.toSorted(byTime),
    recommendations: written.toSorted(byTime),
  }
}

const byTimeAndKey = (a: Exchange, b: Exchange): number => a.at - b.at || (a.key < b.key ? -1 : 1)

/**
 * A made-up consultant's network, whole and with its truth: the same options give the same network. Contacts and
 * exchanges are exactly as many as asked for. Names, firms and domains are invented.
 * @throws RangeError when the options leave no room for the ties that every network has
 */
export function syntheticNetwork(options: NetworkOptions): SyntheticNetwork {
  const { seed, at, contacts: size = 3000, interactions = 60_000, years = 4 } = options
  if (size < 40 || years < 2) throw new RangeError('a synthetic network needs 40 contacts and 2 years')
  const random = new Random(seed)
  const begin = at - years * 365.25 * DAY_MS
  const kinds = [...kindCounts(size)].flatMap(([kind, count]) => Array.from({ length: count }, () => kind))
  const organisations = makeOrganisations(Math.max(12, Math.round(size / 7)), random.fork('organisations'))
  const people = makePeople(
    random.fork('kinds').sample(kinds, size),
    organisations,
    at,
    begin,
    random.fork('people'),
  )
  const prefix = `s${seed}`
  const letters = roundLetters(people, begin, at, prefix)
  const series = makeSeries(people, at, interactions, random.fork('series'))
  const meetings = series.flatMap((one) => drawSeries(one, begin, at, random.fork(one.uid)))
  const automatic = people.filter(({ kind }) => isAutomatic(kind)).length

  // The draw is random, the number asked for is not: mailings fill up, and where people took more than there is,
  // they are drawn again with less to say.
  for (let share = PEOPLE_SHARE; share > 0.2; share *= 0.9) {
    const budget = interactions * share - meetings.length - letters.length
    const streams = makeStreams(people, begin, at, budget, random.fork('streams'))
    const drawing = random.fork('exchanges')
    const drawn = streams.flatMap((stream) => drawStream(stream, people, begin, at, prefix, drawing))
    const rest = interactions - drawn.length - meetings.length - letters.length
    if (rest < automatic) continue
    const mailings = makeMailings(people, begin, at, rest, random.fork('mailings'))
    const issues = mailings.flatMap(({ mailing, count }) =>
      drawMailing(mailing, `mail.${people[mailing.sender]!.organisation!.domain}`, at, count, prefix),
    )
    const closeness = trueCloseness(size, streams, series, at)
    return {
      seed,
      at,
      begin,
      owner,
      organisations,
      contacts: people.map((one) => ({ ...one, truth: { ...one.truth, closeness: closeness[one.id]! } })),
      streams,
      series,
      mailings: mailings.map(({ mailing }) => mailing),
      exchanges: [...drawn, ...meetings, ...letters, ...issues].toSorted(byTimeAndKey),
      ...makeCredentials(people, at, random.fork('credentials')),
    }
  }
  throw new RangeError(`${interactions} interactions are too few for ${size} contacts`)
}

/** The exchanges of the `days` from `at`, drawn from the same processes; bulk mail is left out. */
export function futureExchanges(network: SyntheticNetwork, days: number, seed: number): Exchange[] {
  const { at, contacts, streams, series } = network
  const until = at + days * DAY_MS
  const random = new Random(seed)
  const drawn = streams.flatMap((stream) => drawStream(stream, contacts, at, until, `f${seed}`, random))
  const meetings = series.flatMap((one) => drawSeries(one, at, until, random))
  return [...drawn, ...meetings].toSorted(byTimeAndKey)
}
