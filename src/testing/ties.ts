import type { Random } from './random.ts'
import type { Draft } from './people.ts'
import type { Phase, Series, Stream, TieKind } from './model.ts'
import { DAY_MS } from './model.ts'

/** How far past `at` the course of the ties is laid out, so that their future can be drawn. */
export const FUTURE_DAYS = 365

/** Silence of a dormant tie before `at`: longer than 12 months by the length of a conversation. */
const DORMANT_DAYS = [385, 900] as const

/** Share of the exchanges that each kind makes; mailings make up the rest. */
const shareOfExchanges: readonly (readonly [TieKind, number])[] = [
  ['collaborator', 0.18],
  ['client', 0.2],
  ['friend', 0.06],
  ['peer', 0.16],
  ['dormant', 0.11],
]

type Manner = Pick<Stream, 'ownerStarts' | 'ownerReplies' | 'continues'> & {
  /** Probability that the contact answers, between. */
  readonly replies: readonly [number, number]
  /** Meetings and calls for each conversation. */
  readonly meetings: number
  readonly calls: number
  /** Spread of the rate from tie to tie, and from quarter to quarter (sigma of its logarithm). */
  readonly spread: number
  readonly drift: number
}

const manners: Readonly<Record<'collaborator' | 'client' | 'friend' | 'peer' | 'dormant', Manner>> = {
  collaborator: {
    ownerStarts: 0.5,
    ownerReplies: 0.85,
    replies: [0.75, 0.95],
    continues: 0.5,
    meetings: 0.12,
    calls: 0.1,
    spread: 0.5,
    drift: 0.3,
  },
  client: {
    ownerStarts: 0.5,
    ownerReplies: 0.9,
    replies: [0.6, 0.9],
    continues: 0.5,
    meetings: 0.2,
    calls: 0.12,
    spread: 0.7,
    drift: 0,
  },
  friend: {
    ownerStarts: 0.45,
    ownerReplies: 0.8,
    replies: [0.6, 0.95],
    continues: 0.45,
    meetings: 0.15,
    calls: 0.15,
    spread: 0.7,
    drift: 0.4,
  },
  peer: {
    ownerStarts: 0.5,
    ownerReplies: 0.7,
    replies: [0.4, 0.85],
    continues: 0.4,
    meetings: 0.08,
    calls: 0.02,
    spread: 1,
    drift: 0.9,
  },
  dormant: {
    ownerStarts: 0.5,
    ownerReplies: 0.85,
    replies: [0.7, 0.95],
    continues: 0.45,
    meetings: 0.1,
    calls: 0.05,
    spread: 0.4,
    drift: 0.3,
  },
}

/** Mean number of exchanges in one conversation of a stream. */
export function meanLength(
  stream: Pick<Stream, 'channel' | 'members' | 'ownerStarts' | 'ownerReplies' | 'replies' | 'continues'>,
): number {
  if (stream.channel === 'meeting' || stream.channel === 'call') return 1
  const { members, ownerStarts, ownerReplies, replies, continues } = stream
  const all = replies.reduce((sum, p) => sum + p, 0)
  const silent = (except: number): number =>
    replies.reduce((product, p, i) => (i === except ? product : product * (1 - p)), 1)
  const more = continues / (1 - continues)
  let mean = ownerStarts * (1 + all + more * (1 - silent(-1)))
  for (const [i, p] of replies.entries()) {
    const answered = 1 - silent(i) * (1 - ownerReplies)
    mean += ((1 - ownerStarts) / members.length) * (1 + ownerReplies + all - p + more * answered)
  }
  return mean
}

/** Mean number of conversations of a stream in [from, until), those at given times included. */
export function meanConversations(
  stream: Pick<Stream, 'phases' | 'once'>,
  from: number,
  until: number,
): number {
  let mean = stream.once.filter((at) => at >= from && at < until).length
  for (const phase of stream.phases) {
    const overlap = Math.min(phase.until, until) - Math.max(phase.from, from)
    if (overlap > 0) mean += (phase.perDay * overlap) / DAY_MS
  }
  return mean
}

/** Rates that wander from quarter to quarter around 1. */
function drifting(from: number, until: number, sigma: number, random: Random): Phase[] {
  const phases: Phase[] = []
  for (let start = from; start < until;) {
    const end = Math.min(until, start + random.between(60, 120) * DAY_MS)
    phases.push({ from: start, until: end, perDay: random.heavyTail(sigma) })
    start = end
  }
  return phases
}

/** Busy for some months, then quiet, then perhaps busy again. */
function engagements(from: number, until: number, random: Random): Phase[] {
  const phases: Phase[] = []
  for (let start = from, busy = true; start < until; busy = !busy) {
    const days = busy ? random.between(60, 240) : random.between(90, 500)
    const end = Math.min(until, start + days * DAY_MS)
    phases.push({ from: start, until: end, perDay: busy ? 1 : 0.04 })
    start = end
  }
  return phases
}

const scaled = (phases: readonly Phase[], by: number): Phase[] =>
  phases.map((phase) => ({ ...phase, perDay: phase.perDay * by }))

type Unnumbered = Omit<Stream, 'id'>

/** The streams of one tie that goes on for a while, with rates of about one conversation a day. */
function lastingTie(
  contact: Draft,
  kind: keyof typeof manners,
  begin: number,
  at: number,
  random: Random,
): Unnumbered[] {
  const manner = manners[kind]
  const span = at - begin
  const end = at + FUTURE_DAYS * DAY_MS
  const old = kind === 'dormant' || kind === 'friend' || kind === 'collaborator'
  const silence = random.between(...DORMANT_DAYS) * DAY_MS
  const until = kind === 'dormant' ? at - Math.min(silence, 0.75 * span) : end
  const start = old ? begin + random.between(0, 0.08) * span : begin + random.between(0, 0.85) * span
  const shape =
    kind === 'client' ? engagements(start, until, random) : drifting(start, until, manner.drift, random)
  const phases = scaled(shape, Math.max(0.25, random.heavyTail(manner.spread)))
  const reply = random.between(...manner.replies)
  const base = {
    sphere: kind === 'friend' ? 'private' : 'work',
    members: [contact.id],
    ownerStarts: manner.ownerStarts,
    ownerReplies: manner.ownerReplies,
    replies: [reply],
    continues: manner.continues,
  } as const
  const messages = contact.linkedin ? (kind === 'peer' ? 0.3 : 0.05) : 0
  const streams: Unnumbered[] = [
    { ...base, channel: 'mail', phases: scaled(phases, 1 - messages), once: [start] },
    { ...base, channel: 'meeting', phases: scaled(phases, manner.meetings), once: [] },
    { ...base, channel: 'call', phases: scaled(phases, manner.calls), once: [] },
  ]
  if (messages > 0) streams.push({ ...base, channel: 'message', phases: scaled(phases, messages), once: [] })
  return streams
}

/** What the people at a client's house and the owner discuss together, while there is an engagement. */
function project(
  client: Draft,
  phases: readonly Phase[],
  contacts: readonly Draft[],
  random: Random,
): Unnumbered[] {
  const colleagues = contacts.filter(
    ({ kind, organisation }) =>
      kind === 'peer' && organisation !== null && organisation === client.organisation,
  )
  const team = [client, ...random.sample(colleagues, 3)]
  if (team.length < 2) return []
  const base = {
    sphere: 'work',
    members: team.map(({ id }) => id),
    ownerStarts: 0.4,
    ownerReplies: 0.7,
    replies: team.map(() => random.between(0.2, 0.6)),
    continues: 0.3,
  } as const
  return [
    { ...base, channel: 'mail', phases: scaled(phases, 0.35), once: [] },
    { ...base, channel: 'meeting', phases: scaled(phases, 0.1), once: [] },
  ]
}

const single = (
  contact: Draft,
  channel: 'mail' | 'message',
  once: readonly number[],
  owner: readonly [number, number],
  reply: number,
): Unnumbered => ({
  channel,
  sphere: 'work',
  members: [contact.id],
  ownerStarts: owner[0],
  ownerReplies: owner[1],
  replies: [reply],
  continues: 0.25,
  phases: [],
  once,
})

/**
 * The streams of all ties up to a year past `at`.
 * @param exchanges about how many exchanges before `at` the lasting ties and the single conversations make
 */
export function makeStreams(
  contacts: readonly Draft[],
  begin: number,
  at: number,
  exchanges: number,
  random: Random,
): Stream[] {
  const made: Unnumbered[] = []
  const sometime = (): number => random.between(begin, at - DAY_MS)
  for (const contact of contacts) {
    if (contact.kind === 'acquaintance') {
      const channel = contact.mails.length > 0 ? 'mail' : 'message'
      made.push(single(contact, channel, [sometime()], [0.5, 0.8], 0.8))
    } else if (contact.kind === 'seller') {
      const first = sometime()
      const mails = 1 + Math.floor(4 * random.heavyTail(0.8))
      const once = Array.from(
        { length: Math.min(30, mails) },
        (_, i) => first + i * random.between(4, 9) * DAY_MS,
      )
      made.push(
        single(
          contact,
          'mail',
          once.filter((time) => time < at),
          [0, 0],
          0,
        ),
      )
    }
  }
  const spent = made.reduce((sum, stream) => sum + meanLength(stream) * stream.once.length, 0)
  const shares = shareOfExchanges.filter(([kind]) => contacts.some((contact) => contact.kind === kind))
  const allShares = shares.reduce((sum, [, share]) => sum + share, 0)
  const budget = Math.max(0, exchanges - spent)
  for (const [kind, share] of shares) {
    const streams: Unnumbered[] = []
    for (const contact of contacts) {
      if (contact.kind !== kind) continue
      const own = lastingTie(contact, kind as keyof typeof manners, begin, at, random)
      streams.push(...own)
      if (kind === 'client') streams.push(...project(contact, own[0]!.phases, contacts, random))
    }
    let steady = 0
    let relative = 0
    for (const stream of streams) {
      const length = meanLength(stream)
      steady += length * stream.once.length
      relative += length * meanConversations({ phases: stream.phases, once: [] }, begin, at)
    }
    const factor = Math.max(0, (budget * share) / allShares - steady) / relative
    for (const stream of streams) made.push({ ...stream, phases: scaled(stream.phases, factor) })
  }
  return made.map((stream, id) => ({ id, ...stream }))
}

/** Standing meetings with the collaborators one works with most: three in a large network, one in a small. */
export function makeSeries(
  contacts: readonly Draft[],
  at: number,
  exchanges: number,
  random: Random,
): Series[] {
  const large = exchanges >= 10_000
  const members = random.sample(
    contacts.filter(({ kind }) => kind === 'collaborator'),
    large ? 3 : 1,
  )
  return members.map(({ id }, i) => {
    const everyDays = large && i < 2 ? 7 : 14
    // On a Tuesday, Wednesday or Thursday at a full hour; day 0 of the epoch was a Thursday.
    const today = Math.floor(at / DAY_MS)
    const day = today - 364 - ((today - 364 + 4 - (2 + i)) % 7)
    const from = day * DAY_MS + (9 + i) * 3_600_000
    return {
      uid: `series-${id}@ashdale-advisory.example`,
      member: id,
      subject: 'Standing meeting',
      from,
      everyDays,
      skips: 0.12,
    }
  })
}
